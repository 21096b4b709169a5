"""A reversal: B wins in total, A wins in each group."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table  # noqa: E402

GROUPS = {("A", "grave"): (150, 105), ("A", "légère"): (50, 45), ("B", "grave"): (40, 24), ("B", "légère"): (160, 136)}
lines = [
    (treatment, severity, "guéri" if number < cured else "perdu")
    for (treatment, severity), (count, cured) in GROUPS.items()
    for number in range(count)
]
random.Random(1342).shuffle(lines)
rows: list[list[object]] = [["Pied", "Traitement", "Maladie", "Résultat"]]
rows += [[number, *line] for number, line in enumerate(lines, start=1)]
write_table(Path(__file__).parent, "vigne", rows, sheet="Vigne")
