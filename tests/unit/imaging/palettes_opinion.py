"""The well-known colour palettes of PS3.6 Annex B as pydicom ships them: 256 x red, green, blue of hotiron, pet,
hotmetalblue and pet20step, one after the other, on standard output."""
import os
import sys

import numpy
import pydicom

folder = os.path.join(os.path.dirname(pydicom.__file__), "data", "palettes")
for name in ("hotiron", "pet", "hotmetalblue", "pet20step"):
    data = pydicom.dcmread(os.path.join(folder, name + ".dcm"))
    parts = [numpy.frombuffer(getattr(data, colour + "PaletteColorLookupTableData"), numpy.uint8)
             for colour in ("Red", "Green", "Blue")]
    sys.stdout.buffer.write(numpy.stack(parts, axis=1).tobytes())
