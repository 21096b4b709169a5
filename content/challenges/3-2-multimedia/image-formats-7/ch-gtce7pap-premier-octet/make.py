"""Two PNG pictures; the first byte of one has lost its highest bit."""

import io
import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip  # noqa: E402


def picture(word: str, ground: str) -> bytes:
    image = Image.new("RGB", (420, 140), ground)
    ImageDraw.Draw(image).text((40, 30), word, fill="#1c2430", font=ImageFont.load_default(68))
    kept = io.BytesIO()
    image.save(kept, "PNG")
    return kept.getvalue()


hurt = bytearray(picture("BALISE", "#f3d3a8"))
hurt[0] &= 0x7F
write_zip(Path(__file__).parent, "images.zip", {"saine.png": picture("SAINE", "#cfe6f5"), "abimee.png": bytes(hurt)})
