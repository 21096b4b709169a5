import random
import sys
from datetime import datetime, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

draw = random.Random(16)
rows: list[tuple[object, ...]] = []


def add(moment: datetime, city: str, device: str, result: str = "réussie") -> None:
    rows.append((moment, city, device, result))


for day in range(31):  # from 25 March to 24 April
    start = datetime(2026, 3, 25) + timedelta(day)
    away = datetime(2026, 4, 6) <= start <= datetime(2026, 4, 12)
    city = "Lille" if away else "Lyon"
    add(start + timedelta(minutes=draw.randrange(7 * 60, 8 * 60)), city, "Téléphone Kiwi")
    if draw.random() < 0.5:
        result = "échouée" if draw.random() < 0.15 else "réussie"
        add(start + timedelta(minutes=draw.randrange(17 * 60, 21 * 60)), city, "Portable Sol", result)
    if not away and start.weekday() in (1, 3):
        add(start + timedelta(minutes=draw.randrange(10 * 60, 12 * 60)), "Lyon", "Poste du CDI")
add(datetime(2026, 4, 16, 21, 40), "Lyon", "Portable Sol")
for moment, result in (
    (datetime(2026, 4, 14, 2, 11), "échouée"),
    (datetime(2026, 4, 14, 2, 12), "échouée"),
    (datetime(2026, 4, 16, 21, 51), "réussie"),
    (datetime(2026, 4, 19, 3, 5), "réussie"),
    (datetime(2026, 4, 23, 1, 47), "réussie"),
):
    add(moment, "Toulon", "Tablette Onyx", result)
draw.shuffle(rows)
write_csv(
    Path(__file__).parent,
    "connexions.csv",
    [("Date et heure", "Ville", "Appareil", "Connexion"), *rows],
    encoding="utf-8-sig",
)
