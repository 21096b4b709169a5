"""Les inscrits d’une association."""

import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

rows = [["Fiche", "Dernière activité", "Dossier comptable"]]
for number in range(21):  # old
    rows.append(
        [
            f"F{number * 3:03d}",
            date(2023, 12, 31) - timedelta(days=47 * number),
            "oui" if number in (2, 7, 11, 18) else "non",
        ]
    )
for number in range(39):  # recent
    rows.append(
        [f"F{number * 3 + 1:03d}", date(2024, 1, 2) + timedelta(days=27 * number), "oui" if number % 6 == 0 else "non"]
    )
rows[1:] = sorted(rows[1:])
write_table(Path(__file__).parent, "fiches", rows)
