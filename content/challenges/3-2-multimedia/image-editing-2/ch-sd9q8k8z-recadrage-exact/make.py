"""A landscape and four pictures said to be cut from it."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import box, words, write_svg  # noqa: E402

HOUSE = '<path d="M20 130 v-45 l30 -30 l30 30 v45 z" fill="#d9822b" stroke="#1c2430"/><rect x="42" y="100" width="16" height="30" fill="#1c2430"/>'
TREE = '<rect x="142" y="100" width="12" height="30" fill="#8a5a2b"/><circle cx="148" cy="80" r="30" fill="#2f8f5b" stroke="#1c2430"/>'
BOAT = '<path d="M220 118 h70 l-15 16 h-40 z" fill="#b8384c" stroke="#1c2430"/><path d="M250 116 v-55 l30 50 z" fill="#ffffff" stroke="#1c2430"/>'
SUN = '<circle cx="{x}" cy="28" r="15" fill="#f4c430" stroke="#1c2430"/>'


def scene(sun: int = 262) -> str:
    return (
        box(0, 0, 300, 130, "#cfe6f5", "none")
        + box(0, 130, 300, 30, "#9cc4a0", "none")
        + HOUSE
        + TREE
        + BOAT
        + SUN.format(x=sun)
    )


def cut(x: float, y: float, name: str, width: float, height: float, change: str, sun: int = 262) -> str:
    return (
        f'<g transform="translate({x} {y})">{words(0, -8, name, weight="bold", size=16)}'
        f'<clipPath id="k{name}"><rect width="{width}" height="{height}"/></clipPath>'
        f'<g clip-path="url(#k{name})"><g transform="{change}">{scene(sun)}</g></g>{box(0, 0, width, height)}</g>'
    )


write_svg(
    Path(__file__).parent / "recadrages.svg",
    640,
    440,
    cut(15, 40, "Photo", 300, 160, ""),
    cut(350, 40, "A", 240, 128, "translate(240 0) scale(-0.8 0.8)"),
    cut(15, 265, "B", 110, 160, "translate(-5 -50) scale(0.6 1.3)"),
    cut(170, 265, "C", 200, 160, "translate(-100 0)"),
    cut(410, 265, "D", 200, 160, "", sun=98),
)
