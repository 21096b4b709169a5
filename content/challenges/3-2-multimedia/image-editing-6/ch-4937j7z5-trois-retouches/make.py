"""A board of shapes, before and after three changes."""

import io
import random
import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip  # noqa: E402

COLOURS = ((36, 87, 167), (217, 130, 43), (47, 143, 91), (138, 79, 163), (184, 56, 76))


def board(changed: bool) -> bytes:
    dice = random.Random(12)
    image = Image.new("RGB", (700, 480), "#f4f1e8")
    draw = ImageDraw.Draw(image)
    for row in range(7):
        draw.text((10, 50 + 60 * row), str(row + 1), fill="#1c2430", font=ImageFont.load_default(18))
        for column in range(10):
            name = "ABCDEFGHIJ"[column] + str(row + 1)
            if row == 0:
                draw.text((62 + 65 * column, 8), name[0], fill="#1c2430", font=ImageFont.load_default(18))
            x, y = 46 + 65 * column + dice.randint(0, 14), 42 + 60 * row + dice.randint(0, 12)
            colour, kind = dice.choice(COLOURS), dice.randrange(3)
            if changed and name == "G2":
                continue
            if changed and name == "C5":
                x, y = x + 4, y - 2
            if changed and name == "I4":
                colour = tuple(part + 7 for part in colour)
            if kind == 0:
                draw.ellipse((x, y, x + 32, y + 32), fill=colour)
            elif kind == 1:
                draw.rectangle((x, y, x + 30, y + 30), fill=colour)
            else:
                draw.polygon(((x, y + 32), (x + 17, y), (x + 34, y + 32)), fill=colour)
    kept = io.BytesIO()
    image.save(kept, "PNG")
    return kept.getvalue()


write_zip(Path(__file__).parent, "planches.zip", {"avant.png": board(False), "apres.png": board(True)})
