"""Eighty Czech names saved in Windows-1250: read as Western European, every ř becomes ø."""

import random
from pathlib import Path

FIRST = [
    "Jiří",
    "Ondřej",
    "Petr",
    "Jana",
    "Eva",
    "Tomáš",
    "Lucie",
    "Věra",
    "Karel",
    "Zdeněk",
    "Kateřina",
    "Hana",
    "Marek",
    "Šárka",
]
LAST = [
    *[
        "Dvořák",
        "Novák",
        "Svoboda",
        "Černý",
        "Procházka",
        "Kučera",
        "Veselý",
        "Horák",
        "Němec",
        "Pokorný",
        "Kolář",
        "Hájek",
    ],
    *[
        "Jelínek",
        "Růžička",
        "Beneš",
        "Fiala",
        "Sedláček",
        "Doležal",
        "Říha",
        "Kovář",
        "Bureš",
        "Šimek",
        "Ševčík",
        "Řezníček",
    ],
]
draw = random.Random(1250)
lines = ["numéro;nom;prénom;ville"]
for number in range(1, 81):
    lines.append(f"{number};{draw.choice(LAST)};{draw.choice(FIRST)};{draw.choice(['Brno', 'Plzeň', 'Zlín', 'Tábor'])}")
Path("membres.csv").write_bytes(("\r\n".join(lines) + "\r\n").encode("cp1250"))
