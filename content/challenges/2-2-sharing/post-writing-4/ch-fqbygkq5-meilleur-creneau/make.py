"""Visits by hour during four weeks, with one unusual day; the best slots are asserted."""

import random
import sys
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv  # noqa: E402

DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
for name, seed, best, unusual in (
    ("visites-ecole.csv", 1, (6, 20), date(2026, 4, 14)),
    ("visites-club.csv", 2, (3, 12), date(2026, 4, 11)),
):
    dice = random.Random(seed)
    rows, slots = [], defaultdict(list)
    for i in range(28):
        day = date(2026, 3, 30) + timedelta(days=i)
        for hour in range(8, 22):
            count = dice.randint(8, 30) + (14 if hour in (12, 20) else 0)
            if (day.weekday(), hour) == best:
                count += 22
            if day == unusual and hour >= 17:
                count += 420 - 30 * (hour - 17)
            rows.append([DAYS[day.weekday()], day, hour, count])
            if day != unusual:
                slots[day.weekday(), hour].append(count)
    order = sorted(slots, key=lambda one: -sum(slots[one]) / len(slots[one]))
    assert order[0] == best, order[:3]
    print(name, [(DAYS[d], h, sum(slots[d, h]) / len(slots[d, h])) for d, h in order[:3]])
    write_csv(Path(__file__).parent, name, [["Jour", "Date", "Heure", "Visites"], *rows])
