"""Writes the extract of a bibliographic base (articles.ods, articles.xlsx)."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

HERE = Path(__file__).parent
WORDS = ["sel", "galets", "dunes", "marées", "vent", "sable", "digues", "courants", "algues", "relevés"]
NAMES = ["Aubry", "Dieng", "Faure", "Karim", "Morel", "Ngo", "Okafor", "Petit", "Roche", "Weber", "Sorel", "Lemoine"]
chance = random.Random(2026)
years = {number: 2003 + (number - 1) * 23 // 80 for number in range(1, 81)}
cites: dict[int, set[int]] = {number: set() for number in years}
CITING_17 = [24, 29, 31, 38, 46, 52, 60, 63, 68, 71, 74]
for number in CITING_17:
    cites[number].add(17)
for number in CITING_17[:7]:
    cites[number].add(9)
for number in [24, 60]:
    cites[number].add(4)
for cited, citing in {
    31: [44, 47, 50, 55, 58, 62, 65, 69, 73, 76],
    52: [59, 64, 66, 70, 75, 77, 79],
    46: [57, 61, 67, 72],
    60: [78, 80, 66, 75],
    63: [70, 72, 79],
    4: [11, 13, 19, 22, 27, 33, 35, 40, 43, 48, 54, 56],
    9: [21, 36],
}.items():
    for number in citing:
        cites[number].add(cited)
KEPT = {4, 9, 17, 31, 46, 52, 60, 63, 68, 71, 74}
for number, year in years.items():
    others = [one for one in range(1, number) if one not in KEPT and years[one] < year]
    cites[number] |= set(chance.sample(others, min(len(others), chance.choice([0, 1, 2, 2, 3]))))
rows: list[list[str | int]] = [["Référence", "Auteur", "Titre", "Année", "Cite"]]
for number, year in years.items():
    one, two = chance.sample(WORDS, 2)
    found = " ; ".join(f"R{cited:03}" for cited in sorted(cites[number]))
    rows.append([f"R{number:03}", chance.choice(NAMES), f"{one.capitalize()} et {two}", year, found])
write_table(HERE, "articles", rows, sheet="Articles")
