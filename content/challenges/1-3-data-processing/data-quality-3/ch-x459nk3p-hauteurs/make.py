"""120 heights with decimal points, many of which look like a day and a month; their mean is 8.45."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

HERE = Path(__file__).resolve().parent
draw = random.Random(5)
heights: list[int] = []
for _ in range(60):  # hundredths, in pairs around 845
    gap = draw.randint(3, 690)
    heights += [845 - gap, 845 + gap]
draw.shuffle(heights)
assert sum(heights) == 845 * len(heights)
rows = [["Plante", "Parcelle", "Hauteur"]]
for n, height in enumerate(heights, start=1):
    rows.append([f"P{n:03}", draw.choice("ABC"), f"{height // 100}.{height % 100:02}"])
write_csv(HERE, "hauteurs.csv", rows)
