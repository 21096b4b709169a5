"""The verification code as it is typed, and as the address that a QR code holds. Pure."""

from __future__ import annotations

import re

from app.lib.codes import DIGITS, LETTERS, normalise_code

VERIFICATION = "/verification-certificat"
_CODE = re.compile(f"P[{LETTERS}{DIGITS}]{{8}}")


def read_code(typed: str) -> str | None:
    """`P-K7RMB4XW` from `p k7rm b4xw`; None for what no certificate can have."""
    found = normalise_code(typed)
    return f"P-{found[1:]}" if _CODE.fullmatch(found) else None


def verification_link(base_url: str, code: str) -> str:
    """Where anybody who scans a certificate finds it."""
    return f"{base_url}{VERIFICATION}?code={code}"
