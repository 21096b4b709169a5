"""A file explorer: what each gesture changes, what it refuses, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.environments.files import Files
from app.content.environments.files_screen import Size, in_units, in_words
from app.content.environments.world import LONGEST_STATE

FILES = msgspec.convert(
    {
        "is": "files",
        "title": "Ordinateur de Zoé",
        "places": [{"id": "p1", "name": "Ordinateur"}, {"id": "p2", "name": "Clé", "room": 5_000, "removable": True}],
        "labels": [{"id": "t1", "name": "À rendre"}],
        "items": [
            {"id": "d1", "name": "Documents", "parent": "p1", "kind": "folder"},
            {"id": "d2", "name": "Stage", "parent": "d1", "kind": "folder"},
            {"id": "d3", "name": "cv.odt", "parent": "d1", "size": 2_400, "date": "2026-05-12", "content": "**Zoé**"},
            {"id": "d4", "name": "lettre.odt", "parent": "d1", "size": 9_000, "date": "2026-05-02 14:30"},
            {"id": "d5", "name": "cv.odt", "parent": "p1", "trashed": True, "size": 10},
            {"id": "d6", "name": "Privé", "parent": "p1", "kind": "folder", "closed": "Ce dossier est à Max."},
            {"id": "d7", "name": "modele.odt", "parent": "p1", "protected": "Ce fichier sert au système."},
            {"id": "d8", "name": "photos.zip", "parent": "p1", "kind": "archive", "size": 500},
            {"id": "d9", "name": "chat.jpg", "parent": "d8", "size": 800},
        ],
    },
    Files,
)

Actions = list[dict[str, str]]


def after(*actions: Mapping[str, str]) -> Mapping[str, object]:
    return FILES.facts(FILES.read(left_by(*actions)))


def left_by(*actions: Mapping[str, str]) -> str:
    state = FILES.opened()
    for action in actions:
        state = FILES.acted(state, action)
    return state


IN = {"open": "d1"}
CV = {"d3": "on"}


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        ([], {"at": "p1", "d3.folder": "d1", "d5.folder": "trash", "made": 0, "p2.left": 5_000}),
        ([IN], {"at": "d1", "d1.opened": True}),
        ([IN, {"open": "d3"}], {"reading": "d3", "opened": ("d1", "d3")}),
        ([IN, {"open": "d3"}, {"do": "close"}], {"reading": "", "at": "d1"}),
        ([{"open": "d3"}], {"opened": ()}),
        ([{"go": "trash"}, {"open": "d5"}], {"opened": ()}),
        ([{"open": "d6"}], {"at": "p1", "opened": ()}),
        ([IN, {**CV, "do": "move", "target": "d2"}], {"d3.folder": "d2", "ordinateur/documents/stage:ids": ("d3",)}),
        ([{"do": "move", "target": "d2"}], {"d3.folder": "d1"}),
        ([{"d1": "on", "do": "move", "target": "d2"}], {"d1.folder": "p1"}),
        ([IN, {**CV, "do": "move", "target": "d6"}], {"d3.folder": "d1"}),
        ([{"d7": "on", "do": "delete"}], {"d7.folder": "p1"}),
        ([IN, {**CV, "d4": "on", "do": "delete"}], {"d3.folder": "trash", "d4.folder": "trash"}),
        ([{"d1": "on", "do": "delete"}], {"d1.folder": "trash", "d3.folder": "trash"}),
        ([{"go": "trash"}, {"d5": "on", "do": "restore"}], {"d5.folder": "p1"}),
        ([{"go": "trash"}, {"do": "empty"}], {"d5.folder": "gone"}),
        ([{"d1": "on", "do": "delete"}, {"go": "trash"}, {"do": "empty"}], {"d3.folder": "gone"}),
        ([IN, {**CV, "do": "label", "label": "t1"}], {"d3.labels": ("t1",)}),
        ([IN, {**CV, "do": "label", "label": "t9"}], {"d3.labels": ()}),
        ([{"do": "wearing", "label": "t1"}], {"wearing": "t1"}),
        ([{"do": "extensions"}], {"extensions": False}),
        ([{"go": "p2"}, {"do": "eject"}], {"p2.ejected": True, "at": "p1"}),
        ([{"do": "eject"}], {"p1.ejected": False}),
    ],
)
def test_what_gestures_change(actions: Actions, expected: dict[str, object]) -> None:
    facts = after(*actions)
    assert {name: facts[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("shown", "name", "called"),
    [(True, "cv-zoe.odt", "cv-zoe.odt"), (False, "cv-zoe", "cv-zoe.odt"), (True, "LETTRE.odt", "cv.odt")]
    + [(True, name, "cv.odt") for name in ("", "a/b", "x" * 90)]
    + [(False, "", "cv.odt")],
)
def test_renaming_keeps_the_extension_that_is_hidden(shown: bool, name: str, called: str) -> None:
    first = [] if shown else [{"do": "extensions"}]
    assert after(*first, IN, {**CV, "do": "rename", "name": name})["d3.name"] == called


def test_a_copy_leaves_the_original_and_counts_for_it() -> None:
    facts = after(IN, {**CV, "do": "copy", "target": "p2"})
    assert (facts["d3.folder"], facts["new1.of"], facts["cle:ids"], facts["cle"]) == ("d1", "d3", ("d3",), ("cv.odt",))
    assert facts["p2.left"] == 2_600


def test_what_is_on_a_key_taken_away_is_still_told() -> None:
    facts = after(IN, {**CV, "do": "copy", "target": "p2"}, {"go": "p2"}, {"do": "eject"})
    assert (facts["cle:ids"], facts["p2.ejected"]) == (("d3",), True)


def test_a_copy_in_the_same_folder_takes_another_name() -> None:
    facts = after(IN, {**CV, "do": "copy", "target": "d1"})
    assert facts["new1.name"] == "cv (2).odt"


def test_a_copied_folder_takes_along_what_it_holds() -> None:
    facts = after({"open": "d1"}, CV | {"do": "move", "target": "d2"}, {"d2": "on", "do": "copy", "target": "p2"})
    assert facts["cle/stage:ids"] == ("d3",)


def test_nothing_is_written_beyond_the_room_there_is() -> None:
    assert after(IN, {"d4": "on", "do": "copy", "target": "p2"})["made"] == 0
    assert FILES.read(left_by(IN, {"d4": "on", "do": "copy", "target": "p2"})).refused == "room"


def test_what_is_in_the_bin_still_takes_room() -> None:
    gone = [IN, {**CV, "do": "copy", "target": "p2"}, {"go": "p2"}, {"n1": "on", "do": "delete"}]
    assert after(*gone)["p2.left"] == 2_600
    assert after(*gone, {"go": "trash"}, {"do": "empty"})["p2.left"] == 5_000


def test_several_files_make_one_archive_and_an_archive_gives_them_back() -> None:
    zipped = [IN, {**CV, "d4": "on", "do": "compress"}]
    facts = after(*zipped)
    assert facts["ordinateur/documents/cv.zip:ids"] == ("d3", "d4")
    facts = after(*zipped, {"n1": "on", "do": "extract"})
    assert facts["ordinateur/documents/cv:ids"] == ("d3", "d4")


def test_an_archive_is_looked_into_but_not_changed() -> None:
    facts = after({"open": "d8"}, {"d9": "on", "do": "delete"}, {"d9": "on", "do": "copy", "target": "d1"})
    assert (facts["d9.folder"], facts["ordinateur/documents:ids"]) == ("d8", ("d2", "d3", "d4", "d9"))


def test_all_that_is_ticked_is_done_or_nothing_is_and_the_ticks_stay() -> None:
    state = FILES.read(left_by({"d7": "on", "d8": "on", "do": "delete"}))
    assert FILES.facts(state)["d8.folder"] == "p1"
    assert (state.refused, state.ticked) == ("protected", ("d7", "d8"))


@pytest.mark.parametrize(
    ("order", "rows"),
    [
        ([], ["d2", "d3", "d4"]),
        (["date"], ["d2", "d3", "d4"]),
        (["size"], ["d2", "d4", "d3"]),
        (["date", "date"], ["d2", "d4", "d3"]),
        (["name"], ["d2", "d4", "d3"]),
    ],
)
def test_sorting_by_a_column_then_the_other_way(order: list[str], rows: list[str]) -> None:
    state = FILES.read(left_by(IN, *({"order": one} for one in order)))
    assert [one.entry.id for one in FILES.screen(state).rows] == rows


@pytest.mark.parametrize(
    ("query", "found"), [("CV", {"d3"}), ("*.odt", {"d3", "d4", "d7"}), ("?v.odt", {"d3"}), ("zzz", set())]
)
def test_searching_looks_everywhere_but_in_the_bin(query: str, found: set[str]) -> None:
    state = FILES.read(left_by({"do": "search", "q": query}))
    assert {one.entry.id for one in FILES.screen(state).rows} == found


def test_what_is_not_open_is_not_shown() -> None:
    closed = FILES.screen(FILES.read(left_by(IN, {**CV, "do": "properties"})))
    opened = FILES.screen(FILES.read(left_by(IN, {"open": "d3"})))
    assert closed.reading is not None
    assert not closed.reading.text
    assert opened.reading is not None
    assert "Zoé" in opened.reading.text


@pytest.mark.parametrize(
    ("size", "number", "unit"),
    [
        (0, 0, "o"),
        (980, 980, "o"),
        (2_400, 2.4, "ko"),
        (150_000, 150, "ko"),
        (3_000_000_000, 3, "Go"),
        (999_900, 1000, "ko"),
    ],
)
def test_sizes_in_units(size: int, number: float, unit: str) -> None:
    assert in_units(size) == Size(number, f"%(number)s {unit}")


@pytest.mark.parametrize(
    ("date", "words"), [("2026-05-12 14:30", "12/05/2026 14:30"), ("2026-05-12", "12/05/2026"), ("", "")]
)
def test_dates_in_words(date: str, words: str) -> None:
    assert in_words(date) == words


IDS = [*(f"d{rank}" for rank in range(1, 10)), "n1", "n2", "p1", "p2", "trash"]
GESTURES = ["move", "copy", "delete", "restore", "empty", "compress", "extract", "rename", "folder", "eject", "enter"]
NAMES = st.sampled_from(["go", "open", "order", "do", "target", "name", "new", "q", "label", *IDS])
VALUES = st.one_of(st.sampled_from([*IDS, *GESTURES, "on", "on", "name", "t1"]), st.text(max_size=20))


@given(st.lists(st.dictionaries(NAMES, VALUES, max_size=5), max_size=15))
def test_whatever_is_sent_the_files_stay_whole(actions: Actions) -> None:
    state = FILES.opened()
    for action in actions:
        state = FILES.acted(state, action)
        assert len(state) <= LONGEST_STATE
        facts = FILES.facts(FILES.read(state))
        assert facts["p2.left"] >= 0  # type: ignore[operator]
        assert facts["d9.folder"] in {"d8", "trash", "gone"}
        FILES.screen(FILES.read(state))


def test_faults_of_authors() -> None:
    wrong = {"is": "files", "title": "T", "places": [{"id": "p1", "name": "P"}]}
    items = [{"id": "d1", "name": "a", "parent": "d2"}, {"id": "d1", "name": "b", "parent": "p1", "labels": ["t1"]}]
    world = msgspec.convert({**wrong, "items": items}, Files)
    assert [one.code for one in world.faults()] == ["K061", "K001", "K061"]
