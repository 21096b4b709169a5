"""Two small sites; each lacks one of the legal mentions."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip

HERE = Path(__file__).parent


def html(title: str, body: str, foot: str) -> str:
    """A page."""
    return (
        f'<!doctype html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n</head>\n<body>\n'
        '<nav><a href="index.html">Accueil</a> <a href="contact.html">Contact</a> <a href="mentions.html">Mentions</a>'
        f"</nav>\n<h1>{title}</h1>\n{body}\n<footer>{foot}</footer>\n</body>\n</html>\n"
    )


foot = "<p>Chorale des Deux Ponts. Dessin du site : Atelier Ribambelle.</p>"
write_zip(HERE, "chorale.zip", {
    "index.html": html("La chorale des Deux Ponts", "<p>Nous chantons le jeudi. Cheffe de chœur : Irène Malo.</p>", foot),
    "contact.html": html("Contact", "<p>Association Chorale des Deux Ponts, 4 place du Lavoir, Brévan. Téléphone : 00 00 00 00 01.</p>", foot),
    "mentions.html": html("Mentions", "<p>Site édité par l’association Chorale des Deux Ponts.</p><p>Hébergement : "
                          "Nuage Libre, 12 rue des Serveurs, Lorvan, téléphone 00 00 00 00 02.</p>", foot),
})  # fmt: skip
foot = "<p>Directrice de la publication : Paula Renne, présidente.</p>"
write_zip(HERE, "cyclos.zip", {
    "index.html": html("Les Cyclos d’Ivoy", "<p>Sortie chaque dimanche à 9 h.</p>", foot),
    "contact.html": html("Contact", "<p>Les Cyclos d’Ivoy, 7 rue du Stade, Ivoy. Téléphone : 00 00 00 00 03.</p>", foot),
    "mentions.html": html("Mentions", "<p>Site édité par l’association Les Cyclos d’Ivoy.</p><p>Réalisé par l’agence "
                          "Pixelou, Lorvan, téléphone 00 00 00 00 04. Photos : Paula Renne, CC BY 4.0.</p>", foot),
})  # fmt: skip
