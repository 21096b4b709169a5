"""Writes the inventory (inventaire.ods, inventaire.xlsx)."""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

FOLDERS = ["Documents", "Photos", "Vidéos", "Téléchargements", "Musique"]
TYPES = {"Texte": (0.1, 4.0), "Image": (1.5, 9.0), "Vidéo": (40.0, 900.0), "Son": (2.0, 12.0), "Archive": (5.0, 260.0)}
USUAL = {"Documents": "Texte", "Photos": "Image", "Vidéos": "Vidéo", "Téléchargements": "Archive", "Musique": "Son"}
EXTENSIONS = {"Texte": "odt", "Image": "jpg", "Vidéo": "mp4", "Son": "mp3", "Archive": "zip"}

chance = random.Random(44)
rows: list[list[object]] = [["Dossier", "Nom", "Type", "Taille (Mo)", "Modifié le"]]
for number in range(1, 321):
    folder = chance.choice(FOLDERS)
    kind = USUAL[folder] if chance.random() < 0.8 else chance.choice(list(TYPES))
    low, high = TYPES[kind]
    day = date(2023, 1, 1) + timedelta(days=chance.randrange(1200))
    rows.append(
        [folder, f"{kind.lower()}-{number:03}.{EXTENSIONS[kind]}", kind, round(chance.uniform(low, high), 1), day]
    )
write_table(Path(__file__).parent, "inventaire", rows, sheet="Inventaire")
