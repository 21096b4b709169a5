"""What learners type is read kindly, and what cannot be read is said, not judged."""

from __future__ import annotations

from typing import Any

import pytest

from app.content.challenge import OpenField
from app.content.kinds.date import DateChallenge, DateRule, read_date
from app.content.kinds.long_text import LongTextChallenge, LongTextRule
from app.content.kinds.number import NumberChallenge
from app.content.kinds.text import TextRule

COMMON: dict[str, Any] = {"id": "ch-22222222", "skill": "topic-1", "question": "?", "explanation": "."}
SIZE = NumberChallenge(answer=TextRule(accepted=(12.5,)), field=OpenField(unit="Mo"), **COMMON)


@pytest.mark.parametrize("typed", ["12,5", "12.5", " 12,50 ", "12,5 Mo", "12,5mo", "012,5"])
def test_a_number_is_read_with_or_without_the_unit_of_the_page(typed: str) -> None:
    assert SIZE.refusal({"": (typed,)}) == {}
    assert SIZE.grade({"": (typed,)}).ok


@pytest.mark.parametrize("typed", ["douze", "12,5 Ko", "12,5 mégas", "1 2 5 x", "--"])
def test_what_is_no_number_is_sent_back_with_a_word(typed: str) -> None:
    assert "en chiffres" in SIZE.refusal({"": (typed,)})[""]


def test_a_number_in_words_passes_where_the_author_accepts_it() -> None:
    either = NumberChallenge(answer=TextRule(accepted=(12, "douze")), **COMMON)
    assert either.refusal({"": ("douze",)}) == {}
    assert either.grade({"": ("Douze",)}).ok


@pytest.mark.parametrize(
    "typed", ["2026-05-12", "12/05/2026", "12/5/2026", "12-05-2026", "12.05.2026", "12 mai 2026", "le 12 MAI 2026"]
)
def test_a_date_is_read_in_every_usual_form(typed: str) -> None:
    challenge = DateChallenge(answer=DateRule(accepted=("2026-05-12",)), **COMMON)
    assert challenge.refusal({"": (typed,)}) == {}
    assert challenge.grade({"": (typed,)}).ok


@pytest.mark.parametrize("typed", ["31/02/2026", "hier", "12 mayo 2026", "1/1", "99999999", "le"])
def test_a_day_that_does_not_exist_is_no_date(typed: str) -> None:
    assert read_date(typed) is None


@pytest.mark.parametrize("day", ["1er août 2026", "1 aout 2026", "01/08/2026"])
def test_the_first_of_a_month(day: str) -> None:
    assert str(read_date(day)) == "2026-08-01"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Bonjour Madame, merci beaucoup.", True),
        ("BONSOIR et merci à tous !", True),
        ("Bonjour Madame.", False),
        ("Bonjour, merci, c’est urgent !", False),
        ("merci", False),
    ],
)
def test_a_long_text_follows_its_rules(text: str, right: bool) -> None:
    rule = LongTextRule(contains=(("bonjour", "bonsoir"), ("merci",)), lacks=(("urgent",),), min_words=3)
    assert LongTextChallenge(answer=rule, **COMMON).grade({"": (text,)}).ok is right
