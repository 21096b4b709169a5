"""A survey without names and a public directory: one line only matches Claire Ravel."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip

HERE = Path(__file__).resolve().parent
draw = random.Random(71)
TOWNS, JOBS = (
    ("Aubeville", "Brisac", "Corlay-le-Vieux", "Doranges"),
    ("enseignante", "infirmière", "comptable", "pâtissière"),
)
target = (1979, "Corlay-le-Vieux", "infirmière")
lines = ["code;naissance;commune;métier;maladie chronique"]
for n in range(1, 121):
    who = (draw.randint(1965, 1995), draw.choice(TOWNS), draw.choice(JOBS))
    if who == target:
        who = (1980, *target[1:])
    if n == 57:
        who = target
    if n == 58:
        who = (1979, "Corlay-le-Vieux", "enseignante")
    lines.append(f"R{n:03};{who[0]};{who[1]};{who[2]};{draw.choice(['oui', 'non', 'non'])}")
names = ["Lise Aubin", "Mona Berger", "Claire Ravel", "Sarah Ravel", "Nadia Tessier", "Eva Vidal"]
facts = [(1988, "Brisac", "comptable"), (1971, "Aubeville", "enseignante"), target]
facts += [(1979, "Doranges", "infirmière"), (1990, "Brisac", "pâtissière"), (1979, "Corlay-le-Vieux", "enseignante")]
book = ["nom;naissance;commune;métier"] + [f"{name};{a};{b};{c}" for name, (a, b, c) in zip(names, facts, strict=True)]
write_zip(HERE, "enquete.zip", {"enquete.csv": "\r\n".join(lines) + "\r\n", "annuaire.csv": "\r\n".join(book) + "\r\n"})
