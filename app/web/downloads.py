"""Files that the browser saves: how they are called, and that nothing keeps a copy."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from urllib.parse import quote

LONGEST_NAME = 150
"""Characters before the extension: file systems take 255 bytes, and an accent may weigh three."""
_REFUSED = re.compile(r'[\x00-\x1f\x7f-\x9f/\\:*?"<>|\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+')
"""What some system refuses in a name, and what would show it backwards."""


def file_name(words: str, extension: str) -> str:
    """A name that every system takes: `file_name("UE 173 / gr. 1", "csv")` is `UE 173 - gr. 1.csv`."""
    cleaned = " ".join(_REFUSED.sub("-", words).split())[:LONGEST_NAME].strip(" .")
    return f"{cleaned or 'fichier'}.{extension}"


def download_headers(name: str) -> Mapping[str, str]:
    """Headers of a file with personal data, saved under that name (RFC 6266: plain letters for old programs)."""
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().replace('"', "")
    return {
        "Content-Disposition": f"attachment; filename=\"{ascii_name}\"; filename*=UTF-8''{quote(name, safe='')}",
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
    }
