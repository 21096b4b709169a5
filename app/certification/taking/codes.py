"""The code that shows a certificate. Pure, but for the dice."""

from __future__ import annotations

from random import Random

from app.lib.codes import DIGITS, LETTERS, SECURE

SIGNS = 8


def draw_verification_code(random: Random = SECURE) -> str:
    """`P-` then eight distinct signs that are not taken for one another: 29 thousand million of them."""
    return "P-" + "".join(random.sample(LETTERS + DIGITS, SIGNS))
