"""Writes the log of a watch (releve.ods, releve.xlsx)."""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

SOURCES = ["Amarante", "Belvédère", "Cap Nord", "Delta-Info", "Estuaire"]
# source -> useful articles of its own
ALONE = {"Amarante": 3, "Belvédère": 9, "Cap Nord": 6, "Delta-Info": 0, "Estuaire": 2}
# useful articles given by several sources
SHARED = [
    (["Amarante", "Delta-Info"], 11),
    (["Amarante", "Cap Nord", "Delta-Info"], 6),
    (["Amarante", "Cap Nord"], 4),
    (["Belvédère", "Amarante"], 2),
    (["Delta-Info", "Cap Nord"], 3),
]
USELESS = {"Amarante": 14, "Belvédère": 22, "Cap Nord": 18, "Delta-Info": 16, "Estuaire": 4}
WHAT = [
    "digues",
    "dunes",
    "marées",
    "ports",
    "falaises",
    "plages",
    "polders",
    "estuaires",
    "bouées",
    "phares",
    "écluses",
    "quais",
]
HOW = [
    "mesurer les",
    "protéger les",
    "cartographier les",
    "financer les",
    "réparer les",
    "surveiller les",
    "dessiner les",
    "gérer les",
    "restaurer les",
    "comparer les",
]
chance = random.Random(61)
titles = [f"{how.capitalize()} {what}" for how in HOW for what in WHAT]
chance.shuffle(titles)
lines: list[tuple[str, str, str]] = []
for source, many in ALONE.items():
    lines += [(source, titles.pop(), "oui") for _ in range(many)]
for sources, many in SHARED:
    for _ in range(many):
        title = titles.pop()
        lines += [(source, title, "oui") for source in sources]
for source, many in USELESS.items():
    lines += [(source, titles.pop(), "non") for _ in range(min(many, len(titles)))]
chance.shuffle(lines)
rows: list[list[str | date]] = [["Reçu le", "Source", "Titre", "Utile"]]
start = date(2026, 3, 2)
rows += [[start + timedelta(days=number * 60 // len(lines)), *line] for number, line in enumerate(lines)]
write_table(Path(__file__).parent, "releve", rows, sheet="Relevé")
