from pathlib import Path

from PIL import Image, ImageDraw

HERE = Path(__file__).parent
MODEL, MAKER, MODIFIED, DETAILS, TAKEN = 0x0110, 0x010F, 0x0132, 0x8769, 0x9003


def save(picture: Image.Image, name: str, maker: str, model: str, taken: str, modified: str) -> None:
    exif = Image.Exif()
    exif[MAKER], exif[MODEL], exif[MODIFIED] = maker, model, modified
    exif.get_ifd(DETAILS)[TAKEN] = taken
    picture.save(HERE / name, quality=85, exif=exif)
    read = Image.open(HERE / name).getexif()
    assert read[MODEL] == model
    assert read.get_ifd(DETAILS)[TAKEN] == taken


cat = Image.new("RGB", (900, 600), "#bcd9ea")
pen = ImageDraw.Draw(cat)
pen.rectangle((0, 420, 900, 600), fill="#c9a271")
pen.rectangle((0, 0, 60, 600), fill="#8c6239")
pen.rectangle((840, 0, 900, 600), fill="#8c6239")
pen.ellipse((330, 260, 620, 470), fill="#5b5148")
pen.ellipse((250, 180, 420, 340), fill="#5b5148")
pen.polygon(((262, 220), (270, 130), (330, 190)), fill="#5b5148")
pen.polygon(((350, 190), (405, 130), (412, 225)), fill="#5b5148")
pen.arc((560, 300, 740, 470), 200, 60, fill="#5b5148", width=26)
for x in (300, 360):
    pen.ellipse((x, 235, x + 22, 262), fill="#e5c04b")
save(cat, "chat.jpg", "Optelia", "Brumaire 300", "2024:08:17 11:42:05", "2025:01:09 20:15:33")

bike = Image.new("RGB", (900, 600), "#e8e2d4")
pen = ImageDraw.Draw(bike)
pen.rectangle((0, 470, 900, 600), fill="#8a8f86")
for x in (190, 530):
    pen.ellipse((x, 290, x + 200, 490), outline="#222222", width=12)
pen.line(((290, 390), (400, 260), (570, 260), (450, 400), (290, 390)), fill="#b3312c", width=14, joint="curve")
pen.line(((400, 260), (450, 400)), fill="#b3312c", width=14)
pen.line(((630, 390), (560, 200), (620, 190)), fill="#b3312c", width=14)
pen.line(((370, 235), (430, 235)), fill="#222222", width=18)
save(bike, "velo.jpg", "Fotavia", "Lynx Pro 2", "2023:04:02 16:08:51", "2024:11:20 08:30:00")
