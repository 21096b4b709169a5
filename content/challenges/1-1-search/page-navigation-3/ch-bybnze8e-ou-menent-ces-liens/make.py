"""Writes a page of links (sorties.html)."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text

LINKS = [
    ("musee-lirande.example/tarifs", "https://musee-lirande.example.sorties-rapides.example/tarifs"),
    ("La boutique", "https://boutique.musee-lirande.example/affiches"),
    ("Le marché du samedi", "https://www.ville-lirande.example/marche"),
    ("Les horaires du musée", "https://musee-lirande.example/horaires"),
    ("Visite du port", "https://port-aubin.example/visites"),
    ("ville-lirande.example", "https://agenda.example/ville-lirande.example"),
    ("Le plan", "https://www.musee-lirande.example/plan.html"),
    ("Les amis du musée", "https://amis-musee-lirande.example/"),
    ("Le stationnement", "https://parkings.ville-lirande.example/centre?vers=musee-lirande.example"),
    ("La fête du musée", "https://ville-lirande.example/fetes/musee"),
    ("Exposition « Brumes »", "https://musee-lirande.example/expositions/brumes"),
    ("Billets du musée", "https://billets-musee-lirande.example/achat"),
    ("Circuler en ville", "https://ville.lirande.example/bus"),
    ("Photographies de la ville", "https://images.example/recherche?q=ville-lirande.example"),
]
items = "".join(f'<li><a href="{address}">{words}</a></li>\n' for words, address in LINKS)
write_text(
    Path(__file__).parent,
    "sorties.html",
    '<!doctype html>\n<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Que faire à Lirande ?</title>\n'
    "<style>body{font:1.1rem/1.8 sans-serif;max-width:38rem;margin:2rem auto;padding:0 1rem}</style></head><body>\n"
    f"<h1>Que faire à Lirande ?</h1>\n<ol>\n{items}</ol>\n</body></html>\n",
)
