"""A booklet of twenty titles whose typed summary forgets one."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document  # noqa: E402

TITLES = [
    ("h1", "Accueillir"), ("h2", "Ouvrir la salle"), ("h2", "Préparer le café"), ("h2", "Tenir le registre"),
    ("h1", "Prêter"), ("h2", "Vérifier la carte"), ("h2", "Noter le prêt"), ("h2", "Vérifier la boîte"),
    ("h2", "Noter le retour"), ("h1", "Ranger"), ("h2", "Trier par âge"), ("h2", "Trier par taille"),
    ("h2", "Compter les pièces"), ("h2", "Réparer les boîtes"), ("h1", "Animer"), ("h2", "Choisir un jeu"),
    ("h2", "Expliquer les règles"), ("h2", "Finir à l’heure"), ("h1", "Fermer"), ("h2", "Éteindre et saluer"),
]  # fmt: skip
SENTENCES = [
    "On s’y met à deux, c’est plus rapide.",
    "Une fiche est affichée près de la porte.",
    "En cas de doute, demandez à Maryam ou à Loïc.",
    "Pensez à noter l’heure.",
    "Ce qui n’est pas à sa place se perd.",
]
draw = random.Random(3124)
blocks: list[tuple[object, ...]] = [
    ("title", "Livret des bénévoles de la ludothèque"),
    ("p", "Sommaire", {"bold": True}),
]
for kind, title in TITLES:
    if title != "Compter les pièces":
        blocks.append(("p", title if kind == "h1" else f"    {title}"))
blocks.append(("break", ""))
for kind, title in TITLES:
    blocks.append((kind, title))
    for _ in range(2):
        blocks.append(("p", " ".join(draw.choice(SENTENCES) for _ in range(draw.randint(3, 6)))))
write_document(Path(__file__).parent, "livret", blocks, title="Livret des bénévoles")
