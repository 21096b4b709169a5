"""Sites that ask for consent: what each answer leaves on the device."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.content.environments.cookies import Cookies
from app.content.environments.world import LONGEST_STATE

SITES = msgspec.convert(
    {
        "is": "cookies",
        "title": "Navigateur d’Aya",
        "first": "p1",
        "counts": True,
        "sites": [{"page": "p1", "name": "Le journal"}, {"page": "p4", "name": "Mon compte"}],
        "pages": [
            {
                "id": "p1",
                "address": "journal.example",
                "title": "Le journal",
                "text": "Un article. [Mes choix](p2) [Suite](p5)",
                "greets": "p2",
            },
            {
                "id": "p2",
                "address": "journal.example",
                "title": "Votre vie privée compte",
                "layer": True,
                "buttons": [
                    {"id": "b1", "text": "Tout accepter", "look": "main", "sets": {"x1": True}, "closes": True},
                    {"id": "b2", "text": "Personnaliser", "look": "link", "go": "p3"},
                    {
                        "id": "b3",
                        "text": "Continuer sans accepter",
                        "first": True,
                        "sets": {"x1": False},
                        "closes": True,
                    },
                ],
            },
            {
                "id": "p3",
                "address": "journal.example",
                "title": "Vos choix",
                "layer": True,
                "fields": [{"id": "x1", "label": "Publicité", "type": "checkbox", "value": True}],
                "buttons": [{"id": "b4", "text": "Enregistrer", "closes": True, "go": "p5"}],
            },
            {
                "id": "p4",
                "address": "compte.example",
                "title": "Mon compte",
                "fields": [{"id": "x2", "label": "Lettre", "type": "checkbox", "value": True}],
                "buttons": [{"id": "b5", "text": "Enregistrer", "says": "C’est fait."}],
            },
            {"id": "p5", "address": "journal.example/suite", "title": "La suite", "greets": "p2"},
        ],
        "trackers": [
            {"id": "t1", "name": "session", "about": "le journal, pour rester connecté"},
            {
                "id": "t2",
                "name": "mirador",
                "about": "une régie, pour la publicité",
                "when": {"x1": True},
                "waits": "p2",
            },
        ],
    },
    Cookies,
)

Actions = list[dict[str, str]]


def after(*actions: Mapping[str, str]) -> Mapping[str, object]:
    state = SITES.opened()
    for action in actions:
        state = SITES.acted(state, action)
    return SITES.facts(SITES.read(state))


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        ([], {"at": "p1", "layer": "p2", "trackers": ("t1",), "visited": ("p2",)}),
        ([{"press": "b1"}], {"layer": "", "trackers": ("t1", "t2"), "answered": ("p2",)}),
        ([{"press": "b3"}], {"layer": "", "trackers": ("t1",), "x1": False}),
        ([{"press": "b2"}], {"layer": "p3", "trackers": ("t1",), "answered": ()}),
        ([{"press": "b2"}, {"press": "b4"}], {"at": "p5", "layer": "", "trackers": ("t1",), "x1": False}),
        ([{"press": "b2"}, {"press": "b4", "x1": "on"}], {"trackers": ("t1", "t2"), "visited": ("p2", "p3", "p5")}),
        ([{"press": "b1"}, {"follow": "p2"}, {"press": "b3"}], {"trackers": ("t1",), "at": "p1"}),
        ([{"press": "b1"}, {"follow": "p5"}, {"do": "back"}], {"at": "p1", "layer": ""}),
        ([{"follow": "p5"}], {"at": "p1", "layer": "p2"}),
        ([{"open": "p4"}], {"at": "p4", "layer": ""}),
        ([{"open": "p4"}, {"open": "p1"}], {"at": "p1", "layer": "p2"}),
        ([{"open": "p4"}, {"press": "b5"}], {"x2": False, "b5": 1}),
        ([{"open": "p5"}], {"at": "p1"}),
        ([{"press": "b5"}], {"b5": 0}),
        ([{"do": "trackers"}], {"looked": True}),
    ],
)
def test_answering(actions: Actions, expected: dict[str, object]) -> None:
    facts = after(*actions)
    assert {name: facts[name] for name in expected} == expected


def test_presses_in_a_banner_are_counted() -> None:
    state = SITES.opened()
    for action in ({"press": "b2"}, {"press": "b4"}, {"open": "p4"}, {"press": "b5"}):
        state = SITES.acted(state, action)
    assert SITES.screen(SITES.read(state)).gestures == 2


def test_a_covered_page_shows_nothing() -> None:
    screen = SITES.screen(SITES.read(SITES.opened()))
    assert screen.covered == "Le journal"
    assert screen.view is not None
    assert screen.view.page.id == "p2"


NAMES = st.sampled_from(["do", "press", "follow", "open", "x1", "x2"])
VALUES = st.one_of(
    st.sampled_from(["back", "trackers", "enter", "b1", "b2", "b3", "b4", "b5", "p1", "p2", "p3", "p4", "p5", "on"]),
    st.text(max_size=30),
)


@settings(deadline=None)  # the first page makes the Markdown parser
@given(st.lists(st.dictionaries(NAMES, VALUES, max_size=3), max_size=12))
def test_whatever_is_sent_the_sites_stay_whole(actions: Actions) -> None:
    state = SITES.opened()
    for action in actions:
        state = SITES.acted(state, action)
        assert len(state) <= LONGEST_STATE
        kept = SITES.read(state)
        facts = SITES.facts(kept)
        assert facts["at"] in {"p1", "p4", "p5"}
        assert facts["layer"] in {"", "p2", "p3"}
        assert SITES.screen(kept).view is not None


@pytest.mark.parametrize("kept", ["", "{", '{"layer":"p9"}', '{"walk":{"all":[],"at":4}}', "null"])
def test_what_is_no_state_is_harmless(kept: str) -> None:
    for action in ({"do": "back"}, {"press": "b1"}, {"follow": "p2"}):
        after_one = SITES.acted(kept, action)
        SITES.screen(SITES.read(after_one))
        SITES.facts(SITES.read(after_one))


def test_what_names_nothing_is_a_fault() -> None:
    web = msgspec.convert(
        {
            "is": "cookies",
            "title": "N",
            "first": "p8",
            "pages": [{"id": "p1", "address": "a.example", "title": "A", "greets": "p7"}],
            "trackers": [{"id": "t1", "name": "a", "about": "b", "when": {"x9": True}}],
        },
        Cookies,
    )
    assert [one.code for one in web.faults()] == ["K061"] * 3
