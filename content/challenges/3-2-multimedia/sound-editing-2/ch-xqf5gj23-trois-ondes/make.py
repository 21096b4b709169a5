"""Three wave forms: knocks, rain, sentences."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import line, words, write_svg  # noqa: E402

DICE = random.Random(7)


def knocks(t: float) -> float:
    return max((max(0.0, 1 - (t - start) * 6) for start in (2, 4.5, 7) if t >= start), default=0)


def rain(_: float) -> float:
    return DICE.uniform(0.5, 0.75)


def voice(t: float) -> float:
    return DICE.uniform(0.15, 0.9) if t % 2.5 < 2 else 0.01


def wave(y: float, name: str, high) -> str:
    drawn = words(10, y + 6, name, weight="bold", size=18)
    for step in range(141):
        size = 2 + 38 * high(step / 14)
        drawn += line(40 + 4 * step, y - size, 40 + 4 * step, y + size, "#2457a7", 3)
    return drawn


scale = "".join(words(40 + 56 * s, 325, f"{s} s", anchor="middle", size=13) for s in range(11))
write_svg(
    Path(__file__).parent / "ondes.svg",
    640,
    340,
    wave(55, "A", knocks),
    wave(155, "B", rain),
    wave(255, "C", voice),
    scale,
)
