"""Two keys of a French keyboard."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import SOFT, words, write_svg  # noqa: E402

for top, left, right in (("0", "à", "@"), ("3", '"', "#")):
    write_svg(
        Path(__file__).parent / f"touche-{top}.svg",
        180,
        180,
        f'<rect x="20" y="20" width="140" height="140" rx="14" fill="{SOFT}" stroke="#1c2430" stroke-width="3"/>',
        words(50, 78, top, size=42),
        words(50, 140, left, size=42),
        words(100, 140, right, size=42),
    )
