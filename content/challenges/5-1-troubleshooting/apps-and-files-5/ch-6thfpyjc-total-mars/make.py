"""A statement with French dates and decimal commas: a default English import gives another total."""

import random
from pathlib import Path

draw = random.Random(303)
lines = ["date;libellé;montant"]
for _ in range(120):
    day, month = draw.randint(1, 12), draw.randint(1, 6)
    cents = draw.randint(350, 9899)
    label = draw.choice(["cotisation", "vente de gâteaux", "billetterie", "don", "location de salle"])
    lines.append(f"{day:02d}/{month:02d}/2026;{label};{cents // 100},{cents % 100:02d}")
Path("releve.csv").write_bytes(("\r\n".join(lines) + "\r\n").encode("utf-8"))
