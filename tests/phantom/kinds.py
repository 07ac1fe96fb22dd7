#!/usr/bin/env python3
"""`kinds.py OUT_FOLDER`: small images of the main kinds, written by pydicom, whose every value follows from a formula.

One folder a kind, each a study of a patient called TEST; tests/scenario/kinds-phantom.actions says the formulas again and
what a reader must see. Rows and columns count from 0 here.
"""
import pathlib
import struct
import sys

import numpy
import pydicom
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.fileset import FileSet
from pydicom.sequence import Sequence
from pydicom.uid import ExplicitVRLittleEndian, generate_uid

pydicom.config.settings.writing_validation_mode = pydicom.config.IGNORE
ROOT = "1.2.840.10008.5.1.4.1.1."


def new(name, sop_class, modality, columns, rows, photometric="MONOCHROME2", bits=16, stored=None, **more):
    ds = Dataset()
    ds.SOPClassUID = ROOT + sop_class
    for keyword, level in (("StudyInstanceUID", "study"), ("SeriesInstanceUID", "series"), ("SOPInstanceUID", "image"),
                           ("FrameOfReferenceUID", "frame")):
        setattr(ds, keyword, generate_uid(entropy_srcs=["kinds", level, name]))
    ds.PatientName, ds.PatientID, ds.PatientSex = "TEST^" + name.upper(), "TEST-" + name.upper(), "O"
    ds.Modality, ds.SeriesNumber, ds.InstanceNumber, ds.SeriesDescription = modality, 1, 1, name
    ds.StudyDate, ds.StudyTime, ds.StudyID = "20260301", "101500", "1"
    ds.Rows, ds.Columns, ds.PhotometricInterpretation = rows, columns, photometric
    ds.SamplesPerPixel = 1 if photometric in ("MONOCHROME1", "MONOCHROME2", "PALETTE COLOR") else 3
    ds.BitsAllocated, ds.BitsStored, ds.PixelRepresentation = bits, stored or bits, 0
    ds.HighBit = ds.BitsStored - 1
    for keyword, value in more.items():
        setattr(ds, keyword, value)
    return ds


def save(ds, folder, samples, name="1.dcm"):
    samples = numpy.asarray(samples)
    raw = samples.astype("<u2" if ds.BitsAllocated == 16 else numpy.uint8).tobytes()
    ds.PixelData = raw + b"\0" * (len(raw) % 2)
    ds["PixelData"].VR = "OW" if ds.BitsAllocated == 16 else "OB"
    write(ds, folder, name)


def write(ds, folder, name="1.dcm"):
    ds.file_meta = FileMetaDataset()
    ds.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    ds.file_meta.MediaStorageSOPClassUID, ds.file_meta.MediaStorageSOPInstanceUID = ds.SOPClassUID, ds.SOPInstanceUID
    ds.is_little_endian, ds.is_implicit_VR = True, False
    folder.mkdir(parents=True, exist_ok=True)
    ds.save_as(folder / name, write_like_original=False)


def grid(columns, rows):
    row, column = numpy.mgrid[0:rows, 0:columns]
    return column, row


def one(**more):
    item = Dataset()
    for keyword, value in more.items():
        setattr(item, keyword, value)
    return Sequence([item])


def enhanced(out, name, sop_class, modality, slope, intercept, kind, windows):
    """Six planes 5 mm apart in no order; each with a rescale (and a window) of its own."""
    column, row = grid(32, 24)
    ds = new(name, sop_class, modality, 32, 24, stored=12, NumberOfFrames=6, PresentationLUTShape="IDENTITY")
    shared = Dataset()
    shared.PixelMeasuresSequence = one(PixelSpacing=[1.0, 1.0], SliceThickness=5.0)
    shared.PlaneOrientationSequence = one(ImageOrientationPatient=[1, 0, 0, 0, 1, 0])
    ds.SharedFunctionalGroupsSequence, frames, groups = Sequence([shared]), [], []
    for place in (3, 0, 5, 1, 4, 2):
        item = Dataset()
        item.FrameContentSequence = one(StackID="1", InStackPositionNumber=place + 1)
        item.PlanePositionSequence = one(ImagePositionPatient=[-16.0, -12.0, 5.0 * place])
        item.PixelValueTransformationSequence = one(RescaleSlope=slope(place), RescaleIntercept=intercept(place),
                                                    RescaleType=kind)
        if windows:
            item.FrameVOILUTSequence = one(WindowCenter=100.0 * place + 100.0, WindowWidth=400.0)
        groups.append(item)
        frames.append(8 * column + row + 50 * place)
    ds.PerFrameFunctionalGroupsSequence = Sequence(groups)
    save(ds, out / name, numpy.stack(frames))


