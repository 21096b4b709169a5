"""Writes the same story in two encodings, zipped (textes.zip)."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip

SENTENCES = [
    "La forêt était déserte.",
    "Le garçon leva la tête.",
    "Un héron passa près de la rivière gelée.",
    "Personne ne savait où menait ce sentier.",
    "La boîte contenait une clé et trois pièces.",
    "Il avait neigé toute la nuit, et le chat dormait.",
    "Zoé répéta le même mot à voix basse.",
    "Le vent tourna au matin.",
    "On aperçut enfin la vallée.",
    "Là-bas, la fumée montait droit.",
]
chance = random.Random(195)
story = "\n".join(" ".join(chance.choice(SENTENCES) for _ in range(6)) for _ in range(14)) + "\n"
files = {"recit-utf8.txt": story.encode("utf-8"), "recit-latin1.txt": story.encode("latin-1")}
write_zip(Path(__file__).parent, "textes.zip", files)
