"""Writes the times of four programs (mesures.ods, mesures.xlsx)."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

chance = random.Random(424)
GROWTHS = {"P": (400, 1), "Q": (900, 0.05), "R": (12, 2), "S": (0.6, 3)}
rows: list[list[str | int]] = [["Programme", "Taille", "Mesure", "Temps (ms)"]]
for name, (start, power) in GROWTHS.items():
    for step in range(5):
        for measure in range(1, 6):
            time = (start + 5) * 2 ** (step * power) * chance.uniform(0.96, 1.06)
            rows.append([name, 1000 * 2**step, measure, round(time)])
head, body = rows[0], rows[1:]
chance.shuffle(body)
write_table(Path(__file__).parent, "mesures", [head, *body], sheet="Mesures")
