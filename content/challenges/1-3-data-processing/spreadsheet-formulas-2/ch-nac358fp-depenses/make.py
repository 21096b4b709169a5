"""Sixty-four expenses, an empty line, then the planned budget that must not count."""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table  # noqa: E402

draw = random.Random(1314)
THINGS = ["Essence du minibus", "Pagaies", "Gilets", "Goûter", "Timbres", "Location du local", "Réparation", "Affiches"]
rows: list[list[object]] = [["Date", "Dépense", "Montant"]]
day = date(2025, 1, 6)
for _ in range(64):
    day += timedelta(days=draw.randint(2, 8))
    rows.append([day, draw.choice(THINGS), round(draw.uniform(3, 140), 2)])
rows += [[None, None, None], [None, "Budget prévu", 4500]]
write_table(Path(__file__).parent, "depenses", rows, sheet="Dépenses")
