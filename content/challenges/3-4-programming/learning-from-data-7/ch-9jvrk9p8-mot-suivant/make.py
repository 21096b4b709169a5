"""Writes 200 short sentences (phrases.txt)."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text

chance = random.Random(207)
STARTS = ["la lune", "la lune", "ce soir la lune", "le soleil", "au loin la lune", "une étoile", "sous la lune"]
VERBS = ["brille", "brille", "éclaire", "éclaire", "éclaire", "monte", "disparaît", "pâle"]
ENDS = [
    "sur le lac",
    "la route",
    "derrière la lune",
    "sans bruit",
    "au-dessus du toit",
    "et la lune rousse",
    "enfin",
    "",
]
lines = []
for _ in range(200):
    line = f"{chance.choice(STARTS)} {chance.choice(VERBS)} {chance.choice(ENDS)}".strip()
    if chance.random() < 0.2:
        line = f"{line} et revoit la lune"
    lines.append(line)
write_text(Path(__file__).parent, "phrases.txt", "\n".join(lines) + "\n")
