"""Writes 200 numbers with a Luhn digit, one of them wrong (cartes.csv)."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv


def key(start: str) -> int:
    """The last digit that makes the number right."""
    doubled = [int(figure) * 2 if place % 2 == 0 else int(figure) for place, figure in enumerate(reversed(start))]
    return -sum(value - 9 if value > 9 else value for value in doubled) % 10


chance = random.Random(1111)
starts = [str(chance.randint(4_000_000_000, 8_999_999_999)) for _ in range(200)]
numbers = [f"{start}{key(start)}" for start in starts]
numbers[136] = numbers[136][:4] + str((int(numbers[136][4]) + 3) % 10) + numbers[136][5:]
write_csv(Path(__file__).parent, "cartes.csv", [["Carte"], *([number] for number in numbers)])
