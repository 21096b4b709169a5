"""A seascape whose horizon goes down to the right."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import box, write_svg  # noqa: E402

SEA = '<path d="M0 110 L360 164 V240 H0 z" fill="#2457a7"/>'
BOAT = '<g transform="matrix(0.989 0.148 -0.148 0.989 180 135)"><path d="M-40 -8 h80 l-14 18 h-52 z" fill="#b8384c"/><path d="M0 -10 v-60 l34 52 z" fill="#ffffff" stroke="#1c2430"/></g>'

write_svg(Path(__file__).parent / "horizon.svg", 360, 240, box(0, 0, 360, 240, "#cfe6f5"), SEA, BOAT)
