#!/usr/bin/env python3
"""What a viewer must show of a CT series at one image pixel per screen pixel, by other means than the product's.

    expected_pixels.py FOLDER OUT CENTRE WIDTH [mean|mip|minip SLICES] [sharpen|edge|smooth LEVEL]

pydicom reads the headers, FFmpeg's own decoders (or nobody, for uncompressed images) give the samples, numpy does the
arithmetic: PS3.3 C.11.1.1.2 (rescale), C.11.2.1.2.1 (window), rounding to the nearest integer, halves up. Slices are
sorted by their place along the normal, from head to feet (or front to back, or right to left).

A slab is the mean, maximum or minimum of the rescaled values of an odd number of slices, fewer at the ends. Enhancement is
of the values before the window: with B_n the mean weighed by binomial coefficients over n x n pixels, the border repeated,
sharpen v + LEVEL / 2 (v - B_3), edge v + LEVEL (v - B_7), smooth B_5 done LEVEL times.

Writes OUT/0001.raw ... with rows x columns bytes each, and prints one line a slice: SOP Instance UID, columns, rows,
spacing, Acquisition Number. Exit status: 0, 1 failed, 3 a tool is missing.
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


def values(data):
    return stored(data) * float(data.get("RescaleSlope", 1)) + float(data.get("RescaleIntercept", 0))


def blurred(value, size):
    weights = numpy.array([1.0])
    for _ in range(size - 1):
        weights = numpy.convolve(weights, [0.5, 0.5])
    reach = size // 2
    padded = numpy.pad(value, reach, mode="edge")
    out = numpy.zeros_like(value)
    for down in range(size):
        for right in range(size):
            out += weights[down] * weights[right] * padded[down:down + value.shape[0], right:right + value.shape[1]]
    return out


def enhanced(value, kind, level):
    if kind == "sharpen":
        return value + level / 2.0 * (value - blurred(value, 3))
    if kind == "edge":
        return value + level * (value - blurred(value, 7))
    for _ in range(level):
        value = blurred(value, 5)
    return value


def shown(value, data, centre, width):
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


def main(folder, out, centre, width, slab, enhancement):
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
    slices.sort(key=place)
    decoded_values = [values(data) for data in slices] if slab else None
    for number, data in enumerate(slices, 1):
        if slab:
            combine = {"mean": numpy.mean, "mip": numpy.max, "minip": numpy.min}[slab[0]]
            reach = slab[1] // 2
            value = combine(numpy.stack(decoded_values[max(0, number - 1 - reach):number + reach]), axis=0)
        else:
            value = values(data)
        if enhancement:
            value = enhanced(value.astype(float), *enhancement)
        with open(os.path.join(out, "%04d.raw" % number), "wb") as file:
            file.write(shown(value, data, centre, width).tobytes())
        print(data.SOPInstanceUID, data.Columns, data.Rows, float(data.PixelSpacing[0]),
              data.get("AcquisitionNumber") or 0)
    return 0


if __name__ == "__main__":
    options = {sys.argv[i]: int(sys.argv[i + 1]) for i in range(5, len(sys.argv) - 1, 2)}
    slabs = [(name, count) for name, count in options.items() if name in ("mean", "mip", "minip")]
    filters = [(name, level) for name, level in options.items() if name in ("sharpen", "edge", "smooth")]
    if len(sys.argv) < 5 or len(slabs) + len(filters) != len(options):
        print(__doc__, file=sys.stderr)
        sys.exit(1)
    sys.exit(main(sys.argv[1], sys.argv[2], float(sys.argv[3]), float(sys.argv[4]), slabs[0] if slabs else None,
                  filters[0] if filters else None))
