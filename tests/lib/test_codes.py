from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lib.codes import DIGITS, LETTERS, draw_campaign_code, draw_id, is_campaign_code, normalise_code


def test_a_drawn_code_uses_only_what_cannot_be_misread() -> None:
    for seed in range(200):
        code = draw_campaign_code(Random(seed))
        assert set(code[:6]) <= set("BCDFGHJKMPQRTVWXY")
        assert set(code[6:]) <= set("2346789")
        assert len(code) == 9
        assert is_campaign_code(code)
    assert (len(LETTERS), len(DIGITS)) == (17, 7)


def test_the_same_source_draws_the_same_codes() -> None:
    assert draw_campaign_code(Random(5)) == draw_campaign_code(Random(5))
    assert draw_id(random=Random(5)) == draw_id(random=Random(5))


def test_codes_differ() -> None:
    assert len({draw_campaign_code() for _ in range(200)}) == 200
    assert len({draw_id() for _ in range(200)}) == 200


@pytest.mark.parametrize("typed", ["decouv123", " DECOUV 123 ", "DE-COUV-123", "de.couv\u00a0123", "DECOUV\n123"])
def test_what_people_type_becomes_the_code(typed: str) -> None:
    assert normalise_code(typed) == "DECOUV123"


@pytest.mark.parametrize("code", ["", "DECOUV12", "DECOUV1234", "DECOU1234", "DÉCOUV123", "decouv123", "DECOUV123\n"])
def test_other_texts_are_not_codes(code: str) -> None:
    assert not is_campaign_code(code)


@given(st.from_regex(r"[A-Z]{6}[0-9]{3}", fullmatch=True), st.integers(0, 9), st.sampled_from(" -\t."))
def test_case_and_spaces_never_matter(code: str, place: int, noise: str) -> None:
    typed = (code[:place] + noise + code[place:]).lower()
    assert normalise_code(typed) == code
    assert is_campaign_code(code)


def test_an_identifier_has_the_length_asked_and_is_safe_in_a_path() -> None:
    assert len(draw_id(8)) == 8
    assert draw_id(500).isalnum()
    assert draw_id(500).islower()
