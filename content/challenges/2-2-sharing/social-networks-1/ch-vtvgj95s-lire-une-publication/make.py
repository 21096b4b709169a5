"""A post whose parts are numbered."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import COLOURS, INK, PAPER, SOFT, box, line, words, write_svg  # noqa: E402


def mark(x: float, y: float, number: str) -> str:
    return f'<circle cx="{x}" cy="{y}" r="13" fill="{COLOURS[4]}"/>' + words(
        x, y + 5, number, anchor="middle", fill=PAPER, weight="bold"
    )


write_svg(
    Path(__file__).parent / "publication.svg",
    520,
    400,
    box(10, 10, 500, 380, PAPER),
    f'<circle cx="50" cy="50" r="24" fill="{SOFT}" stroke="{INK}"/>',
    words(50, 56, "Z", anchor="middle", size=20),
    words(90, 44, "Zoé Martel", weight="bold", size=16),
    words(90, 66, "@zoe.court"),
    mark(185, 62, "1"),
    words(360, 48, "il y a 3 h"),
    mark(448, 43, "2"),
    words(30, 108, "Dix kilomètres dans le sable, et le sourire."),
    words(30, 134, "Merci pour l’image à @mina.photo"),
    mark(268, 129, "3"),
    words(30, 162, "#CourseDesDunes"),
    mark(165, 157, "4"),
    box(30, 182, 460, 140, SOFT),
    f'<path d="M30 322 Q150 220 260 290 T490 250 L490 322 Z" fill="{COLOURS[1]}" fill-opacity="0.4"/>',
    f'<circle cx="420" cy="215" r="16" fill="{COLOURS[1]}"/>',
    words(40, 360, "♥ 52", size=16),
    words(140, 360, "Répondre (4)", size=16),
    line(300, 350, 318, 350, INK, 3),
    line(312, 344, 318, 350, INK, 3),
    line(312, 356, 318, 350, INK, 3),
    line(300, 362, 318, 362, INK, 3),
    line(306, 356, 300, 362, INK, 3),
    line(306, 368, 300, 362, INK, 3),
    words(326, 361, "18", size=16),
    mark(372, 355, "5"),
)
