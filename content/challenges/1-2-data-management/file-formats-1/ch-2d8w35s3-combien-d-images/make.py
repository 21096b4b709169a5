"""Draws the window of files (dossier.svg)."""

from pathlib import Path

FILES = ["bateau.jpg", "photo-de-groupe.odt", "canards.png", "cris-des-canards.mp3",
         "dessin-du-lac.gif", "image-animee.mp4", "ponton.jpeg", "prix-des-billets.ods"]  # fmt: skip

lines = [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 470" role="img" font-family="sans-serif">',
    '<rect x="2" y="2" width="636" height="466" rx="10" fill="#ffffff" stroke="#5b6675" stroke-width="2"/>',
    '<path d="M2 12 a10 10 0 0 1 10 -10 h616 a10 10 0 0 1 10 10 v42 h-636 z" fill="#dfe6ee"/>',
    '<text x="24" y="36" font-size="21" font-weight="bold" fill="#1c2733">Sortie au lac</text>',
    '<text x="520" y="36" font-size="17" fill="#3a4654">8 éléments</text>',
]
for position, name in enumerate(FILES):
    y = 66 + position * 49
    lines += [
        f'<path d="M30 {y} h20 l10 10 v26 h-30 z" fill="#f4f6f9" stroke="#5b6675" stroke-width="2"/>',
        f'<path d="M50 {y} v10 h10" fill="none" stroke="#5b6675" stroke-width="2"/>',
        f'<text x="84" y="{y + 26}" font-size="21" fill="#1c2733">{name}</text>',
    ]
lines.append("</svg>\n")
Path("dossier.svg").write_text("\n".join(lines), encoding="utf-8")
