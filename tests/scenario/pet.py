#!/usr/bin/env python3
"""`pet.py OUT_FOLDER`: one PET image, 32 x 32 pixels of 4 mm, whose value is 4000 + 100 * column Bq/ml (columns from 0).

70 MBq for 70 kg and 1.75 m, decay corrected to the injection: SUV by body weight is a thousandth of the value; lean body
mass is 56.52 kg by James (1.10 * 70 - 128 * (70 / 175)^2).
"""
import pathlib
import sys

import numpy

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "phantom"))
from kinds import new, one, save  # noqa: E402


def main(out):
    ds = new("pet", "1.128", "PT", 32, 32, PatientWeight=70, PatientSize=1.75, CorrectedImage=["ATTN", "DECY"], Units="BQML",
             DecayCorrection="ADMIN", SeriesDate="20260301", SeriesTime="110000", AcquisitionDate="20260301", AcquisitionTime="110000",
             ImagePositionPatient=[-62, -62, 0], ImageOrientationPatient=[1, 0, 0, 0, 1, 0], PixelSpacing=[4, 4], SliceThickness=4,
             RescaleSlope=1, RescaleIntercept=0, FrameReferenceTime=0, ActualFrameDuration=600000)
    ds.PatientSex = "M"
    ds.RadiopharmaceuticalInformationSequence = one(RadiopharmaceuticalStartTime="100000", RadionuclideTotalDose=70e6,
                                                    RadionuclideHalfLife=6586.2)
    save(ds, pathlib.Path(out), numpy.tile(4000 + 100 * numpy.arange(32), (32, 1)))


main(sys.argv[1])
