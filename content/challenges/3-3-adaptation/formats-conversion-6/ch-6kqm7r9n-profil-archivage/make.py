"""Three PDF files, one of which says it follows PDF/A-2b."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
sys.path.append(str(Path(__file__).resolve().parents[2]))
from making import write_zip
from pdf_pages import page, pdf, stream


def described(title: str, more: str) -> bytes:
    """The XMP metadata."""
    return stream(
        (
            '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
            '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">\n'
            f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>\n{more}'
            '</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="w"?>'
        ).encode(),
        "/Type /Metadata /Subtype /XML",
    )


def made(letter: str, title: str, more: str = "") -> bytes:
    """One of the three."""
    body = page([(60, 780, 18, f"Délibération {letter}"), (60, 740, 11, "Le conseil adopte le plan des sentiers.")])
    return pdf([body], info={"Title": title}, catalog="/Metadata 8 0 R /Lang (fr-FR)", extra=[described(title, more)])


write_zip(
    Path(__file__).parent,
    "trois-deliberations.zip",
    {
        "deliberation-A.pdf": made("A", "Deliberation A"),
        "deliberation-B.pdf": made(
            "B",
            "Deliberation B",
            "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n",
        ),
        "deliberation-C-archive-pdfa.pdf": made("C", "Deliberation C - PDF/A archive"),
    },
)
