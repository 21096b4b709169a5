"""A storyboard of eight boxes, the fourth crossed out."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import box, line, words, write_svg  # noqa: E402

SECONDS = (4, 3, 6, 5, 2, 7, 3, 4)
FILLS = ("#cfe6f5", "#f3d3a8", "#c9e6d3", "#dcc9e6", "#f0c4cc", "#cfe6f5", "#f3d3a8", "#c9e6d3")
parts = []
for k, (seconds, fill) in enumerate(zip(SECONDS, FILLS, strict=True)):
    x, y = 15 + 153 * (k % 4), 20 + 170 * (k // 4)
    parts += [
        box(x, y, 138, 92, fill),
        f'<circle cx="{x + 40 + 8 * k}" cy="{y + 40}" r="11" fill="#e8b98f" stroke="#1c2430"/>',
        box(x + 30 + 8 * k, y + 51, 20, 40, "#2457a7"),
        words(x, y + 114, f"Case {k + 1}", weight="bold"),
        words(x + 138, y + 114, f"{seconds} s", anchor="end", size=16),
    ]
    if k == 3:
        parts += [
            line(x, y, x + 138, y + 120, "#b8384c", 5),
            line(x + 138, y, x, y + 120, "#b8384c", 5),
        ]
write_svg(Path(__file__).parent / "cases.svg", 630, 330, *parts)
