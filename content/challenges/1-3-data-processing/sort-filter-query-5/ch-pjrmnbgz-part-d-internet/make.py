"""1,500 sales; Nantes sells most on the internet in number, another agency in share."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_workbook

HERE = Path(__file__).resolve().parent
draw = random.Random(53)
WEB = {"Dijon": 0.42, "Le Havre": 0.35, "Nantes": 0.46, "Tours": 0.66}
MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin")
rows: list[list[str | int]] = [["Mois", "Agence", "Produit", "Canal", "Montant"]]
for _ in range(1500):
    agency = draw.choices(list(WEB), [3, 3, 7, 2])[0]
    product = draw.choice(["Carnet", "Stylo", "Agenda", "Trousse"])
    channel = "internet" if draw.random() < WEB[agency] else "boutique"
    rows.append([draw.choice(MONTHS), agency, product, channel, draw.randint(4, 60)])
write_workbook(HERE, "ventes", {"Ventes": rows})
