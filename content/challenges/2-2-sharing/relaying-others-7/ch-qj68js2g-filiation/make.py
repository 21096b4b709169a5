"""A landscape and its three descendants."""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).parent
full = Image.new("RGB", (900, 600), "#bcd9ee")
pen = ImageDraw.Draw(full)
pen.polygon([(120, 420), (420, 130), (700, 420)], fill="#6d7f73")
pen.polygon([(520, 420), (760, 210), (900, 380), (900, 420)], fill="#84958a")
pen.ellipse((640, 60, 730, 150), fill="#f4c95d")
pen.rectangle((0, 420, 900, 600), fill="#4d7ea8")
pen.rectangle((560, 330, 600, 425), fill="#8c4a3c")
pen.polygon([(545, 330), (615, 330), (580, 285)], fill="#5b2d24")
pen.polygon([(30, 480), (150, 480), (130, 515), (50, 515)], fill="#3b2a20")
pen.polygon([(88, 380), (88, 475), (140, 475)], fill="#ffffff")
pen.text((880, 585), "n. vasseur", fill="#ffffff", anchor="rs", font=ImageFont.load_default(24))
cut = full.crop((220, 60, 820, 460)).copy()
logo = cut.resize((540, 360))
pen = ImageDraw.Draw(logo)
pen.rectangle((10, 10, 130, 50), fill="#b8384c")
pen.text((70, 30), "DROLE !", fill="#ffffff", anchor="mm", font=ImageFont.load_default(24))
framed = Image.new("RGB", (360, 240), "#000000")
framed.paste(logo.resize((285, 190)), (37, 8))
ImageDraw.Draw(framed).text(
    (180, 220), "quand c'est lundi", fill="#ffffff", anchor="mm", font=ImageFont.load_default(18)
)
for name, picture in (("m", full), ("t", cut), ("r", logo), ("k", framed)):
    picture.quantize(48).save(HERE / f"version-{name}.png", optimize=True)
