#!/usr/bin/env python3
"""`kept.py IMAGES OUT_FOLDER`: measurements, presentation states and key images as another program keeps them.

Into OUT_FOLDER go copies of the images of the coronal position phantom and, in their study, objects
written by pydicom alone: a report of measurements (TID 1500) with values that agree, values that do
not, and marks that cannot be shown; the earlier version that it takes the place of; a report that a
rejection note withdraws; a presentation state; a key image note. UIDs are fixed, so that a scenario
can name the marks.
"""
import pathlib
import shutil
import sys

import pydicom
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

from documents import Study, code, content, image

ROOT = "1.2.826.0.1.3680043.8.498.77."
MISSING = ROOT + "404"


def coordinates(kind, points, reference, relation="INFERRED FROM"):
    item = content("SCOORD", relation, ("111030", "DCM", "Image Region"), GraphicType=kind, GraphicData=points)
    source = image(reference)
    source.RelationshipType = "SELECTED FROM"
    item.ContentSequence = Sequence([source])
    return item


def in_patient(kind, points, frame_of_reference):
    return content("SCOORD3D", "INFERRED FROM", ("111030", "DCM", "Image Region"), GraphicType=kind, GraphicData=points,
                   ReferencedFrameOfReferenceUID=frame_of_reference)


def measured(name, value, unit, below=(), derivation=None):
    numeric = Dataset()
    numeric.NumericValue, numeric.MeasurementUnitsCodeSequence = value, code(*unit)
    item = content("NUM", "CONTAINS", name, MeasuredValueSequence=Sequence([numeric]))
    items = list(below)
    if derivation:
        items.insert(0, content("CODE", "HAS CONCEPT MOD", ("121401", "DCM", "Derivation"), ConceptCodeSequence=code(*derivation)))
    if items:
        item.ContentSequence = Sequence(items)
    return item


def group(number, name, parts):
    item = content("CONTAINER", "CONTAINS", ("125007", "DCM", "Measurement Group"), ContinuityOfContent="SEPARATE")
    item.ContentSequence = Sequence([
        content("TEXT", "HAS OBS CONTEXT", ("112039", "DCM", "Tracking Identifier"), TextValue=name),
        content("UIDREF", "HAS OBS CONTEXT", ("112040", "DCM", "Tracking Unique Identifier"), UID=ROOT + str(number))] + list(parts))
    return item


def evidence(ds, references):
    study, series = Dataset(), Dataset()
    study.StudyInstanceUID, series.SeriesInstanceUID = references[0].StudyInstanceUID, references[0].SeriesInstanceUID
    named = []
    for reference in references:
        item = Dataset()
        item.ReferencedSOPClassUID, item.ReferencedSOPInstanceUID = reference.SOPClassUID, reference.SOPInstanceUID
        named.append(item)
    series.ReferencedSOPSequence = Sequence(named)
    study.ReferencedSeriesSequence = Sequence([series])
    ds.CurrentRequestedProcedureEvidenceSequence = Sequence([study])


def report(study, uid, time, groups, references, name, predecessor=None):
    ds = study.new("88.34", "SR", name)
    ds.SOPInstanceUID, ds.Manufacturer, ds.ContentTime = ROOT + uid, "Other Viewer", time
    ds.ValueType, ds.ContinuityOfContent = "CONTAINER", "SEPARATE"
    ds.ConceptNameCodeSequence = code("126000", "DCM", "Imaging Measurement Report")
    ds.CompletionFlag, ds.VerificationFlag = "COMPLETE", "UNVERIFIED"
    evidence(ds, references)
    if predecessor is not None:
        before, series, item = Dataset(), Dataset(), Dataset()
        item.ReferencedSOPClassUID, item.ReferencedSOPInstanceUID = predecessor.SOPClassUID, predecessor.SOPInstanceUID
        series.SeriesInstanceUID, series.ReferencedSOPSequence = predecessor.SeriesInstanceUID, Sequence([item])
        before.StudyInstanceUID, before.ReferencedSeriesSequence = predecessor.StudyInstanceUID, Sequence([series])
        ds.PredecessorDocumentsSequence = Sequence([before])
    measurements = content("CONTAINER", "CONTAINS", ("126010", "DCM", "Imaging Measurements"), ContinuityOfContent="SEPARATE")
    measurements.ContentSequence = Sequence(groups)
    ds.ContentSequence = Sequence([
        content("PNAME", "HAS OBS CONTEXT", ("121008", "DCM", "Person Observer Name"), PersonName="LI^Yisheng=李^医生"),
        measurements])
    study.save(ds, name + ".dcm")
    return ds


