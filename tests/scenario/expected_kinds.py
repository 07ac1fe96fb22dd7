#!/usr/bin/env python3
"""What a viewer must show of one image object of any kind at one image pixel per screen pixel, by other means.

    expected_kinds.py FILE OUT [FRAME ...]

pydicom reads the header, the functional groups, native and RLE samples, palettes and overlays; FFmpeg's own decoders give
JPEG, JPEG 2000 and JPEG-LS samples; numpy does the arithmetic: modality LUT or rescale of the frame, window (PS3.3
C.11.2.1.2.1), VOI LUT, or, where the file has neither, the range of the middle frame without padding; MONOCHROME1 turned
once, padding black, the shutter black. Colour: PS3.3 C.7.6.3.1.2; chroma stored for two pixels is the same for both where it is
native and goes over smoothly between the samples' centres (weights 3/4 and 1/4) where it comes from a JPEG.

Frames count from 1; all when none is named. Writes OUT/0001.raw ... with four bytes a pixel, and prints a line a frame:
SOP Instance UID, frame, columns, rows. The bytes: red, green, blue, and 1 under a set overlay bit, 2 beside one, else 0.
Exit status: 0, 1 failed, 3 a tool is missing.
"""
import os
import subprocess
import sys
import tempfile
import warnings

try:
    import numpy
    import pydicom
    from pydicom.encaps import generate_pixel_data_frame
    from pydicom.pixel_data_handlers import numpy_handler, rle_handler, util
except ImportError as missing:
    print(missing, file=sys.stderr)
    sys.exit(3)

from expected_pixels import JPEG2000, JPEGLS, place, precision

warnings.simplefilter("ignore")
RLE = "1.2.840.10008.1.2.5"


def frames_of(data):
    return int(data.get("NumberOfFrames", 1) or 1)


def ffmpeg(stream, suffix, pixel_format):
    with tempfile.TemporaryDirectory() as folder:
        name = os.path.join(folder, "frame." + suffix)
        with open(name, "wb") as file:
            file.write(stream)
        return subprocess.run(["ffmpeg", "-v", "quiet", "-i", name, "-f", "rawvideo", "-pix_fmt", pixel_format, "-"],
                              stdout=subprocess.PIPE, check=True).stdout


def native_format(stream, suffix):
    with tempfile.TemporaryDirectory() as folder:
        name = os.path.join(folder, "frame." + suffix)
        with open(name, "wb") as file:
            file.write(stream)
        said = subprocess.run(["ffprobe", "-v", "quiet", "-show_entries", "stream=pix_fmt", "-of", "csv=p=0", name],
                              stdout=subprocess.PIPE, check=True).stdout
    return said.decode().strip()


def jpeg_precision(stream):
    """Bits of a sample, from the frame header: T.81 B.2.2."""
    at = 2
    while stream[at + 1] not in (0xC0, 0xC1, 0xC2, 0xC3):
        at += 2 + int.from_bytes(stream[at + 2:at + 4], "big")
    return stream[at + 4]


def smooth(plane, axis, size):
    """Samples for two pixels each, as a line between the centres of the samples."""
    plane = numpy.moveaxis(plane, axis, 0)
    before = numpy.concatenate([plane[:1], plane[:-1]])
    after = numpy.concatenate([plane[1:], plane[-1:]])
    twice = numpy.stack([0.75 * plane + 0.25 * before, 0.75 * plane + 0.25 * after], axis=1)
    return numpy.moveaxis(twice.reshape((-1,) + plane.shape[1:])[:size], 0, axis)


def rgb_of_ybr(y, b, r):
    b, r = b - 128.0, r - 128.0
    rgb = numpy.stack([y + 1.402 * r, y - 0.344136 * b - 0.714136 * r, y + 1.772 * b], axis=-1)
    return numpy.floor(numpy.clip(rgb, 0.0, 255.0) + 0.5)


