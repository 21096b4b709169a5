"""180 answers: 120 gardens, 42 of which with a vegetable patch; six patches belong to people without a garden."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

HERE = Path(__file__).resolve().parent
draw = random.Random(7)
answers = [("oui", "oui")] * 42 + [("oui", "non")] * 78 + [("non", "oui")] * 6 + [("non", "non")] * 54
draw.shuffle(answers)
rows = [["Réponse", "Jardin", "Potager"], *([n, a, b] for n, (a, b) in enumerate(answers, start=1))]
write_table(HERE, "jardins", rows)
