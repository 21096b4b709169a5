import io
import sys
from pathlib import Path

from PIL import Image, ImageDraw

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip

MODEL, DETAILS, TAKEN, PLACE = 0x0110, 0x8769, 0x9003, 0x8825
PHOTOS = {  # name: sky, ground, taken, position
    "IMG_0402.jpg": ("#f2c48d", "#5d7a4e", "2025:07:03 20:51:10", None),
    "IMG_0417.jpg": ("#a9cfe8", "#d9c27e", "2025:07:05 10:12:44", ((47.0, 30.0, 12.0), (3.0, 2.0, 41.0))),
    "IMG_0471.jpg": ("#cfd6dc", "#7d8a94", "2025:07:09 15:33:02", None),
    "port-de-brizac.jpg": ("#8fb8d6", "#3f6d8c", "2025:07:06 09:20:37", None),
    "gouter.jpg": ("#f5e6d3", "#a5673f", None, None),
    "marche.jpg": ("#dcebd0", "#b0493f", "2025:07:08 11:05:19", None),
}

files = {}
for rank, (name, (sky, ground, taken, position)) in enumerate(PHOTOS.items()):
    picture = Image.new("RGB", (640, 420), sky)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 270, 640, 420), fill=ground)
    pen.ellipse((60 + 80 * rank, 50, 130 + 80 * rank, 120), fill="#fff4c2")
    pen.polygon(((100 + 40 * rank, 270), (220 + 40 * rank, 130 + 10 * rank), (340 + 40 * rank, 270)), fill="#6b7785")
    exif = Image.Exif()
    if taken:
        exif[MODEL] = "Kiwi 5"
        exif.get_ifd(DETAILS)[TAKEN] = taken
    if position:
        place = exif.get_ifd(PLACE)
        place[1], place[2], place[3], place[4] = "N", position[0], "E", position[1]
    buffer = io.BytesIO()
    picture.save(buffer, "jpeg", quality=80, exif=exif)
    files[name] = buffer.getvalue()
placed = [name for name, data in files.items() if Image.open(io.BytesIO(data)).getexif().get_ifd(PLACE)]
assert placed == ["IMG_0417.jpg"]
write_zip(Path(__file__).parent, "photos.zip", files)
