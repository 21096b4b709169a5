"""Three labels after (EU) 2023/1669, drawn in our own way: class, hours, falls, repair, cycles."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import box, line, words, write_svg  # noqa: E402

SCALE = ["#2e9e4f", "#6cb33f", "#c6d536", "#ffe000", "#f5b200", "#ea6a1f", "#d7262b"]


def label(x: float, name: str, energy: str, hours: int, falls: str, repair: str, cycles: str) -> str:
    parts = [
        box(x + 10, 40, 270, 470),
        words(x + 145, 28, f"Téléphone {name}", anchor="middle", weight="bold", size=18),
    ]
    for k, (letter, colour) in enumerate(zip("ABCDEFG", SCALE, strict=True)):
        y = 58 + 30 * k
        parts += [box(x + 24, y, 70 + 14 * k, 24, fill=colour), words(x + 34, y + 18, letter, weight="bold", size=16)]
        if letter == energy:
            parts += [
                f'<path d="M{x + 268:g} {y:g} h-50 l-14 12 l14 12 h50 z" fill="#14272e"/>',
                words(x + 240, y + 18, letter, anchor="middle", weight="bold", size=16, fill="#ffffff"),
            ]

    def tile(column: int, row: int) -> tuple[float, float]:
        return x + 24 + column * 124, 284 + row * 124

    # battery: hours
    tx, ty = tile(0, 0)
    parts += [
        box(tx, ty, 118, 118),
        box(tx + 35, ty + 16, 44, 24),
        box(tx + 79, ty + 22, 5, 12),
        words(tx + 59, ty + 70, f"{hours} h", anchor="middle", weight="bold", size=18),
        words(tx + 59, ty + 98, "par charge", anchor="middle", size=13),
    ]
    # falling phone
    tx, ty = tile(1, 0)
    parts += [
        box(tx, ty, 118, 118),
        f'<path d="M{tx + 44:g} {ty + 14:g} l13 -9 l17 25 l-13 9 z" fill="#d7e3e6" stroke="#14272e" stroke-width="2"/>',
        line(tx + 20, ty + 50, tx + 98, ty + 50, thick=2),
        line(tx + 68, ty + 6, tx + 78, ty + 20, thick=2),
        line(tx + 38, ty + 22, tx + 48, ty + 36, thick=2),
        words(tx + 59, ty + 86, falls, anchor="middle", weight="bold", size=26),
    ]
    # screwdriver and wrench
    tx, ty = tile(0, 1)
    parts += [
        box(tx, ty, 118, 90),
        line(tx + 38, ty + 42, tx + 72, ty + 12, thick=4),
        line(tx + 72, ty + 12, tx + 78, ty + 7, thick=8),
        line(tx + 44, ty + 10, tx + 76, ty + 42, thick=4),
        f'<circle cx="{tx + 42:g}" cy="{ty + 9:g}" r="7" fill="none" stroke="#14272e" stroke-width="4"/>',
        words(tx + 59, ty + 78, repair, anchor="middle", weight="bold", size=26),
    ]
    # battery cycles
    tx, ty = tile(1, 1)
    parts += [
        box(tx, ty, 118, 90),
        box(tx + 38, ty + 12, 40, 22),
        box(tx + 78, ty + 18, 5, 10),
        words(tx + 59, ty + 70, f"{cycles} ×", anchor="middle", weight="bold", size=20),
    ]
    return "".join(parts)


write_svg(
    Path(__file__).parent / "etiquettes.svg",
    900,
    520,
    label(0, "A", "B", 42, "A", "D", "800"),
    label(300, "B", "A", 51, "C", "C", "1200"),
    label(600, "C", "D", 38, "B", "A", "1000"),
)
