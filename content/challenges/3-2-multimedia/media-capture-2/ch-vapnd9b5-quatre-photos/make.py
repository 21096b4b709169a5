"""Four photos of one poster: against the light, cut, small but sharp, blurred."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import box, words, write_svg  # noqa: E402


def poster(x: float, y: float, scale: float, ground: str, ink: str, shifts: tuple[float, ...] = (0,)) -> str:
    texts = [
        ("Concert", 34, 20),
        ("Les Trois Marées", 60, 14),
        ("Samedi 6 juin", 92, 14),
        ("20 h 30", 118, 18),
        ("salle Agora", 142, 13),
    ]
    drawn = [box(0, 0, 130, 160, ground, ink)]
    for shift in shifts:
        opacity = 0.35 if len(shifts) > 1 else 1
        inside = "".join(
            words(65 + shift, y0 + shift / 2, text, anchor="middle", size=size, weight="bold", fill=ink)
            for text, y0, size in texts
        )
        drawn.append(f'<g opacity="{opacity}">{inside}</g>')
    return f'<g transform="translate({x} {y}) scale({scale})">{"".join(drawn)}</g>'


def photo(x: float, y: float, letter: str, ground: str, inside: str) -> str:
    clip = f'<clipPath id="c{letter}"><rect width="250" height="190"/></clipPath>'
    return (
        f'<g transform="translate({x} {y})">{words(0, 16, letter, weight="bold", size=16)}'
        f'<g transform="translate(0 24)">{clip}<g clip-path="url(#c{letter})">{box(0, 0, 250, 190, ground)}{inside}'
        f"</g>{box(0, 0, 250, 190)}</g></g>"
    )


write_svg(
    Path(__file__).parent / "affiches.svg",
    560,
    470,
    photo(15, 8, "A", "#fffbe0", poster(60, 15, 1, "#3b3b3b", "#4c4c4c")),
    photo(295, 8, "B", "#d8d2c4", poster(22, 34, 1.6, "#ffffff", "#1c2430")),
    photo(15, 240, "C", "#d8d2c4", poster(75, 30, 0.8, "#ffffff", "#1c2430")),
    photo(295, 240, "D", "#d8d2c4", poster(55, 12, 1.05, "#ffffff", "#1c2430", (-9, -4, 3, 8))),
)
