"""A hundred and eighty members of five towns, two of which have almost the same name."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table  # noqa: E402

draw = random.Random(1331)
FIRST = "Aïcha Boris Camille Diego Elif Fanny Gabin Hana Ismaël Jeanne Kenza Léo Mina Noé Olga Paul Rosa Samir".split()
LAST = "Abadie Bernier Caron Diallo Estève Favre Garnier Huet Ivanov Joly Keller Lopez Moreau Nguyen Ortiz".split()
TOWNS = ["Belmont", "Belmont-sur-Mer", "Castelvieux", "La Roche-Bleue", "Saint-Elme"]
rows: list[list[object]] = [["Nom", "Prénom", "Ville", "Âge"]]
for _ in range(180):
    rows.append([draw.choice(LAST), draw.choice(FIRST), draw.choice(TOWNS), draw.randint(6, 84)])
write_table(Path(__file__).parent, "adherents", rows, sheet="Adhérents")
