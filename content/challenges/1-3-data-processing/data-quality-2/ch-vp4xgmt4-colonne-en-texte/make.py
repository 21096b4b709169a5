"""Thirty days of tickets sold by five stands; those of column D are texts."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import Cell, write_table

HERE = Path(__file__).resolve().parent
draw = random.Random(41)
rows: list[list[Cell]] = [["Jour", "Crêpes", "Jeux", "Livres", "Pêche", "Tombola"]]
for day in range(1, 31):
    row: list[Cell] = [f"Jour {day}"]
    row += [draw.randint(12, 98) for _ in range(5)]
    row[3] = str(row[3])
    rows.append(row)
write_table(HERE, "tickets", rows)
