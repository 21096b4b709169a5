"""The chart of the illustration."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import axes, bars, write_svg  # noqa: E402

VALUES = {"2022": 42, "2023": 31, "2024": 35, "2025": 58}
write_svg(
    Path(__file__).parent / "chorale.svg",
    520,
    310,
    axes(list(VALUES), 0, 60, 10, width=430, unit="Inscriptions"),
    bars({"inscriptions": list(VALUES.values())}, 0, 60, width=430),
)
