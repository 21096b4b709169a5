"""HTML made small for slow lines: one call in one place."""

from __future__ import annotations

import gzip

import brotli  # type: ignore[import-untyped]

MINIMUM = 300  # bytes; below, the headers cost more than what is saved


def accepted_encoding(accept_encoding: str) -> str | None:
    """``br``, ``gzip`` or nothing. Browsers offer ``br`` only on https and localhost."""
    offered = accept_encoding.lower()
    if "br" in offered and _offers(offered, "br"):
        return "br"
    if "gzip" in offered and _offers(offered, "gzip"):
        return "gzip"
    return None


def compress(body: bytes, encoding: str) -> bytes:
    """Brotli 5 and gzip 6: higher levels cost ten times more for about twenty bytes."""
    if encoding == "br":
        return bytes(brotli.compress(body, mode=brotli.MODE_TEXT, quality=5, lgwin=16))
    return gzip.compress(body, compresslevel=6, mtime=0)


def _offers(offered: str, encoding: str) -> bool:
    for item in offered.split(","):
        name, _, parameters = item.partition(";")
        if name.strip() == encoding:
            return parameters.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False
