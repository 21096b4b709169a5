"""Un journal de codes, bons et mauvais."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text

LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
lines = []
for number in range(220):
    two = LETTERS[number % 23] + LETTERS[(7 * number) % 23]
    digits = f"{(number * 7919) % 10000:04d}"
    if number % 6 == 0:
        lines.append(f"{two}-{digits}")
    else:
        bad = (
            f"{two.lower()}-{digits}",
            f"{two}-{digits}7",
            f"{two}_{digits}",
            f"{two}-{digits[:3]}",
            f"code {two}-{digits}",
        )
        lines.append(bad[number % 5])
write_text(Path(__file__).parent, "journal.txt", "\n".join(lines) + "\n")
