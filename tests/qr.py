"""QR codes, read by a real decoder."""

from __future__ import annotations

import re

import pypdfium2
import zxingcpp
from PIL import Image, ImageDraw

MODULE = 8
"""Pixels."""


def scanned_page(pdf: bytes, number: int = 0, *, scale: float = 2) -> list[str]:
    """What a telephone reads on a page, drawn with 72 × `scale` points per inch."""
    return _read(pypdfium2.PdfDocument(pdf)[number].render(scale=scale).to_pil())


def scanned_drawing(page: str) -> list[str]:
    """What it reads of the drawing `<svg class="qr">` of a page."""
    found = re.search(
        r'<svg class="qr" viewBox="0 0 (\d+) \1"[^>]*><path d="([^"]+)" fill="none" stroke="#14272E"', page
    )
    assert found is not None
    side = int(found[1]) * MODULE
    image = Image.new("L", (side, side), 255)
    draw = ImageDraw.Draw(image)
    for x, y, length in re.findall(r"M(\d+) (\d+)\.5h(\d+)", found[2]):
        left, top = int(x) * MODULE, int(y) * MODULE
        draw.rectangle((left, top, left + int(length) * MODULE - 1, top + MODULE - 1), fill=20)
    return _read(image)


def _read(image: Image.Image) -> list[str]:
    return [one.text for one in zxingcpp.read_barcodes(image)]