def projection(out):
    """Low values white, a table of square roots, a rectangle that is seen, a right hand from behind."""
    column, row = grid(60, 40)
    ds = new("dx", "1.1.1", "DX", 60, 40, "MONOCHROME1", stored=12, PresentationLUTShape="INVERSE", ImageLaterality="R",
             ViewPosition="PA", PatientOrientation=["L", "F"], ImagerPixelSpacing=[0.2, 0.2], RescaleSlope=1,
             RescaleIntercept=0, RescaleType="US", ShutterShape="RECTANGULAR", ShutterLeftVerticalEdge=11,
             ShutterRightVerticalEdge=50, ShutterUpperHorizontalEdge=6, ShutterLowerHorizontalEdge=35,
             ShutterPresentationValue=0)
    table = numpy.floor(4095.0 * numpy.sqrt(numpy.arange(4096) / 4095.0) + 0.5).astype("<u2")
    ds.VOILUTSequence = one(LUTDescriptor=[4096, 0, 12], LUTExplanation="ROOT", LUTData=table.tobytes())
    ds.VOILUTSequence[0]["LUTDescriptor"].VR, ds.VOILUTSequence[0]["LUTData"].VR = "US", "OW"
    save(ds, out / "dx", 60 * column + 10 * row)


def mammograms(out, name, date, mirrored=()):
    """Four mammograms, one a series; chest wall where the detector puts it, but for those that are stored mirrored.
    From the chest wall on the values fall by 20 a column, from the top they rise by 1 a row: 3900 - 20 * columns + rows."""
    column, row = grid(60, 100)
    for number, (side, view) in enumerate((("L", "MLO"), ("L", "CC"), ("R", "CC"), ("R", "MLO")), 1):
        ds = new(name + side + view, "1.2", "MG", 60, 100, stored=12, ImageLaterality=side, ViewPosition=view,
                 ImagerPixelSpacing=[0.5, 0.5], SeriesNumber=number, SeriesDescription=side + view, StudyDate=date)
        ds.StudyInstanceUID = generate_uid(entropy_srcs=["kinds", "study", name])
        ds.PatientName, ds.PatientID = "TEST^MAMMO", "TEST-MAMMO"
        isChestWallLeft = (side == "L") != (side + view in mirrored)
        down = "F" if view == "MLO" else "R" if side == "L" else "L"
        ds.PatientOrientation = ["A" if isChestWallLeft else "P", down]
        save(ds, out / name, 3900 - 20 * (column if isChestWallLeft else 59 - column) + row, side + view + ".dcm")


def chest_pair(out):
    """A lateral and a PA chest, the PA stored mirrored."""
    column, row = grid(60, 40)
    for number, (view, orientation) in enumerate((("LL", ["A", "F"]), ("PA", ["R", "F"])), 1):
        ds = new("chest" + view, "1.1.1", "DX", 60, 40, stored=12, ViewPosition=view, PatientOrientation=orientation,
                 ImagerPixelSpacing=[0.5, 0.5], SeriesNumber=number, SeriesDescription=view, BodyPartExamined="CHEST")
        ds.StudyInstanceUID = generate_uid(entropy_srcs=["kinds", "study", "chest"])
        ds.PatientName, ds.PatientID = "TEST^CHEST", "TEST-CHEST"
        save(ds, out / "chest", 60 * column + 10 * row, view + ".dcm")


def colours(out):
    column, row = grid(40, 30)
    y, b, r = 6 * column, 100 + row, 150 - column
    ds = new("ybr", "6.1", "US", 40, 30, "YBR_FULL", 8, PlanarConfiguration=1)
    save(ds, out / "ybr", numpy.stack([y, b, r]))
    halved = numpy.stack([y[:, 0::2], y[:, 1::2], b[:, 0::2], r[:, 0::2]], axis=-1)
    ds = new("ybr422", "6.1", "US", 40, 30, "YBR_FULL_422", 8, PlanarConfiguration=0)
    save(ds, out / "ybr422", halved)
    ds = new("partial", "6.1", "US", 40, 30, "YBR_PARTIAL_422", 8, PlanarConfiguration=0)
    save(ds, out / "partial", halved)
    ds = new("rgb", "7", "OT", 40, 30, "RGB", 8, PlanarConfiguration=0)
    save(ds, out / "rgb", numpy.stack([6 * column, 8 * row, 255 - 6 * column], axis=-1))
    # Red and green have changed places: what is stored as pure red is shown as pure green.
    ds = new("icc", "7", "OT", 40, 30, "RGB", 8, PlanarConfiguration=0, ICCProfile=profile())
    save(ds, out / "icc", numpy.stack([255 * (column < 20), 255 * (column >= 20), 0 * row], axis=-1))
    # Entries from 10 on, of 16 bits: red goes up, green down, blue is 77.
    ds = new("palette", "6.1", "US", 40, 30, "PALETTE COLOR", 8)
    entries = numpy.arange(200)
    for name, line in (("Red", 256 * entries), ("Green", 256 * (255 - entries)), ("Blue", 256 * 77 + 0 * entries)):
        setattr(ds, name + "PaletteColorLookupTableDescriptor", [200, 10, 16])
        setattr(ds, name + "PaletteColorLookupTableData", line.astype("<u2").tobytes())
        ds[name + "PaletteColorLookupTableDescriptor"].VR, ds[name + "PaletteColorLookupTableData"].VR = "US", "OW"
    save(ds, out / "palette", 5 * column + row)


