#!/usr/bin/env python3
"""`jpeg_opinion.py FILE [FRAME]`: the samples of a grey DICOM image in sequential JPEG of 8 or 12 bits (.50, .51), decoded here.

Written from ITU-T T.81 alone and without any JPEG library: Huffman decoding (F.2.2), and the inverse cosine transform of
A.3.3 as a product of matrices of double precision. Writes 4-byte little-endian integers. Exit status: 0, 1 failed, 3 a module
is missing.
"""
import sys

try:
    import numpy
    import pydicom
    from pydicom.encaps import generate_pixel_data_frame
except ImportError as missing:
    print(missing, file=sys.stderr)
    sys.exit(3)

ZIGZAG = sorted(range(64), key=lambda i: (i // 8 + i % 8, (i // 8 if (i // 8 + i % 8) % 2 else i % 8)))


class Bits:
    """The bits of one interval between restarts, bytes of stuffing taken out."""

    def __init__(self, data):
        data = data.replace(b"\xff\x00", b"\xff") + b"\xff" * 8
        self.text = format(int.from_bytes(data, "big"), "0%db" % (8 * len(data)))
        self.at = 0

    def decode(self, table):
        for length in range(1, 17):
            value = table.get(self.text[self.at:self.at + length])
            if value is not None:
                self.at += length
                return value
        raise ValueError("no such code")

    def receive(self, count):
        if count == 0:
            return 0
        value = int(self.text[self.at:self.at + count], 2)
        self.at += count
        return value if value >= 1 << (count - 1) else value - (1 << count) + 1


def codes(counts, values):
    table, code, at = {}, 0, 0
    for length, count in enumerate(counts, 1):
        for _ in range(count):
            table[format(code, "0%db" % length)] = values[at]
            code, at = code + 1, at + 1
        code <<= 1
    return table


def decode(stream):
    at, quantisation, huffman, restart = 2, {}, {}, 0
    while True:
        marker, length = stream[at + 1], int.from_bytes(stream[at + 2:at + 4], "big")
        body = stream[at + 4:at + 2 + length]
        if marker == 0xDB:
            while body:
                size = 128 if body[0] >> 4 else 64
                quantisation[body[0] & 15] = numpy.frombuffer(body[1:1 + size], ">u2" if size == 128 else "u1").astype(float)
                body = body[1 + size:]
        elif marker == 0xC4:
            while body:
                count = sum(body[1:17])
                huffman[body[0]] = codes(body[1:17], body[17:17 + count])
                body = body[17 + count:]
        elif marker in (0xC0, 0xC1):
            bits, rows, columns = body[0], int.from_bytes(body[1:3], "big"), int.from_bytes(body[3:5], "big")
            if body[5] != 1:
                raise ValueError("not grey")
            table = body[8]
        elif marker == 0xDD:
            restart = int.from_bytes(body, "big")
        elif marker == 0xDA:
            dc, ac = huffman[body[2] >> 4], huffman[0x10 | (body[2] & 15)]
            break
        elif 0xC2 <= marker <= 0xCF:
            raise ValueError("not sequential")
        at += 2 + length
    data = stream[at + 2 + length:stream.rindex(b"\xff\xd9")]
    intervals, begin = [], 0
    for i in range(len(data) - 1):
        if data[i] == 0xFF and 0xD0 <= data[i + 1] <= 0xD7:
            intervals.append(data[begin:i])
            begin = i + 2
    intervals.append(data[begin:])
    down, across = -(-rows // 8), -(-columns // 8)
    blocks = numpy.zeros((down * across, 64))
    number = 0
    for interval in intervals:
        source, last = Bits(interval), 0
        for number in range(number, min(number + (restart or down * across), down * across)):
            last += source.receive(source.decode(dc))
            blocks[number][0] = last
            k = 1
            while k < 64:
                symbol = source.decode(ac)
                run, size = symbol >> 4, symbol & 15
                if size == 0:
                    if run != 15:
                        break
                    k += 16
                    continue
                k += run
                blocks[number][ZIGZAG[k]] = source.receive(size)
                k += 1
        number += 1
    natural = numpy.zeros(64)
    for k, place in enumerate(ZIGZAG):
        natural[place] = quantisation[table][k]
    blocks = (blocks * natural).reshape(-1, 8, 8)
    x, u = numpy.mgrid[0:8, 0:8]
    basis = numpy.where(u == 0, numpy.sqrt(0.5), 1.0) / 2.0 * numpy.cos((2 * x + 1) * u * numpy.pi / 16.0)
    pixels = numpy.einsum("xu,nuv,yv->nxy", basis, blocks, basis) + (1 << (bits - 1))
    pixels = pixels.reshape(down, across, 8, 8).swapaxes(1, 2).reshape(8 * down, 8 * across)[:rows, :columns]
    return numpy.clip(numpy.floor(pixels + 0.5), 0, (1 << bits) - 1).astype("<i4")


if __name__ == "__main__":
    dataset = pydicom.dcmread(sys.argv[1], force=True)
    frames = list(generate_pixel_data_frame(dataset.PixelData, int(dataset.get("NumberOfFrames", 1) or 1)))
    sys.stdout.buffer.write(decode(frames[int(sys.argv[2]) if len(sys.argv) > 2 else 0]).tobytes())
