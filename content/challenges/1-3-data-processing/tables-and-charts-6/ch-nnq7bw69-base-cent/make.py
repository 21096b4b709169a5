"""Two prices over thirteen years, whose indices are whole in 2024 with both bases."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table  # noqa: E402

TICKET = [1.20, 1.20, 1.25, 1.30, 1.35, 1.40, 1.50, 1.50, 1.55, 1.60, 1.60, 1.70, 1.74]
POOL = [240.0, 244.0, 252.0, 261.0, 270.0, 281.0, 287.5, 287.5, 260.0, 264.0, 268.0, 272.0, 276.0]
rows: list[list[object]] = [["Année", "Ticket de bus (€)", "Abonnement piscine (€)"]]
rows += [[2012 + i, TICKET[i], POOL[i]] for i in range(13)]
write_table(Path(__file__).parent, "prix", rows, sheet="Prix")
