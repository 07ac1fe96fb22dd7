"""Reads measurement reports, presentation states and key images with pydicom, knowing nothing of the product.

Reads paths from standard input, a line each; writes one JSON object a line.
"""
import json
import sys

import pydicom


def code(sequence):
    item = sequence[0]
    return [item.get("CodeValue", item.get("LongCodeValue", "")), item.CodingSchemeDesignator, item.CodeMeaning]


def named(item, value):
    return "ConceptNameCodeSequence" in item and code(item.ConceptNameCodeSequence)[0] == value


def numbers(value):
    if value is None:
        return []
    return [float(v) for v in value] if hasattr(value, "__iter__") else [float(value)]


def frames(reference):
    return [int(v) for v in numbers(reference.get("ReferencedFrameNumber"))]


def images(dataset):
    return [[str(i.ReferencedSOPInstanceUID), frames(i)] for i in dataset.get("ReferencedImageSequence", [])]


def shape(item):
    out = {"relation": item.RelationshipType, "type": item.GraphicType, "data": numbers(item.GraphicData)}
    if item.ValueType == "SCOORD3D":
        out["frame_of_reference"] = str(item.get("ReferencedFrameOfReferenceUID", ""))
    for below in item.get("ContentSequence", []):
        if below.ValueType == "IMAGE":
            reference = below.ReferencedSOPSequence[0]
            out["image"], out["frames"] = str(reference.ReferencedSOPInstanceUID), frames(reference)
    return out


def number(item):
    measured = item.get("MeasuredValueSequence", [])
    out = {"name": code(item.ConceptNameCodeSequence), "shapes": []}
    if len(measured):
        exact = measured[0].get("FloatingPointValue")
        out["value"] = float(measured[0].NumericValue) if exact is None else float(exact)
        out["unit"] = code(measured[0].MeasurementUnitsCodeSequence)
    for below in item.get("ContentSequence", []):
        if below.get("ValueType") in ("SCOORD", "SCOORD3D"):
            out["shapes"].append(shape(below))
        elif named(below, "121401"):
            out["derivation"] = code(below.ConceptCodeSequence)
    return out


def group(item):
    out = {"shapes": [], "values": [], "texts": []}
    for below in item.get("ContentSequence", []):
        kind = below.get("ValueType")
        if named(below, "112039"):
            out["label"] = below.TextValue
        elif named(below, "112040"):
            out["uid"] = str(below.UID)
        elif named(below, "121008"):
            out["author"] = str(below.get("PersonName", ""))
        elif named(below, "370129005"):
            out["method"] = code(below.ConceptCodeSequence)
        elif named(below, "LABELPLACE"):
            out["label_place"] = [below.RelationshipType, below.TextValue]
        elif named(below, "REGIONOF"):
            out["region_of"] = [below.RelationshipType, str(below.UID)]
        elif named(below, "121071"):
            out["finding"] = code(below.ConceptCodeSequence)
        elif kind == "TEXT":
            out["texts"].append(below.TextValue)
        elif kind in ("SCOORD", "SCOORD3D"):
            out["shapes"].append(shape(below))
        elif kind == "NUM":
            out["values"].append(number(below))
    return out


def groups(item):
    found = [group(item)] if named(item, "125007") else []
    for below in item.get("ContentSequence", []):
        found += groups(below)
    return found


def evidence(ds):
    return [[str(study.StudyInstanceUID), str(series.SeriesInstanceUID), str(image.ReferencedSOPInstanceUID)]
            for study in list(ds.get("CurrentRequestedProcedureEvidenceSequence", [])) + list(ds.get("PertinentOtherEvidenceSequence", []))
            for series in study.ReferencedSeriesSequence for image in series.ReferencedSOPSequence]


def report(ds):
    return {"groups": groups(ds), "evidence": evidence(ds),
            "author": next((str(i.get("PersonName", "")) for i in ds.ContentSequence if named(i, "121008")), "")}


