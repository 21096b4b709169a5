"""Deux mois de sauvegardes, dont les dernières sont chiffrées."""

import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

rows = []
for number in range(54):
    day = date(2026, 9, 1) + timedelta(days=number)
    changed = 21 + 13 * number % 74
    if day == date(2026, 9, 30):
        changed = 412  # the end of the month: a true peak, far below the other
    if day >= date(2026, 10, 19):
        changed = 3900 if day == date(2026, 10, 19) else 160 + number
    check = "échec" if day in (date(2026, 9, 12), date(2026, 10, 7)) else "correct"
    rows.append([day, 4100 + 3 * number, 88000 + 41 * number, changed, check])
write_csv(
    Path(__file__).parent, "journal.csv", [["Date", "Fichiers", "Taille (Mo)", "Fichiers modifiés", "Contrôle"], *rows]
)
