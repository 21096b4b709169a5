"""Writes 600 decisions where the total hides a gap (decisions.ods, decisions.xlsx)."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

COUNTS = [("A", "oui", 100, 70), ("A", "non", 200, 60), ("B", "oui", 200, 110), ("B", "non", 100, 20)]
lines = []
for group, diploma, total, accepted in COUNTS:
    lines += [[group, diploma, "acceptée" if place < accepted else "refusée"] for place in range(total)]
random.Random(600).shuffle(lines)
rows = [["Candidature", "Groupe", "Diplôme", "Décision"]]
rows += [[f"K{number:03}", *line] for number, line in enumerate(lines, 1)]
write_table(Path(__file__).parent, "decisions", rows, sheet="Décisions")
