"""Writes the tastes of forty persons (gouts.ods, gouts.xlsx)."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

FILMS = [
    "Avant la pluie", "Le Grand Détour", "Les Cerfs-volants", "Minuit moins dix", "L’Île de verre", "Un été à Lirande",
    "La Montre du père", "Sept Lanternes", "Place du Marché", "Rouge-gorge", "Le Dernier Bac", "Cinq hivers",
]  # fmt: skip
# films by their place: liked, disliked; the others are not seen
KNOWN = {
    "Inès": ({0, 2, 3, 5, 9, 10}, {6, 8}),
    "Malo": ({3, 6, 8, 10, 11}, {0, 2, 9}),
    "P23": ({0, 2, 3, 5, 10, 4}, {1, 7, 9}),
    "P08": ({3, 6, 8, 10, 11, 7}, {1, 4, 5}),
}
chance = random.Random(99)


def tastes() -> tuple[set[int], set[int]]:
    while True:
        seen = set(chance.sample(range(12), 8)) | {1}
        liked = {one for one in seen if one == 1 or chance.random() < 0.55}
        near = max(len(liked & KNOWN[one][0]) for one in ("Inès", "Malo"))
        if near <= 4:
            return liked, seen - liked


rows: list[list[str | int | None]] = [["Personne", *FILMS]]
for name in ["Inès", "Malo", *(f"P{number:02}" for number in range(1, 39))]:
    liked, disliked = KNOWN.get(name) or tastes()
    rows.append([name, *(1 if one in liked else 0 if one in disliked else None for one in range(12))])
write_table(Path(__file__).parent, "gouts", rows, sheet="Goûts")
