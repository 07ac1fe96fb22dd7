#!/usr/bin/env python3
"""`colours.py IMAGES OUT_FOLDER`: a photograph beside grey images, and the layers that another program drew on it.

Into OUT_FOLDER go copies of the images of the coronal position phantom and, in their study, a colour secondary capture
of 64 x 64 pixels (series 900; red 4 x column, green 4 x row, blue 128) and a Color Softcopy Presentation State of it
(state.dcm), by pydicom alone: a red layer before a white one, with a crossing line and a text on each, turned by 90
degrees. UIDs are fixed, so that a scenario can name the marks.
"""
import pathlib
import shutil
import sys

import pydicom
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

from documents import Study
from kept import ROOT, references
from kinds import profile


def photograph(study):
    ds = study.new("7", "XC", "Photograph")
    ds.SOPInstanceUID, ds.SeriesInstanceUID, ds.SeriesNumber = ROOT + "80", ROOT + "81", 900
    ds.Manufacturer, ds.ConversionType, ds.PatientOrientation = "Other Camera", "DI", ""
    ds.Rows, ds.Columns, ds.SamplesPerPixel, ds.PhotometricInterpretation, ds.PlanarConfiguration = 64, 64, 3, "RGB", 0
    ds.BitsAllocated, ds.BitsStored, ds.HighBit, ds.PixelRepresentation = 8, 8, 7, 0
    ds.PixelData = bytes(value for row in range(64) for column in range(64) for value in (4 * column, 4 * row, 128))
    ds["PixelData"].VR = "OB"
    study.save(ds, "photograph.dcm")
    return ds


def layer(name, order, description, lab):
    item = Dataset()
    item.GraphicLayer, item.GraphicLayerOrder, item.GraphicLayerDescription = name, order, description
    item.GraphicLayerRecommendedDisplayCIELabValue = lab
    return item


def annotation(name, points, text, at):
    """Pixels count from the outer corner: the centre of the first one is 0.5, 0.5."""
    line, note, item = Dataset(), Dataset(), Dataset()
    line.GraphicAnnotationUnits, line.GraphicDimensions, line.NumberOfGraphicPoints = "PIXEL", 2, len(points) // 2
    line.GraphicData, line.GraphicType, line.GraphicFilled = points, "POLYLINE", "N"
    note.AnchorPointAnnotationUnits, note.AnchorPoint, note.AnchorPointVisibility = "PIXEL", at, "N"
    note.UnformattedTextValue = text
    item.GraphicLayer, item.GraphicObjectSequence, item.TextObjectSequence = name, Sequence([line]), Sequence([note])
    return item


def state(study, photo):
    ds = study.new("11.2", "PR", "Photograph with findings")
    ds.SOPInstanceUID, ds.Manufacturer = ROOT + "82", "Other Viewer"
    ds.ContentLabel, ds.ContentDescription, ds.ContentCreatorName = "OTHER", "Findings", "LI^Yisheng=李^医生"
    ds.PresentationCreationDate, ds.PresentationCreationTime = "20260301", "113000"
    ds.ReferencedSeriesSequence = references([photo])
    area = Dataset()
    area.DisplayedAreaTopLeftHandCorner, area.DisplayedAreaBottomRightHandCorner = [1, 64], [64, 1]
    area.PresentationSizeMode, area.PresentationPixelAspectRatio = "SCALE TO FIT", [1, 1]
    ds.DisplayedAreaSelectionSequence = Sequence([area])
    ds.ImageRotation, ds.ImageHorizontalFlip = 90, "N"
    # Red of sRGB and white, as PCS-Values: the red one, which is drawn last, is listed first.
    ds.GraphicLayerSequence = Sequence([layer("FINDINGS", 2, "CAD findings", [35579, 53665, 50858]),
                                        layer("BACK", 1, "", [65535, 32896, 32896])])
    ds.GraphicAnnotationSequence = Sequence([annotation("FINDINGS", [10.5, 32.5, 54.5, 32.5], "红斑", [12.5, 40.5]),
                                             annotation("BACK", [32.5, 10.5, 32.5, 54.5], "behind", [40.5, 12.5])])
    ds.ICCProfile = profile().replace(b"mntr", b"scnr", 1)
    study.save(ds, "state.dcm")


def main():
    folder, out = sys.argv[1:]
    pathlib.Path(out).mkdir(parents=True, exist_ok=True)
    images = []
    for path in sorted(pathlib.Path(folder).glob("*.dcm")):
        shutil.copy(path, out)
        images.append(pydicom.dcmread(path, stop_before_pixels=True))
    study = Study(images[0], out)
    state(study, photograph(study))


if __name__ == "__main__":
    main()
