"""The form under which two people's names are the same. Pure."""

from __future__ import annotations

from app.accounts.identity import unaccented


def match_name(first_name: str, last_name: str) -> str:
    """Last name then first name, without case, accents, spaces or signs: who joins types them as she likes.

    In alphabetical order, they are in that of the names.
    """
    return f"{_letters(last_name)}|{_letters(first_name)}"


def _letters(name: str) -> str:
    return "".join(sign for sign in unaccented(name) if sign.isalnum())