LENGTH, AREA = ("410668003", "SCT", "Length"), ("42798000", "SCT", "Area")
PIXELS, MEAN = ("112031", "DCM", "Attenuation Coefficient"), ("373098007", "SCT", "Mean")
MM, CM, HU = ("mm", "UCUM", "millimeter"), ("cm", "UCUM", "centimeter"), ("[hnsf'U]", "UCUM", "Hounsfield unit")


def marks(middle):
    """Pixels count from the outer corner: the centre of the first one is 0.5, 0.5."""
    line = coordinates("POLYLINE", [10.5, 10.5, 13.5, 14.5], middle)
    ellipse = coordinates("ELLIPSE", [15.5, 20.5, 25.5, 20.5, 20.5, 17.5, 20.5, 23.5], middle, "CONTAINS")
    elsewhere = Dataset()
    elsewhere.SOPClassUID, elsewhere.SOPInstanceUID = middle.SOPClassUID, MISSING
    lost = coordinates("POLYLINE", [1.5, 1.5, 3.5, 3.5], elsewhere)
    no_number = coordinates("POLYLINE", [1.5, 1.5, float("nan"), 3.5], middle)
    outside = coordinates("POLYLINE", [500.5, 1.5, 600.5, 3.5], middle)
    source = image(middle)
    source.ConceptNameCodeSequence = code("121112", "DCM", "Source of Measurement")
    return [
        group(1, "Lesion 1", [measured(LENGTH, "19.53", MM, [line])]),
        group(2, "Lesion 2", [ellipse, measured(PIXELS, "99", HU, derivation=MEAN)]),
        group(3, "Depth", [measured(LENGTH, "5.0", CM, [in_patient("POLYLINE", [-30.0, -6.0, 0.0, 0.0, -6.0, 40.0], middle.FrameOfReferenceUID)])]),
        group(4, "Lost", [measured(LENGTH, "2.8", MM, [lost])]),
        group(5, "No number", [measured(LENGTH, "2.8", MM, [no_number])]),
        group(6, "Outside", [measured(LENGTH, "100", MM, [outside])]),
        group(7, "Other frame", [measured(LENGTH, "50", MM, [in_patient("POLYLINE", [0.0, 0.0, 0.0, 0.0, 0.0, 40.0], ROOT + "405")])]),
        group(8, "No place", [source, measured(AREA, "12", ("mm2", "UCUM", "square millimeter"))]),
    ]


def references(images):
    series = Dataset()
    series.SeriesInstanceUID = images[0].SeriesInstanceUID
    named = []
    for one in images:
        item = Dataset()
        item.ReferencedSOPClassUID, item.ReferencedSOPInstanceUID = one.SOPClassUID, one.SOPInstanceUID
        named.append(item)
    series.ReferencedImageSequence = Sequence(named)
    return Sequence([series])


