"""Four box plots on the same axis; the whiskers go to the extremes."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import GRID, INK, SOFT, box, line, words, write_svg  # noqa: E402

CLASSES = {"A": (4, 8, 11, 14, 18), "B": (2, 10, 12, 13, 20), "C": (6, 9, 10, 15, 17), "D": (5, 7, 9, 12, 16)}


def across(mark: float) -> float:
    return 90 + mark * 22


parts = [words(310, 24, "Notes sur 20", anchor="middle", weight="bold")]
for mark in range(21):
    parts.append(line(across(mark), 40, across(mark), 290, GRID if mark % 2 else "#8a93a1"))
    if mark % 2 == 0:
        parts.append(words(across(mark), 308, str(mark), anchor="middle"))
for i, (name, (low, first, middle, third, high)) in enumerate(CLASSES.items()):
    y = 70 + 62 * i
    parts.append(words(16, y + 5, f"Classe {name}"))
    parts.append(line(across(low), y, across(first), y, INK, 2) + line(across(third), y, across(high), y, INK, 2))
    parts.append(line(across(low), y - 9, across(low), y + 9, INK, 2))
    parts.append(line(across(high), y - 9, across(high), y + 9, INK, 2))
    parts.append(box(across(first), y - 17, across(third) - across(first), 34, SOFT, INK, 2))
    parts.append(line(across(middle), y - 17, across(middle), y + 17, "#b8384c", 4))
write_svg(Path(__file__).parent / "boites.svg", 560, 325, *parts)
