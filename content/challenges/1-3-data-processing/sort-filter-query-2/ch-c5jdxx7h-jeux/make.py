"""Two hundred games; only one cooperative game costs less than ten euros."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table  # noqa: E402

draw = random.Random(1332)
A = "Opération Mission Secret Trésor Défi Voyage Énigme Village Planète Tempête Marché Forêt Château Île".split()
ENDS = ["polaire", "des brumes", "en mer", "du dragon", "des robots", "de minuit", "en folie", "du renard", "des loups",
        "sans fin", "du sultan", "des nains", "à vapeur", "du lac", "des neiges"]  # fmt: skip
names = [f"{a} {end}" for a in A for end in ENDS]
draw.shuffle(names)
rows: list[list[object]] = [["Jeu", "Rayon", "Joueurs", "Prix"]]
for number, name in enumerate(names[:200]):
    department = draw.choice(["Ambiance", "Coopératif", "Stratégie", "Cartes", "Mémoire"])
    price = draw.randint(5, 60) + 0.9
    if department == "Coopératif" and price < 11:
        price += 12
    if number == 117:
        department, price = "Coopératif", 8.9
    rows.append([name, department, draw.choice(["1-4", "2", "2-5", "3-8"]), price])
write_table(Path(__file__).parent, "jeux", rows, sheet="Jeux")
