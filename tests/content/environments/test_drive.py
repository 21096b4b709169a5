"""A shared drive: what gestures change, who may make them, and by which ways people have access."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.environments.drive import Drive
from app.content.environments.world import LONGEST_STATE

DRIVE = msgspec.convert(
    {
        "is": "drive",
        "title": "Espace de Zoé",
        "me": "u1",
        "people": [
            {"id": "u1", "name": "Zoé"},
            {"id": "u2", "name": "Léo Martin", "about": "5e B"},
            {"id": "u3", "name": "Awa"},
            {"id": "u4", "name": "Imprimeur", "member": False},
        ],
        "groups": [{"id": "g1", "name": "Bureau", "members": ["u2", "u3"]}],
        "uploads": [{"id": "e1", "name": "devoir.pdf", "size": 900}, {"id": "e2", "name": "film.mp4", "size": 90_000}],
        "expiring": True,
        "items": [
            {"id": "d1", "name": "Projet", "kind": "folder", "owner": "u1", "grants": {"g1": "comment"}},
            {
                "id": "d2",
                "name": "Compte rendu",
                "parent": "d1",
                "owner": "u1",
                "grants": {"u2": "edit"},
                "versions": [
                    {"id": "v1", "date": "lundi", "author": "u1", "text": "Un **budget**."},
                    {"id": "v2", "date": "mardi", "author": "u2", "text": "Sans rien."},
                ],
                "comments": [{"id": "c1", "author": "u2", "text": "Et le lieu ?"}],
            },
            {"id": "d3", "name": "Affiche", "parent": "shared", "owner": "u3", "grants": {"u1": "read"}},
            {"id": "d4", "name": "Charte", "parent": "shared", "owner": "u3", "grants": {"u1": "comment"}},
            {"id": "d5", "name": "Secret", "parent": "shared", "owner": "u3"},
            {"id": "d6", "name": "Brouillon", "owner": "u1", "trashed": True},
            {
                "id": "d7",
                "name": "Rendus",
                "kind": "folder",
                "parent": "shared",
                "owner": "u3",
                "grants": {"u1": "read"},
                "accepts": {"says": "PDF, 1 ko au plus", "extensions": ["pdf"], "most": 1000},
            },
        ],
    },
    Drive,
)

Actions = list[dict[str, str]]
DOC: Actions = [{"open": "d1"}, {"open": "d2"}]
SHARE: Actions = [*DOC, {"view": "share"}]
VERSIONS: Actions = [*DOC, {"view": "versions"}]
COMMENTS: Actions = [*DOC, {"view": "comments"}]
MANAGE: Actions = [*DOC, {"view": "manage"}]


def left_by(*actions: Mapping[str, str]) -> str:
    state = DRIVE.opened()
    for action in actions:
        state = DRIVE.acted(state, action)
    return state


def after(*actions: Mapping[str, str]) -> Mapping[str, object]:
    return DRIVE.facts(DRIVE.read(left_by(*actions)))


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        (
            [],
            {"d2.u2": "edit", "d2.u3": "comment", "d2.u4": "none", "d2.editors": ("u1", "u2"), "d2.text": "Sans rien."},
        ),
        (DOC, {"d2.opened": True, "open": "d2"}),
        ([{"open": "d2"}], {"d2.opened": False}),
        ([{"go": "shared"}, {"open": "d5"}], {"d5.opened": False}),
        ([*SHARE, {"do": "grant", "who": "u4", "role": "read"}], {"d2.u4": "read", "d2.readers": ("u4",)}),
        ([*SHARE, {"do": "grant", "who": "u4", "role": "owner"}], {"d2.u4": "none"}),
        ([*SHARE, {"do": "grant", "who": "u4", "role": "read", "until": "2026-06-30"}], {"d2.u4.until": "2026-06-30"}),
        ([*SHARE, {"do": "roles", "role-u2": "read"}], {"d2.u2": "comment", "d2.grants": ("u2:read",)}),
        ([*SHARE, {"do": "roles", "role-u2": "none"}], {"d2.grants": (), "d2.u2": "comment"}),
        ([*SHARE, {"do": "inherit"}], {"d2.u3": "none", "d2.u2": "edit", "d2.inherits": False}),
        ([*SHARE, {"do": "link", "link": "anyone", "link_role": "edit"}], {"d2.u4": "edit", "d2.reach": "anyone"}),
        ([*SHARE, {"do": "link", "link": "members", "link_role": "edit"}], {"d2.u4": "none", "d2.u3": "edit"}),
        ([*SHARE, {"do": "own", "who": "u3"}], {"d2.owner": "u3", "d2.u1": "edit"}),
        (
            [{"open": "d1"}, {"do": "link", "link": "anyone"}],
            {"d1.link": "anyone", "d2.link": "none", "d2.reach": "anyone"},
        ),
        ([*VERSIONS, {"version": "v1"}, {"do": "restore"}], {"d2.text": "Un **budget**.", "d2.restored": "v1"}),
        ([*VERSIONS, {"do": "restore"}], {"d2.restored": ""}),
        ([*VERSIONS, {"version": "v1"}, {"do": "label", "name": "Jury"}], {"d2.v1.label": "Jury", "d2.v2.label": ""}),
        ([*DOC, {"do": "edit"}, {"do": "save", "text": "Tout."}], {"d2.text": "Tout.", "d2.written": 1}),
        ([*COMMENTS, {"reply": "c1", "text-c1": "À l’école"}], {"c1.replies": ("À l’école",), "c1.resolved": False}),
        ([*COMMENTS, {"resolve": "c1"}], {"c1.resolved": True}),
        ([*COMMENTS, {"do": "comment", "text": "Merci"}], {"d2.comments": ("Merci",)}),
        ([*COMMENTS, {"do": "comment", "text": " "}], {"d2.comments": ()}),
        ([*MANAGE, {"do": "move", "target": "mine"}], {"d2.folder": "mine", "d2.u3": "none"}),
        ([*MANAGE, {"do": "shortcut", "target": "mine"}], {"n1.kind": "shortcut", "n1.of": "d2", "d2.folder": "d1"}),
        ([*MANAGE, {"do": "copy", "target": "mine"}], {"n1.text": "Sans rien.", "n1.grants": ()}),
        ([*MANAGE, {"do": "offline"}], {"d2.offline": True}),
        ([*MANAGE, {"do": "delete"}], {"d2.folder": "trash"}),
        ([{"go": "trash"}, {"open": "d6"}, {"do": "recover"}], {"d6.folder": "mine"}),
        (
            [{"go": "mine"}, {"do": "create", "kind": "sheet", "name": "Stands"}],
            {"n1.kind": "sheet", "n1.folder": "mine"},
        ),
    ],
)
def test_what_gestures_change(actions: Actions, expected: dict[str, object]) -> None:
    facts = after(*actions)
    assert {name: facts[name] for name in expected} == expected


SHARED = {"go": "shared"}


@pytest.mark.parametrize(
    ("actions", "refused"),
    [
        ([SHARED, {"open": "d3"}, {"view": "comments"}, {"do": "comment", "text": "Bien"}], "comment"),
        ([SHARED, {"open": "d4"}, {"view": "comments"}, {"do": "comment", "text": "Bien"}], ""),
        ([SHARED, {"open": "d4"}, {"view": "share"}, {"do": "grant", "who": "u2", "role": "read"}], "edit"),
        ([SHARED, {"open": "d4"}, {"view": "manage"}, {"do": "delete"}], "owner"),
        ([*MANAGE, {"do": "move", "target": "d9"}], "target"),
        ([{"open": "d1"}, {"view": "manage"}, {"do": "move", "target": "d1"}], "target"),
    ],
)
def test_one_does_what_one_has_the_right_to(actions: Actions, refused: str) -> None:
    assert DRIVE.read(left_by(*actions)).refused == refused


@pytest.mark.parametrize(("file", "made"), [("e1", 1), ("e2", 0), ("e9", 0)])
def test_a_folder_takes_what_it_says(file: str, made: int) -> None:
    facts = after(SHARED, {"open": "d7"}, {"view": "add"}, {"do": "upload", "file": file})
    assert facts["made"] == made


def test_a_shortcut_leads_to_the_document_itself() -> None:
    made = [*MANAGE, {"do": "shortcut", "target": "mine"}, {"go": "mine"}, {"open": "n1"}]
    assert after(*made)["open"] == "d2"


def test_the_ways_of_an_access_are_told() -> None:
    state = DRIVE.read(left_by(*SHARE, {"do": "check", "who": "u2"}))
    assert [(one.way.how, one.way.role, one.on) for one in DRIVE.screen(state).checked] == [
        ("given", "edit", ""),
        ("group", "comment", "Projet"),
    ]


IDS = [*(f"d{rank}" for rank in range(1, 8)), "n1", "n2", "u2", "g1", "c1", "v1", "mine", "shared", "trash", "e1"]
GESTURES = [
    "grant",
    "roles",
    "link",
    "inherit",
    "own",
    "move",
    "copy",
    "shortcut",
    "delete",
    "recover",
    "create",
    "save",
]
VIEWS = [
    "share",
    "versions",
    "comments",
    "manage",
    "add",
    "text",
    "edit",
    "restore",
    "label",
    "upload",
    "enter",
    "folder",
]
NAMES = [
    "go",
    "open",
    "view",
    "do",
    "do",
    "target",
    "name",
    "who",
    "role",
    "link",
    "text",
    "version",
    "reply",
    "kind",
    "file",
]
VALUES = st.one_of(st.sampled_from([*IDS, *GESTURES, *VIEWS, "read", "anyone"]), st.text(max_size=20))


@given(st.lists(st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=4), max_size=15))
def test_whatever_is_sent_the_drive_stays_whole(actions: Actions) -> None:
    state = DRIVE.opened()
    for action in actions:
        state = DRIVE.acted(state, action)
        assert len(state) <= LONGEST_STATE
        facts = DRIVE.facts(DRIVE.read(state))
        assert facts["d5.folder"] == "shared"
        assert facts["d5.u1"] == "none"
        DRIVE.screen(DRIVE.read(state))


def test_faults_of_authors() -> None:
    items = [{"id": "d1", "name": "a", "parent": "d2", "owner": "u9", "grants": {"u1": "owner"}}]
    wrong = {"is": "drive", "title": "T", "me": "u8", "people": [{"id": "u1", "name": "Z"}], "items": items}
    assert [one.code for one in msgspec.convert(wrong, Drive).faults()] == ["K061"] * 4
