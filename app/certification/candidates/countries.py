"""Countries, by the names people give them. Pure."""

from __future__ import annotations

from functools import cache

from babel import Locale

from app.accounts.identity import unaccented

FRANCE = "France"
NO_COUNTRIES = {"EU", "EZ", "UN", "ZZ", "XA", "XB", "QO"}
ALIASES = {
    "angleterre": "GB",
    "ecosse": "GB",
    "grande bretagne": "GB",
    "hollande": "NL",
    "usa": "US",
    "etats unis d amerique": "US",
    "cote d ivoire": "CI",
    "tchequie": "CZ",
    "republique tcheque": "CZ",
    "birmanie": "MM",
    "republique democratique du congo": "CD",
    "rdc": "CD",
    "congo": "CG",
    "republique du congo": "CG",
    "palestine": "PS",
    "hong kong": "HK",
    "macao": "MO",
    "vietnam": "VN",
    "viet nam": "VN",
    "coree du sud": "KR",
    "coree du nord": "KP",
}


def country_named(typed: str) -> str | None:
    """The country's French name, from that name without its accents, or a usual one; None for anything else."""
    code = _codes().get(_plain(typed))
    return None if code is None else Locale("fr").territories[code]


@cache
def _codes() -> dict[str, str]:
    names = {
        _plain(name): code
        for code, name in Locale("fr").territories.items()
        if len(code) == 2 and code.isalpha() and code not in NO_COUNTRIES
    }
    return {**names, **ALIASES}


def _plain(name: str) -> str:
    words = "".join(sign if sign.isalnum() else " " for sign in unaccented(name))
    return " ".join(words.split())
