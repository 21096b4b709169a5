"""Writes 240 trials of a faulty program (essais.ods, essais.xlsx)."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table


def answered(weight: int, amount: int) -> int:
    """What the faulty program answers."""
    if weight >= 2000:
        return 12
    if amount > 60:
        return 0
    return 4 if weight <= 500 else 7


chance = random.Random(2060)
rows: list[list[str | int]] = [["Poids (g)", "Achats (€)", "Frais répondus (€)"]]
for _ in range(240):
    weight = chance.choice([500, 500, 2000, 2000, 501, 2001, *(chance.randint(5, 320) * 10 for _ in range(10))])
    amount = chance.choice([60, 60, 59, 61, *(chance.randint(8, 140) for _ in range(8))])
    rows.append([weight, amount, answered(weight, amount)])
write_table(Path(__file__).parent, "essais", rows, sheet="Essais")
