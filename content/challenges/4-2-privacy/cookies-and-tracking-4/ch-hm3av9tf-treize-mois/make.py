import random
import sys
from datetime import date
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv


def later(day: date, months: int) -> date:
    total = day.month - 1 + months
    return date(day.year + total // 12, total % 12 + 1, day.day)


draw = random.Random(13)
LIVES = [1, 6, 12, 12, 13, 13, 13, 13, 6, 12] + [14] * 6 + [18] * 4 + [24] * 4 + [1, 6, 12, 13]
SITES = ["journal-du-port", "ricochet", "cours-ardan", "meteo-belmont", "boutique-du-lac", "radio-onde", "cuisine-lou"]
USES = ["connexion", "publicité", "préférences", "panier"]
rows = []
for months in LIVES:
    rows.append(("mesure d’audience", months))
while len(rows) < 120:
    rows.append((draw.choice(USES), draw.choice([1, 6, 12, 13, 14, 18, 24, 36])))
draw.shuffle(rows)
table = [("domaine", "nom", "usage", "créé le", "expire le")]
for i, (use, months) in enumerate(rows):
    made = date(2025, draw.randrange(1, 13), draw.randrange(1, 29))
    table.append((f"{draw.choice(SITES)}.example", f"c{i + 1:03d}", use, made, later(made, months)))
assert sum(use == "mesure d’audience" and months > 13 for use, months in rows) == 14
write_csv(Path(__file__).parent, "cookies-audience.csv", table)
