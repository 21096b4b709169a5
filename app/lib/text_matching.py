"""Is a typed answer one of the accepted ones? Text with treatments, and numbers.

Source of the rules: the reference service's treatments t1 (`case`), t2 (`punctuation`) and t3 (`distance`),
and its reading of numbers (facts of evaluation, sections 1.4 and 1.6). Both sides are pre-treated alike.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Treatment = Literal["case", "punctuation", "distance"]

NO_BREAK_SPACE = "\u00a0"
NARROW_NO_BREAK_SPACE = "\u202f"
EDITS_PER_LENGTH = 4  # one edit is forgiven for every four characters of the answer: a ratio of 0.25, limit included

_WHITE_SPACE = "\\t\\n\\v\\f\\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_ACCENTS_AND_SPACES = re.compile(f"[\u0300-\u036f{_WHITE_SPACE}]+")
_PUNCTUATION = re.compile("[^a-zA-Z0-9 ]+")
_RUN_OF_SPACES = re.compile(" {2,}")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")


@dataclass(frozen=True, slots=True)
class Prepared:
    """Accepted variants after treatment: made once by `prepare`, reused for every learner."""

    treatments: frozenset[Treatment]
    variants: frozenset[str]

    def matches(self, answer: str) -> bool:
        """True when the treated answer is a treated variant or, with `distance`, near enough to one.

        Near enough: edits / length of the *answer* <= 0.25, so the rule is asymmetric: « chat » passes for an
        expected « cha » (1/4), « cha » fails for an expected « chat » (1/3). An answer left empty by the
        treatments only matches an empty variant.
        """
        given = treat(answer, self.treatments)
        if given in self.variants:
            return True
        if "distance" not in self.treatments:
            return False
        allowed = len(given) // EDITS_PER_LENGTH
        return any(within(given, variant, allowed) for variant in self.variants)


def prepare(accepted: Iterable[str], treatments: Iterable[Treatment]) -> Prepared:
    """Treat the accepted variants once."""
    enabled = frozenset(treatments)
    return Prepared(enabled, frozenset(treat(text, enabled) for text in accepted))


def matches(answer: str, accepted: Iterable[str], treatments: Iterable[Treatment]) -> bool:
    """`prepare(accepted, treatments).matches(answer)`, for one answer only."""
    return prepare(accepted, treatments).matches(answer)


def treat(text: str, treatments: Iterable[Treatment]) -> str:
    """Pre-treat, then apply `case` and `punctuation` in that order, whatever the order they are given in.

    The result is a string of UTF-16 units, the units in which lengths and edits are counted.
    """
    enabled = frozenset(treatments)
    treated = fold(text) if "case" in enabled else pretreat(text)
    if "punctuation" in enabled:
        treated = _RUN_OF_SPACES.sub(" ", _PUNCTUATION.sub("", treated))
    return treated if treated.isascii() else _utf16_units(treated)


def pretreat(text: str) -> str:
    """Compose the accents (NFC), and make no-break spaces ordinary ones. Always applied."""
    return unicodedata.normalize("NFC", text).replace(NO_BREAK_SPACE, " ")


def fold(text: str) -> str:
    """Remove what `case` ignores: capitals, accents (U+0300 to U+036F once decomposed) and every white space.

    Ligatures stay (« cœur » is not « coeur ») and so do hyphens.
    """
    return _ACCENTS_AND_SPACES.sub("", unicodedata.normalize("NFD", pretreat(text).lower()))


def within(first: str, second: str, allowed: int) -> bool:
    """True when at most `allowed` edits (Levenshtein: insert, delete, substitute) separate two texts."""
    if abs(len(first) - len(second)) > allowed:
        return False
    first, second = _without_common_ends(first, second)
    row = list(range(len(second) + 1))
    for i, left in enumerate(first, 1):
        diagonal, row[0] = row[0], i
        for j, right in enumerate(second, 1):
            cost = diagonal if left == right else 1 + min(diagonal, row[j], row[j - 1])
            diagonal, row[j] = row[j], cost
        if min(row) > allowed:
            return False
    return row[-1] <= allowed


def is_number(text: str) -> bool:
    """True for what `same_number` can read: « 42 », « 42,0 », « 0042 », « 12 500 », « -3.5 », « 1e3 »."""
    return _NUMBER.fullmatch(_as_decimal(text)) is not None


def same_number(answer: str, accepted: str) -> bool:
    """True when both are numbers of equal value: exact, no tolerance, no treatment."""
    return is_number(answer) and is_number(accepted) and _value(answer) == _value(accepted)


def _value(text: str) -> Decimal:
    return Decimal(_as_decimal(text))


def _as_decimal(text: str) -> str:
    """A comma is a decimal mark; spaces, no-break ones included, separate thousands."""
    spaced = pretreat(text).replace(NARROW_NO_BREAK_SPACE, " ")
    return spaced.replace(",", ".").strip().replace(" ", "")


def _without_common_ends(first: str, second: str) -> tuple[str, str]:
    shortest = min(len(first), len(second))
    start = 0
    while start < shortest and first[start] == second[start]:
        start += 1
    end = 0
    while end < shortest - start and first[-1 - end] == second[-1 - end]:
        end += 1
    return first[start : len(first) - end], second[start : len(second) - end]


def _utf16_units(text: str) -> str:
    """An emoji counts two, as in a browser."""
    return "".join(map(chr, array("H", text.encode("utf-16-le", "surrogatepass"))))
