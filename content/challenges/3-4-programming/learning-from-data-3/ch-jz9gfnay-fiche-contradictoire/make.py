"""Writes 96 labelled mushrooms, one of them wrong (champignons.ods, champignons.xlsx)."""

import itertools
import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

chance = random.Random(96)
kinds = list(itertools.product(["brun", "blanc", "rouge", "gris"], ["lisse", "creux"], ["forte", "faible"]))
toxic = set(chance.sample(kinds, 7))
cards = [(kind, kind in toxic) for kind in kinds for _ in range(6)]
chance.shuffle(cards)
rows: list[list[str | int]] = [["Fiche", "Milieu", "Chapeau", "Pied", "Odeur", "Taille (cm)", "Étiquette"]]
for number, ((cap, foot, smell), bad) in enumerate(cards, 1):
    wrong = number == 58
    label = "toxique" if bad != wrong else "comestible"
    rows.append([number, chance.choice(["bois", "pré", "lande"]), cap, foot, smell, chance.randint(3, 18), label])
write_table(Path(__file__).parent, "champignons", rows, sheet="Fiches")
