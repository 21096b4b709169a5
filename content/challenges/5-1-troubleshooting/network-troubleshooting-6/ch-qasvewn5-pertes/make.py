"""A day of measures every six minutes: 18 of 240 are lost, 7 of them between 20:00 and 20:59; delays are worst at 13:00."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

draw = random.Random(2026)
LOST_BY_HOUR = {7: 2, 8: 1, 13: 1, 18: 3, 19: 3, 20: 7, 22: 1}
rows: list[list[int | str]] = [["heure", "délai (ms)"]]
for hour in range(24):
    lost = set(draw.sample(range(10), LOST_BY_HOUR.get(hour, 0)))
    for place in range(10):
        delay = (
            draw.randint(180, 320)
            if hour == 13
            else draw.randint(60, 110)
            if 18 <= hour <= 21
            else draw.randint(18, 35)
        )
        rows.append([f"{hour:02d}:{place * 6:02d}", "perdu" if place in lost else delay])
write_csv(Path(), "mesures.csv", rows, encoding="utf-8-sig")
