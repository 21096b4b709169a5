"""Writes the log of a server (journal.csv)."""

import random
import sys
from datetime import datetime, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

PAGES = [
    f"/{folder}/{name}"
    for folder in ("recettes", "conseils", "saisons")
    for name in ("tarte", "soupe", "pain", "salade", "gratin", "compote", "galette", "bouillon")
]
GONE = ["/promo-2021", "/recettes/flan", "/blog/ancien", "/saisons/ete-2019", "/vieux-plan", "/conseils/fours", "/jeu"]
# visitor -> pages read, addresses gone
VISITORS = {
    "Furet": (PAGES[:14], GONE[:5]),
    "FuretPub": (PAGES[10:20], GONE[4:6]),
    "Grenouille": (PAGES[3:18], GONE[2:7]),
    "Navigateur": (PAGES, GONE[5:]),
}
chance = random.Random(404)
lines: list[tuple[str, int, str]] = []
for visitor, (read, gone) in VISITORS.items():
    for address in read:
        lines += [(address, 200, visitor)] * chance.choice([1, 1, 2, 3])
    for address in gone:
        lines += [(address, 404, visitor)] * chance.choice([1, 2, 3])
    if visitor != "Navigateur":
        lines += [("/robots.txt", 200, visitor)] * 2
        lines += [("/panier", 403, visitor)]
chance.shuffle(lines)
moment = datetime(2026, 4, 6, 0, 3)
rows: list[list[str | int]] = [["Date", "Adresse", "Code", "Visiteur"]]
for line in lines:
    moment += timedelta(minutes=chance.randint(1, 19))
    rows.append([f"{moment:%d/%m/%Y %H:%M}", *line])
write_csv(Path(__file__).parent, "journal.csv", rows)
