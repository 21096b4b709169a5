"""Fifty minutes of a call: the upload collapses for good at minute 27; minutes 12 and 19 are passing incidents."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

draw = random.Random(27)
rows: list[list[int | str]] = [
    ["minute", "débit montant (kbit/s)", "débit descendant (kbit/s)", "pertes (%)", "images envoyées par seconde"]
]
for minute in range(1, 51):
    up, down, lost, frames = (
        draw.randint(1500, 1900),
        draw.randint(5200, 6400),
        draw.randint(0, 1),
        draw.randint(24, 30),
    )
    if minute in (12, 13):
        down, lost = draw.randint(300, 500), 3
    if minute == 19:
        up, lost, frames = 240, 6, 5
    if minute >= 27:
        up, lost, frames = draw.randint(60, 190), draw.randint(7, 14), draw.randint(0, 3)
    rows.append([minute, up, down, lost, frames])
write_csv(Path(), "appel.csv", rows, encoding="utf-8-sig")
