"""Thirty-four columns and forty-four rows of words; the words of the answers and of their neighbours are met once."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table  # noqa: E402

WORDS = (
    "abeille bambou cerise dauphin écureuil falaise girafe hibou iris jardin koala lavande moulin nuage "
    "olivier phare quille rivage sapin tortue uranium vallée wagon xylophone yourte zèbre"
).split()
draw = random.Random(1311)
rows = [[draw.choice(WORDS) for _ in range(34)] for _ in range(44)]
rows[36][27], rows[11][29] = "coquelicot", "marmotte"
rows[36][26], rows[11][28], rows[36][1] = "jonquille", "belette", "pivoine"
write_table(Path(__file__).parent, "mots", rows, sheet="Mots", header=False)
