"""The bar chart of the illustration."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import axes, bars, write_svg  # noqa: E402

VOTES = {"Banane": 8, "Cerise": 9, "Fraise": 10, "Mangue": 7, "Poire": 4}
write_svg(
    Path(__file__).parent / "fruits.svg",
    570,
    320,
    axes(list(VOTES), 0, 12, 2, unit="Nombre de voix"),
    bars({"voix": list(VOTES.values())}, 0, 12),
)
