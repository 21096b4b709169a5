"""A search engine on a small web: what is found, in which order, and where one goes."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.content.environments.search import Search
from app.content.environments.search_engine import SearchPage
from app.content.environments.search_query import alike
from app.content.environments.web_render import render_page
from app.content.environments.world import LONGEST_STATE

WEB = msgspec.convert(
    {
        "is": "search",
        "title": "Navigateur d’Aya",
        "engine": "Furet",
        "per_page": 2,
        "sections": [{"id": "s1", "name": "Actualités"}],
        "filters": ["type", "date", "language"],
        "pages": [
            {
                "id": "p1",
                "address": "phares.example",
                "title": "Les phares",
                "text": "Le phare du Sillon a 312 marches. [La visite](p2), [ailleurs](nulle-part.example).",
                "date": "2023-05-02",
                "weight": 5,
            },
            {
                "id": "p2",
                "address": "www.phares.example/visite?jour=dimanche",
                "title": "Visiter un phare",
                "text": "Ouvert le dimanche. Le phare a des marches.",
                "date": "2025-01-10",
                "marks": {"auteur": "Nadia Roy"},
                "fields": [
                    {"id": "x1", "label": "Nom", "required": True},
                    {"id": "x2", "label": "Lettre", "type": "checkbox", "value": True},
                    {"id": "x3", "label": "Jour", "type": "choice", "options": [{"id": "o1", "text": "dimanche"}]},
                ],
                "buttons": [
                    {"id": "b1", "text": "Réserver", "go": "p1", "leads": [{"when": {"x3": "o1"}, "go": "p3"}]},
                    {"id": "b2", "text": "Annuler", "checks": False, "sets": {"x2": False}, "says": "C’est annulé."},
                    {"id": "b3", "text": "Chercher ici", "checks": False, "searches": "phares.example"},
                ],
            },
            {
                "id": "p3",
                "address": "ville.example/rapport.pdf",
                "title": "Rapport",
                "text": "Le pont des Trois-Saules et les marches du marché.",
                "type": "pdf",
                "language": "en",
            },
            {"id": "p4", "address": "jour.example/a", "title": "Phare rouvert", "sections": ["s1"]},
            {"id": "p5", "address": "lampes.example", "title": "Phares de voiture", "ad": "Annonce"},
            {"id": "p6", "address": "club.example", "title": "Phare caché", "indexed": False},
        ],
    },
    Search,
)

Actions = list[dict[str, str]]


def after(*actions: Mapping[str, str], web: Search = WEB) -> Mapping[str, object]:
    state = web.opened()
    for action in actions:
        state = web.acted(state, action)
    return web.facts(web.read(state))


def ask(text: str, **more: str) -> dict[str, str]:
    return {"do": "search", "q": text, **more}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("phare", ("p1", "p2")),
        ("PHARES", ("p1", "p2")),
        ("Quel est le phare du dimanche ?", ("p2",)),
        ("phare -dimanche", ("p1",)),
        ("phare SAUF dimanche", ("p1",)),
        ("marches -(dimanche OU pont)", ("p1",)),
        ('"pont des trois saules"', ("p3",)),
        ("« trois saules »", ("p3",)),
        ('"saules trois"', ()),
        ("saules trois", ("p3",)),
        ("dimanche OU pont", ("p2", "p3")),
        ("marches (dimanche OU pont)", ("p2", "p3")),
        ("marches dimanche OR pont", ("p2", "p3")),
        ("marches site:phares.example", ("p1", "p2")),
        ("marches -site:phares.example", ("p3",)),
        ("filetype:pdf marches", ("p3",)),
        ("marches après:2024", ("p2",)),
        ("phare avant:01/01/2024", ("p1",)),
        ("langue:en marches", ("p3",)),
        ("titre:visiter", ("p2",)),
        ("auteur:roy", ("p2",)),
        ("marche*", ("p1", "p2", "p3")),
        ("caché", ()),
        ("hypopotame", ()),
        ("phare dimanche licorne", ("p2",)),
        ("", ()),
        ("(((", ()),
        ('"', ()),
    ],
)
def test_a_query_finds(query: str, found: tuple[str, ...]) -> None:
    results = after(ask(query))["results"]
    assert isinstance(results, tuple)
    assert tuple(sorted(results)) == found


def test_a_strict_engine_wants_every_word() -> None:
    strict = msgspec.structs.replace(WEB, strict=True)
    assert after(ask("phare dimanche licorne"), web=strict)["results"] == ()


@pytest.mark.parametrize(
    ("wanted", "word", "same"),
    [
        ("animal", "animaux", True),
        ("jeux", "jeu", True),
        ("ado*", "adolescente", True),
        ("eau", "eaux", True),
        ("mer", "mere", False),
        ("bal", "bail", False),
    ],
)
def test_a_word_and_its_plural_are_alike(wanted: str, word: str, *, same: bool) -> None:
    assert alike(wanted, word) == same


def test_the_best_known_page_comes_first_unless_the_words_name_another() -> None:
    assert after(ask("phare"))["results"] == ("p1", "p2")
    assert after(ask("visiter un phare dimanche"))["results"] == ("p2",)


@pytest.mark.parametrize(
    ("query", "signs"),
    [
        ('souris -ordinateur "petite souris"', ("minus", "quotes")),
        ("mer OU lac", ("or",)),
        ("mer site:ville.example filetype:pdf", ("site", "type")),
        ("porte-monnaie", ()),
    ],
)
def test_the_signs_of_a_query_are_facts(query: str, signs: tuple[str, ...]) -> None:
    facts = after(ask(query))
    assert set(signs) == set(facts["signs"])  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        ([], {"at": "", "tabs": ("",), "searches": 0, "query": "", "address": "furet.example"}),
        ([ask("phare")], {"searches": 1, "query": "phare", "address": "furet.example/?q=phare"}),
        ([ask("phare"), ask("phare")], {"searches": 1}),
        ([ask("phare"), {"open": "p1"}], {"at": "p1", "visited": ("p1",), "query": "phare"}),
        ([ask("phare"), {"open": "p3"}], {"at": ""}),
        ([ask("phare"), {"open": "p5"}], {"at": "p5"}),
        ([ask("marche*"), {"open": "p2"}], {"at": ""}),
        ([ask("marche*"), {"results": "2"}, {"open": "p2"}], {"at": "p2"}),
        ([ask("phare"), {"section": "s1"}, {"open": "p4"}], {"at": "p4", "section": "s1"}),
        ([ask("marches", type="pdf")], {"results": ("p3",), "type": "pdf"}),
        ([ask("phare", after="2024-01-01")], {"results": ("p2",)}),
        ([ask("phare"), {"open": "p1"}, {"follow": "p2"}, {"do": "back"}], {"at": "p1", "visited": ("p1", "p2")}),
        ([ask("phare"), {"open": "p1"}, {"do": "back"}, {"do": "forward"}], {"at": "p1"}),
        ([ask("phare"), {"open": "p1"}, {"follow": "p3"}], {"at": "p1"}),
        ([ask("phare"), {"open": "p1", "apart": "on"}], {"at": "", "tabs": ("", "p1")}),
        ([ask("phare"), {"open": "p1", "apart": "on"}, {"tab": "2"}], {"at": "p1"}),
        ([{"do": "new"}, {"do": "go", "address": "https://phares.example/"}], {"tabs": ("", "p1"), "at": "p1"}),
        ([{"do": "new"}, {"do": "close"}, {"do": "close"}], {"tabs": ("",)}),
        ([{"do": "go", "address": "phares.example/visite?jour=dimanche&ref=7"}], {"at": "p2"}),
        ([{"do": "go", "address": "phares.example/visite"}], {"at": "", "address": "phares.example/visite"}),
        ([{"do": "go", "address": "club.example"}], {"at": "p6"}),
        ([{"do": "go", "address": "furet.example/?q=pont+saules"}], {"query": "pont saules", "results": ("p3",)}),
        ([{"do": "go", "address": "des mots"}], {"query": "des mots"}),
        ([{"do": "enter", "q": "pont", "address": "https://furet.example"}], {"query": "pont"}),
        ([{"do": "enter", "q": "", "address": "club.example"}], {"at": "p6"}),
        ([{"do": "go", "address": "club.example"}, {"do": "find", "find": "phare"}], {"looked": "phare"}),
    ],
)
def test_walking_on_the_web(actions: Actions, expected: dict[str, object]) -> None:
    facts = after(*actions)
    assert {name: facts[name] for name in expected} == expected


VISIT = {"do": "go", "address": "phares.example/visite?jour=dimanche"}


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        ([{"press": "b1", "x1": " Aya "}], {"x1": "Aya", "x2": False, "b1": 1, "at": "p1"}),
        ([{"press": "b1", "x1": "Aya", "x2": "on", "x3": "o1"}], {"x2": True, "at": "p3"}),
        ([{"press": "b1", "x2": "on", "x3": "o1"}], {"b1": 0, "at": "p2", "x3": "o1"}),
        ([{"press": "b1", "x1": "Aya", "x3": "o9"}], {"x3": "", "at": "p1"}),
        ([{"press": "b2", "x2": "on"}], {"x2": False, "b2": 1, "at": "p2"}),
        ([{"press": "b3", "x1": "dimanche"}], {"query": "dimanche site:phares.example", "results": ("p2",)}),
        ([{"press": "b9", "x1": "Aya"}], {"x1": "", "at": "p2"}),
    ],
)
def test_filling_the_form_of_a_page(actions: Actions, expected: dict[str, object]) -> None:
    facts = after(VISIT, *actions)
    assert {name: facts[name] for name in expected} == expected


def test_what_is_looked_for_is_counted_and_links_are_buttons() -> None:
    state = WEB.acted(WEB.opened(), {"do": "go", "address": "phares.example"})
    state = WEB.acted(state, {"do": "find", "find": "LA"})
    view = WEB.screen(WEB.read(state)).view
    assert view is not None
    assert view.count == 1
    assert '<button class="link" name="follow" value="p2"' in view.body
    assert "<mark>La</mark> visite</button>" in view.body


def test_the_words_of_a_link_have_their_french_spaces() -> None:
    body, _ = render_page("[Où aller ?](p2) **gras**", lambda one: one)
    assert ">Où aller\u202f?</button> <strong>gras</strong>" in body


NAMES = st.sampled_from(
    ["do", "q", "open", "follow", "apart", "tab", "address", "find", "press", "x1", "x2", "x3", "section", "results"]
)
VALUES = st.one_of(
    st.sampled_from(["search", "go", "back", "forward", "new", "close", "enter", "find", "home", "phare", "b1", "b3"]),
    st.sampled_from(["p1", "p2", "p3", "1", "2", "on", "s1", "o1", "phares.example", "marches (a OU b) -c"]),
    st.text(max_size=40),
    st.text(alphabet='()"-:*« » OUETaé.²٣', max_size=30),
)


@settings(deadline=None)  # the first page makes the Markdown parser
@given(st.lists(st.dictionaries(NAMES, VALUES, max_size=5), max_size=12))
def test_whatever_is_sent_the_web_stays_whole(actions: Actions) -> None:
    state = WEB.opened()
    for action in actions:
        state = WEB.acted(state, action)
        assert len(state) <= LONGEST_STATE
        kept = WEB.read(state)
        facts = WEB.facts(kept)
        assert facts["at"] in {"", "p1", "p2", "p3", "p4", "p5", "p6"}
        assert 1 <= len(WEB.screen(kept).tabs) <= 6


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"tabs": 3}', '{"tabs":{"all":[],"at":4}}', "null"])
def test_what_is_no_state_is_harmless(kept: str) -> None:
    WEB.screen(WEB.read(kept))
    WEB.facts(WEB.read(kept))
    WEB.acted(kept, {"do": "back"})
    WEB.acted(kept, {"do": "close"})


def test_a_wrong_link_a_missing_page_and_an_unknown_section_are_faults() -> None:
    page = {
        "id": "p1",
        "address": "a.example",
        "title": "A",
        "text": "[x](p9)",
        "sections": ["s1"],
        "buttons": [{"id": "b1", "text": "B", "go": "p8", "sets": {"x1": "a"}}],
    }
    web = msgspec.convert({"is": "search", "title": "A", "engine": "", "pages": [page, page]}, Search)
    assert {one.code for one in web.faults()} == {"K001", "K061"}
    assert len(list(web.faults())) == 11


@pytest.mark.parametrize(
    ("date", "words"), [("2024-05-03", ["3", "mai", "2024"]), ("2024-12", ["décembre", "2024"]), ("2024", ["2024"])]
)
def test_a_date_in_words(date: str, words: list[str]) -> None:
    assert msgspec.convert({"id": "p1", "title": "T", "address": "a.example", "date": date}, SearchPage).day == words
