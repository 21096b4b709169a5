"""A hundred and twenty loans; the running loan that ends first is neither the first to leave nor the shortest."""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table  # noqa: E402

draw = random.Random(1360)
rows: list[list[object]] = [["Outil", "Départ", "Durée (jours)", "État"]]
for _ in range(120):
    start = date(2026, 9, 1) + timedelta(days=draw.randint(0, 60))
    length = draw.choice([7, 10, 14, 21, 28, 45, 60])
    running = start + timedelta(days=length) > date(2026, 10, 20) and draw.random() < 0.8
    tool = draw.choice(["Perceuse", "Échelle", "Ponceuse", "Scie", "Bêche", "Brouette"])
    rows.append([tool, start, length, "en cours" if running else "rendu"])
write_table(Path(__file__).parent, "outils", rows, sheet="Prêts")
