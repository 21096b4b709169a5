"""Six pages; one has kept the title of its template."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip

PAGES = {
    "index": ("Les Amis du canal, à Brévan", "Bienvenue au bord de l’eau"),
    "balades": ("Balades guidées - Les Amis du canal", "Marcher le long du canal"),
    "adherer": ("Adhérer - Les Amis du canal", "Devenir membre"),
    "contact": ("Titre de votre page ici", "Nous écrire"),
    "archives": ("Archives de 2019 à 2025 - Les Amis du canal", "Nos anciennes lettres"),
    "plan": ("Plan d’accès - Les Amis du canal", "Venir nous voir"),
}
write_zip(
    Path(__file__).parent,
    "site-association.zip",
    {
        f"{name}.html": '<!doctype html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n</head>\n<body>\n<h1>{head}</h1>\n<p>Association invitée à Brévan.</p>\n</body>\n</html>\n"
        for name, (title, head) in PAGES.items()
    },
)
