"""A robots.txt and five pages."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip  # noqa: E402


def page(title: str, head: str = "") -> str:
    return f'<!doctype html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n{head}</head>\n<body><h1>{title}</h1></body>\n</html>\n'


NO = '<meta name="robots" content="noindex">\n'
write_zip(
    Path(__file__).parent,
    "cinq-pages.zip",
    {
        "robots.txt": "User-agent: *\nDisallow: /travaux/\n\nUser-agent: robot-aspirateur\nDisallow: /\n",
        "tarifs.html": page("Tarifs", "<!-- " + NO.strip() + " -->\n"),
        "merci.html": page("Merci de votre message", NO),
        "travaux/devis.html": page("Devis de la salle"),
        "travaux/plan.html": page("Plan de la salle", NO),
        "membres/compte-rendu.html": page("Compte rendu du bureau"),
        "note.txt": (
            "Liens publics vers ces pages :\n"
            "- tarifs.html : depuis l’accueil du site\n- merci.html : depuis un forum public\n"
            "- travaux/devis.html : depuis le blog d’un artisan\n- travaux/plan.html : depuis le site de la mairie\n"
            "- membres/compte-rendu.html : depuis l’accueil du site\n\n"
            "Le serveur demande un mot de passe pour /membres/ (réponse 401 sans lui). Rien d’autre n’est protégé.\n"
        ),
    },
)
