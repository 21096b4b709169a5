"""Twelve items and their licences."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

ITEMS = [
    ("Carte du littoral", "image", "CC BY 4.0"),
    ("Texte sur les marées", "texte", "CC BY-SA 4.0"),
    ("Photo du phare", "image", "CC BY-NC 4.0"),
    ("Gravure de 1840", "image", "Domaine public"),
    ("Chanson de marin", "son", "CC BY-ND 4.0"),
    ("Coupe géologique", "image", "CC BY-SA 4.0"),
    ("Glossaire", "texte", "CC BY 4.0"),
    ("Icônes de bateaux", "image", "CC0"),
    ("Entretien filmé", "vidéo", "CC BY-NC-SA 4.0"),
    ("Poème", "texte", "Tous droits réservés"),
    ("Schéma du port", "image", "CC BY 4.0"),
    ("Quiz", "texte", "CC BY-NC-ND 4.0"),
]
write_table(Path(__file__).parent, "inventaire-licences", [["Élément", "Genre", "Licence"], *ITEMS])
