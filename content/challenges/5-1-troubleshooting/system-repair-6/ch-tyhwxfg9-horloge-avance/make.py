"""Events of three machines, one of which runs ten minutes ahead: its first error is really the first."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

draw = random.Random(10)
AHEAD = {"caisse": 0, "stock": 0, "salle": 10}
KNOWN = [
    (1, "salle", "projecteur : fiche illisible"),
    (2, "stock", "inventaire : réponse invalide"),
    (4, "caisse", "vente : article inconnu"),
]
KNOWN += [
    (5, "stock", "inventaire : réponse invalide"),
    (6, "salle", "projecteur : fiche illisible"),
    (7, "caisse", "vente : article inconnu"),
]

events = [(600 + minute + AHEAD[machine], machine, "erreur", text) for minute, machine, text in KNOWN]
for minute in range(545, 625, 2):
    machine = draw.choice(list(AHEAD))
    level, text = draw.choice(
        [("information", "contrôle réussi"), ("information", "connexion acceptée"), ("avertissement", "réponse lente")]
    )
    events.append((minute + AHEAD[machine], machine, level, text))
rows: list[list[int | str]] = [["heure affichée", "machine", "niveau", "message"]]
rows += [
    [f"{minute // 60:02d}:{minute % 60:02d}", machine, level, text] for minute, machine, level, text in sorted(events)
]
write_csv(Path(), "evenements.csv", rows, encoding="utf-8-sig")
