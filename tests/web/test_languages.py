from __future__ import annotations

import gettext
from datetime import UTC, date, datetime

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web import languages
from app.web.formats import FILTERS
from app.web.languages import context_translator, preferred_language, translate, translator, wording
from app.web.messages import Message, counted
from app.web.visitor import language_asked

B, N = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("accept", "language"),
    [
        ("", "fr"),
        ("fr-FR,fr;q=0.9,en;q=0.8", "fr"),
        ("en-US,en;q=0.9", "en"),
        ("de, en;q=0.3, fr;q=0.2", "en"),
        ("en;q=0, de", "fr"),
        ("EN", "en"),
        ("*", "fr"),
        ("en;q=abc", "fr"),
        (";;;,,,q=", "fr"),
    ],
)
def test_the_browser_s_preference(accept: str, language: str) -> None:
    assert preferred_language(accept) == language


@given(st.text())
def test_no_header_breaks_it(accept: str) -> None:
    assert preferred_language(accept) in ("fr", "en")


@pytest.mark.parametrize(
    ("cookie", "language"),
    [(b"langue=en", "en"), (b"a=b; langue=fr", "fr"), (b"langue=xx", "en"), (b'langue="', "en"), (b"xlangue=fr", "en")],
)
def test_the_cookie_comes_before_the_browser(cookie: bytes, language: str) -> None:
    headers = [(b"accept-language", b"en"), (b"cookie", cookie)]
    assert language_asked({"headers": headers}) == language  # type: ignore[arg-type]


async def test_a_visitor_chooses_a_language_and_comes_back(site: httpx.AsyncClient) -> None:
    assert '<html lang="fr">' in (await site.get("/page")).text
    answer = await site.post("/langue/en", data={"suite": "/page"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/page")
    english = await site.get("/page")
    assert '<html lang="en">' in english.text
    assert "Skip to content" in english.text


async def test_an_unknown_language_or_a_way_out_is_refused(site: httpx.AsyncClient) -> None:
    assert (await site.post("/langue/xx")).status_code == 404
    assert (await site.post("/langue/en", data={"suite": "https://ailleurs.example"})).headers["location"] == "/"


def test_french_messages_get_their_spaces() -> None:
    assert translate("fr", "Erreur : %(what)s", what="x ?") == f"Erreur{N}: x ?"
    assert translator("fr")("Qui ?") == f"Qui{N}?"


def test_english_comes_from_the_catalogue() -> None:
    assert translate("en", "Aller au contenu") == "Skip to content"
    assert translate("en", "Ce texte n'est pas traduit ?") == "Ce texte n'est pas traduit ?"


def test_a_message_is_said_in_the_language_of_the_reader() -> None:
    points = counted("Il reste un point à corriger", "Il reste %(num)s points à corriger", 3, num=3)
    assert points.in_language("fr") == "Il reste 3 points à corriger"
    assert points.in_language("en") == "3 things left to correct"
    assert str(Message("Référence : %(reference)s", reference=Message("Aide"))) == f"Référence{N}: Aide"
    assert Message("Référence : %(reference)s", reference=Message("Aide")).in_language("en") == "Reference: Help"


def test_messages_are_equal_by_their_words() -> None:
    assert Message("a", n=1) == Message("a", n=1)
    assert Message("a", n=1) != Message("a", n=2)
    assert len({Message("a", n=1), Message("a", n=1)}) == 1


def test_zero_is_singular_in_french() -> None:
    assert counted("un", "plusieurs", 0).in_language("fr") == "un"
    assert counted("un", "plusieurs", 2).in_language("fr") == "plusieurs"


def test_a_compiled_catalogue_is_used_only_when_it_is_up_to_date(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(languages, "LOCALES", tmp_path)
    folder = tmp_path / "en" / "LC_MESSAGES"  # type: ignore[operator]
    folder.mkdir(parents=True)
    (folder / "messages.po").write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Oui"\nmsgstr "Yes"\n', "utf-8"
    )
    read = languages.catalogue.__wrapped__
    assert read("en").gettext("Oui") == "Yes"
    (folder / "messages.mo").write_bytes(b"stale")
    import os

    os.utime(folder / "messages.mo", (0, 0))
    assert read("en").gettext("Oui") == "Yes"
    assert isinstance(read("fr"), gettext.NullTranslations)


def _shown(name: str, language: str, *values: object) -> str:
    return str(FILTERS[name](language)(*values))


WINTER = datetime(2026, 11, 9, 23, 42, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "values", "french", "english"),
    [
        ("date", (date(2026, 11, 9),), "9 novembre 2026", "9 November 2026"),
        ("date", (date(2026, 11, 9), "short"), "09/11/2026", "09/11/2026"),
        ("date", (WINTER,), "10 novembre 2026", "10 November 2026"),  # already tomorrow in Paris
        ("time", (WINTER,), f"0{B}h{B}42", "00:42"),
        ("moment", (WINTER,), f"10 novembre 2026 à 0{B}h{B}42", "10 November 2026 at 00:42"),
        ("number", (7,), "7", "7"),
        ("number", (1024,), f"1{N}024", "1,024"),
        ("number", (1.6,), "1,6", "1.6"),
        ("percent", (75,), f"75{B}%", "75%"),
        ("size", (840,), f"840{B}octets", f"840{B}bytes"),
        ("size", (12_340,), f"12{B}Ko", f"12{B}KB"),
        ("size", (1_449_000,), f"1,4{B}Mo", f"1.4{B}MB"),
        ("size", (999_900,), f"1{B}Mo", f"1{B}MB"),
        ("size", (5_000_000_000_000,), f"5{N}000{B}Go", f"5,000{B}GB"),
        ("duration", (45,), f"45{B}s", f"45{B}s"),
        ("duration", (72,), f"1{B}min 12{B}s", f"1{B}min 12{B}s"),
        ("duration", (3900,), f"1{B}h 05{B}min", f"1{B}h 05{B}min"),
    ],
)
def test_dates_and_numbers_as_the_reader_writes_them(
    name: str, values: tuple[object, ...], french: str, english: str
) -> None:
    assert _shown(name, "fr", *values) == french
    assert _shown(name, "en", *values) == english


@pytest.mark.parametrize(("language", "name"), [("fr", "Nom"), ("en", "Name")])
def test_a_word_may_have_another_translation_elsewhere(language: str, name: str) -> None:
    assert context_translator(language)("thing", "Nom") == name


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", ["", f"2,4{B}Mo", "Rien à 100 %s"]), ("en", ["", f"2,4{B}MB", "Rien à 100 %s"])],
)
def test_words_of_an_author_are_left_as_they_are(language: str, words: list[str]) -> None:
    worded = wording(language)
    shown = [worded(""), worded("%(number)s Mo", number="2,4").replace(" ", B), worded("Rien à 100 %s")]
    assert shown == words
