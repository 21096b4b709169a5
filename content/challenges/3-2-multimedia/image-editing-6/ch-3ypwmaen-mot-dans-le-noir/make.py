"""A word in a black hardly lighter than its ground."""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

image = Image.new("RGB", (560, 200), (3, 3, 3))
ImageDraw.Draw(image).text((50, 55), "GIROFLE", fill=(6, 6, 6), font=ImageFont.load_default(78))
image.save(Path(__file__).parent / "nuit.png")
