"""The secrets of a session, as people copy them by hand. Pure, but for the dice."""

from __future__ import annotations

from random import Random

from app.lib.codes import DIGITS, LETTERS, SECURE

PASSWORD_SIGNS = "23456789bcdfghjkmpqrstvwxyBCDFGHJKMPQRSTVWXY!*?"
PASSWORD_LENGTH = 6


def draw_access_code(random: Random = SECURE) -> str:
    """Four letters then two digits, such as KRTB47: 4.1 million of them."""
    letters = (random.choice(LETTERS) for _ in range(4))
    digits = (random.choice(DIGITS) for _ in range(2))
    return "".join((*letters, *digits))


def draw_invigilator_password(random: Random = SECURE) -> str:
    """Six signs, all different, such as q7!mXd: 7.7 billion of them."""
    return "".join(random.sample(PASSWORD_SIGNS, PASSWORD_LENGTH))
