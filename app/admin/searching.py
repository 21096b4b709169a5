"""What is typed in a search box, as conditions of SQL."""

from __future__ import annotations

from collections.abc import Sequence

from app.accounts.identity import unaccented

LONGEST = 100
MOST_WORDS = 8


def words_of(typed: str) -> list[str]:
    """The words looked for, case and accents aside."""
    return unaccented(typed[:LONGEST]).split()[:MOST_WORDS]


def containing(word: str) -> str:
    """A pattern for `LIKE {} ESCAPE '!'` that finds the word anywhere."""
    return "%" + starting(word)


def starting(word: str) -> str:
    """The same at the beginning."""
    for sign in "!%_":
        word = word.replace(sign, "!" + sign)
    return word + "%"


def marks(values: Sequence[object]) -> str:
    """As many `{}` as there are values, for `IN (…)`."""
    return ", ".join(["{}"] * len(values))