def keys(ds):
    return {"title": code(ds.ConceptNameCodeSequence), "evidence": evidence(ds),
            "reason": next((i.TextValue for i in ds.ContentSequence if named(i, "113012")), ""),
            "images": [[str(i.ReferencedSOPSequence[0].ReferencedSOPInstanceUID), frames(i.ReferencedSOPSequence[0])]
                       for i in ds.ContentSequence if i.ValueType == "IMAGE"],
            "objects": [str(i.ReferencedSOPSequence[0].ReferencedSOPInstanceUID) for i in ds.ContentSequence if i.ValueType == "COMPOSITE"]}


def annotation(item):
    return {"layer": item.GraphicLayer, "images": images(item),
            "graphics": [[g.GraphicType, g.GraphicAnnotationUnits, numbers(g.GraphicData), g.get("GraphicFilled", "N")]
                         for g in item.get("GraphicObjectSequence", [])],
            "texts": [{"text": t.UnformattedTextValue, "anchor": numbers(t.get("AnchorPoint")), "anchor_units": t.get("AnchorPointAnnotationUnits", ""),
                       "box": numbers(t.get("BoundingBoxTopLeftHandCorner")) + numbers(t.get("BoundingBoxBottomRightHandCorner")),
                       "box_units": t.get("BoundingBoxAnnotationUnits", "")} for t in item.get("TextObjectSequence", [])]}


def profile(icc):
    """Class, colour space, connection space and signature of a profile that is as long as it says; ICC.1 7.2."""
    if not icc or int.from_bytes(icc[:4], "big") > len(icc):
        return []
    return [icc[at:at + 4].decode("latin-1") for at in (12, 16, 20, 36)]


def state(ds):
    return {"label": ds.ContentLabel, "description": ds.get("ContentDescription", ""), "creator": str(ds.get("ContentCreatorName", "")),
            "images": [one for series in ds.ReferencedSeriesSequence for one in images(series)],
            "shape": ds.get("PresentationLUTShape", ""), "rotation": int(ds.get("ImageRotation", 0)), "flip": ds.get("ImageHorizontalFlip", "N"),
            "areas": [[numbers(a.DisplayedAreaTopLeftHandCorner) + numbers(a.DisplayedAreaBottomRightHandCorner), a.PresentationSizeMode,
                       numbers(a.get("PresentationPixelSpacing")), numbers(a.get("PresentationPixelMagnificationRatio"))]
                      for a in ds.DisplayedAreaSelectionSequence],
            "layers": [[g.GraphicLayer, int(g.GraphicLayerOrder), g.get("GraphicLayerDescription", "")] for g in ds.get("GraphicLayerSequence", [])],
            "annotations": [annotation(a) for a in ds.get("GraphicAnnotationSequence", [])],
            "voi": [[numbers(v.get("WindowCenter")), numbers(v.get("WindowWidth")), v.get("VOILUTFunction", "LINEAR"),
                     [int(n) for n in v.VOILUTSequence[0].LUTDescriptor] if "VOILUTSequence" in v else []] for v in ds.get("SoftcopyVOILUTSequence", [])],
            "rescale": [float(ds.RescaleSlope), float(ds.RescaleIntercept)] if "RescaleSlope" in ds else [],
            "profile": profile(ds.get("ICCProfile"))}


def main():
    for path in sys.stdin.read().splitlines():
        ds = pydicom.dcmread(path)
        out = {"path": path, "class": str(ds.SOPClassUID), "name": str(ds.PatientName), "id": ds.PatientID, "sop": str(ds.SOPInstanceUID),
               "charset": ds.get("SpecificCharacterSet", ""), "study_description": ds.get("StudyDescription", "")}
        out.update({"SR": report, "KO": keys, "PR": state}[ds.Modality](ds))
        print(json.dumps(out, ensure_ascii=True))


main()
