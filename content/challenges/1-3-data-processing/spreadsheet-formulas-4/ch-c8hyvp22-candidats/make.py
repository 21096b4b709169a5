"""A hundred and fifty candidates; several are exactly on a threshold, so that > and >= differ."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table  # noqa: E402

draw = random.Random(1318)
rows: list[list[object]] = [["Numéro", "Théorie", "Pratique"]]
for number in range(1, 151):
    theory, practice = draw.randint(4, 19), draw.randint(3, 19)
    if number % 19 == 0:
        theory, practice = 12, 8
    elif number % 23 == 0:
        theory, practice = 9, 11
    rows.append([f"P{number:03d}", theory, practice])
write_table(Path(__file__).parent, "candidats", rows, sheet="Notes")
