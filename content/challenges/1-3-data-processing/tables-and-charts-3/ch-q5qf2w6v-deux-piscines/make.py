"""Two swimming pools over sixty days: Delta is above Azur a few times, never after the 47th day."""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table  # noqa: E402

draw = random.Random(1306)
rows: list[list[object]] = [["Date", "Azur", "Delta"]]
for day in range(60):
    azur = 240 + draw.randint(-25, 25) + day
    above = day in {4, 5, 17, 18, 19, 33, 46}
    delta = azur + draw.randint(2, 14) if above else azur - draw.randint(3, 40)
    rows.append([date(2026, 6, 1) + timedelta(days=day), azur, delta])
write_table(Path(__file__).parent, "piscines", rows, sheet="Entrées")
