"""Accepted variants of an open answer, prepared once and reused for every learner."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from app.content.challenge import Treatments
from app.lib.msgids import N_
from app.lib.text_matching import Prepared, is_number, prepare, same_number

Accepted = tuple[str | int | float, ...]


@lru_cache(maxsize=20_000)
def prepared(accepted: tuple[str, ...], treatments: Treatments) -> Prepared:
    return prepare(accepted, treatments)


def as_texts(accepted: Accepted) -> tuple[str, ...]:
    """Variants as a learner would type them, every digit kept: `42.0` in YAML is « 42 », `1e-05` is « 0.00001 »."""
    return tuple(_digits(value) if isinstance(value, float) else str(value) for value in accepted)


def _digits(value: float) -> str:
    return f"{Decimal(repr(value)):f}".removesuffix(".0")


def text_matches(answer: str, accepted: Accepted, treatments: Treatments) -> bool:
    """The text branch of evaluation 1.6."""
    return prepared(as_texts(accepted), treatments).matches(answer)


WRONG_NUMBERS = ("987654", "-31415")
"""Numbers that can be read and are hardly ever right."""
NOT_A_NUMBER = N_("Écrivez un nombre, en chiffres et sans unité. Exemple : 42")


def without_unit(answer: str, unit: str) -> str:
    """« 42 Mo » is 42 when the page says that it asks for Mo."""
    answer = answer.strip()
    if unit and answer.casefold().endswith(unit.casefold()):
        return answer[: -len(unit)].strip()
    return answer


def cannot_be_read(answer: str, accepted: Accepted) -> bool:
    """Whether only numbers are accepted and this is none: better say it than judge it wrong."""
    return not is_number(answer) and all(is_number(text) for text in as_texts(accepted))


def number_matches(answer: str, accepted: Accepted, treatments: Treatments) -> bool:
    """The number branch of evaluation 1.6 when the answer and every variant are numbers, the text branch otherwise."""
    texts = as_texts(accepted)
    if is_number(answer) and all(is_number(text) for text in texts):
        return any(same_number(answer, text) for text in texts)
    return prepared(texts, treatments).matches(answer)
