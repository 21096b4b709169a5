"""Four histograms: dark, flat, two humps, burnt."""

import sys
from math import exp
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import box, words, write_svg  # noqa: E402


def hump(k: int, middle: float, width: float, tall: float) -> float:
    return tall * exp(-(((k - middle) / width) ** 2))


SHAPES = {
    "A": lambda k: 95 if k == 0 else hump(k, 4, 6, 70) + hump(k, 15, 8, 8),
    "B": lambda k: hump(k, 32, 5, 95),
    "C": lambda k: hump(k, 9, 5, 80) + hump(k, 54, 5, 90) + 2,
    "D": lambda k: 110 if k == 63 else hump(k, 58, 7, 70) + hump(k, 48, 8, 8),
}
parts = []
for place, (name, shape) in enumerate(SHAPES.items()):
    x, y = 20 + 310 * (place % 2), 35 + 185 * (place // 2)
    parts += [words(x, y - 10, name, weight="bold", size=18), box(x, y, 274, 122, "#ffffff", "#b9c0cb")]
    for k in range(64):
        tall = min(115, shape(k))
        parts.append(f'<rect x="{x + 9 + 4 * k}" y="{y + 120 - tall:.1f}" width="4" height="{tall:.1f}"/>')
    parts += [words(x, y + 140, "noir", size=13), words(x + 274, y + 140, "blanc", size=13, anchor="end")]
write_svg(Path(__file__).parent / "histogrammes.svg", 630, 390, *parts)
