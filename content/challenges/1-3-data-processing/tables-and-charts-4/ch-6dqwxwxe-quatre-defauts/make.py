"""Four small misleading charts."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import COLOURS, INK, axes, bars, box, curve, line, words, write_svg  # noqa: E402

SIZE = {"width": 170.0, "height": 110.0}


def place(x: float, y: float, name: str, *parts: str) -> str:
    return f'<g transform="translate({x} {y})">{words(8, 22, name, weight="bold", size=18)}{"".join(parts)}</g>'


def house(x: float, scale: float) -> str:
    return (
        f'<path transform="translate({x} 150) scale({scale})" d="M0 0 v-30 l25 -25 l25 25 v30 z" '
        f'fill="{COLOURS[1]}" fill-opacity="0.5" stroke="{INK}"/>'
    )


a = place(0, 0, "A", axes(["X", "Y", "Z"], 80, 90, 5, **SIZE), bars({"n": [82, 85, 89]}, 80, 90, **SIZE))
frame = {"horizontal": (0.0, 4.0), "vertical": (0.0, 10.0)}
right = "".join(words(238, 155 - 55 * k, str(500 * k)) for k in range(3)) + line(230, 40, 230, 150)
b = place(
    290,
    0,
    "B",
    axes(["lun.", "mar.", "mer."], 0, 10, 5, **SIZE),
    curve([(0.5, 8), (2, 6), (3.5, 3)], **frame, **SIZE),
    curve([(0.5, 2), (2, 4), (3.5, 9)], **frame, **SIZE, stroke=COLOURS[1], dash="8 5"),
    right,
)
years = ["1990", "2000", "2010", "2011", "2012"]
c = place(
    0,
    200,
    "C",
    axes(years, 0, 10, 5, x=60, y=40, width=200, height=110),
    curve([(0.4, 2), (1.2, 3), (2, 5), (2.8, 7), (3.6, 9)], **frame, width=200, height=110),
)
d = place(
    290, 200, "D", house(40, 1), house(130, 2), words(65, 170, "50 logements", anchor="middle", size=12),
    words(180, 170, "100 logements", anchor="middle", size=12), box(20, 150, 230, 0.5),
)  # fmt: skip
write_svg(Path(__file__).parent / "defauts.svg", 580, 390, a, b, c, d)
