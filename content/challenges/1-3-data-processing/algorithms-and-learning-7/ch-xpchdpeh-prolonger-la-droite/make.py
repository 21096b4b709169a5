"""A cloud between 5 and 12 years, and its line drawn on to 30."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import COLOURS, GRID, line, words, write_svg  # noqa: E402

draw = random.Random(30)


def place(age: float, size: float) -> tuple[float, float]:
    return 60 + age * 15.5, 290 - size * 0.8


parts = [words(20, 24, "Taille (cm)")]
for size in range(0, 301, 50):
    x, y = place(0, size)
    parts.append(line(x, y, 535, y, GRID) + words(x - 8, y + 5, str(size), anchor="end"))
for age in range(0, 31, 5):
    x, y = place(age, 0)
    parts.append(line(x, y, x, y + 6) + words(x, y + 22, str(age), anchor="middle"))
parts.append(words(300, 332, "Âge (années)", anchor="middle"))
for _ in range(200):
    age = draw.uniform(5, 12)
    x, y = place(age, 80 + 6 * age + draw.uniform(-5, 5))
    parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2" fill="{COLOURS[0]}"/>')
parts.append(line(*place(5, 110), *place(12, 152), COLOURS[4], 3))
parts.append(line(*place(12, 152), *place(30, 260), COLOURS[4], 3, "7 6"))
write_svg(Path(__file__).parent / "tailles.svg", 560, 345, *parts)
