"""A « CSV » with tabs, in Windows-1252."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

chance = random.Random(7)
NAMES = ["Évreux", "Évrecy", "Bessé", "Bessé, aval", "Bessé, amont", "Crécy", "Lâlinde", "Noyen", "Évron", "Pœuilly"]
ROWS: list[list[object]] = [["Station", "Hauteur", "Pente", "Débit", "Largeur"]]
KNOWN = {"Évreux": 47, "Bessé, aval": 132}
for k in range(60):
    name = NAMES[k] if k < 10 else f"{NAMES[k % 10].split(',')[0]} {k}"
    flow = KNOWN.get(name, chance.randrange(50, 130))
    ROWS.append(
        [name, round(chance.uniform(0.4, 3.9), 2), round(chance.uniform(0.1, 2), 1), flow, chance.randrange(2, 30)]
    )
ROWS[1:] = chance.sample(ROWS[1:], 60)
write_csv(Path(__file__).parent, "stations.csv", ROWS, separator="\t", encoding="cp1252")
