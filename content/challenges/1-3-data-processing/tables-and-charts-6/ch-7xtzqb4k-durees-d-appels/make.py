"""500 call lengths: the fullest class of 5 minutes does not hold the fullest class of 2."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv  # noqa: E402

draw = random.Random(66)
lengths = [round(min(max(draw.gauss(3.0, 0.55), 1.2), 4.9), 1) for _ in range(150)]
lengths += [round(draw.uniform(5, 9.9), 1) for _ in range(170)]
lengths += [round(draw.uniform(0.3, 1.9), 1) for _ in range(12)]
lengths += [round(10 + min(draw.expovariate(0.22), 29), 1) for _ in range(148)]
lengths += [5.0] * 9 + [10.0] * 11
draw.shuffle(lengths)
rows: list[list[object]] = [["Appel", "Durée (min)"]]
rows += [[1001 + i, float(length)] for i, length in enumerate(lengths)]
write_csv(Path(__file__).parent, "appels.csv", rows)
