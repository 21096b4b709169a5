"""A word processor: what gestures make of a document, what is undone, what waits for a reviewer."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.environments.editor import Editor
from app.content.environments.world import LONGEST_STATE

EDITOR = msgspec.convert(
    {
        "is": "editor",
        "title": "Exposé",
        "tools": ["text", "format", "styles", "find", "insert", "page", "review", "image", "file"],
        "folders": [{"id": "f1", "name": "Bureau"}],
        "page": {"header": "Mme Lopez", "author": "Zoé"},
        "blocks": [
            {"id": "p1", "text": "Les abeilles", "bold": True},
            {"id": "p2", "text": "La ruche"},
            {"id": "p3", "text": "Mme Lopez et Mme Lopezi ouvrent la **ruche** neuve."},
            {
                "id": "p4",
                "text": "Elle pèse [[r1]] kilos.",
                "revisions": [{"id": "r1", "author": "A", "old": "2", "new": "3"}],
            },
            {"id": "p5", "text": "une ruche au soleil", "kind": "image"},
        ],
        "comments": [{"id": "c1", "on": "p3", "author": "Léo", "text": "Qui ?"}],
    },
    Editor,
)

Actions = list[dict[str, str]]
FORMAT, STYLES, FIND = {"tool": "format"}, {"tool": "styles"}, {"tool": "find"}
INSERT, PAGE, REVIEW, IMAGE, FILE = ({"tool": one} for one in ("insert", "page", "review", "image", "file"))


def left_by(*actions: Mapping[str, str]) -> str:
    state = EDITOR.opened()
    for action in actions:
        state = EDITOR.acted(state, action)
    return state


def after(*actions: Mapping[str, str]) -> Mapping[str, object]:
    return EDITOR.facts(EDITOR.read(left_by(*actions)))


H1 = {"do": "style", "style": "h1", "p1": "on"}


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        ([], {"p1.bold": True, "p1.direct": True, "outline": (), "waiting": ("r1",), "p4.text": "Elle pèse 2 kilos."}),
        ([{"p2": "on", "do": "edit"}, {"do": "write", "text": " La  ruche\nvide "}], {"p2.text": "La ruche vide"}),
        ([{"p5": "on", "do": "edit"}, {"do": "write", "text": "x"}], {"p5.text": "une ruche au soleil"}),
        ([{"p4": "on", "do": "edit"}, {"do": "write", "text": "x"}], {"p4.text": "Elle pèse 2 kilos."}),
        ([{"do": "write", "text": "x"}], {"p1.text": "Les abeilles"}),
        ([{"p1": "on", "do": "add", "text": "Fin"}], {"order": ("p1", "n1", "p2", "p3", "p4", "p5"), "n1.text": "Fin"}),
        ([{"p1": "on", "do": "down"}], {"order": ("p2", "p1", "p3", "p4", "p5")}),
        ([{"p2": "on", "p3": "on", "do": "up"}], {"order": ("p2", "p3", "p1", "p4", "p5")}),
        ([{"p1": "on", "do": "up"}], {"order": ("p1", "p2", "p3", "p4", "p5")}),
        ([{"p2": "on", "do": "remove"}], {"p2.there": False, "order": ("p1", "p3", "p4", "p5")}),
        ([{"p2": "on", "do": "remove"}, {"do": "undo"}], {"p2.there": True}),
        ([{"p2": "on", "do": "remove"}, {"do": "undo"}, {"do": "redo"}], {"p2.there": False}),
        ([FORMAT, H1], {"p1.style": "h1", "outline": ("1 Les abeilles",)}),
        ([H1], {"p1.style": "normal"}),
        ([FORMAT, {**H1, "style": "x"}], {"p1.style": "normal"}),
        ([FORMAT, {"p1": "on", "do": "clear"}], {"p1.direct": False}),
        ([FORMAT, {"p1": "on", "p2": "on", "do": "bold"}], {"p1.bold": True, "p2.bold": True}),
        ([FORMAT, {"p3": "on", "do": "bold", "words": "neuve"}], {"p3.strong": ("ruche", "neuve"), "p3.bold": False}),
        ([FORMAT, {"p3": "on", "do": "bold", "words": "ruche"}], {"p3.strong": ()}),
        ([FORMAT, {"p3": "on", "do": "italic", "words": "zut"}], {"p3.em": ()}),
        ([FORMAT, {"p2": "on", "do": "list", "list": "bullet"}, {"p2": "on", "do": "indent"}], {"p2.level": 1}),
        ([FORMAT, {"p2": "on", "do": "align", "align": "center"}], {"p2.align": "center"}),
        ([FORMAT, {"p2": "on", "do": "paint", "size": "14", "colour": "green"}], {"p2.size": 14, "p2.colour": "green"}),
        (
            [STYLES, {"do": "define", "style": "h2", "size": "14", "colour": "green"}],
            {"h2.size": 14, "h2.colour": "green"},
        ),
        ([FORMAT, H1, INSERT, {"do": "toc"}], {"toc": ("1 Les abeilles",), "toc.made": True}),
        ([INSERT, {"do": "toc"}, FORMAT, H1], {"toc": (), "toc.made": True}),
        ([INSERT, {"p2": "on", "do": "break"}], {"p2.page": True}),
        (
            [PAGE, {"do": "page", "header": "Club", "number": "on", "margin": "3"}],
            {"header": "Club", "number": True, "margin": 3},
        ),
        (
            [FIND, {"do": "replace", "q": "lopez", "with": "X"}],
            {"p3.text": "Mme X et Mme Xi ouvrent la ruche neuve.", "header": "Mme X"},
        ),
        (
            [FIND, {"do": "replace", "q": "Lopez", "with": "X", "whole": "on"}],
            {"p3.text": "Mme X et Mme Lopezi ouvrent la ruche neuve."},
        ),
        ([FIND, {"do": "replace", "q": "lopez", "with": "X", "case": "on"}], {"header": "Mme Lopez"}),
        ([REVIEW, {"accept": "r1"}], {"r1": "accepted", "p4.text": "Elle pèse 3 kilos.", "waiting": ()}),
        ([REVIEW, {"refuse": "r1"}], {"r1": "refused", "p4.text": "Elle pèse 2 kilos."}),
        ([REVIEW, {"do": "accept_all"}], {"r1": "accepted"}),
        ([REVIEW, {"resolve": "c1"}], {"c1.resolved": True}),
        ([REVIEW, {"remove": "c1"}], {"c1.there": False}),
        ([REVIEW, {"reply": "c1", "text-c1": "Elle"}], {"c1.replies": ("Elle",)}),
        (
            [REVIEW, {"p2": "on", "do": "comment", "words": "ruche", "text": "?"}],
            {"said1.on": "p2", "said1.words": "ruche"},
        ),
        ([REVIEW, {"p2": "on", "do": "comment", "words": "miel", "text": "?"}], {"comments": 0}),
        (
            [IMAGE, {"p5": "on", "do": "image", "alt": "Une ruche", "width": "6"}],
            {"p5.alt": "Une ruche", "p5.width": 6},
        ),
        ([IMAGE, {"p2": "on", "do": "image", "alt": "x"}], {"p2.alt": ""}),
        ([FILE, {"do": "save", "name": "a", "folder": "f1", "format": "pdf"}], {"files": ("f1/a.pdf",)}),
        ([FILE, {"do": "save", "name": "a", "folder": "f9", "format": "pdf"}], {"files": ()}),
        ([FILE, {"do": "properties", "author": ""}], {"author": "", "title": ""}),
    ],
)
def test_what_gestures_change(actions: Actions, expected: dict[str, object]) -> None:
    facts = after(*actions)
    assert {name: facts[name] for name in expected} == expected


def test_what_is_written_while_changes_are_tracked_is_a_proposal() -> None:
    facts = after(
        REVIEW, {"do": "track"}, {"tool": "text"}, {"p2": "on", "do": "edit"}, {"do": "write", "text": "L’essaim"}
    )
    assert (facts["p2.text"], facts["p2.suggested"]) == ("La ruche", "L’essaim")


def test_the_paragraph_shows_what_changes() -> None:
    lines = EDITOR.screen(EDITOR.read(left_by())).lines
    assert str(lines[3].html) == "Elle pèse <del>2</del> <ins>3</ins> kilos."
    assert str(lines[2].html) == "Mme Lopez et Mme Lopezi ouvrent la <strong>ruche</strong> neuve."


def test_what_is_typed_is_text() -> None:
    state = EDITOR.read(left_by({"p2": "on", "do": "edit"}, {"do": "write", "text": "<b>- x **y _z** t_"}))
    assert str(EDITOR.screen(state).lines[1].html) == "&lt;b&gt;- x <strong>y _z</strong> t_"


def test_what_was_done_before_the_start_can_be_undone() -> None:
    world = msgspec.structs.replace(EDITOR, already=({"p2": "on", "do": "remove"},))
    assert world.facts(world.start())["p2.there"] is False
    undone = world.acted(world.opened(), {"do": "undo"})
    assert world.facts(world.read(undone))["p2.there"] is True


def test_a_tool_that_is_not_offered_does_nothing() -> None:
    world = msgspec.structs.replace(EDITOR, tools=("text",))
    assert world.acted(world.opened(), {"tool": "format"}) == world.opened()


def test_numbered_lines_count_level_by_level() -> None:
    listed = {"p1": "on", "p2": "on", "p3": "on", "do": "list", "list": "number"}
    state = EDITOR.read(left_by(FORMAT, listed, {"p2": "on", "do": "indent"}))
    assert [one.mark for one in EDITOR.screen(state).lines] == ["1.", "1.", "2.", "", ""]


IDS = ["p1", "p2", "p3", "p4", "p5", "n1", "n2"]
TOOLS = ["text", "format", "styles", "find", "insert", "page", "review", "image", "file"]
GESTURES = [
    "edit",
    "write",
    "add",
    "remove",
    "up",
    "down",
    "style",
    "list",
    "bold",
    "undo",
    "redo",
    "toc",
    "replace",
    "image",
]
NAMES = ["tool", "do", "do", "text", "style", "list", "words", "q", "with", "accept", "reply", "text-c1", "width", *IDS]
VALUES = st.one_of(
    st.sampled_from([*TOOLS, *GESTURES, "on", "on", "h1", "bullet", "r1", "c1", "enter"]), st.text(max_size=30)
)


@given(st.lists(st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=5), max_size=15))
def test_whatever_is_sent_the_document_stays_whole(actions: Actions) -> None:
    state = EDITOR.opened()
    for action in actions:
        state = EDITOR.acted(state, action)
        assert len(state) <= LONGEST_STATE
        facts = EDITOR.facts(EDITOR.read(state))
        assert facts["r1"] in {"waits", "accepted", "refused"}
        EDITOR.screen(EDITOR.read(state))


def test_faults_of_authors() -> None:
    blocks = [{"id": "p1", "text": "a", "revisions": [{"id": "r1", "author": "A"}]}, {"id": "p1"}]
    comments = [{"id": "c1", "on": "p9", "author": "A", "text": "b"}]
    wrong = {"is": "editor", "title": "T", "blocks": blocks, "comments": comments}
    assert [one.code for one in msgspec.convert(wrong, Editor).faults()] == ["K001", "K061", "K061"]