def jpeg_colour(stream, data):
    rows, columns = data.Rows, data.Columns
    known = {"yuvj444p": (1, 1), "yuvj422p": (1, 2), "yuvj420p": (2, 2), "yuvj440p": (2, 1)}
    kind = native_format(stream, "jpg")
    if kind not in known:
        raise ValueError("FFmpeg calls the JPEG " + kind)
    down, across = known[kind]
    raw = numpy.frombuffer(ffmpeg(stream, "jpg", kind), numpy.uint8).astype(float)
    small = (-(-rows // down), -(-columns // across))
    luma, count = raw[:rows * columns].reshape(rows, columns), small[0] * small[1]
    chroma = [raw[rows * columns + i * count:rows * columns + (i + 1) * count].reshape(small) for i in (0, 1)]
    if across == 2:
        chroma = [smooth(plane, 1, columns) for plane in chroma]
    if down == 2:
        chroma = [smooth(plane, 0, rows) for plane in chroma]
    if data.PhotometricInterpretation == "RGB":
        return numpy.stack([luma] + chroma, axis=-1)
    return rgb_of_ybr(luma, *chroma)


def compressed(stream, data):
    """Samples of one frame: rows x columns, or rows x columns x RGB."""
    syntax, shape = data.file_meta.TransferSyntaxUID, (data.Rows, data.Columns)
    if data.SamplesPerPixel == 3:
        if syntax in JPEG2000 + JPEGLS:
            raw = ffmpeg(stream, "j2k" if syntax in JPEG2000 else "jls", "rgb24")
            return numpy.frombuffer(raw, numpy.uint8).reshape(shape + (3,))
        return jpeg_colour(stream, data)
    if syntax in JPEG2000 + JPEGLS:
        bits, is_signed = precision(stream, syntax)
        suffix = "j2k" if syntax in JPEG2000 else "jls"
    else:
        bits, is_signed, suffix = jpeg_precision(stream), False, "jpg"
    wide = bits > 8
    raw = ffmpeg(stream, suffix, "gray16le" if wide else "gray")
    words = numpy.frombuffer(raw, "<u2" if wide else numpy.uint8).astype(numpy.int64).reshape(shape)
    if suffix != "jpg" or wide:
        words = words >> ((16 if wide else 8) - bits)
    return words - (1 << (bits - 1)) if is_signed else words


def native(data):
    """All frames as they are stored: frames x rows x columns (x samples)."""
    handler = rle_handler if data.file_meta.TransferSyntaxUID == RLE else numpy_handler
    pixels = util.reshape_pixel_array(data, handler.get_pixeldata(data))
    return pixels if frames_of(data) > 1 else pixels[numpy.newaxis]


def groups(data, frame, sequence):
    """The item of a functional group of this frame (from 0), or the data set itself."""
    for place in ("PerFrameFunctionalGroupsSequence", "SharedFunctionalGroupsSequence"):
        items = data.get(place)
        if items:
            item = items[frame if place.startswith("Per") else 0]
            if sequence in item:
                return item[sequence].value[0]
    return data


def stored(data, samples):
    words = samples.astype(numpy.int64) & ((1 << data.BitsAllocated) - 1)
    words = (words >> (data.HighBit + 1 - data.BitsStored)) & ((1 << data.BitsStored) - 1)
    if data.PixelRepresentation == 1:
        sign = 1 << (data.BitsStored - 1)
        words = (words ^ sign) - sign
    return words


def first(value):
    return float(value[0] if isinstance(value, pydicom.multival.MultiValue) else value)


def table(item, words):
    count, start, bits = [int(v) for v in item.LUTDescriptor]
    entries = item.LUTData
    entries = numpy.frombuffer(entries, "<u2") if isinstance(entries, bytes) else numpy.array(entries)
    entries = entries.astype(float)[:count or 65536]
    return entries[numpy.clip(words - start, 0, len(entries) - 1).astype(int)], (1 << bits) - 1


def modality(data, samples, frame):
    """Values, and which of them are padding."""
    words = stored(data, samples)
    change = groups(data, frame, "PixelValueTransformationSequence")
    if "ModalityLUTSequence" in data:
        value = table(data.ModalityLUTSequence[0], words)[0]
    else:
        value = words * float(change.get("RescaleSlope", 1)) + float(change.get("RescaleIntercept", 0))
    padding = numpy.zeros(words.shape, bool)
    if "PixelPaddingValue" in data:
        ends = sorted((int(data.PixelPaddingValue), int(data.get("PixelPaddingRangeLimit", data.PixelPaddingValue))))
        padding = (words >= ends[0]) & (words <= ends[1])
    return value, padding


def middle_of(data):
    """The frame in the middle of the stack: from head to feet where planes have places, else in the file's order."""
    order = list(range(frames_of(data)))
    if "PlanePositionSequence" in data.get("PerFrameFunctionalGroupsSequence", [[]])[0]:
        def along(frame):
            plane = pydicom.Dataset()
            plane.ImagePositionPatient = groups(data, frame, "PlanePositionSequence").ImagePositionPatient
            plane.ImageOrientationPatient = groups(data, frame, "PlaneOrientationSequence").ImageOrientationPatient
            return place(plane)
        order.sort(key=along)
    return order[len(order) // 2]


def grey(data, frames, frame):
    value, padding = modality(data, frames(frame), frame)
    voi = groups(data, frame, "FrameVOILUTSequence")
    if voi.get("WindowCenter") not in (None, ""):
        centre, width = first(voi.WindowCenter), first(voi.WindowWidth)
        if voi.get("VOILUTFunction", "LINEAR") == "SIGMOID":
            y = 255.0 / (1.0 + numpy.exp(-4.0 * (value - centre) / width))
        elif voi.get("VOILUTFunction", "LINEAR") == "LINEAR_EXACT":
            y = ((value - centre) / width + 0.5) * 255.0
        else:
            y = ((value - (centre - 0.5)) / (width - 1.0) + 0.5) * 255.0
    elif voi.get("VOILUTSequence"):
        y, most = table(voi.VOILUTSequence[0], numpy.floor(value + 0.5))
        y = y * 255.0 / most
    else:
        middle = middle_of(data)
        seen, is_padding = modality(data, frames(middle), middle)
        seen = seen[~is_padding]
        y = (value - seen.min()) * 255.0 / (seen.max() - seen.min())
    level = numpy.floor(numpy.clip(y, 0.0, 255.0) + 0.5)
    if data.PhotometricInterpretation == "MONOCHROME1":
        level = 255.0 - level
    level[padding] = 0
    return numpy.repeat(level[..., numpy.newaxis], 3, axis=-1)


def colour(data, samples):
    kind = data.PhotometricInterpretation
    if kind == "PALETTE COLOR":
        rgb = util.apply_color_lut(samples, data)
        return rgb >> 8 if rgb.dtype.itemsize == 2 else rgb
    if data.BitsAllocated == 16:
        return numpy.floor(samples * 255.0 / ((1 << data.BitsStored) - 1) + 0.5)
    is_jpeg = data.file_meta.TransferSyntaxUID.startswith("1.2.840.10008.1.2.4.")
    return rgb_of_ybr(*numpy.moveaxis(samples.astype(float), -1, 0)) if kind.startswith("YBR") and not is_jpeg else samples


def shutter(data, rgb):
    """Black outside the shapes: PS3.3 C.7.6.11. Rows and columns count from 1, edges are seen."""
    shapes = data.get("ShutterShape") or []
    shapes = [shapes] if isinstance(shapes, str) else shapes
    row, column = numpy.mgrid[1:data.Rows + 1, 1:data.Columns + 1]
    if "RECTANGULAR" in shapes:
        rgb[(column < data.ShutterLeftVerticalEdge) | (column > data.ShutterRightVerticalEdge) |
            (row < data.ShutterUpperHorizontalEdge) | (row > data.ShutterLowerHorizontalEdge)] = 0
    if "CIRCULAR" in shapes:
        centre = [float(v) for v in data.CenterOfCircularShutter]
        rgb[numpy.hypot(row - centre[0], column - centre[1]) > float(data.RadiusOfCircularShutter)] = 0


def overlays(data, frame):
    """1 under a set bit, 2 beside one."""
    marked = numpy.zeros((data.Rows, data.Columns), bool)
    for group in range(0x6000, 0x6020, 2):
        if (group, 0x3000) not in data:
            continue
        planes = data.overlay_array(group)
        planes = planes if planes.ndim == 3 else planes[numpy.newaxis]
        begin = int(data[group, 0x0051].value) - 1 if (group, 0x0051) in data and len(planes) > 1 else 0
        if len(planes) > 1 and not begin <= frame < begin + len(planes):
            continue
        plane = planes[frame - begin if len(planes) > 1 else 0]
        top, left = [int(v) - 1 for v in data[group, 0x0050].value]
        rows, columns = numpy.nonzero(plane)
        inside = (rows + top >= 0) & (rows + top < data.Rows) & (columns + left >= 0) & (columns + left < data.Columns)
        marked[rows[inside] + top, columns[inside] + left] = True
    near = numpy.zeros_like(marked)
    padded = numpy.pad(marked, 1)
    for down in range(3):
        for right in range(3):
            near |= padded[down:down + marked.shape[0], right:right + marked.shape[1]]
    return numpy.where(marked, 1, numpy.where(near, 2, 0))


def main(path, out, wanted):
    os.makedirs(out, exist_ok=True)
    data = pydicom.dcmread(path, force=True)
    syntax = data.file_meta.TransferSyntaxUID
    is_compressed = syntax.startswith("1.2.840.10008.1.2.4.")
    all_frames = list(generate_pixel_data_frame(data.PixelData, frames_of(data))) if is_compressed else native(data)

    def samples(frame):
        return compressed(all_frames[frame], data) if is_compressed else all_frames[frame]

    for number, frame in enumerate(wanted or range(1, frames_of(data) + 1), 1):
        is_grey = data.PhotometricInterpretation.startswith("MONOCHROME")
        rgb = grey(data, samples, frame - 1) if is_grey else colour(data, samples(frame - 1))
        rgb = numpy.array(rgb, numpy.uint8)
        shutter(data, rgb)
        four = numpy.dstack([rgb, overlays(data, frame - 1)]).astype(numpy.uint8)
        with open(os.path.join(out, "%04d.raw" % number), "wb") as file:
            file.write(four.tobytes())
        print(data.SOPInstanceUID, frame, data.Columns, data.Rows)
    return 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        print(__doc__, file=sys.stderr)
        sys.exit(1)
    try:
        sys.exit(main(sys.argv[1], sys.argv[2], [int(frame) for frame in sys.argv[3:]]))
    except FileNotFoundError as missing:
        print(missing, file=sys.stderr)
        sys.exit(3)
