"""What a challenge measures, as one fingerprint: it changes when answers given before and after are not the same.

Everything that is asked or judged counts, whatever the kind. Words given after the answer, marks, links, equivalents
and proofs for authors do not; nor does typography. Pure.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

import msgspec

from app.content.bank import StoredChallenge

UNMEASURED = frozenset(
    {"id", "version", "status", "locale", "marks", "review_by", "replaces", "tutorials", "more"}
    | {"explanation", "alternative", "illustration", "examples", "path", "wrong_paths"}
)
"""Fields of a challenge that do not count (a picture counts by its content, below)."""
WITHIN = {"proposals": "why", "goal": "says"}
"""What does not count inside a list: it is only read in the correction."""
LOOKS = frozenset({"width", "rows"})
QUOTES = str.maketrans("‘’“”«»", '\'\'""""')


def measured(stored: StoredChallenge) -> str:
    """The fingerprint of what is measured."""
    fields = {key: _counted(key, value) for key, value in _fields(stored).items() if key not in UNMEASURED}
    return _digest([fields, [one.fingerprint for one in stored.media]])


def written(stored: StoredChallenge) -> str:
    """The fingerprint of everything one may read of it: its version and its status aside."""
    fields = {key: value for key, value in _fields(stored).items() if key not in ("version", "status")}
    return _digest([fields, [one.fingerprint for one in stored.media]])


def _fields(stored: StoredChallenge) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.to_builtins(stored.body)
    return found


def _counted(key: str, value: Any) -> Any:
    if key in WITHIN and isinstance(value, list | tuple):
        value = [{name: one[name] for name in one if name != WITHIN[key]} for one in value]
    elif key == "field":
        value = {name: one for name, one in value.items() if name not in LOOKS}
    return _plain(value)


def _plain(value: Any) -> Any:
    """The same without typography: spaces, apostrophes and quotation marks."""
    if isinstance(value, str):
        text = re.sub(r"\s+", " ", value.translate(QUOTES)).strip()
        return text.replace('" ', '"').replace(' "', '"').replace("...", "…")
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:16]
