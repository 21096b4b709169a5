"""Writes the sixty records (notices.ods, notices.xlsx)."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

HERE = Path(__file__).parent
PLACES = ["jardin", "jardin", "potager", "potager", "balcon", "parc", "verger"]
THEMES = ["eau", "eau", "arrosage", "compost", "insectes", "outils", "semis", "taille"]
SETTINGS = ["ville", "ville", "campagne", "école"]
SEASONS = ["printemps", "été", "automne", "hiver"]
TITLES = {
    "jardin": ["Un jardin pour tous", "Le jardin pas à pas", "Petites leçons de jardin"],
    "potager": ["Mon premier potager", "Potager et patience", "Le potager partagé"],
    "balcon": ["Cultiver sur un balcon", "Balcon vert"],
    "parc": ["Histoire d’un parc", "Les allées du parc"],
    "verger": ["Le verger ancien", "Pommes et poires du verger"],
}
AUTHORS = ["A. Belkacem", "N. Carpentier", "J. Diallo", "M. Ferrand", "S. Nguyen", "C. Pereira", "L. Roche"]

chance = random.Random(1113)
rows: list[list[str | int]] = [["Notice", "Titre", "Auteur", "Année", "Mots-clés"]]
for number in range(1, 61):
    place = chance.choice(PLACES)
    words = [place, *dict.fromkeys(chance.sample(THEMES, chance.choice([1, 2])))]
    if chance.random() < 0.6:
        words.append(chance.choice(SETTINGS))
    if chance.random() < 0.6:
        words.append(chance.choice(SEASONS))
    chance.shuffle(words)
    rows.append(
        [
            f"N{number:02}",
            chance.choice(TITLES[place]),
            chance.choice(AUTHORS),
            chance.randint(2009, 2025),
            " ; ".join(words),
        ]
    )
write_table(HERE, "notices", rows, sheet="Notices")
