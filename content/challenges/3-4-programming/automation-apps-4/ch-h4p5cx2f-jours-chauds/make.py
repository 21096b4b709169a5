"""Writes the temperatures of 240 days (releves.csv)."""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

chance = random.Random(2020)
rows: list[list[str]] = [["Date", "8 h", "16 h"]]
for day in range(240):
    warm = chance.gauss(20, 4)
    values = [round(warm - chance.uniform(2, 6)), round(warm + chance.uniform(2, 6))]
    shown = [str(value) for value in values]
    if chance.random() < 0.12:
        shown[chance.randint(0, 1)] = "ND"
    rows.append([(date(2025, 3, 1) + timedelta(day)).strftime("%d/%m/%Y"), *shown])
write_csv(Path(__file__).parent, "releves.csv", rows)
