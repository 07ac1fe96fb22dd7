"""What numpy makes of the overlays of the DICOM file named as argument at one device pixel for each pixel of the image:
a byte each on standard output: 0 the image alone, 1 the casing, 2 a mark. The casing is 1 pixel wide."""
import sys

import numpy
import pydicom

ds = pydicom.dcmread(sys.argv[1], force=True)
canvas = numpy.zeros((ds.Rows, ds.Columns), bool)
for group in range(0x6000, 0x6020, 2):
    if (group, 0x3000) not in ds:
        continue
    bits = ds.overlay_array(group) > 0
    top, left = (int(v) - 1 for v in ds[group, 0x0050].value)
    # Brought into the image by way of a larger canvas, so that no index is negative.
    edge = max(bits.shape) + max(abs(top), abs(left))
    large = numpy.zeros((ds.Rows + 2 * edge, ds.Columns + 2 * edge), bool)
    large[edge + top:edge + top + bits.shape[0], edge + left:edge + left + bits.shape[1]] = bits
    canvas |= large[edge:edge + ds.Rows, edge:edge + ds.Columns]
grown = numpy.zeros_like(canvas)
padded = numpy.pad(canvas, 1)
for down in range(3):
    for right in range(3):
        grown |= padded[down:down + ds.Rows, right:right + ds.Columns]
sys.stdout.buffer.write(numpy.where(canvas, 2, numpy.where(grown, 1, 0)).astype("uint8").tobytes())