def state(study, middle):
    ds = study.new("11.1", "PR", "View")
    ds.SOPInstanceUID, ds.Manufacturer = ROOT + "50", "Other Viewer"
    ds.ContentLabel, ds.ContentDescription, ds.ContentCreatorName = "OTHER", "Bone view", "LI^Yisheng=李^医生"
    ds.PresentationCreationDate, ds.PresentationCreationTime = "20260301", "113000"
    ds.ReferencedSeriesSequence = references([middle])
    # Without a modality step the window counts in stored values, which are 64 times the millimetres of the phantom.
    voi = Dataset()
    voi.WindowCenter, voi.WindowWidth = "640", "3201"
    ds.SoftcopyVOILUTSequence = Sequence([voi])
    ds.PresentationLUTShape = "INVERSE"
    ds.ImageRotation, ds.ImageHorizontalFlip = 90, "N"
    area = Dataset()
    # As displayed: turned by a quarter, the upper left corner is the lower left one of the image.
    area.DisplayedAreaTopLeftHandCorner, area.DisplayedAreaBottomRightHandCorner = [17, 48], [48, 17]
    area.PresentationSizeMode, area.PresentationPixelAspectRatio = "SCALE TO FIT", [1, 1]
    ds.DisplayedAreaSelectionSequence = Sequence([area])
    ds.ShutterShape, ds.CenterOfCircularShutter, ds.RadiusOfCircularShutter = "CIRCULAR", [32, 32], 20
    layer = Dataset()
    layer.GraphicLayer, layer.GraphicLayerOrder = "MARKS", 1
    ds.GraphicLayerSequence = Sequence([layer])
    triangle = Dataset()
    triangle.GraphicAnnotationUnits, triangle.GraphicDimensions, triangle.NumberOfGraphicPoints = "PIXEL", 2, 4
    triangle.GraphicData = [40.5, 40.5, 50.5, 40.5, 40.5, 50.5, 40.5, 40.5]
    triangle.GraphicType, triangle.GraphicFilled = "POLYLINE", "N"
    note = Dataset()
    note.AnchorPointAnnotationUnits, note.AnchorPoint, note.AnchorPointVisibility = "PIXEL", [20.5, 20.5], "N"
    note.UnformattedTextValue = "注意"
    corner = Dataset()
    corner.BoundingBoxAnnotationUnits, corner.UnformattedTextValue = "DISPLAY", "in the corner"
    corner.BoundingBoxTopLeftHandCorner, corner.BoundingBoxBottomRightHandCorner = [0.0, 0.0], [0.3, 0.1]
    corner.BoundingBoxTextHorizontalJustification = "LEFT"
    annotation = Dataset()
    annotation.GraphicLayer = "MARKS"
    annotation.GraphicObjectSequence, annotation.TextObjectSequence = Sequence([triangle]), Sequence([note, corner])
    ds.GraphicAnnotationSequence = Sequence([annotation])
    study.save(ds, "state.dcm")


def note(study, uid, title, named, name, text=None):
    ds = study.new("88.59", "KO", name)
    ds.SOPInstanceUID, ds.Manufacturer = ROOT + uid, "Other Viewer"
    ds.ValueType, ds.ContinuityOfContent = "CONTAINER", "SEPARATE"
    ds.ConceptNameCodeSequence = code(*title)
    items = [content("PNAME", "HAS OBS CONTEXT", ("121008", "DCM", "Person Observer Name"), PersonName="LI^Yisheng=李^医生")]
    if text:
        items.append(content("TEXT", "CONTAINS", ("113012", "DCM", "Key Object Description"), TextValue=text))
    for one in named:
        items.append(image(one))
        if not one.SOPClassUID.startswith("1.2.840.10008.5.1.4.1.1.2"):
            items[-1].ValueType = "COMPOSITE"
    ds.ContentSequence = Sequence(items)
    study.save(ds, name + ".dcm")


def main():
    folder, out = sys.argv[1:]
    pathlib.Path(out).mkdir(parents=True, exist_ok=True)
    images = []
    for path in sorted(pathlib.Path(folder).glob("*.dcm")):
        shutil.copy(path, out)
        images.append(pydicom.dcmread(path, stop_before_pixels=True))
    middle = min(images, key=lambda one: abs(float(one.ImagePositionPatient[1]) + 6.0))
    front = min(images, key=lambda one: float(one.ImagePositionPatient[1]))
    study = Study(middle, out)
    line = coordinates("POLYLINE", [30.5, 30.5, 40.5, 30.5], middle)
    older = report(study, "40", "090000", [group(1, "Lesion 1", [measured(LENGTH, "39.06", MM, [line])])], [middle], "older")
    report(study, "41", "100000", marks(middle), [middle], "measurements", older)
    other = coordinates("POLYLINE", [5.5, 5.5, 9.5, 5.5], middle)
    withdrawn = report(study, "42", "101000", [group(9, "Wrong", [measured(LENGTH, "15.6", MM, [other])])], [middle], "withdrawn")
    state(study, middle)
    elsewhere = Dataset()
    elsewhere.SOPClassUID, elsewhere.SOPInstanceUID = middle.SOPClassUID, MISSING
    note(study, "60", ("113003", "DCM", "For Surgery"), [middle, front, elsewhere], "keys", "术前请看")
    note(study, "61", ("113001", "DCM", "Rejected for Quality Reasons"), [withdrawn], "rejection")


if __name__ == "__main__":
    main()
