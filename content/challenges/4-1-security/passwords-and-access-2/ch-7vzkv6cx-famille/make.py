import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

SITES = {
    "Amina": "Courriel Plume=vert,Médiathèque=bleu,Jeux-Galaxie=orange,Cantine=orange,Judo club=rouge,Vidéos Kadra=orange,"
    "Collège en ligne=gris,Dessins Partagés=orange,Forum Échecs=violet,Boutique Tissia=orange,Car scolaire=bleu,Recettes Zoé=orange",
    "Hugo": "Courriel Plume=orange,Jeux-Galaxie=violet,Médiathèque=violet,Cantine=gris,Musique Onde=violet,Collège en ligne=rouge,"
    "Foot local=vert,Vidéos Kadra=bleu,Forum Robots=violet,Car scolaire=orange",
    "Samira": "Courriel Plume=violet,Banque Solvia=orange,Impôts=bleu,Boutique Tissia=orange,Santé en ligne=vert,Cantine=orange,"
    "Chorale=gris,Covoiturage Vroom=orange,Musique Onde=rouge",
    "Yann": "Courriel Plume=gris,Banque Solvia=violet,Jeux-Galaxie=bleu,Outils Bricol=violet,Foot local=orange,Covoiturage Vroom=bleu,"
    "Vidéos Kadra=violet,Forum Jardin=rouge",
}

lines = [
    (site, person, colour)
    for person, sites in SITES.items()
    for site, colour in (pair.split("=") for pair in sites.split(","))
]
lines.sort()
write_table(Path(__file__).parent, "comptes", [("Site", "Personne", "Mot de passe (couleur)"), *lines], sheet="Comptes")
