"""Writes the picture made of 0 and 1 (dessin.csv)."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

DRAWING = [
    "01000010",
    "01000100",
    "01001000",
    "01110000",
    "01010000",
    "01001000",
    "01000100",
    "01000010",
]
write_csv(Path(__file__).parent, "dessin.csv", [[int(figure) for figure in line] for line in DRAWING])
