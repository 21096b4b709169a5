"""Six pictures; one of them has the ratio 16:9."""

import io
import sys
from pathlib import Path

from PIL import Image, ImageDraw

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip  # noqa: E402

SIZES = {
    "lac": (1440, 900),
    "pont": (1280, 800),
    "phare": (1200, 800),
    "colline": (1280, 720),
    "verger": (1300, 720),
    "plage": (1024, 768),
}
files: dict[str, bytes | str] = {}
for k, (name, (width, height)) in enumerate(SIZES.items()):
    picture = Image.new("RGB", (width, height), (200, 220, 235))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, height * 2 // 3, width, height), fill=(90 + 20 * k, 150, 110))
    pen.ellipse((width - 260, 60, width - 120, 200), fill=(244, 196, 48))
    pen.polygon([(80, height * 2 // 3), (260 + 30 * k, 180), (460, height * 2 // 3)], fill=(120, 110, 100 + 15 * k))
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", optimize=True)
    files[f"{name}.png"] = buffer.getvalue()
write_zip(Path(__file__).parent, "images.zip", files)
