"""Writes the items and the rentals (locations.ods, locations.xlsx)."""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_workbook

THINGS = ["Perceuse", "Échelle", "Ponceuse", "Tente", "Remorque", "Scie", "Barnum", "Vidéoprojecteur", "Sono", "Nettoyeur",
          "Tondeuse", "Broyeur", "Table pliante", "Bétonnière", "Décolleuse", "Souffleur"]  # fmt: skip

chance = random.Random(555)
codes = [f"{letter}{number}" for letter in "ABCD" for number in (104, 117, 203, 256)]
items: list[list[object]] = [["Code", "Article", "Prix par jour (€)"]]
items += [[code, thing, chance.randint(8, 60)] for code, thing in zip(codes, THINGS, strict=True)]
wrong = ["A140", "B256B", "E117", "C230", "D401", "A0104", "E203"]
rows: list[list[object]] = []
for number in range(1, 121):
    code = chance.choice(codes)
    rows.append([f"R{number:03}", date(2026, 1, 2) + timedelta(days=number), code, chance.randint(1, 5)])
for position in chance.sample(range(120), 11):
    rows[position][2] = chance.choice(wrong)
write_workbook(
    Path(__file__).parent,
    "locations",
    {"Articles": items, "Locations": [["Location", "Date", "Article", "Jours"], *rows]},
)
