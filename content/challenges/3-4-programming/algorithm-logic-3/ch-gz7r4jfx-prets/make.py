"""Writes the 300 loans (prets.ods, prets.xlsx)."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

chance = random.Random(3403)
rows: list[list[str | int]] = [["Prêt", "Carte", "Jours de retard", "Livres", "Réservé"]]
for number in range(1, 301):
    late = chance.choice([0, 0, 0, 0, 1, 2, 5, 9, 14])
    books = chance.choice([1, 1, 2, 2, 2, 3, 3, 4, 5])
    wanted = "oui" if chance.random() < 0.14 else "non"
    rows.append([f"P{number:03}", f"C{chance.randint(100, 999)}", late, books, wanted])
write_table(Path(__file__).parent, "prets", rows, sheet="Prêts")
