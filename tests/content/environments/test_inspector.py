"""An inspected page: what each change does to the elements, the styles and what is announced."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.content.environments.inspector import Inspector
from app.content.environments.inspector_colours import colour, contrast, in_words
from app.content.environments.inspector_screen import Box
from app.content.environments.world import LONGEST_STATE

HTML = """<html><head><title>Club</title><meta property="og:title" content="Ancien titre"></head>
<body class="clair"><h1>Club de lecture</h1>
<p class="gros note" id="une">Nos dates</p>
<nav><a href="/a">Accueil</a><a>Plan</a></nav>
<img src="photo.jpg">
<label for="nom">Votre nom</label><input id="nom"><input id="age" style="color: red">
<div onclick="ouvrir()">Ouvrir</div></body></html>"""
# n1 html, n2 head, n3 title, n4 meta, n5 body, n6 h1, n7 p, n8 nav, n9 a, n10 a, n11 img, n12 label, n13, n14, n15 div

CSS = """
body { color: #333333; background-color: #fff; }
p { color: blue; font-size: 14px; }
.note { color: #767676; font-size: 1.5em !important; }
#une { font-weight: bold; }
nav a { display: block; color: #17449b; }
nav { display: flex; }
@media (max-width: 600px) { nav { flex-direction: column; } .note { display: none; } }
input { color: green; }
"""
WORLD = {
    "is": "inspector",
    "title": "Page du club",
    "html": HTML,
    "css": CSS,
    "sizable": True,
    "sharing": True,
    "requests": [
        {"id": "q1", "address": "/", "size": "3 Ko"},
        {"id": "q2", "address": "/plan", "status": 404, "element": "n10", "attribute": "href", "found": ["/plan"]},
    ],
    "storage": [{"id": "s1", "name": "visiteur", "value": "8f2", "site": "pub.example"}],
}
INSPECTOR = msgspec.convert(WORLD, Inspector)

Actions = list[dict[str, str]]


def after(*actions: Mapping[str, str], world: Inspector = INSPECTOR) -> Mapping[str, object]:
    state = world.opened()
    for action in actions:
        state = world.acted(state, action)
    return world.facts(world.read(state))


def on(name: str, /, **typed: str) -> Actions:
    return [{"open": name}, {"do": "apply", **{key.replace("_", "-"): value for key, value in typed.items()}}]


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        ([], {"n6.tag": "h1", "n7.text": "Nos dates", "n9@href": "/a", "edited": (), "title": "Club"}),
        (on("n7", text="Dates"), {"n7.text": "Dates", "edited": ("n7.text",)}),
        (on("n7", tag="h2"), {"n7.tag": "h2", "edited": ("n7.tag",)}),
        (on("n7", tag="script"), {"n7.tag": "p", "edited": ()}),
        (on("n3", text="Nouveau"), {"title": "Nouveau"}),
        (on("n9", at_href="/b"), {"n9@href": "/b", "edited": ("n9@href",)}),
        (on("n9", at_href="/a", text="Accueil"), {"edited": ()}),
        (on("n11", name="alt", value="Trois livres"), {"n11@alt": "Trois livres", "n11.name": "Trois livres"}),
        (on("n11", name="on click", value="x"), {"edited": ()}),
        ([{"open": "n9"}, {"drop": "href"}], {"n9.reached": False, "edited": ("n9@href",)}),
        ([{"open": "n9"}, {"drop": "class"}], {"edited": ()}),
        ([{"do": "apply", "text": "x"}], {"edited": ()}),
        ([{"toggle": "d6"}], {"n7.font-size": "14px", "edited": ("d6",)}),
        ([{"toggle": "d6"}, {"toggle": "d6"}], {"edited": ()}),
        ([{"toggle": "d99"}], {"edited": ()}),
        (on("n7", d5="#000"), {"n7.color": "#000", "edited": ("d5",)}),
        (on("n7", d5="url(x);"), {"n7.color": "#767676", "edited": ()}),
        ([{"do": "width", "width": "600"}], {"n7.display": "none", "n8.flex-direction": "column", "width": 600}),
        ([{"do": "width", "width": "mille"}], {"width": 1200}),
        (on("n10", name="href", value="/plan"), {"q2.status": 200, "failed": ()}),
        ([{"see": "q1"}, {"forget": "s1"}], {"seen": ("q1",), "kept": (), "failed": ("q2",)}),
    ],
)
def test_what_actions_change(actions: Actions, expected: dict[str, object]) -> None:
    facts = after(*actions)
    assert {name: facts[name] for name in expected} == expected


def test_the_strongest_rule_wins_and_some_values_come_from_above() -> None:
    facts = after()
    assert facts["n7.color"] == "#767676"
    assert facts["n7.font-size"] == "24px"
    assert facts["n7.font-weight"] == "bold"
    assert facts["n6.color"] == "#333333"
    assert (facts["n13.color"], facts["n14.color"]) == ("green", "red")
    assert facts["n7.contrast"] == 454


def test_names_and_the_keyboard() -> None:
    facts = after()
    assert (facts["n13.name"], facts["n14.name"], facts["n11.name"]) == ("Votre nom", "", "")
    assert [facts[f"{one}.reached"] for one in ("n9", "n10", "n13", "n15")] == [True, False, True, False]
    assert after(*on("n15", tag="button"))["n15.reached"] is True


def test_the_page_is_shown_as_it_has_become() -> None:
    def texts(boxes: list[Box]) -> list[str]:
        return [text for box in boxes for text in (box.text, *texts(box.children))]

    state = INSPECTOR.acted(INSPECTOR.opened(), {"do": "width", "width": "500"})
    screen = INSPECTOR.screen(INSPECTOR.read(state))
    assert "Nos dates" not in texts(screen.boxes)
    assert "Accueil" in texts(screen.boxes)
    assert screen.card == ("Ancien titre", "", "")


def test_what_an_element_holds_is_shown_once_opened() -> None:
    state = INSPECTOR.opened()
    body = INSPECTOR.screen(INSPECTOR.read(state)).tree.children[1]
    assert [one.children for one in body.children] == [[]] * 8
    state = INSPECTOR.acted(state, {"open": "n8"})
    body = INSPECTOR.screen(INSPECTOR.read(state)).tree.children[1]
    assert [one.element.id for one in body.children[2].children] == ["n9", "n10"]


def test_a_page_may_be_only_looked_at() -> None:
    fixed = msgspec.convert(WORLD | {"fixed": True}, Inspector)
    assert after(*on("n7", text="x"), {"toggle": "d1"}, {"forget": "s1"}, world=fixed)["edited"] == ()
    assert after({"see": "q1"}, world=fixed)["seen"] == ("q1",)


@pytest.mark.parametrize(
    ("world", "codes"),
    [
        ({}, []),
        ({"html": "<p>a</p>", "requests": []}, ["K061"]),
        ({"html": "<html><p>a</html>", "requests": []}, ["K061", "K061", "K061"]),
        ({"css": "p { behavior: url(x); }"}, ["K061"]),
        ({"requests": [{"id": "q1", "address": "/", "element": "n99"}]}, ["K061"]),
    ],
)
def test_mistakes_of_authoring_are_told(world: dict[str, object], codes: list[str]) -> None:
    assert [one.code for one in msgspec.convert(WORLD | world, Inspector).faults()] == codes


@pytest.mark.parametrize(
    ("text", "value"),
    [("#FC0", "#ffcc00"), ("red", "#ff0000"), ("rgb(255, 204, 0)", "#ffcc00"), ("url(x)", None), ("#12", None)],
)
def test_colours_are_read_or_refused(text: str, value: str | None) -> None:
    assert colour(text) == value


def test_contrast_and_colours_in_words() -> None:
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert [in_words(one) for one in ("#ffffff", "#ff0000", "#ffd700", "#0a4352", "#808080")] == [
        ("blanc", ""),
        ("rouge", ""),
        ("jaune", ""),
        ("turquoise", "%(colour)s foncé"),
        ("gris", ""),
    ]


NAMES = st.sampled_from(
    ["open", "do", "text", "tag", "at-href", "name", "value", "d2", "toggle", "drop", "width", "tab", "see"]
)
VALUES = st.one_of(
    st.sampled_from(
        ["n5", "n7", "n9", "n14", "apply", "width", "h2", "d2", "style", "color: red; tag: x", "href", "400", "access"]
    ),
    st.text(max_size=40),
)


@settings(max_examples=40)
@given(st.lists(st.dictionaries(NAMES, VALUES, max_size=5), max_size=12))
def test_whatever_is_sent_the_page_stays_whole(actions: Actions) -> None:
    state = INSPECTOR.opened()
    for action in actions:
        state = INSPECTOR.acted(state, action)
        assert len(state) <= LONGEST_STATE
        read = INSPECTOR.read(state)
        assert INSPECTOR.facts(read)["n1.tag"] == "html"
        INSPECTOR.screen(read)
