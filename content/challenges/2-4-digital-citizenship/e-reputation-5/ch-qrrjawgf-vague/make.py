"""Les avis d’une auberge, dont une vague achetée."""

import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

NOTES = [5, 4, 3, 4, 2, 5, 3, 4, 1, 5]  # ten notes whose mean is 3,6
rows = []
for number in range(80):
    day = date(2026, 5, 1) + timedelta(days=number % 75)
    rows.append([day, NOTES[number % 10], 40 + 37 * number % 900, "oui" if number % 4 else "non"])
for number in range(20):
    rows.append([date(2026, 6, 21), NOTES[number % 10], 120 + 53 * number % 700, "oui"])
for number in range(20):
    rows.append([date(2026, 6, 14), 5, 1 + number % 4, "non"])
rows.sort(key=lambda row: (row[0], row[2]))
write_csv(Path(__file__).parent, "avis.csv", [["Date", "Note", "Âge du compte (jours)", "Achat vérifié"], *rows])
