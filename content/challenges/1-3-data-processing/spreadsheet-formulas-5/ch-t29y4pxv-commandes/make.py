"""Thirty orders without prices and a price list out of order."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_workbook  # noqa: E402

draw = random.Random(1322)
references = [f"{a}{n}" for a in "BDKMRT" for n in (104, 118, 231, 240, 305, 377, 412, 468)]
draw.shuffle(references)
prices = {reference: draw.randint(4, 120) / 2 for reference in references}
orders: list[list[object]] = [["Commande", "Référence", "Quantité"]]
lines = [
    (order, reference)
    for order in range(101, 131)
    for reference in draw.sample(references, 7 if order in (112, 127) else draw.randint(2, 6))
]
draw.shuffle(lines)
orders += [[order, reference, draw.randint(1, 9)] for order, reference in lines]
prices_rows: list[list[object]] = [["Référence", "Prix unitaire"], *([r, p] for r, p in prices.items())]
write_workbook(Path(__file__).parent, "commandes", {"Commandes": orders, "Tarifs": prices_rows})
