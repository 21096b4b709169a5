"""Three bus lines with exactly the same mean; B is the steadiest."""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table  # noqa: E402

draw = random.Random(1341)


def durations(spread: float, accidents: int) -> list[int]:
    """Sixty durations of mean 25 exactly: what chance adds is taken back from the shortest trips."""
    values = [round(draw.gauss(25, spread)) for _ in range(60)]
    for day in draw.sample(range(60), accidents):
        values[day] += draw.randint(12, 20)
    gap = sum(values) - 25 * 60
    days = sorted(range(60), key=lambda day: values[day], reverse=gap < 0)
    for step in range(abs(gap)):
        day = days[step % 45]
        values[day] -= 1 if gap > 0 else -1
    return values


a, b, c = durations(5.5, 0), durations(2, 0), durations(3, 9)
rows: list[list[object]] = [["Jour", "Ligne A", "Ligne B", "Ligne C"]]
rows += [[date(2026, 3, 2) + timedelta(days=i), a[i], b[i], c[i]] for i in range(60)]
write_table(Path(__file__).parent, "trajets", rows, sheet="Trajets")
