#!/usr/bin/python3
"""Studies of one patient in two archives, and what only looks like theirs: timeline.py PHANTOM OUT

PHANTOM: a folder of DICOM images, of which each study gets two. OUT/one and OUT/two: what goes into which archive. The
study UIDs are those that timeline.actions names.
"""
import copy
import pathlib
import sys

import pydicom

HERS = ("SHIJIAN^ZHOU=时间^轴", "F", "19610317")
# archive, study, Patient ID, (name, sex, birth date), date, modality, body part, description
STUDIES = [
    ("one", 1, "T-77", HERS, "20240601", "CT", "CHEST", "Chest follow-up"),
    ("one", 2, "T-77", HERS, "20240301", "MR", "HEAD", "Head"),
    ("one", 3, "T-77", HERS, "20231201", "CT", "CHEST", "Chest before"),
    # The same person under another institution's number, of another region; nobody says so but the person who reads.
    ("two", 4, "B-9", HERS, "20230110", "CT", "ABDOMEN", "Abdomen elsewhere"),
    # The same number, name and birth date, and another sex: somebody has made a mistake.
    ("two", 5, "T-77", (HERS[0], "M", HERS[2]), "20220101", "CT", "CHEST", "Chest of somebody"),
    # Of the same name only.
    ("two", 6, "B-10", (HERS[0], "F", "19700101"), "20240401", "CT", "CHEST", "Namesake"),
]


def main(phantom, out):
    images = sorted(pathlib.Path(phantom).rglob("*.dcm"))[:2]
    for archive, number, patient, (name, sex, born), date, modality, part, description in STUDIES:
        folder = pathlib.Path(out) / archive
        folder.mkdir(parents=True, exist_ok=True)
        for place, image in enumerate(images):
            d = copy.deepcopy(pydicom.dcmread(image))
            d.SpecificCharacterSet = "ISO_IR 192"
            d.PatientID, d.PatientName, d.PatientSex, d.PatientBirthDate = patient, name, sex, born
            if "PatientAge" in d:
                del d.PatientAge
            d.StudyInstanceUID = f"2.25.7700{number}"
            d.SeriesInstanceUID = f"2.25.7700{number}.1"
            d.SOPInstanceUID = d.file_meta.MediaStorageSOPInstanceUID = f"2.25.7700{number}.1.{place + 1}"
            d.FrameOfReferenceUID = f"2.25.7700{number}.9"
            d.StudyDate = d.SeriesDate = d.ContentDate = d.AcquisitionDate = date
            d.StudyTime = "090000"
            d.Modality, d.BodyPartExamined, d.StudyDescription = modality, part, description
            d.AccessionNumber = f"TIME{number}"
            d.save_as(folder / f"{number}-{place + 1}.dcm")


if __name__ == "__main__":
    main(*sys.argv[1:3])
