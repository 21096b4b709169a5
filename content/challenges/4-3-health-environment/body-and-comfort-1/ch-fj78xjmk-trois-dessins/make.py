"""Four pupils at their desk, seen from the side; each wrong one has one fault."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import box, line, words, write_svg  # noqa: E402


def pupil(x: float, name: str, *, low: bool = False, near: bool = False, hanging: bool = False) -> str:
    ground = 250 if not hanging else 285
    screen_x = x + (118 if near else 165)
    screen_y = 133 if low else 82
    eye_y = 85
    parts = [
        words(x + 100, 24, name, anchor="middle", weight="bold", size=18),
        line(x + 10, ground, x + 225, ground, thick=3),
        # seat and back rest
        line(x + 30, 200, x + 80, 200, thick=6, stroke="#5a6b73"),
        line(x + 32, 200, x + 32, 125, thick=6, stroke="#5a6b73"),
        line(x + 55, 200, x + 55, ground, thick=4, stroke="#5a6b73"),
        # body: back, thigh, leg, foot
        line(x + 42, 195, x + 42, 115, thick=10),
        line(x + 42, 193, x + 100, 193, thick=9),
        line(x + 100, 193, x + 100, 245, thick=8),
        line(x + 100, 246, x + 120, 246, thick=8),
        # arm on the desk
        line(x + 42, 130, x + 62, 168, thick=6),
        line(x + 62, 168, x + 115, 166, thick=6),
        f'<circle cx="{x + 50:g}" cy="{eye_y + 5}" r="21" fill="#f3d9c4" stroke="#14272e"/>',
        f'<circle cx="{x + 62:g}" cy="{eye_y}" r="3"/>',
        # desk
        line(x + 95, 175, x + 220, 175, thick=5, stroke="#8a6d3b"),
        line(x + 215, 175, x + 215, ground, thick=5, stroke="#8a6d3b"),
        # screen, its stand
        box(screen_x, screen_y, 10, 40 if low else 62, fill="#0a5566"),
        line(screen_x + 5, screen_y + (40 if low else 62), screen_x + 5, 174, thick=3),
    ]
    return "".join(parts)


write_svg(
    Path(__file__).parent / "dessins.svg",
    960,
    300,
    pupil(0, "A", low=True),
    pupil(240, "B", near=True),
    pupil(480, "C"),
    pupil(720, "D", hanging=True),
)
