"""Reading a list of addresses as people paste it. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.accounts.identity import is_email, normal_email

MOST = 100
"""Addresses in one go."""
_BETWEEN = re.compile(r"[\s,;]+")
_NAMED = re.compile(r"[^<>\n,;]*<([^<>\s]*)>")
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
    words = [word.strip("<>\"'") for word in _BETWEEN.split(_NAMED.sub(r" \1 ", text))]
    typed = [word for word in words if word]
    right = dict.fromkeys(normal_email(word) for word in typed if is_email(word))
    wrong = dict.fromkeys(word for word in typed if not is_email(word))
    return Addresses(tuple(right), tuple(wrong))
