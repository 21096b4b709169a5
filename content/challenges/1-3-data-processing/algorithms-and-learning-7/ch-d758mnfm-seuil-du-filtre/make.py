"""1,000 messages: their score and what they really are; the two groups overlap."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table  # noqa: E402

draw = random.Random(1007)


def score(middle: float, spread: float) -> int:
    return round(min(max(draw.gauss(middle, spread), 0), 100))


messages = [(score(28, 17), "légitime") for _ in range(760)] + [(score(74, 15), "indésirable") for _ in range(240)]
draw.shuffle(messages)
rows: list[list[object]] = [["Message", "Score", "Vraie nature"]]
rows += [[5001 + i, points, kind] for i, (points, kind) in enumerate(messages)]
write_table(Path(__file__).parent, "messages", rows, sheet="Messages")
