"""A hump with one bar out of three empty."""

import sys
from math import exp
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import box, words, write_svg  # noqa: E402

parts = [box(20, 20, 540, 180, "#ffffff", "#b9c0cb")]
for k in range(88):
    if k % 3 != 1:
        tall = 165 * exp(-(((k - 42) / 24) ** 2))
        parts.append(f'<rect x="{26 + 6 * k}" y="{200 - tall:.1f}" width="6" height="{tall:.1f}"/>')
parts += [words(20, 222, "noir"), words(560, 222, "blanc", anchor="end")]
write_svg(Path(__file__).parent / "peigne.svg", 580, 235, *parts)
