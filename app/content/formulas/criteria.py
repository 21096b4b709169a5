"""Criteria of NB.SI and SOMME.SI: a value, `>=10`, `<>Lyon`, `Bel*`. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from app.content.formulas.arguments import Argument, number
from app.content.formulas.values import Error, Value, read_number


def meets(value: Value, wanted: Argument) -> bool:
    """Whether a value answers a criterion."""
    if isinstance(wanted, str) and (found := re.match(r"<=|>=|<>|=|<|>", wanted)):
        return _meets_comparison(value, found[0], wanted[found.end() :])
    if isinstance(wanted, str) and read_number(wanted) is None:
        return isinstance(value, str) and bool(_pattern(wanted[:100]).fullmatch(value.casefold()))
    return not isinstance(value, str | bool | Error) and value is not None and value == number(wanted)


def _meets_comparison(value: Value, sign: str, limit: str) -> bool:
    wanted = read_number(limit)
    if sign in ("=", "<>"):
        if limit == "":
            same = value is None
        elif wanted is not None:
            same = value == wanted and not isinstance(value, bool)
        else:
            same = isinstance(value, str) and value.casefold() == limit.casefold()
        return same == (sign == "=")
    if wanted is None or not isinstance(value, float):
        return False
    return {"<": value < wanted, ">": value > wanted, "<=": value <= wanted, ">=": value >= wanted}[sign]


@lru_cache(maxsize=256)
def _pattern(wanted: str) -> re.Pattern[str]:
    """`*` for any letters and `?` for one. Possessive, so that many `*` cost no more than one."""
    parts = [_one_by_one(part) for part in wanted.casefold().split("*")]
    if len(parts) == 1:
        return re.compile(parts[0], re.DOTALL)
    middle = "".join(f"(?>.*?{part})" for part in parts[1:-1])
    return re.compile(f"{parts[0]}{middle}.*{parts[-1]}", re.DOTALL)


def _one_by_one(part: str) -> str:
    return "".join("." if one == "?" else re.escape(one) for one in part)
