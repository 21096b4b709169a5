"""Thirty days of six sensors; C4 repeats its value of 17 April at noon until the end."""

import random
import sys
from math import sin
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import Cell, write_csv

HERE = Path(__file__).resolve().parent
draw = random.Random(61)
rows: list[list[Cell]] = [["Date", "Heure", "C1", "C2", "C3", "C4", "C5", "C6"]]
stuck: float | None = None
for day in range(1, 31):
    for hour, warm in ((0, 0.0), (6, -1.5), (12, 6.0), (18, 4.0)):
        ground = 9 + 4 * sin(day / 4) + warm
        values: list[Cell] = [round(ground + draw.gauss(0, 0.8), 1) for _ in range(6)]
        if day == 8 and hour == 6:
            values[3] = rows[-1][5]
        if (day, hour) == (17, 12):
            stuck = 15.3
        if stuck is not None:
            values[3] = stuck
        rows.append([f"{day:02}/04/2025", f"{hour:02}:00", *values])
write_csv(HERE, "capteurs.csv", rows)
