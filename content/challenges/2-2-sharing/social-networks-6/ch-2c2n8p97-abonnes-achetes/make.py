"""Two accounts, each with a true rise and a bought one."""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table  # noqa: E402

for name, seed, start, true, bought, base in (
    ("compte-boutique", 3, date(2026, 2, 1), date(2026, 3, 5), date(2026, 3, 19), 4200),
    ("compte-cuisine", 4, date(2026, 2, 20), date(2026, 3, 20), date(2026, 4, 2), 9100),
):
    dice = random.Random(seed)
    followers, likes, rows = base, base * 0.03, []
    for i in range(75):
        day = start + timedelta(days=i)
        followers += dice.randint(-4, 18)
        if day == true:
            followers += round(base * 0.8)
            likes *= 3
        if true < day <= true + timedelta(days=3):
            followers += round(base * 0.1)
        if day == bought:
            followers += round(base * 0.95)
        if day > bought:
            followers -= dice.randint(20, 60)
        if day > true:
            likes = max(likes * 0.985, base * 0.045)
        rows.append([day, followers, round(likes * dice.uniform(0.85, 1.15)), round(likes * dice.uniform(0.05, 0.09))])
    write_table(Path(__file__).parent, name, [["Jour", "Abonnés", "Réactions", "Commentaires"], *rows])
