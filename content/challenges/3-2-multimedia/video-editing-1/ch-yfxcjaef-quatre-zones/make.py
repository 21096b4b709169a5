"""The window of a film editor, in four numbered zones."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import box, line, words, write_svg  # noqa: E402

parts = [box(5, 5, 630, 350, "#eef1f5")]
for number, x, y, width, height in (
    (1, 15, 15, 165, 190),
    (2, 190, 15, 280, 190),
    (3, 480, 15, 145, 190),
    (4, 15, 215, 610, 130),
):
    parts.append(box(x, y, width, height, "#ffffff"))
    parts.append(f'<circle cx="{x + 18}" cy="{y + 18}" r="13" fill="#1c2430"/>')
    parts.append(words(x + 18, y + 23, str(number), anchor="middle", fill="#ffffff", weight="bold"))
for row, (name, colour) in enumerate((("chat.mp4", "#d9822b"), ("parc.mp4", "#2f8f5b"), ("musique.mp3", "#8a4fa3"))):
    parts += [box(28, 52 + 50 * row, 44, 32, colour), words(80, 73 + 50 * row, name, size=13)]
parts += [
    box(235, 35, 190, 130, "#cfe6f5"),
    '<circle cx="330" cy="110" r="34" fill="#d9822b"/><path d="M302 92 v-34 l22 20 z M358 92 v-34 l-22 20 z" fill="#d9822b"/>',
    '<path d="M322 174 v22 l18 -11 z" fill="#1c2430"/>',
]
for y, name in ((75, "Lumière"), (135, "Volume")):
    parts += [words(500, y, name), line(500, y + 18, 600, y + 18, thick=2), box(545, y + 11, 10, 14, "#2457a7")]
for s in range(0, 13, 2):
    parts.append(words(80 + 42 * s, 235, f"{s} s", anchor="middle", size=12))
parts += [
    box(80, 250, 170, 36, "#d9822b"),
    box(250, 250, 210, 36, "#2f8f5b"),
    box(80, 297, 380, 36, "#8a4fa3"),
    line(180, 240, 180, 340, "#b8384c", 3),
]
write_svg(Path(__file__).parent / "fenetre.svg", 640, 360, *parts)
