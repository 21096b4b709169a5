"""A workbook of 40 items and a CSV that lost the last one and a zero."""

import sys
import tempfile
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv, write_table, write_zip

HERE = Path(__file__).parent
THINGS = ["tente", "lampe", "corde", "gourde", "boussole", "réchaud", "bâche", "sac à dos"]
TOWNS = [("01460", "Brion"), ("39200", "Valfin"), ("71500", "Saint-Usuge"), ("25300", "Houtaud")]
rows = []
for k in range(40):
    code, town = TOWNS[0] if k == 22 else TOWNS[1 + k % 3]
    rows.append([f"K-{278 + k}", THINGS[k % 8], 3 + k * 7 % 11, code, town])
head = ["Référence", "Objet", "Quantité", "Code postal", "Commune"]
with tempfile.TemporaryDirectory() as folder:
    write_table(Path(folder), "inventaire", [head, *rows])
    lost = [[*row[:3], row[3].lstrip("0"), row[4]] for row in rows[:-1]]
    write_csv(Path(folder), "export.csv", [head, *lost])
    names = ("inventaire.ods", "inventaire.xlsx", "export.csv")
    write_zip(HERE, "inventaire-export.zip", {name: (Path(folder) / name).read_bytes() for name in names})
