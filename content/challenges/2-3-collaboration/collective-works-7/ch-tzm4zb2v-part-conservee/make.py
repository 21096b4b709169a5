"""Les révisions d’un article collectif."""

import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

rows = []
for number in range(60):
    rows.append(
        [
            "Merlin",
            date(2026, 1, 4) + timedelta(days=3 * number),
            120 + 7 * (number % 9),
            15,
            "non" if number % 10 == 0 else "oui",
        ]
    )
for number in range(9):
    rows.append(["Ondine", date(2026, 2, 1) + timedelta(days=17 * number), 640 + 35 * number, 40, "non"])
for number in range(24):
    rows.append(
        [
            "Viviane",
            date(2026, 1, 20) + timedelta(days=6 * number),
            150 + 5 * (number % 6),
            60,
            "non" if number % 4 else "oui",
        ]
    )
for number in range(31):
    rows.append(["Perceval", date(2026, 1, 9) + timedelta(days=5 * number), 12, 9, "non"])
rows.sort(key=lambda row: (row[1], row[0]))
write_csv(Path(__file__).parent, "revisions.csv", [["Auteur", "Date", "Ajoutés", "Retirés", "Annulée"], *rows])
