"""Codes people read aloud and copy from a board, and identifiers nobody reads."""

from __future__ import annotations

import re
from random import Random, SystemRandom

LETTERS = "BCDFGHJKMPQRTVWXY"  # no vowel (no word appears), no letter taken for another or for a digit
DIGITS = "2346789"
ID_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
SECURE = SystemRandom()

_CODE = re.compile(r"[A-Z]{6}[0-9]{3}")
_NOISE = re.compile(r"[\s.\-_\u2010-\u2015]+")


def draw_campaign_code(random: Random = SECURE) -> str:
    """Six letters then three digits, such as KXMTRB742."""
    letters = (random.choice(LETTERS) for _ in range(6))
    digits = (random.choice(DIGITS) for _ in range(3))
    return "".join((*letters, *digits))


def normalise_code(typed: str) -> str:
    """What was typed, in capitals, without spaces, dots or dashes."""
    return _NOISE.sub("", typed).upper()


def is_campaign_code(code: str) -> bool:
    """Whether the (normalised) text has the shape of a campaign code."""
    return _CODE.fullmatch(code) is not None


def draw_id(length: int = 12, random: Random = SECURE) -> str:
    """A random identifier for addresses and file names; 12 characters hold 58 bits."""
    return "".join(random.choice(ID_ALPHABET) for _ in range(length))
