"""Writes two hundred readings and the owners of sites (lectures.ods, lectures.xlsx)."""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_workbook

# site -> owner, readings
SITES = {
    "Le Ressac": ("Ressac Médias", 42),
    "Radio Cap": ("Ressac Médias", 38),
    "Info-Quai": ("Ressac Médias", 31),
    "Côte Sport": ("Ressac Médias", 25),
    "L’Écho des digues": ("Coopérative L’Écho", 20),
    "Sable et sel": ("Éditions du Cairn", 14),
    "Le Grain": ("Éditions du Cairn", 12),
    "Phare-Ouest": ("Association Phare-Ouest", 10),
    "La Bouée": ("Coopérative La Bouée", 8),
}
TOPICS = [
    "Un chantier au port",
    "La cantine rouvre",
    "Grève des bus",
    "Le stade agrandi",
    "Tempête en vue",
    "Un film tourné ici",
    "Le budget voté",
    "La plage nettoyée",
]
chance = random.Random(68)
reads = [site for site, (_, many) in SITES.items() for _ in range(many)]
chance.shuffle(reads)
start = date(2026, 2, 2)
names = list(SITES)
chance.shuffle(names)
write_workbook(
    Path(__file__).parent,
    "lectures",
    {
        "Lectures": [
            ["Lu le", "Site", "Titre"],
            *([start + timedelta(days=number // 7), site, chance.choice(TOPICS)] for number, site in enumerate(reads)),
        ],
        "Sites": [["Site", "Propriétaire"], *([name, SITES[name][0]] for name in names)],
    },
)
