"""What pydicom finds in the files named on standard input: one JSON array a line."""
import hashlib
import json
import sys

import pydicom
from pydicom.encaps import generate_pixel_data_frame

pydicom.config.settings.reading_validation_mode = pydicom.config.IGNORE
BINARY = {"OB", "OW", "OF", "OD", "OL", "OV", "UN", "OB or OW", "US or SS", "US or OW", "OB/OW"}


def texts(element):
    value = element.value
    values = list(value) if element.VM > 1 else [value]
    out = []
    for v in values:
        original = getattr(v, "original_string", None)
        if element.VR == "AT":
            out.append("%08X" % int(v))
        elif element.VR in ("DS", "IS") and original:
            out.append(str(original).strip())
        elif element.VR in ("FL", "FD"):
            out.append(repr(float(v)))
        else:
            out.append(str(v).strip(" \0"))
    return out


def report(path):
    ds = pydicom.dcmread(path, force=True)
    for element in ds:
        tag = "%08X" % int(element.tag)
        if element.VR == "SQ":
            print(json.dumps([path, tag, "SQ", [str(len(element.value))]]))
        elif element.VR not in BINARY and element.value not in (None, "") and element.VM > 0:
            print(json.dumps([path, tag, element.VR, texts(element)]))
    if "PixelData" not in ds or "Rows" not in ds:
        return
    frames = int(ds.get("NumberOfFrames", 1) or 1)
    if ds.file_meta.TransferSyntaxUID.is_compressed if "TransferSyntaxUID" in ds.file_meta else False:
        if not ds["PixelData"].is_undefined_length:
            return
        all_frames = list(generate_pixel_data_frame(ds.PixelData, frames))
        first = all_frames[0]
    else:
        size = ds.Rows * ds.Columns * ds.SamplesPerPixel * ds.BitsAllocated // 8
        if ds.BitsAllocated < 8 or ds.PhotometricInterpretation == "YBR_FULL_422" or (
                not ds.is_little_endian and ds.BitsAllocated == 8):
            return
        first = ds.PixelData[:size]
    print(json.dumps([path, "frame", str(len(first)), [hashlib.sha1(first).hexdigest()]]))


for line in sys.stdin:
    try:
        report(line.rstrip("\n"))
    except Exception as problem:  # pydicom gives up on some files; the test counts them
        print(json.dumps([line.rstrip("\n"), "gave up", type(problem).__name__, []]))
