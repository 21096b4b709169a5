"""A survey without names and the public list of the members."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_workbook

chance = random.Random(66)
TOWNS = ["Brévan", "Lorvan", "Ivoy", "Granval"]
JOBS = ["infirmier ou infirmière", "professeur ou professeure", "comptable", "menuisier ou menuisière"]
ANSWERS = ["tout à fait", "plutôt oui", "plutôt non", "pas du tout"]
FIRST = ["Alma", "Brice", "Chloé", "Denis", "Elsa", "Farid", "Gaëlle", "Hugo", "Ines", "Jonas", "Karine", "Luc"]
LAST = ["Abel", "Brossard", "Coulon", "Dutertre", "Esnault", "Fleury", "Guyot"]
people: list[tuple[str, int, str, str, str]] = [
    ("Odile Ferrand", 1961, "Granval", "comptable", "pas du tout"),
    ("Samir Lounès", 1987, "Ivoy", "menuisier ou menuisière", "plutôt oui"),
]
known = {person[1:4] for person in people}
k = 0
while len(people) < 60:
    mark = (chance.choice([1961, 1974, 1987, 1990, 1996]), chance.choice(TOWNS), chance.choice(JOBS))
    if mark in known:
        continue
    people.append((f"{FIRST[k % 12]} {LAST[k // 12]}", *mark, chance.choice(ANSWERS)))
    k += 1
members = sorted(([name, year, town, job] for name, year, town, job, _ in people), key=lambda row: str(row[0]))
survey = [[year, town, job, answer] for _, year, town, job, answer in people]
chance.shuffle(survey)
write_workbook(
    Path(__file__).parent,
    "enquete",
    {
        "Enquête": [["Naissance", "Commune", "Métier", "Êtes-vous satisfait du bureau ?"], *survey],
        "Membres": [["Nom", "Naissance", "Commune", "Métier"], *members],
    },
)
