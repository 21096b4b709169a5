"""Eighty amounts, all texts but a few, written in five ways."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import Cell, write_table

HERE = Path(__file__).resolve().parent
draw = random.Random(31)
cents = [draw.randrange(450, 240_000, 5) for _ in range(80)]


def written(value: int, way: int) -> Cell:
    """The amount in one of the five ways."""
    euros, rest = divmod(value, 100)
    spaced = f"{euros:,}".replace(",", " ")
    if way == 0:
        return value / 100
    return ("", f"{spaced},{rest:02} €", f"{euros}.{rest:02}", f"{euros},{rest:02} EUR", f" {spaced},{rest:02}")[way]


rows: list[list[Cell]] = [["Reçu", "Montant"]]
rows += [[f"R{n:03}", written(value, draw.randrange(5))] for n, value in enumerate(cents, start=1)]
write_table(HERE, "montants", rows)
