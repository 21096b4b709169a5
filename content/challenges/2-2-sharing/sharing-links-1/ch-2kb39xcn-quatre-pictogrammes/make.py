"""Four usual pictograms, numbered."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import INK, PAPER, SOFT, box, line, words, write_svg  # noqa: E402

parts = []
for i in range(4):
    parts += [box(20 + 130 * i, 15, 100, 100, SOFT), words(70 + 130 * i, 140, str(i + 1), anchor="middle", size=18)]
parts.append(
    f'<path d="M70 95 C20 60 35 30 55 30 Q66 30 70 45 Q74 30 85 30 C105 30 120 60 70 95 Z" fill="none" stroke="{INK}" stroke-width="4"/>'
)
parts += [box(180, 32, 38, 50, PAPER, INK, 4), box(194, 48, 38, 50, PAPER, INK, 4)]
parts += [
    line(330, 30, 330, 76, INK, 5),
    line(312, 60, 330, 78, INK, 5),
    line(348, 60, 330, 78, INK, 5),
    line(305, 96, 355, 96, INK, 5),
]
parts += [line(440, 65, 482, 40, INK, 4), line(440, 65, 482, 90, INK, 4)]
parts += [f'<circle cx="{x}" cy="{y}" r="9" fill="{INK}"/>' for x, y in ((440, 65), (482, 40), (482, 90))]
write_svg(Path(__file__).parent / "pictogrammes.svg", 540, 150, *parts)
