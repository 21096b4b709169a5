"""Ninety dates in two forms; the oldest is neither the first nor the last text."""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

HERE = Path(__file__).resolve().parent
draw = random.Random(37)
days = [date(1988, 3, 2) + timedelta(days=draw.randrange(12_000)) for _ in range(89)]
rows = [["Association", "Création"]]
texts = [f"{day:%Y-%m-%d}" if draw.random() < 0.5 else f"{day:%d/%m/%Y}" for day in days] + ["08/11/1987"]
draw.shuffle(texts)
rows += [[f"A{n:02}", text] for n, text in enumerate(texts, start=1)]
write_csv(HERE, "associations.csv", rows)
