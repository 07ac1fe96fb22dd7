"""Decodes segmentations with pydicom and numpy, knowing nothing of the product.

Reads paths of SEG files from standard input, or pairs "SEG<tab>IMAGE"; writes a JSON list a line:
  [path, "segment", number, label, [r, g, b] or null]
  [path, "frame", frame from 0, segment, SHA-1 of rows x columns bytes (0 or 1; fractional: the value), sum of them]
  [path, "on", image path, segment, SHA-1 of the mask of the image's matrix, sum]   by Referenced SOP Instance UID
"""
import hashlib
import json
import sys

import numpy
import pydicom


def frames_of(seg):
    count, rows, columns = int(seg.get("NumberOfFrames", 1)), seg.Rows, seg.Columns
    data = numpy.frombuffer(seg.PixelData, dtype=numpy.uint8)
    if seg.BitsAllocated == 1:
        data = numpy.unpackbits(data, bitorder="little")
    return data[: count * rows * columns].reshape(count, rows, columns)


def digest(mask):
    return hashlib.sha1(numpy.ascontiguousarray(mask, dtype=numpy.uint8).tobytes()).hexdigest()


def say(*row):
    print(json.dumps(row))


def lab_to_rgb(lab):
    """CIELab (D50) to sRGB by way of D65, by the textbook and not by the product's matrix."""
    l, a, b = lab[0] * 100 / 65535, lab[1] * 255 / 65535 - 128, lab[2] * 255 / 65535 - 128
    fy = (l + 16) / 116
    f = numpy.array([fy + a / 500, fy, fy - b / 200])
    xyz = numpy.where(f > 6 / 29, f**3, 3 * (6 / 29) ** 2 * (f - 4 / 29)) * numpy.array([0.96422, 1.0, 0.82521])
    bradford = numpy.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])
    d50, d65 = numpy.array([0.96422, 1.0, 0.82521]), numpy.array([0.95047, 1.0, 1.08883])
    adapt = numpy.linalg.inv(bradford) @ numpy.diag((bradford @ d65) / (bradford @ d50)) @ bradford
    to_xyz = numpy.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]])
    linear = numpy.clip(numpy.linalg.inv(to_xyz) @ (adapt @ xyz), 0, 1)
    srgb = numpy.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return [int(round(v * 255)) for v in srgb]


def main():
    for line in sys.stdin.read().splitlines():
        path, *images = line.split("\t")
        seg = pydicom.dcmread(path)
        frames = frames_of(seg)
        groups = seg.PerFrameFunctionalGroupsSequence
        if not images:
            for s in seg.SegmentSequence:
                lab = s.get("RecommendedDisplayCIELabValue")
                say(path, "segment", int(s.SegmentNumber), s.SegmentLabel, lab_to_rgb(lab) if lab else None)
            for i, frame in enumerate(frames):
                number = int(groups[i].SegmentIdentificationSequence[0].ReferencedSegmentNumber)
                say(path, "frame", i, number, digest(frame), int(frame.astype(numpy.int64).sum()))
        for image in images:
            header = pydicom.dcmread(image, stop_before_pixels=True)
            for s in seg.SegmentSequence:
                mask = numpy.zeros((header.Rows, header.Columns), dtype=numpy.uint8)
                for i, frame in enumerate(frames):
                    group = groups[i]
                    named = [r.ReferencedSOPInstanceUID for d in group.get("DerivationImageSequence", [])
                             for r in d.get("SourceImageSequence", [])]
                    if header.SOPInstanceUID in named and \
                            group.SegmentIdentificationSequence[0].ReferencedSegmentNumber == s.SegmentNumber:
                        mask |= (frame != 0).astype(numpy.uint8)
                say(path, "on", image, int(s.SegmentNumber), digest(mask), int(mask.sum()))


main()
