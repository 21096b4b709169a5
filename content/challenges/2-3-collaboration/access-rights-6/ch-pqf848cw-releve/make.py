"""Les droits d’un espace commun."""

import sys
from datetime import date
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

rows = [["Personne", "Statut", "Dossier", "Droit", "Dernier usage"]]
FOLDERS = ["Comptes", "Planning", "Presse", "Adhérents"]
for number in range(34):  # present members, used this year
    right = "modifier" if number % 3 == 0 else "lire"
    rows.append(
        [f"Membre {number:02d}", "présent", FOLDERS[number % 4], right, date(2026, 1 + number % 10, 3 + number % 20)]
    )
for number in range(6):  # old readers: they stay
    rows.append([f"Membre {40 + number}", "présent", FOLDERS[number % 4], "lire", date(2025, 2 + number, 11)])
for number in range(5):  # old editors: to be removed
    rows.append([f"Membre {50 + number}", "présent", FOLDERS[number % 4], "modifier", date(2025, 3 + number, 21)])
for number in range(8):  # gone, some of them twice
    rows.append(
        [
            f"Ancien {number % 6}",
            "partie",
            FOLDERS[number % 4],
            "modifier" if number % 2 else "lire",
            date(2025 + number % 2, 9, 4 + number),
        ]
    )
rows[1:] = sorted(rows[1:], key=lambda row: (row[2], row[0], row[3]))
write_table(Path(__file__).parent, "droits", rows)
