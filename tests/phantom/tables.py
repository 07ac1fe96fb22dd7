#!/usr/bin/env python3
"""`tables.py IMAGES OUT_FOLDER`: presentation states whose greys are said by tables, by pydicom alone.

Into OUT_FOLDER go copies of the images of the coronal position phantom (row r holds 7875 - 250 r, 64 times
its z in mm) and four states of its middle image. The newest first: a VOI LUT in stored values that neither
rises nor falls throughout; a window and a Presentation LUT; a VOI LUT in values of a Modality LUT that the
image does not have; a VOI LUT with fewer entries than it says.
"""
import pathlib
import shutil
import struct
import sys

import pydicom
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

from documents import Study
from kept import ROOT, references


def table(first, bits, entries, said=None):
    item = Dataset()
    item.add_new(0x00283002, "SS" if first < 0 else "US", [said or len(entries), first, bits])
    item.LUTExplanation = "STEPS"
    item.add_new(0x00283006, "OW", struct.pack("<%dH" % len(entries), *entries))
    return Sequence([item])


def state(study, middle, number, time, name):
    ds = study.new("11.1", "PR", name)
    ds.SOPInstanceUID, ds.Manufacturer = ROOT + str(number), "Other Viewer"
    ds.ContentLabel, ds.ContentDescription, ds.ContentCreatorName = "OTHER", name, "LI^Yisheng=李^医生"
    ds.PresentationCreationDate, ds.PresentationCreationTime = "20260301", time
    ds.ReferencedSeriesSequence = references([middle])
    area = Dataset()
    area.DisplayedAreaTopLeftHandCorner, area.DisplayedAreaBottomRightHandCorner = [1, 1], [64, 64]
    area.PresentationSizeMode, area.PresentationPixelAspectRatio = "SCALE TO FIT", [1, 1]
    ds.DisplayedAreaSelectionSequence = Sequence([area])
    return ds


def by_table(ds, items):
    voi = Dataset()
    voi.VOILUTSequence = items
    ds.SoftcopyVOILUTSequence = Sequence([voi])


def main():
    folder, out = sys.argv[1:]
    pathlib.Path(out).mkdir(parents=True, exist_ok=True)
    images = []
    for path in sorted(pathlib.Path(folder).glob("*.dcm")):
        shutil.copy(path, out)
        images.append(pydicom.dcmread(path, stop_before_pixels=True))
    middle = min(images, key=lambda one: abs(float(one.ImagePositionPatient[1]) + 6.0))
    study = Study(middle, out)
    first = -2125
    steps = [3000 if value < -1000 else 500 if value < 750 else 2000 for value in range(first, 2126)]

    ds = state(study, middle, 70, "114000", "Steps")
    by_table(ds, table(first, 12, steps))
    ds.PresentationLUTShape = "IDENTITY"
    study.save(ds, "steps.dcm")

    ds = state(study, middle, 71, "113000", "P-values")
    voi = Dataset()
    voi.WindowCenter, voi.WindowWidth = "0", "16001"
    ds.SoftcopyVOILUTSequence = Sequence([voi])
    ds.PresentationLUTSequence = table(0, 10, [1023, 0, 512, 100])
    study.save(ds, "pvalues.dcm")

    ds = state(study, middle, 72, "112000", "Other values")
    ds.ModalityLUTSequence = table(0, 16, [0, 10, 200])
    ds.ModalityLUTSequence[0].ModalityLUTType = "US"
    by_table(ds, table(0, 8, [0, 255]))
    ds.PresentationLUTShape = "IDENTITY"
    study.save(ds, "other.dcm")

    ds = state(study, middle, 73, "111000", "Cut")
    by_table(ds, table(0, 12, [0, 4095], said=3))
    ds.PresentationLUTShape = "IDENTITY"
    study.save(ds, "cut.dcm")


if __name__ == "__main__":
    main()
