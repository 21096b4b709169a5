"""Cinq versions d’un exposé."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip

DATES = {
    "expose_final": "6 mai 2026",
    "expose_final2": "9 mai 2026",
    "expose_v3": "2 mai 2026",
    "expose_corrige": "14 mai 2026",
    "expose_copie": "9 mai 2026",
}
write_zip(
    Path(__file__).parent,
    "expose.zip",
    {
        f"{name}.txt": f"Dernière correction de fond : {date}\r\n\r\nLe cycle de l’eau\r\n"
        for name, date in DATES.items()
    },
)
