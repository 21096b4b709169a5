"""Writes a tree of folders and files (dossier.json)."""

import json
import random
import sys
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text

chance = random.Random(704)
NAMES = ["photos", "cours", "musique", "projet", "archives", "brouillons", "plans", "notes", "films", "textes"]


def folder(name: str, depth: int) -> dict[str, Any]:
    """A folder with its files, and its folders down to a depth."""
    made: dict[str, Any] = {"nom": name}
    if depth < 5 and chance.random() < 0.2:
        made["exclu"] = True
    files = [{"nom": f"f{chance.randint(100, 999)}", "ko": chance.randint(3, 900)} for _ in range(chance.randint(0, 4))]
    made["fichiers"] = files
    count = chance.randint(2, 3) if depth else 0
    made["dossiers"] = [folder(chance.choice(NAMES), depth - 1) for _ in range(count)]
    return made


tree = folder("sauvegarde", 5)
write_text(Path(__file__).parent, "dossier.json", json.dumps(tree, ensure_ascii=False, indent=1) + "\n")
