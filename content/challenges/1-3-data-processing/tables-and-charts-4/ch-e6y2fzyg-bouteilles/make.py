"""Two bottles of the same shape, the second twice as high and twice as wide."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import words, write_svg  # noqa: E402

SHAPE = "M20 0 h20 v40 q20 12 20 35 v75 h-60 v-75 q0 -23 20 -35 z"


def bottle(x: float, y: float, scale: float) -> str:
    return (
        f'<path transform="translate({x} {y}) scale({scale})" d="{SHAPE}" '
        f'fill="#2f8f5b" fill-opacity="0.4" stroke="#1c2430" stroke-width="{2 / scale}"/>'
    )


write_svg(
    Path(__file__).parent / "bouteilles.svg",
    360,
    380,
    bottle(40, 190, 1),
    bottle(190, 40, 2),
    words(70, 365, "10 tonnes", anchor="middle"),
    words(250, 365, "20 tonnes", anchor="middle"),
)
