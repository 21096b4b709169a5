"""Writes ten lists of the same size, two of them identical (listes.zip)."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip

GOODS = ["pain", "lait", "riz", "thé", "sel", "noix", "ail", "miel", "farine", "tomates", "citrons", "beurre"]
NAMES = ["lundi", "mardi", "camping", "fete", "gouter", "maison", "marche", "pique-nique", "rentree", "voisins"]

chance = random.Random(10)
bodies: list[str] = []
while len(bodies) < 9:
    goods = chance.sample(GOODS, len(GOODS))
    body = "".join(f"- {good}\r\n" for good in goods)
    if body not in bodies:
        bodies.append(body)
bodies.append(bodies[chance.randrange(9)])
chance.shuffle(bodies)
write_zip(
    Path(__file__).parent, "listes.zip", {f"listes/{name}.txt": body for name, body in zip(NAMES, bodies, strict=True)}
)
