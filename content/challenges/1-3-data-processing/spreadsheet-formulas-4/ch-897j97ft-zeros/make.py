"""The sheet of the illustration."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import sheet, write_svg  # noqa: E402

ROWS = [
    ["Article", "Prix", "Remise", "Taux", 0.2],
    ["Lampe", 80, 16],
    ["Tabouret", 50, 0],
    ["Étagère", 120, 0],
    ["Coussin", 30, 0],
]
write_svg(Path(__file__).parent / "remise.svg", 485, 157, sheet(ROWS))
