"""Where to go next, given by an address that anyone may have written."""

from __future__ import annotations

import re

# One slash, then printable characters; no second slash, no backslash (browsers read it as one), no space.
_LOCAL = re.compile(r"/(?![/\\])[!-\[\]-~\u00a1-\uffff]{0,19999}")


def safe_local_path(value: str | None) -> str | None:
    """The path if it stays on this site whatever the browser does with it, otherwise nothing."""
    if value is None or not _LOCAL.fullmatch(value):
        return None
    return value
