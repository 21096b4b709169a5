"""Three hundred sales; one bicycle is sold at exactly 300."""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table  # noqa: E402

draw = random.Random(1321)
PRICES = {"Vélo": (120, 890), "Natation": (8, 95), "Randonnée": (25, 340), "Tennis": (12, 210)}
rows: list[list[object]] = [["Vente", "Date", "Ville", "Rayon", "Montant"]]
for number in range(1, 301):
    department = draw.choice(list(PRICES))
    amount = 300 if number == 148 else draw.randint(*PRICES[department])
    if number == 148:
        department = "Vélo"
    day = date(2026, 1, 2) + timedelta(days=draw.randint(0, 150))
    rows.append([number, day, draw.choice(["Brest", "Lorient", "Quimper", "Vannes"]), department, amount])
write_table(Path(__file__).parent, "ventes", rows, sheet="Ventes")
