"""A style guide and five pictures; each but one breaks one of its rules."""

import io
import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

CONTENT = Path(__file__).resolve().parents[4]
sys.path.append(str(CONTENT))
sys.path.append(str(CONTENT / "challenges" / "3-3-adaptation"))
from making import write_zip  # noqa: E402
from pdf_pages import page, pdf  # noqa: E402

DARK, WHITE = "#1F3A5F", "#FFFFFF"


def visual(ground: str, logo: tuple[int, int, int, int], colour: str, title_y: int) -> bytes:
    x, y, wide, tall = logo
    image = Image.new("RGB", (480, 300), ground)
    draw = ImageDraw.Draw(image)
    draw.rectangle((x, y, x + wide - 1, y + tall - 1), fill=colour)
    left, top, right, low = x + wide // 10, y + tall // 5, x + wide * 4 // 10, y + tall * 4 // 5
    draw.ellipse((left, top, right, low), fill=ground)
    for k in range(3):
        bar = y + tall * (20 + 23 * k) // 100
        draw.rectangle((x + wide // 2, bar, x + wide * 9 // 10, bar + tall * 14 // 100), fill=ground)
    ink = "#1c2430" if ground in ("#F2EFE6", "#FFFFFF", "#E6EEF2") else "#F2EFE6"
    draw.text((x, title_y), "Festival des rives", fill=ink, font=ImageFont.load_default(28))
    kept = io.BytesIO()
    image.save(kept, "PNG")
    return kept.getvalue()


RULES = [
    (60.0, 780.0, 20.0, "Charte du festival des rives"),
    (60, 735, 12, "1. Couleurs. Logo sombre : #1F3A5F. Logo clair : #FFFFFF. Aucune autre."),
    (60, 710, 12, "2. Fonds. Le logo sombre se pose sur un fond clair, le logo clair sur un fond sombre."),
    (60, 685, 12, "3. Proportions. Le logo est exactement deux fois plus large que haut."),
    (60, 660, 12, "4. Zone de protection. Tout autour du logo, une marge vide d’au moins"),
    (60, 644, 12, "    la moitié de sa hauteur : ni texte, ni bord du visuel."),
    (60, 619, 12, "5. Fond du visuel. Il est uni ; sa couleur est libre."),
]
write_zip(
    Path(__file__).parent,
    "charte.zip",
    {
        "charte.pdf": pdf([page(RULES)], info={"Title": "Charte du festival des rives"}),
        "A.png": visual("#F2EFE6", (60, 60, 160, 80), DARK, 152),
        "B.png": visual("#26303C", (60, 60, 160, 80), DARK, 200),
        "C.png": visual("#E6EEF2", (60, 60, 190, 80), DARK, 200),
        "D.png": visual("#26303C", (50, 40, 120, 60), WHITE, 150),
        "E.png": visual("#FFFFFF", (60, 60, 200, 100), "#1F427A", 225),
    },
)
