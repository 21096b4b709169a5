"""Three sheets of stock; the second one is asked for."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_workbook  # noqa: E402

draw = random.Random(3304)
sheets: dict[str, list[list[object]]] = {}
numbers = draw.sample(range(1000, 9999), 120)
for name in ("Magasin", "Réserve", "Prêts"):
    rows: list[list[object]] = [["Référence", "Article", "Quantité"]]
    for _ in range(40):
        thing = draw.choice(["chaise", "lampe", "table", "câble", "écran", "casque", "étagère"])
        rows.append([f"{draw.choice('KRTV')}-{numbers.pop()}", thing, draw.randint(1, 30)])
    sheets[name] = rows
write_workbook(Path(__file__).parent, "inventaire", sheets)
