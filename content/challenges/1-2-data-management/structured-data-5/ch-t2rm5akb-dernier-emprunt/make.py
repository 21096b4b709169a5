"""Writes the three sheets of the club (club.ods, club.xlsx)."""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_workbook

READERS = [
    ("L01", "Inès Moreau", "Belmont"), ("L02", "Paul Achard", "Lirande"), ("L03", "Sami Rahal", "Ostrande"),
    ("L04", "Inès Moreau", "Corvigny"), ("L05", "Edith Vauthier", "Rivebelle"), ("L06", "Kofi Mensah", "Lirande"),
    ("L07", "Clara Sauval", "Belmont"), ("L08", "Yann Le Bihan", "Ostrande"), ("L09", "Maya Singh", "Rivebelle"),
    ("L10", "Denis Garreau", "Corvigny"),
]  # fmt: skip
BOOKS = [
    ("V01", "Le Phare éteint"), ("V02", "La Moisson bleue"), ("V03", "Trois Valises"), ("V04", "Le Jardin d’hiver"),
    ("V05", "Le Phare éteint, tome 2"), ("V06", "Quatre saisons de pluie"), ("V07", "Le Jardin d’été"), ("V08", "L’Atelier du verre"),
]  # fmt: skip

chance = random.Random(515)
start = date(2025, 9, 1)
days = sorted(chance.sample(range(300), 60))
loans: list[list[object]] = []
for day in days:
    book = chance.choice(BOOKS)[0]
    loans.append([start + timedelta(days=day), book, chance.choice(READERS)[0]])
for position, book in ((11, "V09"), (27, "V12"), (40, "V09"), (52, "V00")):
    loans[position][1] = book
chance.shuffle(loans)
write_workbook(
    Path(__file__).parent,
    "club",
    {
        "Lecteurs": [["Lecteur", "Nom", "Ville"], *[list(row) for row in READERS]],
        "Livres": [["Livre", "Titre"], *[list(row) for row in BOOKS]],
        "Prêts": [["Date", "Livre", "Lecteur"], *loans],
    },
)
