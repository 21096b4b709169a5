"""Draws four buttons of a printing window."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import box, line, words, write_svg

parts = []
for k, letter in enumerate("ABCD"):
    parts += [
        box(20 + 130 * k, 20, 110, 110, fill="#eef3f8"),
        words(75 + 130 * k, 155, letter, anchor="middle", weight="bold", size=18),
    ]
parts += [box(52, 38, 46, 66, fill="#ffffff", thick=2)]
parts += [line(60, 54 + 12 * k, 90, 54 + 12 * k) for k in range(4)]
parts += [box(172, 50, 66, 46, fill="#ffffff", thick=2)]
parts += [line(180, 62 + 11 * k, 230, 62 + 11 * k) for k in range(3)]
parts += [box(302, 38, 46, 66, fill="#ffffff", thick=2)]
parts += ['<path d="M340 60 C385 60 385 112 336 112" fill="none" stroke="#1b3a5c" stroke-width="3"/>']
parts += ['<path d="M344 104 L330 112 L344 120 Z" fill="#1b3a5c"/>']
parts += [box(432 + 12 * k, 34 + 12 * k, 46, 60, fill="#ffffff", thick=2) for k in range(3)]
write_svg(Path(__file__).parent / "boutons.svg", 540, 170, *parts)
