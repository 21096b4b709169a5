"""Three files with the wrong extension."""

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document, write_zip

picture = Image.new("RGB", (64, 48), (90, 140, 200))
webp, gif = io.BytesIO(), io.BytesIO()
picture.save(webp, "WEBP", quality=70)
picture.save(gif, "GIF")
gif_bytes = b"GIF89a" + gif.getvalue()[6:]
with tempfile.TemporaryDirectory() as folder:
    write_document(Path(folder), "rapport", [("title", "Rapport"), ("p", "Tout va bien au refuge.")], formats=("odt",))
    report = (Path(folder) / "rapport.odt").read_bytes()
write_zip(
    Path(__file__).parent,
    "a-reparer.zip",
    {"photo.pdf": webp.getvalue(), "rapport.jpg": report, "musique.docx": gif_bytes},
)
