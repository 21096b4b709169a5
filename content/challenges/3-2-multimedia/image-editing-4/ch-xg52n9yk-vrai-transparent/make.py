"""Four stars: painted chequers, hole in the middle, white ground, transparent ground."""

import io
import sys
from math import cos, pi, sin
from pathlib import Path

from PIL import Image, ImageDraw

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip  # noqa: E402

STAR = [
    (100 + r * cos(pi * k / 5 - pi / 2), 100 + r * sin(pi * k / 5 - pi / 2))
    for k in range(10)
    for r in [(85, 36)[k % 2]]
]


def picture(ground: tuple, star: tuple, chequers: bool = False) -> bytes:
    image = Image.new("RGBA", (200, 200), ground)
    draw = ImageDraw.Draw(image)
    if chequers:
        for x in range(0, 200, 10):
            for y in range(0, 200, 10):
                shade = 204 if (x + y) % 20 else 255
                draw.rectangle((x, y, x + 9, y + 9), fill=(shade, shade, shade, 255))
    draw.polygon(STAR, fill=star)
    kept = io.BytesIO()
    image.save(kept, "PNG")
    return kept.getvalue()


GOLD, WHITE = (217, 130, 43, 255), (255, 255, 255, 255)
write_zip(
    Path(__file__).parent,
    "etoiles.zip",
    {
        "A.png": picture(WHITE, GOLD, chequers=True),
        "B.png": picture(WHITE, (255, 255, 255, 0)),
        "C.png": picture(WHITE, GOLD),
        "D.png": picture((255, 255, 255, 0), GOLD),
    },
)
