"""A banner in the new blue of a club, with a caption that gives the old one."""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

image = Image.new("RGB", (700, 230), "#ffffff")
draw = ImageDraw.Draw(image)
draw.rectangle((0, 0, 699, 169), fill="#1D6F8A")
draw.text((40, 50), "Club d'aviron de Brume", fill="#ffffff", font=ImageFont.load_default(46))
draw.text((40, 186), "Bleu de l'ancienne charte : #1A7090", fill="#1c2430", font=ImageFont.load_default(24))
image.save(Path(__file__).parent / "bandeau.png")
