"""Two announcements that are too long; what is too much is printed and asserted."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text  # noqa: E402

TEXTS = {
    "annonce-chorale.txt": (
        "La chorale des Deux Rives cherche des voix pour son concert d’hiver ! Aucune expérience demandée, seulement l’envie de chanter ensemble, le mardi de 19 h à 20 h 30, salle des Tilleuls. Premier essai libre le mardi 15 septembre 2026. Venez avec un crayon et une bouteille d’eau, on vous prête les partitions. Détails : ",
        "https://chorale-deux-rives.example/saison-2026-2027/premier-essai?depuis=ricochet",
        280,
        20,
    ),
    "annonce-jeux.txt": (
        "Samedi 10 octobre 2026, de 14 h à 18 h, l’après-midi jeux revient à la médiathèque de Lirande : jeux de plateau, jeux d’adresse, jeux géants dans la cour s’il fait beau. Entrée libre dès 6 ans, un adulte pour trois enfants, goûter partagé à 16 h. Programme : ",
        "https://mediatheque-lirande.example/jeux",
        240,
        23,
    ),
}
for name, (words, address, most, link) in TEXTS.items():
    print(name, len(words) + link - most)
    write_text(Path(__file__).parent, name, words + address)
