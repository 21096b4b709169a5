import random
import sys
from datetime import date, time, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

draw = random.Random(42)
OTHERS = ["Mairie", "Gare", "Hôpital", "Piscine", "Clinique des Aulnes", "Marché", "Lac", "Temple", "Cinéma"]
rows = [("Date", "Heure", "Arrêt de descente")]
day = date(2025, 9, 1)
while day < date(2026, 3, 1):
    if day.weekday() < 5:
        rows.append((day, time(8, draw.randrange(2, 9)), "Zone des Ateliers"))
    if day.weekday() == 1:
        rows.append((day, time(13, 40), "Centre de dialyse"))
    elif draw.random() < 0.3:
        rows.append((day, time(draw.randrange(13, 20), draw.randrange(60)), draw.choice(OTHERS)))
    if day.weekday() == 1 and draw.random() < 0.3:
        rows.append((day, time(draw.randrange(17, 20), draw.randrange(60)), draw.choice(OTHERS)))
    day += timedelta(days=1)
write_table(Path(__file__).parent, "trajets", rows, sheet="Trajets")
