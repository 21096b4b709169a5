"""What our letters can write. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

UNKNOWN = "□"
RANGES = (
    " -~\u00a0-\u0148\u014a-\u01c3\u01c5-\u031e\u0321-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1"
    "\u03a3-\u03e1\u03f0-\u049d\u04a0-\u04ff\u052f\u1e00-\u1f15\u1f18-\u1f1d\u1f20-\u1f45\u1f48-\u1f4d\u1f50-\u1f57"
    "\u1f59\u1f5b\u1f5d\u1f5f-\u1f7d\u1f80-\u1fb4\u1fb6-\u1fc4\u1fc6-\u1fd3\u1fd6-\u1fdb\u1fdd-\u1fef\u1ff2-\u1ff4"
    "\u1ff6-\u1ffe\u2000-\u200b\u2010-\u2027\u202f-\u205f\u20a0-\u20bf\u2116\u2122\u2212\u25a1"
)
"""The letters of `fonts/`, as ranges of a regular expression."""
_UNWRITABLE = re.compile(f"[^{RANGES}]")


def writable(words: str) -> str:
    """The text, with a small square for each letter that the fonts lack: a document without it would be refused.

    Accents are put on their letters; line breaks and tabs become spaces; other signs that one does not see go.
    """
    composed = unicodedata.normalize("NFC", words)
    return _UNWRITABLE.sub(lambda found: _instead(found[0]), composed) if _UNWRITABLE.search(composed) else composed


def all_writable(facts: Any) -> Any:
    """The same for every text in lists and mappings."""
    if isinstance(facts, str):
        return writable(facts)
    if isinstance(facts, Mapping):
        return {name: all_writable(value) for name, value in facts.items()}
    if isinstance(facts, Sequence):
        return [all_writable(value) for value in facts]
    return facts


def cut(words: str, most: int) -> str:
    """The text in one line, at most so many characters; what is cut ends with an ellipsis."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def _instead(sign: str) -> str:
    if sign.isspace():
        return " "
    return "" if unicodedata.category(sign) in ("Cc", "Cf", "Mn") else UNKNOWN
