#!/usr/bin/env python3
"""`luts.py IMAGES OUT_FOLDER`: images that bring several VOI LUTs, by pydicom alone.

Into OUT_FOLDER go the images of the coronal position phantom (row r holds 7875 - 250 r, 64 times its z in mm)
with three tables for the values -128 to 127: STANDARD gives value + 128, REVERSE 127 - value, and a third
without a name 0 below -50, 100 below 50, else 255, all of 255. The images at both ends have the first alone.
"""
import pathlib
import sys

import pydicom
from pydicom.sequence import Sequence

from tables import table


def named(name, entries):
    item = table(-128, 8, entries)[0]
    if name:
        item.LUTExplanation = name
    else:
        del item.LUTExplanation
    return item


def main():
    folder, out = sys.argv[1:]
    pathlib.Path(out).mkdir(parents=True, exist_ok=True)
    values = range(-128, 128)
    tables = [named("STANDARD", [value + 128 for value in values]), named("REVERSE", [127 - value for value in values]),
              named("", [0 if value < -50 else 100 if value < 50 else 255 for value in values])]
    paths = sorted(pathlib.Path(folder).glob("*.dcm"))
    places = [float(pydicom.dcmread(path, stop_before_pixels=True).ImagePositionPatient[1]) for path in paths]
    for path, place in zip(paths, places):
        ds = pydicom.dcmread(path)
        for keyword in ("WindowCenter", "WindowWidth", "WindowCenterWidthExplanation", "VOILUTFunction"):
            if keyword in ds:
                delattr(ds, keyword)
        isEnd = place in (min(places), max(places))
        ds.VOILUTSequence = Sequence(tables[:1] if isEnd else tables)
        ds.save_as(pathlib.Path(out) / path.name)


if __name__ == "__main__":
    main()
