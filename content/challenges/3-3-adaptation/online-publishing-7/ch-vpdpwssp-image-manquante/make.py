"""A site whose image has not quite the name that the page asks for."""

import io
import sys
from pathlib import Path

from PIL import Image

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip


def picture(kind: str, colour: tuple[int, int, int]) -> bytes:
    """A plain picture."""
    out = io.BytesIO()
    Image.new("RGB", (120, 80), colour).save(out, kind)
    return out.getvalue()


PAGE = """<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><title>Le port</title><link rel="stylesheet" href="css/style.css"></head>
<body>
<h1>Le port de Lorvan</h1>
<img src="./images/../images/phare.png" alt="Le phare">
<img src="images/Jetee.JPG" alt="La jetée">
<img src="images/Quai-Nord.png" alt="Le quai nord">
</body>
</html>
"""
write_zip(
    Path(__file__).parent,
    "mini-site.zip",
    {
        "index.html": PAGE,
        "css/style.css": "body { font-family: sans-serif; }\n",
        "images/phare.png": picture("PNG", (200, 60, 60)),
        "images/jetee.jpg": picture("JPEG", (90, 120, 150)),
        "images/Quai-Nord.png": picture("PNG", (60, 90, 60)),
    },
)
