"""Draws a table and the preview of its first page."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import box, line, words, write_svg

rows = [["Nom", "Lundi", "Mardi", "Mercredi"], ["Ana", "judo", "-", "dessin"], ["Tao", "-", "échecs", "judo"]]
parts = [words(20, 30, "Le tableau", weight="bold"), words(390, 30, "Aperçu : page 1 sur 2", weight="bold")]
for i, row in enumerate(rows):
    for j, cell in enumerate(row):
        parts += [box(20 + 80 * j, 50 + 30 * i, 80, 30), words(28 + 80 * j, 70 + 30 * i, cell)]
parts.append(box(390, 50, 270, 200, fill="#ffffff", thick=2))
for i, row in enumerate(rows):
    for j, cell in enumerate(row[:3]):
        parts += [box(405 + 80 * j, 70 + 30 * i, 80, 30), words(413 + 80 * j, 90 + 30 * i, cell)]
parts.append(line(390, 250, 660, 250, thick=2))
write_svg(Path(__file__).parent / "apercu.svg", 690, 270, *parts)
