"""The grouped bars of the illustration."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import axes, bars, write_svg  # noqa: E402

write_svg(
    Path(__file__).parent / "clubs.svg",
    570,
    350,
    axes(["Échecs", "Théâtre", "Robotique"], 0, 30, 5, y=70),
    bars({"Sixièmes": [10, 25, 20], "Cinquièmes": [20, 15, 20]}, 0, 30, y=70),
)
