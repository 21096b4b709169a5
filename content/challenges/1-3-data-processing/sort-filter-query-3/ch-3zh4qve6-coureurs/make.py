"""Three hundred and twenty runners; every time is different."""

import random
import sys
from datetime import datetime, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table  # noqa: E402

draw = random.Random(1334)
seconds = draw.sample(range(2150, 7100), 320)
rows: list[list[object]] = [["Dossard", "Sexe", "Catégorie", "Temps"]]
for number, spent in enumerate(seconds, start=1):
    arrival = (datetime(2026, 1, 1) + timedelta(seconds=spent)).time()
    rows.append([number, draw.choice("FH"), draw.choice(["Junior", "Senior", "Senior", "Master"]), arrival])
write_table(Path(__file__).parent, "course", rows, sheet="Arrivée")
