"""The overlays of the file named as argument, as pydicom and numpy see them: group, rows, columns, row and column of the
origin, SHA-1 of one byte a pixel."""
import hashlib
import sys

import pydicom

ds = pydicom.dcmread(sys.argv[1], force=True)
for group in range(0x6000, 0x6020, 2):
    if (group, 0x3000) in ds:
        array = ds.overlay_array(group)
        origin = ds[group, 0x0050].value
        print(hex(group), array.shape[-2], array.shape[-1], origin[0], origin[1],
              hashlib.sha1((array > 0).astype("uint8").tobytes()).hexdigest())
