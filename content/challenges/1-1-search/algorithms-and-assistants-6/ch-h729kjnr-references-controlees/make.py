"""Writes ten references and a catalogue (references.ods, references.xlsx)."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_workbook

AUTHORS = [
    "Aubry, Claire",
    "Dieng, Awa",
    "Faure, Denise",
    "Karim, Adel",
    "Morel, Paul",
    "Ngo, Minh",
    "Okafor, Mina",
    "Petit, Jules",
    "Roche, Lucie",
    "Weber, Hanna",
]
JOURNALS = ["Revue du littoral", "Océan et mesure", "Climats", "Histoire des techniques"]
FIRST = ["Mesurer", "Comprendre", "Cartographier", "Raconter", "Préserver", "Modéliser"]
SECOND = [
    "la marée",
    "le vent",
    "les dunes",
    "les ports",
    "la houle",
    "les digues",
    "les algues",
    "le sel",
    "les bouées",
    "la brume",
]
THIRD = ["au nord", "en hiver", "depuis un siècle"]
chance = random.Random(5)
titles = [f"{one} {two} {three}" for one in FIRST for two in SECOND for three in THIRD]
chance.shuffle(titles)
INVENTED = ["Mesurer les dunes au large", "Comprendre le sel en été", "Raconter la houle de nuit"]
catalogue = [
    [title, chance.choice(AUTHORS), chance.choice(JOURNALS), chance.randint(2001, 2024)] for title in titles[:150]
]
given: list[list[str | int]] = []
real = iter(chance.sample(catalogue, 7))
false = iter(INVENTED)
for number in range(1, 11):
    if number in (2, 5, 9):
        line = [next(false), chance.choice(AUTHORS), chance.choice(JOURNALS), chance.randint(2005, 2023)]
    else:
        line = list(next(real))
    if number == 4:
        family, given_name = line[1].split(", ")
        line[0], line[1] = line[0].upper(), f"{family}, {given_name[0]}."
    if number == 7:
        line[1] = next(one for one in AUTHORS if one != line[1])
    given.append([number, *line])
catalogue.sort(key=lambda line: (line[2], line[3], line[0]))
write_workbook(
    Path(__file__).parent,
    "references",
    {
        "Références": [["Numéro", "Titre", "Auteur", "Revue", "Année"], *given],
        "Catalogue": [["Titre", "Auteur", "Revue", "Année"], *catalogue],
    },
)
