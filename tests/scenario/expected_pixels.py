#!/usr/bin/env python3
"""What a viewer must show of a CT series at one image pixel per screen pixel, by other means than the product's.

    expected_pixels.py FOLDER OUT CENTRE WIDTH

pydicom reads the headers, FFmpeg's own decoders (or nobody, for uncompressed images) give the samples, numpy does the
arithmetic: PS3.3 C.11.1.1.2 (rescale), C.11.2.1.2.1 (window), rounding to the nearest integer, halves up. Slices are
sorted by their place along the normal, from head to feet (or front to back, or right to left).

Writes OUT/0001.raw ... with rows x columns bytes each, and prints one line a slice: SOP Instance UID, columns, rows,
spacing. Exit status: 0, 1 failed, 3 a tool is missing.
"""
import os
import subprocess
import sys
import tempfile

try:
    import numpy
    import pydicom
    from pydicom.encaps import defragment_data
except ImportError as missing:
    print(missing, file=sys.stderr)
    sys.exit(3)

JPEG2000 = ("1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91")
JPEGLS = ("1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81")


def precision(stream, syntax):
    """Bits of a sample and whether it is signed, from the code stream itself."""
    if syntax in JPEG2000:
        at = stream.index(b"\xff\x51")  # SIZ, T.800 A.5.1: 38 bytes after the marker's length stands Ssiz
        return (stream[at + 40] & 0x7F) + 1, bool(stream[at + 40] & 0x80)
    at = stream.index(b"\xff\xf7")  # SOF55, T.87 C.2.2
    return stream[at + 4], False


def decoded(stream, syntax, rows, columns):
    """Samples as FFmpeg gives them: at the top of a 16-bit word."""
    bits, is_signed = precision(stream, syntax)
    with tempfile.TemporaryDirectory() as folder:
        name = os.path.join(folder, "frame." + ("j2k" if syntax in JPEG2000 else "jls"))
        with open(name, "wb") as file:
            file.write(stream)
        raw = subprocess.run(["ffmpeg", "-v", "quiet", "-i", name, "-f", "rawvideo", "-pix_fmt", "gray16le", "-"],
                             stdout=subprocess.PIPE, check=True).stdout
    words = numpy.frombuffer(raw, "<u2").astype(numpy.int64).reshape(rows, columns) >> (16 - bits)
    return words - (1 << (bits - 1)) if is_signed else words


def stored(data):
    syntax = data.file_meta.TransferSyntaxUID
    if syntax in JPEG2000 + JPEGLS:
        stream = defragment_data(data.PixelData)
        words = decoded(stream, syntax, data.Rows, data.Columns)
        if syntax in JPEG2000:
            return words
    else:
        order = ">" if syntax == "1.2.840.10008.1.2.2" else "<"
        raw = data.PixelData[: data.Rows * data.Columns * 2]
        words = numpy.frombuffer(raw, order + "u2").astype(numpy.int64).reshape(data.Rows, data.Columns)
    words &= (1 << data.BitsStored) - 1
    if data.PixelRepresentation == 1:
        sign = 1 << (data.BitsStored - 1)
        words = (words ^ sign) - sign
    return words


def shown(data, centre, width):
    value = stored(data) * float(data.get("RescaleSlope", 1)) + float(data.get("RescaleIntercept", 0))
    y = ((value - (centre - 0.5)) / (width - 1.0) + 0.5) * 255.0
    y = numpy.clip(y, 0.0, 255.0)
    if data.PhotometricInterpretation != "MONOCHROME2":
        raise ValueError("only MONOCHROME2")
    return numpy.floor(y + 0.5).astype(numpy.uint8)


def place(data):
    row, column = numpy.array(data.ImageOrientationPatient[:3]), numpy.array(data.ImageOrientationPatient[3:])
    normal = numpy.cross(row, column)
    axis = int(numpy.argmax(numpy.abs(normal)))
    # +x left, +y back, +z head: towards the left, the back, the feet.
    wanted = (1.0, 1.0, -1.0)[axis]
    if normal[axis] * wanted < 0:
        normal = -normal
    return float(numpy.dot(normal, numpy.array(data.ImagePositionPatient, float)))


def main(folder, out, centre, width):
    os.makedirs(out, exist_ok=True)
    slices = []
    for parent, _, names in os.walk(folder):
        for name in names:
            try:
                data = pydicom.dcmread(os.path.join(parent, name))
            except pydicom.errors.InvalidDicomError:
                continue
            if "PixelData" in data:
                slices.append(data)
    for number, data in enumerate(sorted(slices, key=place), 1):
        with open(os.path.join(out, "%04d.raw" % number), "wb") as file:
            file.write(shown(data, centre, width).tobytes())
        print(data.SOPInstanceUID, data.Columns, data.Rows, float(data.PixelSpacing[0]))
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 5:
        print(__doc__, file=sys.stderr)
        sys.exit(1)
    sys.exit(main(sys.argv[1], sys.argv[2], float(sys.argv[3]), float(sys.argv[4])))
