"""Writes fifty short text files (fiches.zip); two of them hold a word found nowhere else."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip

OBJECTS = ["buffet", "guéridon", "fauteuil", "miroir", "lampe", "horloge", "coffre", "bureau", "banc", "étagère"]
WOODS = ["chêne", "noyer", "merisier", "hêtre", "pin", "acajou", "frêne"]
STATES = ["bon état", "à restaurer", "état moyen", "très bon état"]
PLACES = ["grenier", "atelier", "vitrine", "réserve"]
SPECIAL = {17: ("coffret", "palissandre", ""), 38: ("lot de ferronnerie", "fer", " Comprend une girouette.")}

chance = random.Random(50)
numbers = chance.sample(range(100, 1000), 50)
files = {}
for position, number in enumerate(sorted(numbers)):
    thing, wood, more = SPECIAL.get(position, (chance.choice(OBJECTS), chance.choice(WOODS), ""))
    files[f"fiches/fiche-{number}.txt"] = (
        f"Objet : {thing}\r\nMatière : {wood}\r\nÉtat : {chance.choice(STATES)}\r\n"
        f"Rangé dans : {chance.choice(PLACES)}\r\nPrix : {chance.randint(2, 60) * 5} euros.{more}\r\n"
    )
write_zip(Path(__file__).parent, "fiches.zip", files)
