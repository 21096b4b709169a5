"""What a password must be. Pure; hashing is in `hashing.py`."""

from __future__ import annotations

import unicodedata
from typing import Literal

MIN_LENGTH = 8
MAX_LENGTH = 128

Fault = Literal["short", "long", "upper", "lower", "digit"]


def canonical_password(typed: str) -> str:
    """The same password typed on another system gives the same text (Unicode NFC); spaces count."""
    return unicodedata.normalize("NFC", typed)


def password_faults(password: str) -> tuple[Fault, ...]:
    """What is wrong, in the order to say it; empty when the password is accepted.

    The policy: 8 to 128 characters, at least one upper-case letter, one lower-case letter (of any alphabet)
    and one digit.
    """
    faults: list[Fault] = []
    if len(password) < MIN_LENGTH:
        faults.append("short")
    if len(password) > MAX_LENGTH:
        faults.append("long")
    if not any(letter.isupper() for letter in password):
        faults.append("upper")
    if not any(letter.islower() for letter in password):
        faults.append("lower")
    if not any(character.isdecimal() for character in password):
        faults.append("digit")
    return tuple(faults)
