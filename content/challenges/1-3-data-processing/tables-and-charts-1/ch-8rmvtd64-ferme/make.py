"""Visitors of a farm: seven days, eight weeks out of order; every number is different."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table  # noqa: E402

draw = random.Random(1301)
numbers = iter(draw.sample(range(18, 190), 56))
rows: list[list[object]] = [["Semaine", "Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche"]]
for week in (5, 2, 8, 3, 1, 7, 4, 6):
    rows.append([f"Semaine {week}", *(next(numbers) for _ in range(7))])
write_table(Path(__file__).parent, "visiteurs", rows, sheet="Visiteurs")
