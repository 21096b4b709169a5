"""The pie chart of the illustration."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import pie, words, write_svg  # noqa: E402

PARTS = [("à pied : 35 %", 35), ("en bus : 30 %", 30), ("à vélo : 25 %", 25), ("en voiture : 10 %", 10)]
write_svg(
    Path(__file__).parent / "trajets.svg",
    560,
    300,
    words(280, 26, "Venir à la médiathèque (40 réponses)", anchor="middle", weight="bold", size=16),
    pie(PARTS, x=280, y=165, radius=105),
)
