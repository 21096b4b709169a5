"""Two journals of activity; prints the answers."""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv  # noqa: E402

for name, seed, bound, count in (
    ("activite-anouk.csv", 41, date(2025, 1, 1), 90),
    ("activite-elias.csv", 12, date(2024, 9, 1), 90),
):
    dice = random.Random(seed)
    day, rows = date(2023, 2, 3), []
    for _ in range(count):
        day += timedelta(days=dice.randint(2, 21))
        action = dice.choices(["Publication", "Commentaire", "J’aime", "Publication relayée"], [5, 3, 3, 2])[0]
        public = dice.choices(["Tout le monde", "Mes amis", "Moi seulement"], [5, 4, 1])[0]
        gone = "supprimée" if action == "Publication" and dice.random() < 0.2 else ""
        rows.append([day, action, public, gone])
    dice.shuffle(rows)
    write_csv(Path(__file__).parent, name, [["Date", "Action", "Public", "État"], *rows])
    print(name, sum(r[0] < bound and r[1] == "Publication" and r[2] == "Tout le monde" and not r[3] for r in rows))
