"""What pydicom says of every frame of the files named on standard input: one JSON object a frame."""
import json
import sys

import pydicom

pydicom.config.settings.reading_validation_mode = pydicom.config.IGNORE


def floats(value):
    if value is None or value == "":
        return None
    return [float(v) for v in value] if hasattr(value, "__len__") and not isinstance(value, str) else [float(value)]


def report(path):
    ds = pydicom.dcmread(path, force=True, stop_before_pixels=True)
    shared = (list(ds.get("SharedFunctionalGroupsSequence", [])) or [None])[0]
    per_frame = list(ds.get("PerFrameFunctionalGroupsSequence", []))

    def find(frame, macro, name):
        for groups in (per_frame[frame] if frame < len(per_frame) else None, shared):
            if groups is not None and macro in groups and len(groups[macro].value):
                item = groups[macro].value[0]
                if name in item:
                    return item.get(name)
        return None

    frame_types = ("MRImageFrameTypeSequence", "CTImageFrameTypeSequence", "PETFrameTypeSequence")
    for frame in range(int(ds.get("NumberOfFrames", 1) or 1)):
        types = [t for t in (find(frame, m, "FrameType") for m in frame_types) if t]
        percent = floats(find(frame, "FrameVOILUTSequence", "WindowCenter"))
        print(json.dumps({
            "path": path, "frame": frame, "hasGroups": bool(per_frame),
            "position": floats(find(frame, "PlanePositionSequence", "ImagePositionPatient")),
            "orientation": floats(find(frame, "PlaneOrientationSequence", "ImageOrientationPatient")),
            "spacing": floats(find(frame, "PixelMeasuresSequence", "PixelSpacing")),
            "thickness": floats(find(frame, "PixelMeasuresSequence", "SliceThickness")),
            "slope": floats(find(frame, "PixelValueTransformationSequence", "RescaleSlope")),
            "intercept": floats(find(frame, "PixelValueTransformationSequence", "RescaleIntercept")),
            "centre": percent, "width": floats(find(frame, "FrameVOILUTSequence", "WindowWidth")),
            "temporal": floats(find(frame, "FrameContentSequence", "TemporalPositionIndex")),
            "acquisition": floats(find(frame, "FrameContentSequence", "FrameAcquisitionNumber")),
            "type": "\\".join(types[0]) if types else None,
        }))


for line in sys.stdin:
    report(line.rstrip("\n"))
