"""Writes the log of a stock whose sums break (journal.csv)."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

BREAKS = {187: 9, 262: -20, 391: 30}
chance = random.Random(500)
stock = dict.fromkeys(["vis", "clous", "écrous", "rivets", "crochets"], 100)
rows: list[list[str | int]] = [["Ligne", "Article", "Mouvement", "Stock", "Remarque"]]
for number in range(1, 501):
    item = chance.choice(list(stock))
    move = chance.randint(-15, 15) or 4
    if stock[item] + move < 5:
        move = 20
    if stock[item] + move > 180:
        move = -25
    stock[item] += move + BREAKS.get(number, 0)
    remark = "ALERTE écart constaté" if number in (214, 305, 306, 422) else ""
    rows.append([number, item, f"{move:+d}", stock[item], remark])
write_csv(Path(__file__).parent, "journal.csv", rows)
