"""Reading a list of addresses as people paste it. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.accounts.identity import is_email, normal_email

MOST = 100
"""Addresses in one go."""
_BETWEEN = re.compile(r"[,;\n]+")
_NAMED = re.compile(r"<([^<>\s]*)>")
"""`Élise Villo <e.villo@blaison.example>`, as mail programs copy it."""


@dataclass(frozen=True)
class Addresses:
    """What was typed: the addresses, each once, in their order; and what is none."""

    right: Sequence[str]
    """In their normal form."""
    wrong: Sequence[str]

    @property
    def are_too_many(self) -> bool:
        return len(self.right) + len(self.wrong) > MOST


def parse_addresses(text: str) -> Addresses:
    """Addresses between spaces, line breaks, commas or semicolons; names before `<…>` are left out."""
    typed = [word for part in _BETWEEN.split(text) for word in _words(part)]
    right = dict.fromkeys(normal_email(word) for word in typed if is_email(word))
    wrong = dict.fromkeys(word for word in typed if not is_email(word))
    return Addresses(tuple(right), tuple(wrong))


def _words(part: str) -> list[str]:
    """What may be an address between two commas: inside `<…>`, else each word; the words before `<…>` are a name."""
    *named, rest = _NAMED.split(part)  # name, address, name, address, …, what follows
    words = (word.strip("<>\"'") for word in [*named[1::2], *rest.split()])
    return [word for word in words if word]
