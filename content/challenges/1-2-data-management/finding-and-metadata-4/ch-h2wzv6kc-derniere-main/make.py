"""Writes the editorial (edito.odt, edito.docx), created by one person and last modified by another."""

import re
import sys
import zipfile
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document, write_zip

HERE = Path(__file__).parent
CREATED_BY, MODIFIED_BY = "Sofia Marchand", "Bako Delorme"
BLOCKS = [
    ("h1", "Édito : la cour de récréation est à tout le monde"),
    ("p", "Depuis la rentrée, la moitié de la cour est occupée par un terrain de football. Nous avons demandé aux élèves de "
          "sixième ce qu’ils en pensaient : sur 84 réponses, 51 voudraient un coin calme."),
    ("p", "Rita Lopes, déléguée, propose de déplacer le terrain le mardi et le jeudi. L’idée sera discutée au conseil de mars."),
    ("p", "L’équipe du journal"),
]  # fmt: skip
write_document(HERE, "edito", BLOCKS, title="Édito", author=MODIFIED_BY)


def rewrite(name: str, part: str, pattern: str, replacement: str) -> None:
    """Changes one part of a document, which is a ZIP archive."""
    with zipfile.ZipFile(HERE / name) as archive:
        parts = {item.filename: archive.read(item) for item in archive.infolist()}
    changed, count = re.subn(pattern, replacement, parts[part].decode())
    assert count == 1, (name, count)
    parts[part] = changed.encode()
    write_zip(HERE, name, parts)


rewrite("edito.docx", "docProps/core.xml", r"(<dc:creator>)[^<]*", rf"\g<1>{CREATED_BY}")
rewrite(
    "edito.odt", "meta.xml", r"(</office:meta>)", rf"<meta:initial-creator>{CREATED_BY}</meta:initial-creator>\g<1>"
)
