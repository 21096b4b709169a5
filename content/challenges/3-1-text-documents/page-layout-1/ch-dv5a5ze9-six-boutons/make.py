"""The six buttons of a formatting toolbar."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import INK, SOFT, box, line, words, write_svg  # noqa: E402

LOOKS = [{"weight": "bold"}, {"style": "italic"}, {"decoration": "underline"}]
parts = [box(10, 10, 520, 90, SOFT)]
for i in range(6):
    x = 25 + 85 * i
    parts += [box(x, 22, 62, 50, "#ffffff"), words(x + 31, 92, str(i + 1), anchor="middle", size=14)]
    if i < 3:
        parts.append(words(x + 31, 58, "GIS"[i], anchor="middle", size=32, family="serif", **LOOKS[i]))
    else:
        for row, length in enumerate((42, 26, 36, 20)):
            start = {3: x + 10, 4: x + 31 - length / 2, 5: x + 52 - length}[i]
            parts.append(line(start, 33 + 10 * row, start + length, 33 + 10 * row, INK, 3))
write_svg(Path(__file__).parent / "boutons.svg", 540, 110, *parts)
