"""Three hundred loans; some last exactly 21 days, some are not returned."""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table  # noqa: E402

draw = random.Random(1323)
END = date(2026, 6, 30)
GAMES = ["Le Phare", "Mille Îles", "Sardines", "Dragons en cage", "Cap Nord", "Tuile", "Zigzag", "Potager"]
rows: list[list[object]] = [["Jeu", "Prêt", "Retour"]]
for number in range(300):
    lent = date(2026, 1, 5) + timedelta(days=draw.randint(0, 170))
    kept = 21 if number % 17 == 0 else draw.randint(2, 34)
    back = lent + timedelta(days=kept)
    rows.append([draw.choice(GAMES), lent, None if back > END or number % 41 == 7 else back])
write_table(Path(__file__).parent, "emprunts", rows, sheet="Emprunts")
