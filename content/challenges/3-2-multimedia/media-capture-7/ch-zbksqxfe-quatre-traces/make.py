"""The same wave recorded four ways: clipped, sampled too slowly, on two bits, well."""

import sys
from math import pi, sin
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import box, words, write_svg  # noqa: E402

BLUE = "#2457a7"


def signal(t: float) -> float:
    return sin(2 * pi * 8 * t + 0.4)


def curve(points: list[tuple[float, float]], colour: str, thick: float) -> str:
    drawn = " ".join(f"{280 * t:.1f},{80 - 62 * v:.1f}" for t, v in points)
    return f'<polyline points="{drawn}" fill="none" stroke="{colour}" stroke-width="{thick}"/>'


def graph(x: float, y: float, name: str, points: list[tuple[float, float]], dots: bool = False) -> str:
    marks = "".join(f'<circle cx="{280 * t:.1f}" cy="{80 - 62 * v:.1f}" r="4.5" fill="{BLUE}"/>' for t, v in points)
    return (
        f'<g transform="translate({x} {y})">{words(0, -8, name, weight="bold", size=18)}'
        + box(0, 0, 280, 160, "#ffffff", "#b9c0cb")
        + curve([(k / 400, signal(k / 400)) for k in range(401)], "#b9c0cb", 2)
        + curve(points, BLUE, 2.5)
        + (marks if dots else "")
        + "</g>"
    )


def four(v: float) -> float:
    return (2 * min(3, int((v + 1) * 2)) + 1) / 4 - 1


fine = [k / 400 for k in range(401)]
slow: list[tuple[float, float]] = [(k / 9, signal(k / 9)) for k in range(10)]
write_svg(
    Path(__file__).parent / "traces.svg",
    620,
    430,
    graph(15, 35, "A", [(t, max(-0.55, min(0.55, signal(t)))) for t in fine]),
    graph(325, 35, "B", slow, True),
    graph(15, 250, "C", [(t, four(signal(t))) for t in fine]),
    graph(325, 250, "D", [(t, signal(t)) for t in fine]),
)
