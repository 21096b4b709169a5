"""A sheet of A4 to write on, in millimetres from its top left corner."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

PLAIN, BOLD = "DejaVuSans", "DejaVuSans-Bold"
FONTS = Path(__file__).with_name("fonts")
WIDTH, HEIGHT = (side / mm for side in A4)
MARGIN = 15.0
LINE = 1.35
"""Height of a line of text, times its size."""
POINT = 1 / mm
"""Millimetres of a point."""


class Paper:
    """Pages, one after the other; `finished()` gives the file."""

    def __init__(self, title: str, language: str) -> None:
        _register_fonts()
        self._file = io.BytesIO()
        self._canvas = Canvas(self._file, pagesize=A4, lang=language, invariant=True)
        self._canvas.setTitle(title)
        self._canvas.setAuthor("Pix")
        self._canvas.setCreator("Pix")

    def text(
        self, x: float, y: float, words: str, size: float = 10, *, bold: bool = False, right: bool = False
    ) -> None:
        """One line, whose foot is at `y`; from `x`, or up to it when `right`."""
        self._canvas.setFont(BOLD if bold else PLAIN, size)
        draw = self._canvas.drawRightString if right else self._canvas.drawString
        draw(x * mm, (HEIGHT - y) * mm, words)

    def paragraph(self, x: float, y: float, words: str, width: float, size: float = 10, *, bold: bool = False) -> float:
        """Lines that fit in `width`, the first at `y`; where a next one would be."""
        for line in simpleSplit(words, BOLD if bold else PLAIN, size, width * mm):
            self.text(x, y, line, size, bold=bold)
            y += size * LINE * POINT
        return y

    def box(self, x: float, y: float, width: float, height: float) -> None:
        """A frame, its top left corner at (`x`, `y`)."""
        self._canvas.setLineWidth(0.5)
        self._canvas.rect(x * mm, (HEIGHT - y - height) * mm, width * mm, height * mm)

    def grid(self, x: float, y: float, widths: Sequence[float], heights: Sequence[float]) -> None:
        """Lines of a table, its top left corner at (`x`, `y`)."""
        columns = [x + sum(widths[:count]) for count in range(len(widths) + 1)]
        rows = [y + sum(heights[:count]) for count in range(len(heights) + 1)]
        self._canvas.setLineWidth(0.5)
        self._canvas.grid([column * mm for column in columns], [(HEIGHT - row) * mm for row in rows])

    def next_page(self) -> None:
        self._canvas.showPage()

    def finished(self) -> bytes:
        """The file; the page that was begun is its last."""
        self._canvas.showPage()
        self._canvas.save()
        return self._file.getvalue()


def cut(text: str, most: int) -> str:
    """The text in one line, at most so many characters; what is cut ends with an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


@cache
def _register_fonts() -> None:
    for name in (PLAIN, BOLD):
        pdfmetrics.registerFont(TTFont(name, FONTS / f"{name}.ttf"))
