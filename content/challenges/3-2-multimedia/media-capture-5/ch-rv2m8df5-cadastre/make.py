"""The same deed scanned twice: pictures alone, then with the words recognised under the pictures."""

import random
import sys
import zlib
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

CONTENT = Path(__file__).resolve().parents[4]
sys.path.append(str(CONTENT))
sys.path.append(str(CONTENT / "challenges" / "3-3-adaptation"))
from making import write_zip  # noqa: E402
from pdf_pages import literal, stream, written  # noqa: E402

WIDE, HIGH, TOP, STEP, PER_PAGE = 827, 1169, 90, 22, 46
DICE = random.Random(41)
WITH = [
    "Le plan du cadastre, feuille {n}, est joint au dossier.",
    "Parcelle {n} : le cadastre indique un verger en pente.",
    "Vu au cadastre sous le titre {n}, section B.",
    "Le mur est au cadastre depuis le plan {n}.",
]
WITHOUT = [
    "Parcelle {n} : un chemin de terre, sans servitude.",
    "Le plan cadastral {n} est remis au notaire.",
    "La borne {n} se trouve devant le vieux puits.",
    "Matrice cadastrale {n}, jointe au bornage.",
    "Le chemin {n} reste commun aux deux voisins.",
    "La haie {n} sera taillée une fois par an.",
    "Le hangar {n} est couvert de tuiles plates.",
    "Une source est visible devant la borne {n}.",
]
lines = [DICE.choice(WITH) for _ in range(23)] + [DICE.choice(WITHOUT) for _ in range(115)]
DICE.shuffle(lines)
lines = [one.format(n=DICE.randint(100, 980)) for one in lines]
pages = [lines[k : k + PER_PAGE] for k in range(0, len(lines), PER_PAGE)]


def scanned(texts: list[str]) -> bytes:
    image = Image.new("1", (WIDE, HIGH), 1)
    draw = ImageDraw.Draw(image)
    for k, words in enumerate(texts):
        draw.text((95, TOP + STEP * k), words, fill=0, font=ImageFont.load_default(17))
    return zlib.compress(image.tobytes(), 9)


def deed(recognised: bool) -> bytes:
    first = 6
    kids = " ".join(f"{first + 3 * k} 0 R" for k in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (fr-FR) >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        b"<< /Title (Acte) >>",
    ]
    for k, texts in enumerate(pages):
        number = first + 3 * k
        body = b"q 595 0 0 842 0 0 cm /Im1 Do Q\n"
        if recognised:
            for j, words in enumerate(texts):
                y = 842 * (1 - (TOP + STEP * j + 16) / HIGH)
                body += f"BT 3 Tr /F1 12 Tf 68 {y:.1f} Td ".encode() + literal(words) + b" Tj ET\n"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R /Resources "
            f"<< /Font << /F1 3 0 R >> /XObject << /Im1 {number + 2} 0 R >> >> >>".encode(),
            stream(body),
            stream(
                scanned(texts),
                f"/Type /XObject /Subtype /Image /Width {WIDE} /Height {HIGH} /BitsPerComponent 1 "
                "/ColorSpace /DeviceGray /Filter /FlateDecode",
            ),
        ]
    return written(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", objects)


write_zip(Path(__file__).parent, "actes.zip", {"acte-1.pdf": deed(False), "acte-2.pdf": deed(True)})
