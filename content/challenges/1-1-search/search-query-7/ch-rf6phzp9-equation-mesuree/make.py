"""Writes the records of a base (base.ods, base.xlsx)."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

OTHERS = [
    "verger",
    "climat",
    "miel",
    "jardin",
    "forêt",
    "sol",
    "eau",
    "papillon",
    "bourdon",
    "ruche",
    "haie",
    "prairie",
]
# words, useful, how many
PARTS = [
    (["abeilles", "pesticides"], "oui", 5),
    (["abeille", "pesticide", "pollen"], "oui", 3),
    (["abeilles", "pesticide"], "non", 2),
    (["abeille", "maladie"], "oui", 6),
    (["abeilles"], "non", 14),
    (["pollen", "déclin"], "oui", 4),
    (["pollen", "allergie"], "non", 11),
    (["insectes", "déclin"], "oui", 2),
    (["pesticides"], "non", 13),
    (["insectes"], "non", 20),
    ([], "non", 40),
]
chance = random.Random(7)
records = []
for words, useful, many in PARTS:
    for _ in range(many):
        found = [*words, *chance.sample(OTHERS, 2)]
        chance.shuffle(found)
        records.append((" ; ".join(found), chance.randint(2006, 2025), useful))
chance.shuffle(records)
rows: list[list[str | int]] = [["Notice", "Mots-clés", "Année", "Utile"]]
rows += [[f"N{number:03}", *record] for number, record in enumerate(records, 1)]
write_table(Path(__file__).parent, "base", rows, sheet="Base")
