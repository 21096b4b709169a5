"""Two charts of marks with the same mean."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import axes, bars, words, write_svg  # noqa: E402

NOTES = list(range(6, 15))
ONE = {8: 1, 9: 2, 10: 4, 11: 2, 12: 1}
TWO = {6: 2, 8: 2, 10: 2, 12: 2, 14: 2}
parts = []
for k, group in enumerate((ONE, TWO)):
    size = {"x": 50 + 310 * k, "y": 60.0, "width": 250.0, "height": 170.0}
    parts.append(words(175 + 310 * k, 28, f"Groupe {k + 1}", anchor="middle", weight="bold", size=16))
    parts.append(axes([str(note) for note in NOTES], 0, 5, 1, **size))
    parts.append(bars({"élèves": [group.get(note, 0) for note in NOTES]}, 0, 5, **size))
parts.append(words(330, 285, "Note (en bas) et nombre d’élèves (à gauche)", anchor="middle", size=13))
write_svg(Path(__file__).parent / "groupes.svg", 640, 300, *parts)
