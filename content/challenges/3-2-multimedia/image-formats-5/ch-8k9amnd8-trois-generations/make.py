"""The same poster through three JPEG qualities, kept as PNG."""

import io
import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip  # noqa: E402

poster = Image.new("RGB", (260, 170), "#cfe6f5")
draw = ImageDraw.Draw(poster)
draw.ellipse((170, 15, 240, 85), fill="#b8384c")
draw.text((14, 20), "BAL", fill="#1c2430", font=ImageFont.load_default(52))
draw.text((14, 95), "samedi 14 h", fill="#2457a7", font=ImageFont.load_default(34))


def aged(quality: int) -> bytes:
    jpeg, kept = io.BytesIO(), io.BytesIO()
    poster.save(jpeg, "JPEG", quality=quality)
    Image.open(jpeg).save(kept, "PNG")
    return kept.getvalue()


write_zip(Path(__file__).parent, "affiches.zip", {"A.png": aged(4), "B.png": aged(95), "C.png": aged(25)})
