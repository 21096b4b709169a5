"""Two posters whose QR code does not lead where the poster says."""

import sys
from pathlib import Path

import segno
from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).parent
POSTERS = {
    "affiche-concert.png": (
        ["Grand concert", "Samedi 20 juin, 20 h", "Kiosque d’Ormeval"],
        "concerts-ormeval.example",
        "https://concerts-ormeva1.example/place?id=88",
    ),
    "affiche-velo.png": (
        ["Bourse aux bicyclettes", "Dimanche 7 juin, 9 h", "Halle de Belmont"],
        "velo-belmont.example",
        "https://velo-belmont.example.inscription-facile.example/b",
    ),
}
for name, (lines, shown, address) in POSTERS.items():
    picture = Image.new("L", (480, 640), 255)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((8, 8, 471, 631), outline=0, width=4)
    for i, text in enumerate(lines):
        pen.text((240, 60 + 48 * i), text, fill=0, anchor="mm", font=ImageFont.load_default(36 if i == 0 else 26))
    matrix = [list(row) for row in segno.make(address, error="m", micro=False).matrix]
    dot = 330 // (len(matrix) + 2)
    left, top = (480 - dot * len(matrix)) // 2, 215
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            if dark:
                pen.rectangle(
                    (left + x * dot, top + y * dot, left + (x + 1) * dot - 1, top + (y + 1) * dot - 1), fill=0
                )
    pen.text((240, 590), shown, fill=0, anchor="mm", font=ImageFont.load_default(26))
    picture.convert("1").save(HERE / name, optimize=True)
sys.exit(0)
