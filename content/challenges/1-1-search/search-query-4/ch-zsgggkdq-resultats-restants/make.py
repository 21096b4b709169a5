"""Draws the page of results (resultats.svg)."""

from html import escape
from pathlib import Path

RESULTS = [
    ("Horaires d’été", "https://musee-lirande.example/visite/horaires"),
    ("Les horaires d’été des musées", "https://journal-lirande.example/sorties/musee-lirande.example"),
    ("La boutique : horaires d’été", "https://boutique.musee-lirande.example/infos"),
    ("Amis du musée, permanences d’été", "https://amis-musee-lirande.example/agenda"),
    ("Été au musée : le programme", "https://www.musee-lirande.example/ete/programme.pdf"),
    ("Musée de Lirande, horaires", "https://musee-lirande.example.annuaire-sorties.example/fiche"),
]

lines = [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 560" role="img" font-family="sans-serif">',
    '<rect width="720" height="560" fill="#ffffff"/>',
    '<rect x="20" y="20" width="680" height="46" rx="23" fill="#f1f3f6" stroke="#8a94a3"/>',
    '<text x="44" y="50" font-size="20" fill="#1c2733">horaires d’été</text>',
]
for number, (title, address) in enumerate(RESULTS, 1):
    y = 104 + (number - 1) * 76
    lines += [
        f'<circle cx="40" cy="{y + 8}" r="16" fill="#1c2733"/>',
        f'<text x="40" y="{y + 14}" font-size="17" fill="#ffffff" text-anchor="middle">{number}</text>',
        f'<text x="72" y="{y + 4}" font-size="16" fill="#2f5d3a">{escape(address)}</text>',
        f'<text x="72" y="{y + 30}" font-size="21" fill="#1a3f94">{escape(title)}</text>',
    ]
lines.append("</svg>\n")
Path("resultats.svg").write_text("\n".join(lines), encoding="utf-8")
