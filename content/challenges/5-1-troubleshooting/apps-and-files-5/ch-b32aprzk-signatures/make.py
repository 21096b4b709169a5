"""Four files without their extension: a GIF, a PDF, a ZIP and a PNG."""

import io
import struct
import sys
import zipfile
import zlib
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PNG = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0))
PNG += chunk(b"IDAT", zlib.compress((b"\0" + b"\x80" * 8) * 8)) + chunk(b"IEND", b"")
GIF = b"GIF89a\x01\0\x01\0\x80\0\0\x1e\x90\xff\0\0\0!\xf9\x04\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;"
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)
inner = io.BytesIO()
with zipfile.ZipFile(inner, "w") as archive:
    archive.writestr(zipfile.ZipInfo("note.txt", (2026, 1, 1, 0, 0, 0)), "Liste des chants de la chorale.\n")
write_zip(
    Path(), "cle.zip", {"piece-1.bin": GIF, "piece-2.bin": PDF, "piece-3.bin": inner.getvalue(), "piece-4.bin": PNG}
)
