"""A guide of seven chapters whose typed summary is wrong; its plan comes from its title styles."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document  # noqa: E402

CHAPTERS = {
    "L’île en bref": [],
    "Le relief": ["Les falaises du nord", "La plaine centrale", "Les dunes de l’ouest", "Le volcan éteint"],
    "Le climat": ["Les vents du nord", "Les pluies de la plaine", "Les brumes de l’ouest", "Les étés secs"],
    "Les habitants": ["Les villages", "Les fêtes"],
    "Aller et venir": [],
    "Les plantes": ["Les plantes des falaises", "Les plantes des dunes", "Les plantes de la plaine"],
    "Les animaux": ["Les oiseaux des falaises", "Les petits mammifères"],
}
SENTENCES = [
    "On y accède par un chemin de terre bordé de murets.",
    "Les plus anciens racontent que la mer venait jusque-là.",
    "Une petite cabane sert encore d’abri aux promeneurs.",
    "La lumière y change plusieurs fois dans la journée.",
    "Des panneaux expliquent ce que l’on voit.",
    "Mieux vaut emporter de l’eau et un chapeau.",
    "Le vent y est régulier d’avril à octobre.",
]
draw = random.Random(3121)
blocks: list[tuple[object, ...]] = [("title", "Guide de l’île d’Ormel"), ("p", "Sommaire", {"bold": True})]
for chapter, parts in CHAPTERS.items():
    blocks.append(("p", chapter))
    shuffled = list(parts)
    while len(parts) > 2 and shuffled[2] == parts[2]:
        draw.shuffle(shuffled)
    blocks += [("p", f"    {part}") for part in shuffled]
for chapter, parts in CHAPTERS.items():
    blocks += [("break", ""), ("h1", chapter)]
    for part in parts or [""]:
        if part:
            blocks.append(("h2", part))
        for _ in range(3):
            blocks.append(("p", " ".join(draw.choice(SENTENCES) for _ in range(draw.randint(4, 7)))))
write_document(Path(__file__).parent, "guide", blocks, title="Guide de l’île d’Ormel")
