"""A messaging application: what each gesture changes, and what it does not."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.environments.chat import Chat
from app.content.environments.chat_parts import ChatMessage, Room
from app.content.environments.world import LONGEST_STATE

CHAT = msgspec.convert(
    {
        "is": "chat",
        "title": "Ruche",
        "me": "u1",
        "people": [
            {"id": "u1", "name": "Inès", "handle": "ines"},
            {"id": "u2", "name": "Tom", "handle": "tom", "code": "41 52"},
            {"id": "u3", "name": "Léa", "handle": "lea@nord.example"},
        ],
        "files": [{"id": "d1", "name": "plan.pdf"}],
        "settings": [
            {
                "id": "z1",
                "name": "Messages",
                "settings": [{"type": "toggle", "id": "t1", "label": "Accusés de lecture"}],
            }
        ],
        "rooms": [
            {
                "id": "r1",
                "name": "Club",
                "members": ["u1", "u2"],
                "admin": True,
                "unread": 4,
                "link": "https://ruche.example/x",
                "messages": [
                    {"id": "m1", "author": "u2", "time": "9 h", "text": "Qui vient ?"},
                    {"id": "m2", "author": "u1", "time": "9 h 5", "text": "Moi", "answers": "m1"},
                ],
                "answers": [{"id": "y1", "author": "u2", "has": ["voiture"], "says": "Merci !"}],
            },
            {"id": "r2", "name": "Annonces", "kind": "channel", "members": ["u1", "u2", "u3"], "writers": "admins"},
            {"id": "r3", "name": "Tom", "kind": "direct", "members": ["u1", "u2"]},
        ],
    },
    Chat,
)
Actions = list[dict[str, str]]
CLUB, FIRST, MINE, INFO = {"room": "r1"}, {"pick": "m1"}, {"pick": "m2"}, {"do": "info"}


def state_after(actions: Actions) -> str:
    state = CHAT.opened()
    for action in actions:
        state = CHAT.acted(state, action)
    return state


def after(*actions: dict[str, str]) -> Mapping[str, object]:
    return CHAT.facts(CHAT.read(state_after(list(actions))))


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        ([], {"r1.opened": False, "r1.members": ("u1", "u2"), "r1.notify": "all", "r1.link": True, "said": 0}),
        ([CLUB], {"r1.opened": True}),
        ([CLUB, FIRST, {"do": "like"}], {"m1.liked": True}),
        ([CLUB, FIRST, {"do": "pin"}], {"m1.pinned": True}),
        ([CLUB, MINE, {"do": "delete"}], {"m2.deleted": True, "m2.hidden": False}),
        ([CLUB, MINE, {"do": "hide"}], {"m2.deleted": False, "m2.hidden": True}),
        ([CLUB, MINE, {"do": "edit"}, {"do": "save", "text": "Moi aussi"}], {"m2.text": "Moi aussi"}),
        ([CLUB, MINE, {"do": "edit"}, {"do": "save", "text": " "}], {"m2.text": "Moi"}),
        ([CLUB, FIRST, {"do": "edit"}, {"do": "save", "text": "Moi aussi"}], {"m1.text": "Qui vient ?"}),
        ([CLUB, FIRST, {"do": "report"}, {"do": "report"}], {"m1.reported": ""}),
        ([CLUB, FIRST, {"do": "report"}, {"do": "report", "reason": "hate"}], {"m1.reported": "hate"}),
        ([CLUB, {"do": "like"}], {"m1.liked": False, "m2.liked": False}),
        ([CLUB, INFO, {"do": "notify", "notify": "mentions", "until": "tomorrow"}], {"r1.until": "tomorrow"}),
        ([CLUB, INFO, {"do": "notify", "notify": "parfois", "until": "tomorrow"}], {"r1.notify": "all"}),
        ([CLUB, INFO, {"do": "add", "add": "u3"}], {"r1.members": ("u1", "u2", "u3")}),
        ([CLUB, INFO, {"remove": "u2"}], {"r1.members": ("u1",)}),
        ([CLUB, INFO, {"remove": "u1"}], {"r1.members": ("u1", "u2")}),
        ([{"room": "r2"}, INFO, {"remove": "u2"}], {"r2.members": ("u1", "u2", "u3")}),
        ([CLUB, INFO, {"do": "revoke"}, {"do": "approval"}], {"r1.link": False, "r1.approval": True}),
        ([CLUB, INFO, {"do": "rules", "writers": "admins"}], {"r1.writers": "admins"}),
        ([CLUB, INFO, {"do": "leave"}], {"r1.member": False}),
        ([{"room": "r3"}, INFO, {"do": "leave"}], {"r3.member": True}),
        ([{"show": "people"}, {"block": "u2"}], {"u2.blocked": True}),
        ([{"show": "people"}, {"report": "u2"}, {"do": "report", "reason": "hate"}], {"u2.reported": "hate"}),
        ([{"show": "people"}, {"verify": "u2"}], {"u2.trust": "verified"}),
        ([{"show": "people"}, {"distrust": "u3"}], {"u3.trust": ""}),
        ([{"show": "status"}, {"do": "status", "status": "busy", "text": "Piano"}], {"status_text": "Piano"}),
        ([{"show": "settings"}, {"go": "z1"}, {"t1": "on"}], {"t1": True}),
    ],
)
def test_each_gesture(actions: Actions, expected: dict[str, object]) -> None:
    facts = after(*actions)
    assert {name: facts[name] for name in expected} == expected


def test_a_message_says_where_to_whom_and_about_what() -> None:
    facts = after(
        CLUB,
        FIRST,
        {"do": "answer"},
        {"do": "send", "text": "Oui @Tom, en voiture avec @lea@nord.example", "file": "d1"},
    )
    names = ("room", "answers", "file", "mentions", "everyone", "got")
    assert [facts[f"said1.{name}"] for name in names] == ["r1", "m1", "d1", ("u2", "u3"), False, "y1"]
    assert after(CLUB, {"do": "send", "text": "Hep @tous"})["said1.everyone"] is True
    assert after(CLUB, {"do": "send", "text": "Hey @all"})["said1.everyone"] is True


@pytest.mark.parametrize(("room", "text"), [("r1", ""), ("r1", "  "), ("r2", "Bonjour")])
def test_what_is_empty_or_not_allowed_is_not_sent(room: str, text: str) -> None:
    assert after({"room": room}, {"do": "send", "text": text})["said"] == 0


def test_a_person_is_written_to_in_the_conversation_one_has_or_in_a_new_one() -> None:
    assert after({"room": "u2"}, {"do": "send", "text": "A"})["said1.room"] == "r3"
    facts = after({"show": "people"}, {"room": "u3"}, {"do": "send", "text": "A"})
    assert (facts["said1.room"], facts["u3.members"]) == ("u3", ("u1", "u3"))
    assert after({"show": "people"}, {"block": "u2"}, {"room": "u2"}, {"do": "send", "text": "A"})["said"] == 0


def test_forwarding_edits_and_deletes_of_what_was_sent_here() -> None:
    sent = [CLUB, {"do": "send", "text": "Bonjour"}, {"pick": "s1"}]
    facts = after(*sent, {"do": "edit"}, {"do": "save", "text": "Bonsoir"}, {"pick": "s1"}, {"do": "forward"},
                  {"do": "forward_to", "target": "r3"})  # fmt: skip
    assert (facts["said1.text"], facts["said2.text"], facts["said2.room"], facts["said2.forwards"]) == (
        "Bonsoir",
        "Bonsoir",
        "r3",
        "s1",
    )
    gone = [*sent, {"do": "delete"}]
    assert after(*gone)["said"] == 0
    assert "s2" in state_after([*gone, {"do": "send", "text": "Encore"}])


def test_a_channel_is_created_with_a_name_and_arranged() -> None:
    assert after({"show": "new"}, {"do": "create", "name": " "})["made"] == 0
    facts = after({"show": "new"}, {"do": "create", "name": "Sono"}, {"do": "add", "add": "u2"},
                  {"do": "rules", "writers": "admins"}, {"room": "n1"}, {"do": "send", "text": "Ici"},
                  {"pick": "s1"}, {"do": "pin"})  # fmt: skip
    assert (facts["n1.name"], facts["n1.members"], facts["n1.writers"], facts["said1.room"], facts["said1.pinned"]) == (
        "Sono",
        ("u1", "u2"),
        "admins",
        "n1",
        True,
    )


def test_what_is_deleted_or_blocked_is_not_read_any_more() -> None:
    screen = CHAT.screen(CHAT.read(state_after([CLUB, MINE, {"do": "delete"}])))
    assert [one.text for one in screen.lines] == ["Qui vient ?", ""]
    screen = CHAT.screen(CHAT.read(state_after([{"show": "people"}, {"block": "u2"}, CLUB])))
    assert [one.id for one in screen.lines] == ["m2"]


def test_mistakes_of_authors() -> None:
    wrong = Room(
        id="s1", name="A", members=("u9",), messages=(ChatMessage(id="m1", author="u1", time="9 h", text="A"),)
    )
    found = list(msgspec.structs.replace(CHAT, rooms=(*CHAT.rooms, wrong)).faults())
    assert [one.code for one in found] == ["K061", "K001", "K001"]
    assert not list(CHAT.faults())


NAMES = st.sampled_from(["show", "room", "pick", "do", "text", "target", "add", "remove", "block", "report", "reason"])
VALUES = st.one_of(
    st.sampled_from(["r1", "r2", "u2", "u3", "m1", "m2", "s1", "n1", "people", "new", "info", "answer", "forward"]),
    st.sampled_from(["send", "delete", "hide", "edit", "save", "report", "forward_to", "create", "leave", "hate"]),
    st.text(max_size=40),
)


@given(st.lists(st.dictionaries(NAMES, VALUES, max_size=4), max_size=14))
def test_whatever_is_sent_the_application_stays_whole(actions: Actions) -> None:
    names = set(after())
    state = CHAT.opened()
    for action in actions:
        state = CHAT.acted(state, action)
        assert len(state) <= LONGEST_STATE
        assert names <= set(CHAT.facts(CHAT.read(state)))
        CHAT.screen(CHAT.read(state))
