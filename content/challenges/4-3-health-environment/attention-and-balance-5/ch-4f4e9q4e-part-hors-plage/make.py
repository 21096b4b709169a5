"""Two hundred messages; the share outside Monday to Friday, 8:00 to 18:59, is a whole number."""

import random
import sys
from datetime import date, time, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table  # noqa: E402

TEAMS = {
    "atelier": (7, 200, 38, 32),
    "agence": (11, 200, 33, 23),
}  # seed, messages, weekday evenings or mornings, week-ends
NAMES = ["Adèle", "Bruno", "Chloé", "Driss", "Emilia", "Fodé"]
START = date(2026, 3, 2)  # a Monday
for name, (seed, count, late, weekend) in TEAMS.items():
    chance = random.Random(seed)
    week = [START + timedelta(weeks=w, days=d) for w in range(4) for d in range(5)]
    ends = [START + timedelta(weeks=w, days=d) for w in range(4) for d in (5, 6)]
    hours = {"late": [6, 7, 19, 20, 21, 22], "day": list(range(8, 19)), "end": list(range(9, 22))}
    moments = [(chance.choice(week), chance.choice(hours["late"])) for _ in range(late)]
    moments += [(chance.choice(ends), chance.choice(hours["end"])) for _ in range(weekend)]
    moments += [(chance.choice(week), chance.choice(hours["day"])) for _ in range(count - late - weekend)]
    rows = sorted((day, time(hour, chance.randrange(60)), chance.choice(NAMES)) for day, hour in moments)
    out = sum(1 for day, at, _ in rows if day.weekday() > 4 or not 8 <= at.hour < 19)
    assert out == late + weekend and out * 100 % count == 0, (name, out)
    write_table(Path(__file__).parent, f"envois-{name}", [("Date", "Heure", "Auteur"), *rows], sheet="Envois")
