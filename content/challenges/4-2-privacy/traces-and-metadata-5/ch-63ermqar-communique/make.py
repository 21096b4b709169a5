import sys
import zipfile
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document, write_zip

HERE = Path(__file__).parent
AUTHOR, PLACE = "Solveig Arnoux", "La sortie coûtera 12 € par personne."
REMARK = "Entre nous : le coût réel est de 19 € par personne, ne pas l’écrire."
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def edit(name: str, changes: dict[str, tuple[str, str]], added: dict[str, str]) -> None:
    """Replaces one text in some parts of a document already written, and adds parts."""
    with zipfile.ZipFile(HERE / name) as source:
        files: dict[str, bytes | str] = {item.filename: source.read(item) for item in source.infolist()}
    for part, (before, after) in changes.items():
        body = files[part]
        assert isinstance(body, bytes)
        assert body.decode().count(before) == 1
        files[part] = body.decode().replace(before, after)
    write_zip(HERE, name, {**files, **added})


write_document(
    HERE, "communique",
    [
        ("h1", "Sortie de printemps : les inscriptions sont ouvertes"),
        ("p", "Notre association organise une journée à la réserve des Hérons le samedi 16 mai 2026."),
        ("h2", "En pratique"),
        ("p", PLACE),
        ("p", "Le départ est prévu à 8 h devant la gare de Morvanne, le retour vers 19 h."),
        ("p", "Prévoyez un pique-nique, de l’eau et des chaussures de marche."),
        ("p", "Le bureau"),
    ],
    author=AUTHOR, title="Communiqué",
)  # fmt: skip
edit(
    "communique.odt",
    {
        "content.xml": (
            PLACE,
            PLACE
            + '<office:annotation><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Bureau</dc:creator>'
            + f"<text:p>{REMARK}</text:p></office:annotation>",
        ),
        "meta.xml": (
            f"<dc:creator>{AUTHOR}</dc:creator>",
            f"<dc:creator>{AUTHOR}</dc:creator><meta:initial-creator>{AUTHOR}</meta:initial-creator>",
        ),
    },
    {},
)
edit(
    "communique.docx",
    {
        "word/document.xml": (
            f"{PLACE}</w:t></w:r>",
            f'{PLACE}</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r>',
        ),
        "[Content_Types].xml": (
            "</Types>",
            '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            'wordprocessingml.comments+xml"/></Types>',
        ),
        "word/_rels/document.xml.rels": (
            "</Relationships>",
            f'<Relationship Id="rIdRemark" Type="{OFFICE}/comments" Target="comments.xml"/></Relationships>',
        ),
    },
    {
        "word/comments.xml": f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="{WORD}">'
        f'<w:comment w:id="0" w:author="Bureau" w:initials="B"><w:p><w:r><w:t>{REMARK}</w:t></w:r></w:p></w:comment></w:comments>'
    },
)
