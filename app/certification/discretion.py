"""What the pages that an address alone opens ask of browsers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

NOT_REPEATED: Final[Mapping[str, str]] = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}
"""No cache, no other site and no search engine learns the address."""
