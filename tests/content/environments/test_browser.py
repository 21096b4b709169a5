"""A web browser: what each gesture changes in its tabs, its memory and its files."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.content.environments.browser import Browser
from app.content.environments.world import LONGEST_STATE

BROWSER = msgspec.convert(
    {
        "is": "browser",
        "title": "Navigateur de la médiathèque",
        "memory": {"x9": False},
        "home": "p1",
        "pages": [
            {
                "id": "p1",
                "address": "mediatheque.example",
                "title": "Médiathèque",
                "text": "[La boutique](p2)",
                "tiny": {"text": "Code : K7", "zoom": 150},
                "downloads": [{"id": "d1", "name": "plan.pdf"}],
                "asks": "r1",
            },
            {
                "id": "p2",
                "address": "http://boutique.example/panier",
                "title": "Panier",
                "passages": [
                    {"when": {"k1": True}, "text": "Un livre."},
                    {"when": {"e1": True}, "text": "Page cassée."},
                ],
                "fields": [{"id": "x1", "label": "Nom"}, {"id": "x2", "label": "Mot de passe", "type": "password"}],
                "buttons": [
                    {"id": "b2", "text": "Ouvrir l’accès", "sets": {"x9": True}},
                    {"id": "b1", "text": "Entrer", "go": "p1", "sets": {"k3": True}},
                ],
            },
            {
                "id": "p3",
                "address": "banque.example",
                "title": "Banque",
                "text": "Soldes.",
                "certificate": {
                    "to": "autre.example",
                    "by": "Clairval",
                    "since": "1er mars 2026",
                    "until": "1er juin 2026",
                    "trouble": "Le certificat est celui d’un autre site.",
                    "when": {"x9": False},
                },
            },
        ],
        "bookmarks": [{"page": "p2", "name": "Ma boutique"}],
        "history": [
            {"id": "h1", "title": "Tarifs du musée", "address": "musee.example/tarifs", "at": "hier, 14 h 32"},
            {"id": "h2", "title": "Boutique", "address": "boutique.example/panier", "at": "hier, 15 h"},
        ],
        "data": [
            {"id": "k1", "site": "boutique.example", "name": "panier"},
            {"id": "k2", "site": "boutique.example", "name": "page", "type": "cache"},
            {"id": "k3", "site": "mediatheque.example", "name": "session", "type": "login", "there": False},
        ],
        "extensions": [{"id": "e1", "name": "Habille-tout"}],
        "permissions": [{"id": "r1", "site": "mediatheque.example", "what": "La position"}],
        "passwords": [{"id": "w1", "site": "boutique.example", "user": "aya"}],
        "settings": [
            {"id": "g1", "label": "Bloquer les cookies tiers", "type": "checkbox"},
            {"id": "g2", "label": "Langue", "type": "choice", "options": [{"id": "o1", "text": "Français"}]},
        ],
        "folders": [{"id": "f1", "name": "Documents"}],
    },
    Browser,
)

Actions = list[dict[str, str]]
SHOP = {"follow": "p2"}


def after(*actions: Mapping[str, str]) -> Mapping[str, object]:
    state = BROWSER.opened()
    for action in actions:
        state = BROWSER.acted(state, action)
    return BROWSER.facts(BROWSER.read(state))


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        ([], {"at": "p1", "tabs": ("p1",), "history": ("p1", "h1", "h2"), "bookmarks": ("p2",), "home": "p1"}),
        ([SHOP], {"at": "p2", "history": ("p2", "p1", "h1", "h2"), "visited": ("p1", "p2")}),
        ([SHOP, {"do": "back"}, {"do": "forward"}], {"at": "p2"}),
        ([SHOP, {"do": "home"}], {"at": "p1"}),
        ([SHOP, {"do": "make_home"}, {"do": "new"}], {"home": "p2", "tabs": ("p2", "p2")}),
        ([{"follow": "p2", "apart": "on"}], {"tabs": ("p1", "p2"), "at": "p2"}),
        ([{"do": "new"}, {"do": "close"}, {"do": "close"}], {"tabs": ("p1",)}),
        ([{"do": "go", "address": "musee.example/tarifs"}], {"at": "", "address": "https://musee.example/tarifs"}),
        ([{"do": "go", "address": "boutique.example/panier"}], {"at": "p2"}),
        ([{"do": "bookmark"}], {"bookmarks": ("p2", "p1")}),
        ([{"do": "bookmark"}, {"do": "bookmark"}, {"unmark": "p2"}], {"bookmarks": ()}),
        ([{"panel": "bookmarks"}, {"open": "p2"}], {"at": "p2", "panel": ""}),
        ([{"panel": "history"}, {"open": "h2"}], {"at": "p2"}),
        ([{"panel": "nowhere"}], {"panel": ""}),
        ([{"open": "p3"}], {"at": "p1"}),
        ([{"panel": "padlock"}], {"padlock": ("p1",), "panel": "padlock"}),
        ([{"do": "zoom_in"}, {"do": "zoom_in"}], {"zoom": 150}),
        ([{"do": "zoom_out"}] * 9, {"zoom": 50}),
    ],
)
def test_walking(actions: Actions, expected: dict[str, object]) -> None:
    facts = after(*actions)
    assert {name: facts[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        ([{"forget": "h1"}], {"history": ("p1", "h2")}),
        ([SHOP, {"forget": "p2"}, {"do": "home"}], {"history": ("p1", "h1", "h2")}),
        ([{"panel": "history"}, {"do": "seek", "seek": "BOUTIQUE"}, {"do": "forget_found"}], {"history": ("p1", "h1")}),
        ([{"erase": "k1"}], {"k1": False, "k2": True}),
        ([{"erase_site": "boutique.example"}], {"k1": False, "k2": False, "erased": 0}),
        ([{"do": "clear", "data": "on"}], {"k1": False, "k2": False, "history": ("p1", "h1", "h2"), "erased": 1}),
        ([{"do": "clear", "history": "on"}], {"k1": True, "history": ()}),
        ([{"do": "clear"}], {"erased": 0}),
        ([SHOP, {"do": "refresh"}], {"k1": True, "k2": False}),
        ([{"do": "refresh"}], {"k2": True}),
        ([{"switch": "e1"}], {"e1": False}),
        ([{"allow": "r1"}], {"r1": "allow"}),
        ([{"block": "r1"}, {"ask": "r1"}], {"r1": "ask"}),
        ([{"panel": "settings"}, {"do": "save", "g1": "on", "g2": "o1"}], {"g1": True, "g2": "o1"}),
        ([{"do": "save", "g1": "on"}], {"g1": False}),
        ([{"download": "d1"}], {"d1.place": "downloads", "d1.listed": True}),
        ([{"download": "d1"}, {"put": "d1", "where-d1": "f1"}], {"d1.place": "f1"}),
        ([{"download": "d1"}, {"put": "d1", "where-d1": "f9"}], {"d1.place": "downloads"}),
        ([{"download": "d1"}, {"do": "clear", "downloads": "on"}], {"d1.place": "downloads", "d1.listed": False}),
        ([{"download": "d1"}, {"trash": "d1"}], {"d1.place": "trash"}),
        ([{"trash": "d1"}], {"d1.place": ""}),
        ([SHOP, {"fill": "w1"}], {"filled": ("w1",), "x1": "aya"}),
        ([{"fill": "w1"}], {"filled": ()}),
        ([SHOP, {"press": "b1", "x1": "Aya"}], {"at": "p1", "k3": True, "b1": 1}),
    ],
)
def test_what_it_keeps(actions: Actions, expected: dict[str, object]) -> None:
    facts = after(*actions)
    assert {name: facts[name] for name in expected} == expected


def test_a_private_window_leaves_no_trace_but_its_downloads() -> None:
    home = {"do": "go", "address": "mediatheque.example"}
    facts = after({"do": "private"}, home, SHOP, {"do": "back"}, {"download": "d1"}, {"do": "leave"})
    assert facts["history"] == ("p1", "h1", "h2")
    assert facts["d1.place"] == "downloads"
    assert facts["visited"] == ("p1", "p2")
    assert (facts["private"], facts["privates"]) == (False, 1)


def test_a_private_window_has_neither_the_cookies_nor_the_extensions() -> None:
    def body(*actions: dict[str, str]) -> str:
        state = BROWSER.opened()
        for action in actions:
            state = BROWSER.acted(state, action)
        view = BROWSER.screen(BROWSER.read(state)).view
        assert view is not None
        return str(view.body)

    go = {"do": "go", "address": "boutique.example/panier"}
    private = body({"do": "private"}, go)
    for words in ("Un livre", "cassée"):
        assert words in body(go)
        assert words not in private


def test_a_page_with_a_bad_certificate_shows_nothing_until_one_insists() -> None:
    state = BROWSER.acted(BROWSER.opened(), {"do": "go", "address": "banque.example"})
    screen = BROWSER.screen(BROWSER.read(state))
    assert (screen.view, screen.refused, screen.lock) == (None, True, "wrong")
    assert "p3" not in BROWSER.facts(BROWSER.read(state))["visited"]  # type: ignore[operator]
    state = BROWSER.acted(state, {"do": "accept"})
    assert BROWSER.screen(BROWSER.read(state)).view is not None
    assert BROWSER.facts(BROWSER.read(state))["accepted"] == ("p3",)


def test_a_certificate_may_be_presented_only_for_a_while() -> None:
    state = BROWSER.opened()
    for action in (SHOP, {"press": "b2"}, {"do": "go", "address": "banque.example"}):
        state = BROWSER.acted(state, action)
    screen = BROWSER.screen(BROWSER.read(state))
    assert (screen.refused, screen.lock) == (False, "safe")


def test_a_text_too_small_is_not_there_before_the_page_is_enlarged() -> None:
    state = BROWSER.opened()
    assert BROWSER.screen(BROWSER.read(state)).tiny == ""
    for _ in range(2):
        state = BROWSER.acted(state, {"do": "zoom_in"})
    assert BROWSER.screen(BROWSER.read(state)).tiny == "Code : K7"


NAMES = st.sampled_from(
    "do panel open follow apart tab address press find seek erase erase_site switch allow block ask forget unmark "
    "download put where-d1 trash unlist fill x1 g1 history data".split()
)
VALUES = st.one_of(
    st.sampled_from(
        "back forward home new close go private leave bookmark make_home accept find refresh seek clear save enter "
        "zoom_in zoom_out forget_found settings history data padlock p1 p2 p3 h1 k1 e1 r1 d1 f1 w1 b1 on 1 2 "
        "banque.example".split()
    ),
    st.text(max_size=40),
)


@settings(deadline=None)  # the first page makes the Markdown parser
@given(st.lists(st.dictionaries(NAMES, VALUES, max_size=4), max_size=12))
def test_whatever_is_sent_the_browser_stays_whole(actions: Actions) -> None:
    state = BROWSER.opened()
    for action in actions:
        state = BROWSER.acted(state, action)
        assert len(state) <= LONGEST_STATE
        kept = BROWSER.read(state)
        facts = BROWSER.facts(kept)
        assert facts["at"] in {"", "p1", "p2", "p3"}
        assert facts["d1.place"] in {"", "downloads", "trash", "f1"}
        assert 1 <= len(BROWSER.screen(kept).tabs) <= 6


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"zoom": 7}', '{"aside":{"all":[],"at":4}}', "null"])
def test_what_is_no_state_is_harmless(kept: str) -> None:
    for action in ({"do": "back"}, {"do": "close"}, {"do": "zoom_in"}, {"do": "leave"}):
        after_one = BROWSER.acted(kept, action)
        BROWSER.screen(BROWSER.read(after_one))
        BROWSER.facts(BROWSER.read(after_one))


def test_what_names_nothing_is_a_fault() -> None:
    web = msgspec.convert(
        {
            "is": "browser",
            "title": "N",
            "first": "p1",
            "bookmarks": [{"page": "p7", "name": "X"}],
            "pages": [
                {
                    "id": "p1",
                    "address": "a.example",
                    "title": "A",
                    "asks": "r9",
                    "passages": [{"when": {"k9": True}, "text": "T"}],
                }
            ],
        },
        Browser,
    )
    assert [one.code for one in web.faults()] == ["K061"] * 3
