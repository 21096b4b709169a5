"""Two labels to copy sign by sign."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import words, write_svg  # noqa: E402

for name, code in (("ete", "Fête#24&Co@7"), ("noel", "Noël_12€@ça")):
    write_svg(
        Path(__file__).parent / f"etiquette-{name}.svg",
        380,
        120,
        '<rect x="12" y="12" width="356" height="96" rx="16" fill="#fff6d8" stroke="#1c2430" stroke-width="2"/>',
        words(190, 74, code, anchor="middle", size=36, family="monospace"),
    )
