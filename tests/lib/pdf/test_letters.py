"""Whatever people typed can be printed."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.lib.pdf.documents import drawn
from app.lib.pdf.letters import RANGES, all_writable, cut, writable
from tests.lib.pdf.samples import SAMPLE


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Lefèvre-Œrsted, Đặng, Şahin, Αθηνά, Ольга", "Lefèvre-Œrsted, Đặng, Şahin, Αθηνά, Ольга"),
        ("Zoe\u0308", "Zoë"),
        ("نور 😀", "□□□ □"),
        ("un\tdeux\n", "un deux "),
        ("a\u200db\ufeff\u202ec\x07", "abc"),
    ],
)
def test_what_our_letters_lack_is_a_square(typed: str, printed: str) -> None:
    assert writable(typed) == printed


def test_texts_are_found_wherever_they_are() -> None:
    facts = {"name": "é\ufeff", "rows": [("\x07", 1, None)], "own": True}
    assert all_writable(facts) == {"name": "é", "rows": [["", 1, None]], "own": True}


def test_the_fonts_have_every_letter_that_is_said_to_be_there() -> None:
    every = "".join(chr(one) for one in range(0x3000) if re.match(f"[{RANGES}]", chr(one)))
    assert len(every) > 1700
    drawn(SAMPLE, {"words": {}, "name": " ".join(every)}, title="x", language="fr")


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=30))
def test_any_text_makes_a_document(name: str) -> None:
    assert drawn(SAMPLE, {"words": {}, "name": f"Nom : {name}"}, title=f"de {name}", language="fr").startswith(
        b"%PDF-1.7"
    )


@given(st.text())
def test_nothing_that_is_not_seen_stays(words: str) -> None:
    assert not [one for one in writable(words) if unicodedata.category(one) in ("Cc", "Cs")]


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [("abc", 3, "abc"), ("abcd", 3, "ab…"), ("a b c", 3, "a…"), ("  a \n b ", 9, "a b"), ("", 3, "")],
)
def test_what_is_too_long_is_cut(text: str, most: int, shown: str) -> None:
    assert cut(text, most) == shown
