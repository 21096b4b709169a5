"""Three straight lines on a logarithmic axis."""

import sys
from math import log10
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import COLOURS, GRID, line, words, write_svg  # noqa: E402

PONDS = {"A": (1, 20, ""), "B": (200, 1000, "9 6"), "C": (10, 80, "3 4")}


def level(count: float) -> float:
    return 290 - log10(count) * 80


parts = [words(20, 24, "Nombre de grenouilles (échelle logarithmique)")]
for power in range(4):
    for digit in range(1, 10 if power < 3 else 2):
        count = digit * 10**power
        thick = 2 if digit == 1 else 1
        parts.append(line(70, level(count), 480, level(count), "#8a93a1" if digit == 1 else GRID, thick))
    parts.append(words(62, level(10**power) + 5, f"{10**power:,}".replace(",", " "), anchor="end"))
for year in range(0, 11, 2):
    x = 70 + 41 * year
    parts.append(line(x, 290, x, 296) + words(x, 314, str(year), anchor="middle"))
parts.append(words(275, 334, "Années", anchor="middle"))
for k, (name, (first, last, dash)) in enumerate(PONDS.items()):
    parts.append(line(70, level(first), 480, level(last), COLOURS[k], 3, dash))
    parts.append(words(490, level(last) + 5, f"{name} ({last})", weight="bold"))
    parts.append(words(78, level(first) - 7, str(first), weight="bold"))
write_svg(Path(__file__).parent / "grenouilles.svg", 570, 345, *parts)
