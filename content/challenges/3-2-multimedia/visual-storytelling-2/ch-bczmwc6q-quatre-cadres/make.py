"""Four frames: a park, a child watering, a face, a table from above."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import box, line, words, write_svg  # noqa: E402


def disc(x: float, y: float, r: float, fill: str) -> str:
    return f'<circle cx="{x}" cy="{y}" r="{r}" fill="{fill}" stroke="#1c2430"/>'


def frame(x: float, y: float, name: str, *parts: str) -> str:
    return (
        f'<svg x="{x}" y="{y}" width="290" height="190" viewBox="0 0 290 190">'
        + "".join(parts)
        + box(1, 1, 288, 188, thick=2)
        + "</svg>"
        + words(x, y - 8, name, weight="bold", size=18)
    )


SKY, GRASS, SKIN, SHIRT = "#cfe6f5", "#9fd0a8", "#e8b98f", "#2457a7"
park = [
    box(0, 0, 290, 110, SKY, SKY),
    box(0, 110, 290, 80, GRASS, GRASS),
    box(45, 70, 12, 60, "#7a5230"),
    disc(51, 60, 34, "#2f8f5b"),
    box(225, 80, 12, 50, "#7a5230"),
    disc(231, 66, 30, "#2f8f5b"),
    box(110, 132, 60, 6, "#7a5230"),
    line(116, 138, 116, 150, thick=3),
    line(164, 138, 164, 150, thick=3),
    disc(190, 131, 4, SKIN),
    box(187, 135, 6, 13, SHIRT),
]
child = [
    box(0, 0, 290, 190, SKY, SKY),
    box(0, 150, 290, 40, GRASS, GRASS),
    box(85, 95, 75, 95, SHIRT),
    disc(122, 58, 36, SKIN),
    disc(111, 54, 3, "#1c2430"),
    disc(135, 54, 3, "#1c2430"),
    line(112, 73, 134, 73, thick=2),
    line(155, 112, 200, 128, SKIN, 14),
    box(195, 112, 45, 38, "#d9822b"),
    line(240, 118, 272, 100, "#d9822b", 7),
]
face = [
    box(0, 0, 290, 190, SKY, SKY),
    disc(145, 100, 108, SKIN),
    disc(108, 82, 11, "#ffffff"),
    disc(182, 82, 11, "#ffffff"),
    disc(108, 85, 5, "#1c2430"),
    disc(182, 85, 5, "#1c2430"),
    '<path d="M110 152 q35 -28 70 0" fill="none" stroke="#1c2430" stroke-width="4"/>',
    '<path d="M185 100 q-11 20 0 24 q11 -4 0 -24" fill="#5aa7e0" stroke="#1c2430"/>',
]
table = [
    box(0, 0, 290, 190, "#eef1f5", "#eef1f5"),
    box(55, 35, 180, 120, "#d8b48a"),
    disc(145, 95, 24, "#d9822b"),
    *(disc(x, y, 17, "#ffffff") + disc(x, y, 10, "#eef1f5") for x, y in ((90, 65), (200, 65), (90, 125), (200, 125))),
]
write_svg(
    Path(__file__).parent / "cadres.svg",
    620,
    460,
    frame(10, 30, "A", *park),
    frame(320, 30, "B", *child),
    frame(10, 260, "C", *face),
    frame(320, 260, "D", *table),
)
