"""Writes the archive with nine notes (projet.zip)."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip

WORDS = {
    "projet/note.txt": "ancolie",
    "projet/sources/note.txt": "bouvreuil",
    "projet/sources/final/note.txt": "lanterne",
    "projet/sources/brouillon/note.txt": "cormoran",
    "projet/final/sources/note.txt": "échelle",
    "projet/images/note.txt": "falaise",
    "projet/images/2025/note.txt": "marjolaine",
    "projet/2025/images/note.txt": "navette",
    "projet/2025/sources/note.txt": "pupitre",
}
write_zip(
    Path(__file__).parent,
    "projet.zip",
    {path: f"Le mot de ce fichier est : {word}\r\n" for path, word in WORDS.items()},
)
