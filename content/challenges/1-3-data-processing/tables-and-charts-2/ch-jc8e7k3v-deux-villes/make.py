"""Two curves that cross at 14 h only."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import COLOURS, axes, curve, line, words, write_svg  # noqa: E402

HOURS = [6, 8, 10, 12, 14, 16, 18, 20, 22]
VALMER = [14, 15, 16, 17.5, 19, 20, 19, 18, 17]
HAUTEPIERRE = [6, 9, 12, 15.5, 19, 24, 22, 20, 18]
frame = {"horizontal": (5, 23), "vertical": (0, 30)}
parts = [axes([f"{hour} h" for hour in HOURS], 0, 30, 5, unit="Température (°C)")]
for k, (values, dash) in enumerate(((VALMER, ""), (HAUTEPIERRE, "9 6"))):
    parts.append(curve(list(zip(HOURS, values, strict=True)), **frame, stroke=COLOURS[k], dash=dash))
parts += [line(200, 18, 240, 18, COLOURS[0], 3), words(248, 23, "Valmer")]
parts += [line(340, 18, 380, 18, COLOURS[1], 3, "9 6"), words(388, 23, "Hautepierre")]
parts += [line(60 + 480 * (hour - 5) / 18, 280, 60 + 480 * (hour - 5) / 18, 286) for hour in HOURS]
write_svg(Path(__file__).parent / "temperatures.svg", 570, 320, *parts)
