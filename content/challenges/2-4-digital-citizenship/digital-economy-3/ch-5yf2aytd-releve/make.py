import random
import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

GAMES = ["Royaume de Brume", "Royaume de Brume 2", "Course Lynx", "Mots du soir", "Ferme Perchée"]
ITEMS = [("Coffre", 1.99), ("Pièces d’or", 4.99), ("Tenue", 2.49), ("Vies", 0.99), ("Passe du mois", 5.99)]

draw = random.Random(30)
rows = []
for _ in range(90):
    item, price = draw.choice(ITEMS)
    day = date(2026, 2, 1) + timedelta(draw.randrange(89))
    rows.append((day, draw.choice(GAMES[:1] * 2 + GAMES), item, price, "remboursé" if draw.random() < 0.12 else "payé"))
rows.sort(key=lambda row: row[0], reverse=True)
total = round(sum(row[3] for row in rows if row[0].month == 3 and row[1] == GAMES[0] and row[4] == "payé"), 2)
assert total == 50.88, total
write_table(
    Path(__file__).parent, "achats", [("Date", "Application", "Achat", "Prix (€)", "État"), *rows], sheet="Achats"
)
