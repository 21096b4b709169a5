"""How establishments are numbered, and where they are. Pure."""

from __future__ import annotations

import re

_UAI = re.compile(r"[0-9]{7}[A-Z]")
_SIRET = re.compile(r"[0-9]{14}")
_PROVINCE = re.compile(r"[0-9]{1,3}|2[AB]")
_BETWEEN = re.compile(r"[\s.\-_\u2010-\u2015]+")


def establishment_number(typed: str) -> str | None:
    """A UAI (seven digits and a letter) or a SIRET (14 digits), without the spaces; None for anything else."""
    number = _BETWEEN.sub("", typed).upper()
    return number if _UAI.fullmatch(number) or _SIRET.fullmatch(number) else None


def province_code(typed: str) -> str | None:
    """A department on three characters: `51` is `051`, `2a` is `02A`, `974` stays; None for anything else."""
    code = typed.strip().upper()
    if not _PROVINCE.fullmatch(code) or not code.strip("0"):
        return None
    return code.zfill(3)
