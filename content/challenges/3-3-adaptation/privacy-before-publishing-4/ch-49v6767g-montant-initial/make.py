"""A quotation with tracked changes left in it."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
import making
from making import write_document

HERE = Path(__file__).parent
write_document(
    HERE,
    "devis",
    [
        ("title", "Devis : fresque du préau"),
        ("p", "Surface à peindre : 42 mètres carrés, en trois couleurs."),
        ("p", "Montant total : @@@ euros, matériel compris."),
        ("p", "Délai : trois semaines à partir du 15 juin 2026. Acompte : 800 euros."),
    ],
    title="Devis",
    formats=("docx",),
)
WHO = 'w:author="Agence" w:date="2026-05-04T10:00:00Z"'
change = (
    "Montant total : </w:t></w:r>"
    f'<w:del w:id="90" {WHO}><w:r><w:delText>4 350</w:delText></w:r></w:del>'
    f'<w:ins w:id="91" {WHO}><w:r><w:t>5 200</w:t></w:r></w:ins>'
    '<w:r><w:t xml:space="preserve"> euros, matériel compris.'
).encode()
with making.zipfile.ZipFile(HERE / "devis.docx") as source:
    files = [(item.filename, source.read(item)) for item in source.infolist()]
before = "Montant total : @@@ euros, matériel compris.".encode()
files = [
    (
        name,
        body.replace(b"<w:t>" + before, b'<w:t xml:space="preserve">' + change)
        if name == "word/document.xml"
        else body,
    )
    for name, body in files
]
assert any(b"w:delText" in body for _, body in files)
(HERE / "devis.docx").write_bytes(making._zipped(files))
