"""Writes 400 messages with their score (messages.ods, messages.xlsx)."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

chance = random.Random(406)
lines = []
for place in range(400):
    spam = place < 90
    score = chance.betavariate(6, 2.2) if spam else chance.betavariate(2, 5.5)
    lines.append([round(score, 2), "indésirable" if spam else "légitime"])
chance.shuffle(lines)
rows = [["Message", "Score", "Vérité"], *([number, *line] for number, line in enumerate(lines, 1))]
write_table(Path(__file__).parent, "messages", rows, sheet="Messages")
