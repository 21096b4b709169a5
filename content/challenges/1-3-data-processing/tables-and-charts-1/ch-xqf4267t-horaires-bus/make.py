"""The timetable drawn in the illustration."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import GRID, SOFT, box, line, words, write_svg  # noqa: E402

STOPS = {
    "Gare": ["7 h 05", "7 h 35", "8 h 20", "9 h 05"],
    "Marché": ["7 h 12", "7 h 42", "8 h 27", "9 h 12"],
    "Mairie": ["7 h 16", "7 h 46", "8 h 31", "9 h 16"],
    "Stade": ["7 h 21", "7 h 51", "8 h 36", "9 h 21"],
    "Piscine": ["7 h 29", "7 h 59", "8 h 44", "9 h 29"],
}
parts = [words(20, 30, "Ligne 4 – samedi matin", weight="bold", size=18), box(20, 45, 500, 36, SOFT, GRID)]
for j in range(4):
    parts.append(words(190 + 95 * j, 68, f"Bus {j + 1}", anchor="middle", weight="bold"))
for i, (stop, hours) in enumerate(STOPS.items()):
    y = 81 + 36 * i
    parts += [line(20, y + 36, 520, y + 36, GRID), words(30, y + 23, stop, weight="bold")]
    parts += [words(190 + 95 * j, y + 23, hour, anchor="middle") for j, hour in enumerate(hours)]
write_svg(Path(__file__).parent / "horaires.svg", 540, 280, *parts)