def profile():
    """sRGB's primaries with red and green exchanged, gamma 2.2: ICC.1:2001, a display's matrix and curves."""
    fixed = lambda *values: b"".join(struct.pack(">i", round(65536 * value)) for value in values)
    xyz = lambda *values: b"XYZ \0\0\0\0" + fixed(*values)
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256)) + b"\0\0"
    text = b"text\0\0\0\0TEST\0\0\0\0"
    description = b"desc\0\0\0\0" + struct.pack(">I", 5) + b"TEST\0" + bytes(4 + 4 + 2 + 1 + 67)
    red, green, blue = xyz(0.43607, 0.22249, 0.01392), xyz(0.38515, 0.71687, 0.09708), xyz(0.14307, 0.06061, 0.71410)
    parts = [(b"desc", description), (b"cprt", text), (b"wtpt", xyz(0.9642, 1.0, 0.8249)), (b"rXYZ", green),
             (b"gXYZ", red), (b"bXYZ", blue), (b"rTRC", curve), (b"gTRC", curve), (b"bTRC", curve)]
    table, data, at = b"", b"", 128 + 4 + 12 * len(parts)
    for tag, part in parts:
        table += tag + struct.pack(">II", at + len(data), len(part))
        data += part + bytes(-len(part) % 4)
    size = at + len(data)
    head = struct.pack(">I4sI4s4s4s12s4s", size, b"\0\0\0\0", 0x02400000, b"mntr", b"RGB ", b"XYZ ",
                       struct.pack(">6H", 2026, 3, 1, 0, 0, 0), b"acsp")
    head += bytes(28) + fixed(0.9642, 1.0, 0.8249)
    return head + bytes(128 - len(head)) + struct.pack(">I", len(parts)) + table + data


def overlay(out):
    """A frame of set bits from column 5, row 4 to column 24, row 13, in Overlay Data."""
    column, row = grid(40, 30)
    ds = new("overlay", "7", "OT", 40, 30, bits=8, WindowCenter=128, WindowWidth=256)
    bits = numpy.zeros((30, 40), numpy.uint8)
    bits[0:10, 0:20] = 1
    bits[1:9, 1:19] = 0
    packed = numpy.packbits(bits.ravel(), bitorder="little").tobytes()
    for element, vr, value in ((0x10, "US", 30), (0x11, "US", 40), (0x40, "CS", "G"), (0x50, "SS", [5, 6]),
                               (0x100, "US", 1), (0x102, "US", 0), (0x3000, "OW", packed)):
        ds.add_new((0x6000, element), vr, value)
    save(ds, out / "overlay", 4 * column + 2 * row)


def cine(out):
    """Frames of one value each, of unequal times; pixels twice as high as wide."""
    ds = new("cine", "12.1", "XA", 40, 30, bits=8, NumberOfFrames=5, WindowCenter=128, WindowWidth=256,
             PixelIntensityRelationship="LIN", FrameTimeVector=[0.0, 40.0, 80.0, 40.0, 200.0],
             FrameIncrementPointer=0x00181065, PixelAspectRatio=[2, 1])
    save(ds, out / "cine", numpy.stack([numpy.full((30, 40), 10 + 40 * frame) for frame in range(5)]))


def fluoroscopy(out):
    """Frames of one value each, 125 ms apart."""
    ds = new("fluoroscopy", "12.2", "RF", 24, 20, bits=16, stored=10, NumberOfFrames=6, WindowCenter=512, WindowWidth=1024,
             PixelIntensityRelationship="LIN", FrameTime=125, FrameIncrementPointer=0x00181063, ImagerPixelSpacing=[0.2, 0.2])
    save(ds, out / "fluoroscopy", numpy.stack([numpy.full((20, 24), 100 + 150 * frame) for frame in range(6)]))


