"""Writes the 64 combinations in a shuffled order (combinaisons.ods, combinaisons.xlsx)."""

import itertools
import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

cases = list(itertools.product([0, 1], repeat=6))
random.Random(64).shuffle(cases)
rows = [["Numéro", *"ABCDEF"], *([number, *case] for number, case in enumerate(cases, 1))]
write_table(Path(__file__).parent, "combinaisons", rows, sheet="Capteurs")
