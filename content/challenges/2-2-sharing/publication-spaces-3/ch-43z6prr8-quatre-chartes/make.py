"""The rules of four places to publish."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document  # noqa: E402

PLACES = {
    "Ondes Libres": [
        "Sons, images et textes, 20 Go par espace.",
        "Chaque personne qui dépose un contenu ouvre un compte à son nom (15 ans au moins).",
        "Les contenus sont lus et écoutés par tous, sans compte. Aucune publicité.",
        "Les fichiers sont gardés tant que l’espace existe. Un bouton « Tout récupérer » donne une archive complète.",
        "Vous restez propriétaire : nous ne pouvons ni vendre ni prêter vos contenus.",
    ],
    "Clip Jour": [
        "Vidéos, sons et photos, sans limite de taille.",
        "Un seul compte suffit pour un groupe. La lecture se fait sans compte.",
        "Une annonce précède un contenu sur trois.",
        "Les contenus restent en ligne. Une archive peut être demandée.",
        "En déposant un contenu, vous nous autorisez à le vendre à des tiers.",
    ],
    "Radio Préau": [
        "Sons et textes, 5 Go par établissement ; les photos sont limitées à 100.",
        "L’établissement ouvre un seul compte ; les élèves n’en ont pas.",
        "L’écoute est libre, sans compte et sans annonce.",
        "Les émissions sont gardées trois ans, puis effacées. Un bouton permet de les récupérer.",
        "L’établissement garde tous ses droits.",
    ],
    "Le Carnet": [
        "Textes, photos et sons.",
        "Un seul compte par groupe. Aucune publicité.",
        "Pour lire ou écouter, les visiteurs ouvrent un compte gratuit.",
        "Les pages sont gardées dix ans. La récupération se fait page par page.",
        "Vous restez propriétaire de vos contenus.",
    ],
}
blocks = [("title", "Quatre espaces de publication et leurs règles")]
for name, rules in PLACES.items():
    blocks += [("h1", name), *(("li", rule) for rule in rules)]
write_document(Path(__file__).parent, "quatre-espaces", blocks, title="Quatre espaces")
