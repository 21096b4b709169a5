"""Forty measures of a slow curve; D goes through every point it has learned, and misses the ten others."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table  # noqa: E402

draw = random.Random(71)
rows: list[list[object]] = [["Mesure", "Groupe", "Jour", "Mesuré", "Modèle A", "Modèle B", "Modèle C", "Modèle D"]]
days = draw.sample(range(1, 61), 40)
for i, day in enumerate(days):
    truth = 20 + 0.9 * day - 0.009 * day * day
    measured = round(truth + draw.gauss(0, 1.6), 1)
    learned = i < 30
    flat = 34.5
    straight = round(23.8 + 0.36 * day, 1)
    curved = round(20.4 + 0.87 * day - 0.0086 * day * day, 1)
    followed = measured if learned else round(truth + draw.choice([-1, 1]) * draw.uniform(5, 19), 1)
    group = "apprentissage" if learned else "test"
    rows.append([i + 1, group, day, measured, straight, flat, curved, followed])
write_table(Path(__file__).parent, "modeles", rows, sheet="Mesures")
