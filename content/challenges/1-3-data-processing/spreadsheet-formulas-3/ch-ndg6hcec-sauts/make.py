"""Two hundred long jumps, some of them void."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table  # noqa: E402

draw = random.Random(1316)
rows: list[list[object]] = [["Dossard", "Essai", "Saut (m)"]]
for number in range(1, 51):
    for attempt in range(1, 5):
        jump = "nul" if draw.random() < 0.14 else round(draw.gauss(4.1, 0.55), 2)
        rows.append([100 + number, attempt, jump])
write_table(Path(__file__).parent, "sauts", rows, sheet="Sauts")
