"""Documents are read aloud as well as printed, and hold what was typed."""

from __future__ import annotations

import pytest
import typst

from app.lib.pdf.documents import document, drawn
from tests.lib.pdf.samples import SAMPLE
from tests.pdf import Pdf


@pytest.mark.parametrize("name", ["#import *x*", "= Titre", "a_b_ $x$ @x <y> `z` \\u{41} // -- ~", '"); #panic("'])
async def test_what_people_type_is_never_code(name: str) -> None:
    made = Pdf(await document(SAMPLE, {"words": {}, "name": name}, title=name, language="fr"))
    (heading,) = made.tags("H1")
    assert heading.text == name
    assert made.title == name


def test_it_says_its_language_and_has_only_our_letters() -> None:
    made = Pdf(drawn(SAMPLE, {"words": {}, "name": "Anaïs"}, title="Essai", language="en"))
    assert made.language == "en"
    fonts = made.reader.pages[0]["/Resources"]["/Font"]
    assert {str(one.get_object()["/BaseFont"]).partition("+")[2] for one in fonts.values()} == {"Inter-Bold-Identity-H"}


def test_the_same_facts_give_the_same_bytes() -> None:
    first, second = (drawn(SAMPLE, {"words": {}, "name": "x"}, title="x", language="fr") for _ in range(2))
    assert first == second


def test_a_picture_without_words_is_refused() -> None:
    with pytest.raises(typst.TypstError, match="missing alt text"):
        drawn(SAMPLE.with_name("unnamed_picture.typ"), {"words": {}}, title="x", language="fr")
