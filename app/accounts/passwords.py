"""What a password must be. Pure; hashing is in `hashing.py`."""

from __future__ import annotations

import unicodedata

from app.web.languages import N_

MIN_LENGTH = 8
MAX_LENGTH = 128

TOO_SHORT = N_("Le mot de passe doit contenir au moins 8 caractères")
TOO_LONG = N_("Le mot de passe est trop long : 128 caractères au plus")
NO_UPPER = N_("Le mot de passe doit contenir une majuscule")
NO_LOWER = N_("Le mot de passe doit contenir une minuscule")
NO_DIGIT = N_("Le mot de passe doit contenir un chiffre")


def canonical_password(typed: str) -> str:
    """The same password typed on another keyboard or system gives the same text (Unicode NFC); spaces count."""
    return unicodedata.normalize("NFC", typed)


def password_faults(password: str) -> tuple[str, ...]:
    """What is missing, as message ids, in the order to say it; empty when the password is accepted.

    The policy: 8 to 128 characters, at least one upper-case letter, one lower-case letter (of any alphabet)
    and one digit.
    """
    faults = []
    if len(password) < MIN_LENGTH:
        faults.append(TOO_SHORT)
    if len(password) > MAX_LENGTH:
        faults.append(TOO_LONG)
    if not any(letter.isupper() for letter in password):
        faults.append(NO_UPPER)
    if not any(letter.islower() for letter in password):
        faults.append(NO_LOWER)
    if not any(character.isdecimal() for character in password):
        faults.append(NO_DIGIT)
    return tuple(faults)
