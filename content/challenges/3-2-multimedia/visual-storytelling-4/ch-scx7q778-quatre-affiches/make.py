"""Four posters of the same fair; only one has a clear order of reading."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import box, words, write_svg  # noqa: E402


def book(x: float, y: float, size: float) -> str:
    return (
        f'<g transform="translate({x} {y}) scale({size})">'
        '<path d="M0 0 L-40 -12 V38 L0 50 z" fill="#d9822b" stroke="#1c2430"/>'
        '<path d="M0 0 L40 -12 V38 L0 50 z" fill="#2f8f5b" stroke="#1c2430"/></g>'
    )


def poster(x: float, name: str, *parts: str) -> str:
    return (
        f'<g transform="translate({x} 35)">{words(0, -10, name, weight="bold", size=18)}'
        + box(0, 0, 180, 260, "#ffffff", thick=2)
        + "".join(parts)
        + "</g>"
    )


def text(y: float, shown: str, size: float, fill: str = "#1c2430", weight: str = "normal") -> str:
    return words(90, y, shown, anchor="middle", size=size, fill=fill, weight=weight)


LINES = (
    "L’association des lecteurs,",
    "la mairie et les libraires,",
    "avec l’aide des bénévoles",
    "que nous remercions,",
    "organisent la fête du livre",
    "samedi 6 juin à 14 h, avec",
    "le soutien de la salle Agora",
    "qui l’accueille, et de tous",
    "les éditeurs présents.",
)
write_svg(
    Path(__file__).parent / "affiches.svg",
    800,
    310,
    poster(
        15, "A", book(90, 70, 2.1), text(236, "Fête du livre, samedi 6 juin,", 8), text(248, "14 h, salle Agora", 8)
    ),
    poster(
        212,
        "B",
        text(50, "FÊTE", 34, "#2457a7", "bold"),
        text(88, "DU LIVRE", 34, "#2457a7", "bold"),
        text(130, "Samedi 6 juin, 14 h", 18, weight="bold"),
        text(156, "Salle Agora", 18, weight="bold"),
        book(90, 195, 0.9),
    ),
    poster(409, "C", *(text(50 + 21 * k, shown, 12.5) for k, shown in enumerate(LINES))),
    poster(
        606,
        "D",
        text(60, "VENEZ", 32, "#b8384c", "bold"),
        text(98, "NOMBREUX !", 27, "#b8384c", "bold"),
        text(140, "Fête du livre", 13, "#f3e3a0"),
        text(160, "Samedi 6 juin, 14 h", 13, "#f3e3a0"),
        text(180, "Salle Agora", 13, "#f3e3a0"),
        book(90, 205, 0.7),
    ),
)
