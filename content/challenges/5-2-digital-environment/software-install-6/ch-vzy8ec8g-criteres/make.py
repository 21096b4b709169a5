"""Cinq logiciels, quatre critères."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

rows = [
    ["Logiciel", "Fonctions", "Accessibilité", "Export", "Prix"],
    ["Poids", 4, 2, 3, 1],
    ["Geai", 10, 4, 9, 8],
    ["Huppe", 6, 9, 7, 6],
    ["Merle", 7, 6, 8, 9],
    ["Pinson", 9, 8, 5, 9],
    ["Sittelle", 6, 6, 7, 8],
]
write_table(Path(__file__).parent, "criteres", rows)
