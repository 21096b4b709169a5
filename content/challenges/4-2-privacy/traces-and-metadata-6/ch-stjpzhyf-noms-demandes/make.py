import random
import sys
from datetime import datetime, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

draw = random.Random(12)
USUAL = [
    "courriel.example",
    "lycee-ardan.example",
    "meteo-belmont.example",
    "videos.example",
    "polices.example",
    "journal-du-port.example",
    "ricochet.example",
    "cuisine-lou.example",
    "images-rapides.example",
    "mise-a-jour.example",
    "radio-onde.example",
]
SPECIAL = [
    (
        datetime(2026, 3, 9, 20, 4, 11),
        ["immo-belmont.example", "notaires-belmont.example", "estimer-sa-maison.example"],
    ),
    (
        datetime(2026, 3, 10, 19, 30, 2),
        ["tourisme-keravel.example", "meteo-keravel.example", "studios-photo-keravel.example"],
    ),
    (datetime(2026, 3, 11, 20, 52, 33), ["locations-de-skis-keravel.example", "locations-materiel-belmont.example"]),
    (
        datetime(2026, 3, 12, 21, 17, 40),
        ["locations-keravel.example", "studios-etudiants-keravel.example", "colocs-keravel.example"],
    ),
    (datetime(2026, 3, 14, 18, 22, 5), ["campings-du-lac.example", "toiles-de-tente.example"]),
]
lines = []
for day in range(7):
    for _ in range(40):
        moment = datetime(2026, 3, 9) + timedelta(days=day, seconds=draw.randrange(7 * 3600, 23 * 3600))
        lines.append((moment, draw.choice(USUAL)))
for start, names in SPECIAL:
    lines += [(start + timedelta(seconds=95 * i), name) for i, name in enumerate(names)]
lines.sort()
rows = [("date", "heure", "nom demandé")] + [(f"{m:%d/%m/%Y}", f"{m:%H:%M:%S}", name) for m, name in lines]
write_csv(Path(__file__).parent, "noms.csv", rows)
