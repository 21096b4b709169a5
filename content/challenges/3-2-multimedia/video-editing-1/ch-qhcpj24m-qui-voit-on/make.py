"""Two tracks and a playhead at five seconds."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import box, line, words, write_svg  # noqa: E402


def piece(start: int, end: int, y: int, name: str, fill: str) -> str:
    return box(70 + 45 * start, y, 45 * (end - start), 50, fill) + words(
        70 + 45 * (start + end) / 2, y + 31, name, anchor="middle", size=16
    )


write_svg(
    Path(__file__).parent / "pistes.svg",
    640,
    200,
    *(words(70 + 45 * s, 30, f"{s} s", anchor="middle", size=12) for s in range(13)),
    words(8, 85, "Images"),
    words(8, 150, "Son"),
    piece(0, 4, 55, "chien", "#f3d3a8"),
    piece(4, 9, 55, "plage", "#cfe6f5"),
    piece(9, 12, 55, "fête", "#f0c4cc"),
    piece(0, 6, 120, "guitare", "#dcc9e6"),
    piece(9, 12, 120, "tambour", "#c9e6d3"),
    line(295, 40, 295, 185, "#b8384c", 3),
)
