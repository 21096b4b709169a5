"""Writes a web page and its picture (page.zip)."""

import io
import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip

picture = Image.new("RGB", (640, 360), "#bcd7e8")
draw = ImageDraw.Draw(picture)
draw.rectangle((0, 260, 640, 360), fill="#6f9a5a")
draw.rectangle((300, 200, 340, 340), fill="#6b4a2f")
draw.rectangle((90, 70, 550, 210), fill="#e8cf9b", outline="#6b4a2f", width=8)
draw.text((320, 140), "TOURMALINE", font=ImageFont.load_default(62), fill="#3c2611", anchor="mm")
buffer = io.BytesIO()
picture.save(buffer, "PNG", optimize=True)

PAGE = """<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>La promenade</title>
<style>body{font:1.1rem/1.6 sans-serif;max-width:42rem;margin:2rem auto}img{max-width:100%}</style></head><body>
<h1>La promenade du dimanche</h1>
<p>Au bout du chemin, cette pancarte nous attendait :</p>
<p><img src="images/pancarte.png" alt="La pancarte au bout du chemin"></p>
</body></html>
"""
write_zip(Path(__file__).parent, "page.zip", {"promenade.html": PAGE, "images/pancarte.png": buffer.getvalue()})
