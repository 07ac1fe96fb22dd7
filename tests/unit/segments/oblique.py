"""Outlines on an oblique stack, made and cut with pydicom and numpy, knowing nothing of the product.

oblique.py IMAGES OUT: reads the images of a folder, writes a structure set whose contours lie in the planes of some of
them, and says for each image and region, one JSON list a line:
  [SOP Instance UID, region, vertices in image pixels [[column, row], ...] of each closed contour, SHA-1 of the mask of
   rows x columns bytes (1 where the pixel's centre is enclosed by an odd number of contours), sum of it]
Region 1: a star; region 2: the same with a hole; region 3: the star 0.5 mm in front of the image; region 4: it lies in
an axial plane through the image's middle, which cuts the image but is not its own.
"""
import hashlib
import json
import pathlib
import sys

import numpy
import pydicom
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.sequence import Sequence
from pydicom.uid import ExplicitVRLittleEndian, generate_uid


def plane_of(image):
    """Origin, vectors of one column and of one row on, unit normal (PS3.3 C.7.6.2.1.1), mm."""
    along_row = numpy.array(image.ImageOrientationPatient[:3], dtype=float)
    along_column = numpy.array(image.ImageOrientationPatient[3:], dtype=float)
    origin = numpy.array(image.ImagePositionPatient, dtype=float)
    row_mm, column_mm = (float(v) for v in image.PixelSpacing)
    normal = numpy.cross(along_row, along_column)
    return origin, along_row * column_mm, along_column * row_mm, normal / numpy.linalg.norm(normal)


def star(image, size, turn):
    angles = numpy.arange(14) * numpy.pi / 7 + turn
    radii = size * numpy.where(numpy.arange(14) % 2, 0.55, 1.0)
    centre = numpy.array([image.Columns * 0.47, image.Rows * 0.53])
    return centre + numpy.stack([radii * numpy.cos(angles), radii * numpy.sin(angles)], axis=1)


def in_patient(plane, pixels, in_front=0.0):
    origin, column, row, normal = plane
    return origin + pixels[:, :1] * column + pixels[:, 1:] * row + in_front * normal


def in_image(plane, points):
    """By least squares, not by the products with the directions."""
    origin, column, row, _ = plane
    return numpy.linalg.lstsq(numpy.stack([column, row], axis=1), (points - origin).T, rcond=None)[0].T


def enclosed(polygons, rows, columns):
    x, y = numpy.meshgrid(numpy.arange(columns), numpy.arange(rows))
    inside = numpy.zeros((rows, columns), dtype=bool)
    for polygon in polygons:
        for (x0, y0), (x1, y1) in zip(polygon, numpy.roll(polygon, -1, axis=0)):
            if y0 == y1:
                continue
            straddles = (y0 > y) != (y1 > y)
            inside ^= straddles & (x0 + (y - y0) * (x1 - x0) / (y1 - y0) <= x)
    return inside


def written(points):
    return [f"{value:.6f}" for value in points.reshape(-1)]


def contour(points, image, named):
    item = Dataset()
    item.ContourGeometricType = "CLOSED_PLANAR"
    item.NumberOfContourPoints = len(points)
    item.ContourData = written(points)
    if named:
        source = Dataset()
        source.ReferencedSOPClassUID, source.ReferencedSOPInstanceUID = image.SOPClassUID, image.SOPInstanceUID
        item.ContourImageSequence = Sequence([source])
    return item


def main():
    images = sorted((pydicom.dcmread(p) for p in pathlib.Path(sys.argv[1]).iterdir()), key=lambda i: i.InstanceNumber)
    first = images[0]
    regions = {1: [], 2: [], 3: [], 4: []}
    for number, image in enumerate(images):
        plane = plane_of(image)
        middle = in_patient(plane, numpy.array([[(image.Columns - 1) / 2, (image.Rows - 1) / 2]]))[0]
        size = 0.35 * min(image.Rows, image.Columns)
        outer, inner = star(image, size, 0.3 + number), star(image, 0.4 * size, 0.1 - number)
        if number % 2 == 0:
            regions[1].append((number, "own", contour(in_patient(plane, outer), image, number % 4 == 0)))
        regions[2] += [(number, "own", contour(in_patient(plane, p), image, True)) for p in (outer, inner)]
        regions[3].append((number, "elsewhere", contour(in_patient(plane, outer, 0.5), image, False)))
        flat = middle + numpy.stack([30 * numpy.cos(numpy.arange(9)), 30 * numpy.sin(numpy.arange(9)), numpy.zeros(9)], axis=1)
        regions[4].append((number, "elsewhere", contour(flat, image, False)))
    for number, image in enumerate(images):
        plane = plane_of(image)
        for region, contours in regions.items():
            own = [in_image(plane, numpy.array([float(v) for v in item.ContourData]).reshape(-1, 3))
                   for at, kind, item in contours if at == number and kind == "own"]
            mask = enclosed(own, image.Rows, image.Columns).astype(numpy.uint8)
            print(json.dumps([image.SOPInstanceUID, region, [p.tolist() for p in own],
                              hashlib.sha1(mask.tobytes()).hexdigest(), int(mask.sum())]))
    rt = Dataset()
    for name in ("SpecificCharacterSet", "PatientName", "PatientID", "PatientBirthDate", "PatientSex", "StudyInstanceUID", "StudyDate", "StudyTime"):
        setattr(rt, name, first.get(name, ""))
    rt.SOPClassUID, rt.SOPInstanceUID, rt.SeriesInstanceUID = "1.2.840.10008.5.1.4.1.1.481.3", generate_uid(), generate_uid()
    rt.Modality, rt.StructureSetLabel = "RTSTRUCT", "oblique"
    rt.StructureSetROISequence = Sequence()
    rt.ROIContourSequence = Sequence()
    for region, contours in regions.items():
        described, drawn = Dataset(), Dataset()
        described.ROINumber, described.ROIName = region, f"region {region}"
        described.ReferencedFrameOfReferenceUID = first.FrameOfReferenceUID
        drawn.ReferencedROINumber = region
        drawn.ContourSequence = Sequence([item for _, _, item in contours])
        rt.StructureSetROISequence.append(described)
        rt.ROIContourSequence.append(drawn)
    rt.file_meta = FileMetaDataset()
    rt.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    rt.file_meta.MediaStorageSOPClassUID, rt.file_meta.MediaStorageSOPInstanceUID = rt.SOPClassUID, rt.SOPInstanceUID
    rt.is_little_endian, rt.is_implicit_VR = True, False
    rt.save_as(sys.argv[2], write_like_original=False)


main()
