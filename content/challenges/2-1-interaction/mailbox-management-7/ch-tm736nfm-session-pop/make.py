"""Trois sessions POP3 : une coupure avant QUIT, une fin normale, un RSET."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text

START = """S: +OK pop.rivage.example
C: USER nadia
S: +OK
C: PASS ********
S: +OK
C: STAT
S: +OK 7 48210
"""


def fetch(number: int, size: int) -> str:
    return f"C: RETR {number}\nS: +OK {size} octets\n"


def erase(number: int) -> str:
    return f"C: DELE {number}\nS: +OK message {number} marqué\n"


SIZES = [5210, 1204, 9800, 3310, 12040, 8046, 8600]
ALL = "".join(fetch(n, size) for n, size in enumerate(SIZES, 1))
FOUR = "".join(erase(n) for n in (1, 2, 4, 6))
HERE = Path(__file__).parent
write_text(HERE, "session-a.txt", START + ALL + FOUR + "-- liaison réseau perdue --\n")
write_text(HERE, "session-b.txt", START + ALL + FOUR + "C: QUIT\nS: +OK au revoir\n")
write_text(
    HERE,
    "session-c.txt",
    START
    + ALL
    + "".join(erase(n) for n in (1, 2, 4))
    + "C: RSET\nS: +OK marques retirées\n"
    + erase(7)
    + "C: QUIT\nS: +OK au revoir\n",
)
