"""Traffic doubles, energy almost constant: 100 then 51 Wh per GB, +2 % in total."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table  # noqa: E402

SHARES = [7, 7, 8, 8, 8, 8, 7, 7, 9, 10, 10, 11]
assert sum(SHARES) == 100
MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
rows = [("Année", "Mois", "Trafic (milliers de To)", "Énergie (GWh)")]
sums = {}
for year, traffic, energy in ((1, 1200, 120.0), (2, 2400, 122.4)):
    carried, used = [traffic * share / 100 for share in SHARES], [energy / 12] * 12
    used = [
        round(one + delta, 1)
        for one, delta in zip(used, (0.2, 0.1, 0, -0.1, -0.2, 0, 0.2, 0.1, -0.1, 0, -0.2, 0), strict=True)
    ]
    used[-1] = round(energy - sum(used[:-1]), 1)
    sums[year] = (sum(carried), sum(used))
    rows += [
        (f"Année {year}", month, round(flow, 1), power)
        for month, flow, power in zip(MONTHS, carried, used, strict=True)
    ]
for year, expected in ((1, 100), (2, 51)):
    flow, power = sums[year]
    assert abs(power * 1e9 / (flow * 1e6) - expected) < 1e-6, sums
assert abs(sums[2][1] / sums[1][1] - 1.02) < 1e-6
write_table(Path(__file__).parent, "reseau", rows, sheet="Réseau")
