"""Registrations: nine people written twice in two ways, four pairs of namesakes with other birth dates."""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import Cell, write_table

HERE = Path(__file__).resolve().parent
draw = random.Random(23)
NAMES = "Abel Bastide Cordier Delmas Fabre Garrel Hamon Jolivet Kerven Lacaze Morvan Nadal Orsini Pascal".split()
FIRST = "Ana Bilal Chloé Diego Elsa Farid Gaël Hana Inès Jules Kenza Léo Maya Nils".split()
people: list[list[Cell]] = []
for last, first in draw.sample([(a, b) for a in NAMES for b in FIRST], 150):
    people.append([last, first, date(2008, 1, 1) + timedelta(days=draw.randrange(2500))])
rows = [list(person) for person in people]
for n, (last, first, born) in enumerate(people[:9]):
    rows.append([str(last).upper() if n % 2 else f" {last}", f"{first} " if n % 3 else str(first).lower(), born])
for last, first, born in people[20:24]:
    assert isinstance(born, date)
    rows.append([last, first, born + timedelta(days=400)])
draw.shuffle(rows)
write_table(HERE, "inscriptions", [["Nom", "Prénom", "Naissance"], *rows])
