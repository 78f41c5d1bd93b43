"""A screenshot in a third of its size: pages have few colours, so a palette holds them.

The 256 most frequent colours stay what they are; rarer ones, at the edges of letters, take the
nearest of them.
"""

import struct
import zlib
from collections import Counter
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MOST_COLOURS = 256
Colour = tuple[int, int, int]
RGB = 2
HEADER = ">IIBBBBB"


def smaller(data: bytes) -> bytes:
    """The picture with a palette."""
    parts = dict(_parts(data))
    width, height, depth, kind, *_ = struct.unpack(HEADER, parts[b"IHDR"])
    if (depth, kind) != (8, RGB):
        return data
    rows = list(_rows(zlib.decompress(parts[b"IDAT"]), width * 3))
    pixels = [list(zip(row[0::3], row[1::3], row[2::3], strict=True)) for row in rows]
    counted = Counter(pixel for row in pixels for pixel in row)
    colours = [colour for colour, _ in counted.most_common(MOST_COLOURS)]
    number = {colour: _nearest(colour, colours) for colour in counted}
    body = b"".join(b"\0" + bytes(number[pixel] for pixel in row) for row in pixels)
    head = struct.pack(HEADER, width, height, 8, 3, 0, 0, 0)
    palette = bytes(value for colour in colours for value in colour)
    return b"".join(
        (
            SIGNATURE,
            _part(b"IHDR", head),
            _part(b"PLTE", palette),
            _part(b"IDAT", zlib.compress(body, 9)),
            _part(b"IEND", b""),
        )
    )


def _nearest(colour: Colour, colours: list[Colour]) -> int:
    """The place in the palette; its own, where it has one."""
    away = [sum((a - b) ** 2 for a, b in zip(colour, one, strict=True)) for one in colours]
    return away.index(min(away))


def _parts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks by name, those of the picture itself as one."""
    at, picture = len(SIGNATURE), b""
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        if name == b"IDAT":
            picture += body
        else:
            yield name, body
        at += 12 + length
    yield b"IDAT", picture


def _part(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _rows(raw: bytes, length: int) -> Iterator[bytearray]:
    """The lines of the picture, as they were before they were filtered for compression."""
    above = bytearray(length)
    for start in range(0, len(raw), length + 1):
        line = bytearray(raw[start + 1 : start + 1 + length])
        _unfilter(raw[start], line, above)
        yield line
        above = line


def _unfilter(how: int, line: bytearray, above: bytearray, step: int = 3) -> None:
    """The five filters of the PNG specification, section 9."""
    for i in range(len(line) if how else 0):
        left = line[i - step] if i >= step else 0
        corner = above[i - step] if i >= step else 0
        guess = (0, left, above[i], (left + above[i]) // 2)[how] if how < 4 else 0
        if how == 4:
            guess = _paeth(left, above[i], corner)
        line[i] = (line[i] + guess) & 255


def _paeth(left: int, up: int, corner: int) -> int:
    near = left + up - corner
    return min((left, up, corner), key=lambda value: abs(near - value))
