"""Writes the list of volunteers (benevoles.ods, benevoles.xlsx): the badges have lost their leading zeros."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

FIRST = ["Lina", "Noé", "Aïssa", "Pierre", "Maud", "Idris", "Élise", "Tom", "Yara", "Gaël", "Nora", "Hugo"]
LAST = ["Martel", "Benali", "Roux", "Diop", "Leclerc", "Sanchez", "Petit", "Kaya", "Morin", "Traoré"]

chance = random.Random(31)
rows: list[list[str | int]] = [["Prénom", "Nom", "Téléphone", "Badge", "Code postal", "Casier"]]
lockers = chance.sample(range(1, 61), 48)
for position in range(48):
    badge = chance.choice([chance.randint(10000, 99999), chance.randint(200, 9999)])
    rows.append(
        [
            chance.choice(FIRST),
            chance.choice(LAST),
            f"06{chance.randint(0, 99999999):08}",
            badge,
            f"0{chance.randint(1000, 9999)}" if chance.random() < 0.5 else str(chance.randint(10000, 95999)),
            lockers[position],
        ]
    )
write_table(Path(__file__).parent, "benevoles", rows, sheet="Bénévoles")
