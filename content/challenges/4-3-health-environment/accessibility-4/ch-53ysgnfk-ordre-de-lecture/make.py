"""Two columns swapped by the style sheet: the words read after the given one are in the other column."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text  # noqa: E402

PAGES = {  # recorded first, then second; the style sheet shows the second one on the left
    "promenade.html": (
        "La promenade",
        "Départ du moulin, puis la rivière",
        "Passerelle de bois, et retour par le pré",
        "Barques à louer, au bord de l’eau, tous les jours",
    ),
    "visite.html": (
        "La visite",
        "On part de la gare vers la fontaine",
        "Place du Verger, jusqu’à la mairie",
        "Marché couvert, ouvert le matin",
    ),
}
for name, (title, first, second, third) in PAGES.items():
    # Recorded: first, second (same list as seen elsewhere), third. Seen: left column = third over first, right column = second.
    write_text(
        Path(__file__).parent,
        name,
        '<!doctype html>\n<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{title}</title>\n<style>body {{ font: 1.1em sans-serif; margin: 2em }} .page {{ display: grid; grid-template-columns: 18em 18em; gap: 0 2em }} "
        ".un { grid-column: 1; grid-row: 1 } .deux { grid-column: 2; grid-row: 1 / 3 } .trois { grid-column: 1; grid-row: 2 } p { margin: 0 0 0.4em }</style></head>\n"
        f'<body><h1>{title}</h1>\n<div class="page">\n<p class="un">{first}</p>\n<p class="deux">{second}</p>\n<p class="trois">{third}</p>\n</div></body></html>\n',
    )
