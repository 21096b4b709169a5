"""A panorama whose name lies about its width."""

from pathlib import Path

from PIL import Image, ImageDraw

picture = Image.new("RGB", (1840, 460), (205, 224, 240))
pen = ImageDraw.Draw(picture)
for k in range(12):
    left = k * 160 - 40
    pen.polygon([(left, 360), (left + 110, 140 + (k * 53) % 120), (left + 240, 360)], fill=(110, 120 + 7 * k, 130))
pen.rectangle((0, 360, 1840, 460), fill=(120, 165, 110))
picture.save(Path(__file__).parent / "panorama-3000-pixels.jpg", quality=80)
