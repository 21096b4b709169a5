import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

draw = random.Random(7)
AGES = ["0-17 ans", "18-39 ans", "40-64 ans", "65 ans et plus"]
TOWNS = ["Belmont", "Corvigny"]
REASONS = ["Contrôle", "Vaccin", "Certificat", "Douleur", "Suivi"]
SIZES = [6, 8, 5, 9, 7, 2, 10, 6, 5, 3, 8, 7, 4, 6, 9, 5]
rows = []
for i, size in enumerate(SIZES):
    age, town, sex = AGES[i // 4], TOWNS[i // 2 % 2], "FM"[i % 2]
    rows += [(age, town, sex, draw.choice(REASONS)) for _ in range(size)]
draw.shuffle(rows)
write_table(
    Path(__file__).parent,
    "consultations",
    [("Tranche d’âge", "Commune", "Sexe", "Motif"), *rows],
    sheet="Consultations",
)