def untimed(out):
    """A cine whose Frame Time cannot be."""
    ds = new("untimed", "12.1", "XA", 16, 16, bits=8, NumberOfFrames=3, WindowCenter=128, WindowWidth=256,
             PixelIntensityRelationship="LIN", FrameTime=0, FrameIncrementPointer=0x00181063)
    save(ds, out / "untimed", numpy.stack([numpy.full((16, 16), 10 + 40 * frame) for frame in range(3)]))


def outlines(out):
    """Slices at z = 10, 5 and 0, and a square of 16 mm outlined on the first two; on the second a number is missing."""
    contours = Sequence()
    for i, z in enumerate((10, 5, 0)):
        ds = new("gtv", "2", "CT", 32, 32, WindowCenter=128, WindowWidth=256, RescaleSlope=1, RescaleIntercept=0,
                 ImageOrientationPatient=[1, 0, 0, 0, 1, 0], ImagePositionPatient=[0, 0, z], PixelSpacing=[1, 1],
                 SliceThickness=5)
        ds.SOPInstanceUID, ds.InstanceNumber = generate_uid(entropy_srcs=["kinds", "gtv", str(i)]), i + 1
        save(ds, out / "gtv", numpy.full((32, 32), 100), f"{i + 1}.dcm")
        square = [8, 8, z, 24, 8, z, 24, 24, z, 8, 24, z]
        if z > 0:
            contours += one(ContourGeometricType="CLOSED_PLANAR", NumberOfContourPoints=4,
                            ContourData=square if z == 10 else square[:-1])
    rt = new("gtv", "481.3", "RTSTRUCT", 32, 32)
    for keyword in ("Rows", "Columns", "PhotometricInterpretation", "SamplesPerPixel", "BitsAllocated", "BitsStored",
                    "HighBit", "PixelRepresentation"):
        delattr(rt, keyword)
    rt.SeriesInstanceUID, rt.SeriesNumber = generate_uid(entropy_srcs=["kinds", "gtv", "outlines"]), 2
    rt.StructureSetROISequence = one(ROINumber=1, ROIName="GTV", ReferencedFrameOfReferenceUID=rt.FrameOfReferenceUID)
    rt.ROIContourSequence = one(ReferencedROINumber=1, ContourSequence=contours)
    write(rt, out / "gtv", "4.dcm")


def names(out):
    """The same name in three codings; the second says it is Latin 1 and is not."""
    column, _ = grid(16, 16)
    for folder, declared, codec in (("gb18030", "GB18030", "gb18030"), ("gbk", "ISO_IR 100", "gbk"),
                                    ("utf8", "ISO_IR 192", "utf-8")):
        ds = new(folder, "7", "OT", 16, 16, bits=8, SpecificCharacterSet=declared, WindowCenter=128, WindowWidth=256)
        ds.PatientName = pydicom.valuerep.PersonName("Moti^Jia=模体^甲", encodings=[codec])
        ds.PatientName = "Moti^Jia=模体^甲".encode(codec)
        save(ds, out / folder, 16 * column)


def slide(out):
    ds = new("slide", "77.1.6", "SM", 16, 16, "RGB", 8, PlanarConfiguration=0, NumberOfFrames=1)
    save(ds, out / "slide", numpy.zeros((16, 16, 3)))


def medium(out, *kinds):
    """A folder with a DICOMDIR, as on a disc."""
    files = FileSet()
    for kind in kinds:
        files.add(out / kind / "1.dcm")
    files.write(out / "medium")


def main(out):
    out = pathlib.Path(out)
    enhanced(out, "ect", "2.1", "CT", lambda k: 1.0 + k / 4.0, lambda k: -100.0 * k, "HU", True)
    enhanced(out, "epet", "130", "PT", lambda k: 0.5 * (k + 1), lambda k: 0.0, "BQML", False)
    enhanced(out, "emr", "4.1", "MR", lambda k: 2.0, lambda k: float(k), "US", True)
    projection(out)
    mammograms(out, "mammo", "20260301", mirrored=("RMLO",))
    mammograms(out, "mammo-prior", "20240301")
    chest_pair(out)
    colours(out)
    overlay(out)
    cine(out)
    fluoroscopy(out)
    untimed(out)
    outlines(out)
    names(out)
    slide(out)
    medium(out, "ect", "dx", "gb18030")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        sys.exit(1)
    sys.exit(main(sys.argv[1]))
