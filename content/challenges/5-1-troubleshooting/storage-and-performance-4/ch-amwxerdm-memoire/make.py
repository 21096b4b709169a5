"""Hourly memory readings: only « Pluviomètre » grows at every reading."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

draw = random.Random(44)
STEADY = {
    "Atelier photo": 1900,
    "Courrier": 310,
    "Agenda": 120,
    "Antivirus": 240,
    "Synchronisation": 180,
    "Lecteur PDF": 150,
}
STEADY |= {"Horloge": 25, "Imprimantes": 60, "Musique": 210}
hours = [f"{hour} h" for hour in range(8, 19)]
rows: list[list[int | str]] = [["Programme (Mo)", *hours]]
for name, size in STEADY.items():
    rows.append([name, *[size + draw.randint(-size // 12, size // 12) for _ in hours]])
rows.append(["Navigateur", 420, 610, 880, 1240, 1390, 640, 700, 930, 1210, 1360, 590])
growth = [90]
while len(growth) < len(hours):
    growth.append(growth[-1] + draw.randint(110, 180))
rows.append(["Pluviomètre", *growth])
rows[1:] = sorted(rows[1:], key=lambda row: str(row[0]))
write_table(Path(), "memoire", rows, sheet="Mémoire")
