"""Draws the photograph and writes its EXIF data (souvenir.jpg)."""

import random
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

MAKE, MODEL, SOFTWARE, DATE_TIME, EXIF_DATA, DATE_TAKEN, DATE_SCANNED = (
    0x010F,
    0x0110,
    0x0131,
    0x0132,
    0x8769,
    0x9003,
    0x9004,
)

chance = random.Random(12)
picture = Image.new("RGB", (900, 600), "#9cc7e6")
draw = ImageDraw.Draw(picture)
for y in range(600):
    draw.line((0, y, 900, y), fill=(120 + y // 6, 170 + y // 10, 225 - y // 12))
draw.ellipse((690, 60, 790, 160), fill="#ffe9a8")
draw.polygon(
    [(0, 400), (180, 230), (330, 380), (520, 190), (760, 400), (900, 320), (900, 600), (0, 600)], fill="#5f7f8d"
)
draw.polygon([(0, 470), (250, 400), (600, 460), (900, 410), (900, 600), (0, 600)], fill="#5f8f57")
draw.ellipse((260, 480, 640, 560), fill="#4f8fb8")
for _ in range(60):
    x, y = chance.randrange(900), chance.randrange(440, 600)
    draw.polygon([(x, y - 46), (x - 14, y), (x + 14, y)], fill=chance.choice(["#2f5a38", "#3c6b43", "#264a2f"]))
picture = picture.filter(ImageFilter.GaussianBlur(1))
exif = Image.Exif()
exif[MAKE], exif[MODEL], exif[SOFTWARE] = "Optika", "Optika P20", "Galerie 4.2"
exif[DATE_TIME] = "2021:09:30 18:21:07"
exif.get_ifd(EXIF_DATA)[DATE_TAKEN] = "2019:07:12 15:42:10"
exif.get_ifd(EXIF_DATA)[DATE_SCANNED] = "2019:07:12 15:42:10"
picture.save(Path(__file__).parent / "souvenir.jpg", "JPEG", quality=82, exif=exif)
