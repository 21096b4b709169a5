"""Writes the fifteen objects (objets.ods, objets.xlsx)."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

NAMES = "tente réchaud lampe corde carte gourde trousse bâche couverture jumelles pelle radio filet hache livre".split()
chance = random.Random(1018)
rows: list[list[str | int]] = [["Objet", "Poids (g)", "Valeur"]]
for name in NAMES:
    weight = chance.randint(70, 420) * 10
    rows.append([name, weight, round(weight * chance.uniform(0.011, 0.027))])
write_table(Path(__file__).parent, "objets", rows, sheet="Objets")
