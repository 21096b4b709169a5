"""Writes the four saved pages (reprises.zip)."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip


def page(site: str, title: str, dates: str, body: str) -> str:
    return f"""<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>
<style>body{{font:1.1rem/1.6 sans-serif;max-width:38rem;margin:2rem auto;padding:0 1rem}}small{{color:#444}}</style></head><body>
<p><strong>{site}</strong></p><h1>{title}</h1><p><small>{dates}</small></p>{body}</body></html>
"""


PAGES = {
    "gazette.html": page(
        "La Gazette de Lirande",
        "Une mosaïque romaine sous le marché",
        "Publié le 14 mars 2025",
        "<p>Une grande mosaïque a été retrouvée sous la halle, lit-on sur le blog <a>Vieilles pierres</a>. Elle mesurerait près de dix mètres.</p>",
    ),
    "incroyable.html": page(
        "Incroyable du jour",
        "Un palais romain de 100 mètres sous un marché !",
        "Aujourd’hui",
        "<p>La nouvelle vient de la <a>Gazette de Lirande d’hier</a> : un palais entier dormirait sous les étals.</p>"
        "<p><small>Page archivée le 15 mars 2025.</small></p>",
    ),
    "musee.html": page(
        "Musée de Belmont",
        "Fouilles de la halle : un fragment de mosaïque",
        "Mis à jour le 2 avril 2025",
        "<p>Un fragment de mosaïque de 90 centimètres a été dégagé sous la halle. Il sera exposé à l’automne.</p>"
        "<p><small>Historique de la page : première mise en ligne le 10 mars 2025 ; 2 avril 2025, ajout de la photographie.</small></p>",
    ),
    "blog.html": page(
        "Vieilles pierres, le blog de Jeanne",
        "Du nouveau sous la halle",
        "Billet du 12 mars 2025",
        "<p>Le <a>musée de Belmont</a> annonce avoir trouvé un morceau de mosaïque : 90 centimètres, peut-être un mètre de plus sous le mur.</p>",
    ),
}
write_zip(Path(__file__).parent, "reprises.zip", PAGES)
