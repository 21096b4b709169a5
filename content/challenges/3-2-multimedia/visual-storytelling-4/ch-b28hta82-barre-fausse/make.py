"""Tickets of a museum, month by month, and a chart whose bar of 2022 is wrong."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import axes, bars, write_svg  # noqa: E402
from making import write_table  # noqa: E402

HERE = Path(__file__).parent
TOTALS = {2023: 360, 2019: 310, 2025: 410, 2020: 120, 2022: 340, 2018: 250, 2024: 420, 2021: 180}

write_table(HERE, "entrees", [["Année", "Entrées"], *([year, total] for year, total in TOTALS.items())])
drawn = {**TOTALS, 2022: 390}
years = sorted(drawn)
write_svg(
    HERE / "entrees.svg",
    580,
    320,
    axes([str(year) for year in years], 0, 450, 50, unit="Entrées"),
    bars({"Entrées": [drawn[year] for year in years]}, 0, 450),
)
