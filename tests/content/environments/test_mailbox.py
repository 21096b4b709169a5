"""A mailbox: what each gesture changes, and what it does not."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.environments.mailbox import Mailbox
from app.content.environments.world import LONGEST_STATE

MAILBOX = msgspec.convert(
    {
        "is": "mailbox",
        "title": "Messagerie de Zoé",
        "owner": "zoe@courriel.example",
        "contacts": ["roy@college.example"],
        "folders": [{"id": "f1", "name": "Club"}],
        "files": [{"id": "d1", "name": "expose.odt"}],
        "messages": [
            {
                "id": "m1",
                "name": "Maya",
                "address": "maya@courriel.example",
                "to": "zoe@courriel.example, tom@courriel.example",
                "cc": "awa@courriel.example",
                "subject": "Samedi",
                "date": "hier",
                "body": "À samedi.",
                "links": [{"id": "l1", "text": "le plan", "address": "https://plan.example"}],
                "attachments": [{"id": "a1", "name": "plan.pdf"}],
            },
            {
                "id": "m2",
                "name": "Club",
                "address": "club@echecs.example",
                "to": "zoe@courriel.example",
                "subject": "Tournoi",
                "date": "lundi",
                "body": "Résultats.",
                "folder": "f1",
            },
        ],
    },
    Mailbox,
)

Actions = list[dict[str, str]]


def after(*actions: Mapping[str, str]) -> Mapping[str, object]:
    state = MAILBOX.opened()
    for action in actions:
        state = MAILBOX.acted(state, action)
    return MAILBOX.facts(MAILBOX.read(state))


OPEN = {"open": "m1"}


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        ([], {"m1.folder": "inbox", "m2.folder": "f1", "m1.opened": False, "sent": 0}),
        ([OPEN], {"m1.opened": True, "m2.opened": False}),
        ([OPEN, {"do": "move", "target": "f1"}], {"m1.folder": "f1"}),
        ([OPEN, {"do": "move", "target": "f9"}], {"m1.folder": "inbox"}),
        ([OPEN, {"do": "delete"}], {"m1.folder": "trash"}),
        ([OPEN, {"do": "report"}], {"m1.folder": "junk", "m1.reported": True}),
        ([OPEN, {"do": "star"}], {"m1.starred": True}),
        ([OPEN, {"do": "star"}, {"do": "star"}], {"m1.starred": False}),
        ([OPEN, {"follow": "l1"}], {"followed": ("l1",)}),
        ([OPEN, {"follow": "l2"}], {"followed": ()}),
        ([{"do": "delete"}], {"m1.folder": "inbox", "m2.folder": "f1"}),
        ([{"open": "m9"}, {"do": "delete"}], {"m1.folder": "inbox"}),
    ],
)
def test_reading_and_sorting(actions: Actions, expected: dict[str, object]) -> None:
    facts = after(*actions)
    assert {name: facts[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("kind", "to", "cc"),
    [
        ("reply", ("maya@courriel.example",), ()),
        ("reply_all", ("maya@courriel.example",), ("tom@courriel.example", "awa@courriel.example")),
    ],
)
def test_answering_writes_to_whom_it_says_and_never_to_oneself(kind: str, to: object, cc: object) -> None:
    facts = after(OPEN, {"do": kind}, {"do": "send", "body": "Oui"})
    assert (facts["sent1.to"], facts["sent1.cc"], facts["sent1.answers"], facts["sent1.subject"]) == (
        to,
        cc,
        "m1",
        "Re : Samedi",
    )


def test_forwarding_takes_the_documents_along() -> None:
    facts = after(OPEN, {"do": "forward"}, {"do": "send", "to": "roy@college.example"})
    assert (facts["sent1.to"], facts["sent1.forwards"], facts["sent1.attachments"]) == (
        ("roy@college.example",),
        "m1",
        ("a1",),
    )


def test_writing_with_a_document_of_the_computer() -> None:
    facts = after(
        {"do": "write"},
        {"attach": "d1", "to": "roy@college.example", "subject": "Exposé"},
        {"do": "send", "bcc": "Tom@Courriel.example; awa@courriel.example"},
    )
    assert facts["sent1.attachments"] == ("d1",)
    assert facts["sent1.bcc"] == ("tom@courriel.example", "awa@courriel.example")
    assert facts["sent1.subject"] == "Exposé"


@pytest.mark.parametrize("to", ["", "maya", "maya@courriel.example, tom"])
def test_a_message_to_nobody_or_to_half_an_address_is_not_sent(to: str) -> None:
    state = MAILBOX.acted(MAILBOX.opened(), {"do": "write"})
    state = MAILBOX.acted(state, {"do": "send", "to": to, "body": "Bonjour"})
    screen = MAILBOX.screen(MAILBOX.read(state))
    assert screen.refused
    assert screen.draft is not None
    assert screen.draft.body == "Bonjour"
    assert MAILBOX.facts(MAILBOX.read(state))["sent"] == 0


def test_giving_up_a_draft_sends_nothing() -> None:
    assert after({"do": "write"}, {"do": "discard", "to": "roy@college.example"})["sent"] == 0


NAMES = st.sampled_from(["folder", "open", "do", "target", "follow", "to", "cc", "body", "attach", "detach", "autre"])
VALUES = st.one_of(
    st.sampled_from(
        ["m1", "m2", "f1", "trash", "move", "delete", "reply", "reply_all", "forward", "write", "send", "d1"]
    ),
    st.text(max_size=40),
)


@given(st.lists(st.dictionaries(NAMES, VALUES, max_size=4), max_size=12))
def test_whatever_is_sent_the_mailbox_stays_whole(actions: Actions) -> None:
    state = MAILBOX.opened()
    for action in actions:
        state = MAILBOX.acted(state, action)
        assert len(state) <= LONGEST_STATE
        facts = MAILBOX.facts(MAILBOX.read(state))
        assert {facts["m1.folder"], facts["m2.folder"]} <= {"inbox", "sent", "archive", "junk", "trash", "f1"}
        MAILBOX.screen(MAILBOX.read(state))


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"folder": 3}', "null", "x" * 40_000])
def test_what_is_no_state_is_the_start(kept: str) -> None:
    assert MAILBOX.read(kept) == MAILBOX.start()
