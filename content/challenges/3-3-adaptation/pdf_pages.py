"""What the `make.py` scripts of this competence use to write a PDF: a few lines on each page, same data, same bytes."""

from collections.abc import Mapping, Sequence

A4 = (595, 842)
MM = 72 / 25.4

Line = tuple[float, float, float, str]
"""x, y (points, from the bottom left), size, text."""


def literal(words: str) -> bytes:
    """A PDF string."""
    plain = words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"(" + plain + b")"


def line(x: float, y: float, size: float, words: str, font: str = "F1") -> bytes:
    """The operators that write a text."""
    return f"BT /{font} {size:g} Tf {x:g} {y:g} Td ".encode() + literal(words) + b" Tj ET\n"


def page(lines: Sequence[Line], tagged: bool = False) -> bytes:
    """The operators of a page, each line in a marked paragraph if it is tagged."""
    drawn = []
    for k, given in enumerate(lines):
        body = line(*given)
        drawn.append(f"/P <</MCID {k}>> BDC\n".encode() + body + b"EMC\n" if tagged else body)
    return b"".join(drawn)


def pdf(
    pages: Sequence[bytes],
    *,
    size: tuple[float, float] = A4,
    info: Mapping[str, str] | None = None,
    catalog: str = "",
    extra: Sequence[bytes] = (),
    version: str = "1.7",
) -> bytes:
    """A PDF whose pages hold these operators; `extra` objects have the numbers that follow 5 + twice the pages."""
    count = len(pages)
    kids = " ".join(f"{6 + 2 * k} 0 R" for k in range(count))
    about = b" ".join(b"/" + key.encode() + b" " + literal(value) for key, value in (info or {}).items())
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        b"<< " + about + b" >>",
    ]
    for k, body in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size[0]:.2f} {size[1]:.2f}] /StructParents {k} "
            f"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {7 + 2 * k} 0 R >>".encode()
        )
        objects.append(stream(body))
    return written(b"%PDF-" + version.encode() + b"\n%\xe2\xe3\xcf\xd3\n", [*objects, *extra])


def stream(body: bytes, about: str = "") -> bytes:
    """A stream object."""
    return f"<< {about} /Length {len(body)} >>\nstream\n".encode() + body + b"\nendstream"


def written(start: bytes, objects: Sequence[bytes]) -> bytes:
    """The objects, the table of their places and the end of the file."""
    out, places = bytearray(start), []
    for k, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{k} 0 obj\n".encode() + body + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)


def updated(before: bytes, number: int, body: bytes) -> bytes:
    """The same file with one object replaced by an addition at its end, as « Enregistrer » does."""
    out = bytearray(before)
    place = len(out)
    out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = len(out)
    old = int(before.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    size = int(before.rsplit(b"/Size ", 1)[1].split(b" ")[0])
    out += f"xref\n{number} 1\n{place:010d} 00000 n \n".encode()
    out += f"trailer\n<< /Size {size} /Root 1 0 R /Info 5 0 R /Prev {old} >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)
