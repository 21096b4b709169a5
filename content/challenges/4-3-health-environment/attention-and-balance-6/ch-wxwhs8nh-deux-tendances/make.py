"""Simpson: older pupils sleep less and have more screen; within each age, more screen goes with more sleep."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table  # noqa: E402

chance = random.Random(43)
rows = []
for ages, base, much in (((11, 12), 555, 16), ((13, 14), 505, 40), ((15, 16), 445, 66)):
    for k in range(80):
        screen = chance.randrange(60, 130, 5) if k < much else chance.randrange(10, 60, 5)
        slept = base + (14 if screen >= 60 else 0) + chance.randrange(-15, 16)
        rows.append((chance.choice(ages), screen, slept))
chance.shuffle(rows)


def gap(kept: list[tuple[int, int, int]]) -> float:
    high = [slept for _, screen, slept in kept if screen >= 60]
    low = [slept for _, screen, slept in kept if screen < 60]
    return sum(high) / len(high) - sum(low) / len(low)


assert gap(rows) < -15, gap(rows)
for ages in ((11, 12), (13, 14), (15, 16)):
    assert gap([row for row in rows if row[0] in ages]) > 7
for age in range(11, 17):
    assert gap([row for row in rows if row[0] == age]) > 3, age
write_table(
    Path(__file__).parent,
    "sommeil",
    [("Élève", "Âge", "Écran le soir (min)", "Sommeil (min)"), *[(f"E{k:03}", *row) for k, row in enumerate(rows, 1)]],
    sheet="Élèves",
)
