import random
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

SITE = "meteo-des-cotes.example"
COUNTS = {
    SITE: 7, f"www.{SITE}": 6, f"cartes.{SITE}": 5, f"compte.{SITE}": 4, f"{SITE}.audience-web.example": 6,
    "regie-lumen.example": 9, "pixel-onde.example": 5, "boutons-parvis.example": 3, "videos-kadra.example": 2, "cible-plus.example": 8,
}  # fmt: skip
NAMES = ["_id", "uid", "sess", "pref", "vue", "ref", "opt", "seg", "tmp", "cle", "lang", "zone"]

draw = random.Random(82)
rows = []
for domain, count in COUNTS.items():
    for name in draw.sample(NAMES, count):
        rows.append(
            (name, domain, date(2026, 2, 3), date(2026, 2, 3) + timedelta(draw.choice((0, 30, 180, 365, 390, 730))))
        )
draw.shuffle(rows)
third = Counter(row[1] for row in rows if row[1] != SITE and not row[1].endswith("." + SITE))
assert third.total() == 33
assert third.most_common(1)[0] == ("regie-lumen.example", 9)
write_table(Path(__file__).parent, "cookies", [("Nom", "Domaine", "Déposé le", "Expire le"), *rows], sheet="Cookies")
