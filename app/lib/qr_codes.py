"""An address as a QR code: in a page, or as a file. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby

import segno

QUIET = 4
"""Light modules around, as the standard wants them."""


@dataclass(frozen=True)
class QrCode:
    """What a component draws: a square of `size` modules, and a path of horizontal strokes one module high."""

    size: int
    path: str


def qr_code(link: str) -> QrCode:
    """The drawing of a link. It is still read with a seventh of it hidden: sheets get torn, and stained."""
    matrix = _code(link).matrix
    strokes = "".join(stroke for y, row in enumerate(matrix) for stroke in _strokes(row, y + QUIET))
    return QrCode(len(matrix) + 2 * QUIET, strokes)


def qr_svg(link: str) -> bytes:
    """The same as an SVG file, to put in a slide or a message."""
    file = BytesIO()
    _code(link).save(file, kind="svg", border=QUIET, scale=10, dark="#14272E", light="#FFFFFF", title=link)
    return file.getvalue()


def _code(link: str) -> segno.QRCode:
    return segno.make_qr(link, error="m")


def _strokes(row: Sequence[int], y: int) -> Iterator[str]:
    x = QUIET
    for dark, modules in groupby(row, key=bool):
        length = len(list(modules))
        if dark:
            yield f"M{x} {y}.5h{length}"
        x += length
