"""Un document dont une image ne sert sur aucune page."""

import shutil
import struct
import sys
import zipfile
import zlib
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import ZIP_DATE, write_document

HERE = Path(__file__).parent
write_document(
    HERE,
    "brouillon",
    [
        ("h1", "Compte rendu de la sortie"),
        ("p", "Nous avons vu le marais, puis la tour de guet."),
        ("p", "Retour à 17 h 30, tout le monde était content."),
    ],
    title="Compte rendu",
)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


picture = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress((b"\0" + b"\x60" * 8) * 8))
    + chunk(b"IEND", b"")
)
shutil.move(HERE / "brouillon.odt", HERE / "compte-rendu.odt")
(HERE / "brouillon.docx").unlink()
with zipfile.ZipFile(HERE / "compte-rendu.odt", "a", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr(zipfile.ZipInfo("Pictures/hirondelle.png", ZIP_DATE), picture)
