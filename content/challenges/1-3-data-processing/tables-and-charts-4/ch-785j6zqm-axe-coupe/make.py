"""Two bars whose axis begins at 90."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import axes, bars, words, write_svg  # noqa: E402

write_svg(
    Path(__file__).parent / "cafes.svg",
    400,
    330,
    words(210, 24, "Deux fois plus apprécié !", anchor="middle", weight="bold", size=17),
    axes(["Café A", "Café B"], 90, 100, 2, y=50, width=320),
    bars({"note": [95, 100]}, 90, 100, y=50, width=320),
)
