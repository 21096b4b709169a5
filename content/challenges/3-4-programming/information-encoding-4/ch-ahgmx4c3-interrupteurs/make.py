"""Writes thirty minutes of eight switches (interrupteurs.csv)."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

numbers = random.Random(77).sample([n for n in range(20, 250) if n not in (77, 178)], 28)
numbers[6:6] = [178]
numbers[20:20] = [77]
rows = [["Minute", *(f"I{place}" for place in range(1, 9))]]
rows += [[str(minute), *f"{number:08b}"] for minute, number in enumerate(numbers, 1)]
write_csv(Path(__file__).parent, "interrupteurs.csv", rows)
