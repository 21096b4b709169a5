"""A social network: what each gesture changes, and what it does not."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.environments.social import Social
from app.content.environments.social_parts import REASONS, Post
from app.content.environments.world import LONGEST_STATE

NETWORK = msgspec.convert(
    {
        "is": "social",
        "title": "Ricochet",
        "me": "u1",
        "longest": 60,
        "audience_setting": "s1",
        "settings": [
            {
                "id": "r1",
                "name": "Publications",
                "settings": [
                    {
                        "type": "choice",
                        "id": "s1",
                        "label": "Public proposé",
                        "value": "a1",
                        "options": [{"id": "a1", "text": "Tout le monde"}, {"id": "a2", "text": "Amis"}],
                    }
                ],
            }
        ],
        "accounts": [
            {
                "id": "u1",
                "name": "Inès",
                "handle": "ines",
                "details": [
                    {"id": "i1", "label": "Ville", "text": "Belmont", "audience": "a1"},
                    {
                        "id": "i2",
                        "label": "Image",
                        "text": "o1",
                        "options": [{"id": "o1", "text": "Un chat"}, {"id": "o2", "text": "Un arbre"}],
                    },
                ],
            },
            {
                "id": "u2",
                "name": "Tom",
                "handle": "tom.l",
                "followed": True,
                "answers": [{"id": "y1", "has": ["merci"], "says": "De rien !"}],
            },
            {"id": "u3", "name": "Marque", "handle": "marque"},
        ],
        "groups": [{"id": "g1", "name": "Club"}],
        "media": [{"id": "v1", "name": "gateau.jpg"}],
        "posts": [
            {
                "id": "p1",
                "author": "u2",
                "date": "hier",
                "moment": 2,
                "text": "Bonjour",
                "more": "La suite cachée",
                "tagged": ["u1"],
                "pending": True,
                "comments": [{"id": "c1", "author": "u3", "text": "Bof"}],
            },
            {"id": "p2", "author": "u1", "date": "lundi", "moment": 1, "text": "Mon chat", "audience": "a2"},
            {"id": "p3", "author": "u3", "date": "ce matin", "moment": 3, "text": "Achetez", "suggested": True},
            {"id": "p4", "author": "u2", "date": "ce soir", "moment": 4, "text": "Tard", "ranked": False},
            {"id": "p5", "author": "u2", "date": "mardi", "text": "Réunion", "group": "g1", "shares": "p1"},
        ],
    },
    Social,
)

Actions = list[dict[str, str]]
POST, TOM, ME, REPORT = {"open": "p1"}, {"open": "u2"}, {"show": "me"}, {"do": "report"}


def state_after(actions: Actions) -> str:
    state = NETWORK.opened()
    for action in actions:
        state = NETWORK.acted(state, action)
    return state


def after(*actions: dict[str, str]) -> Mapping[str, object]:
    return NETWORK.facts(NETWORK.read(state_after(list(actions))))


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        ([], {"p1.liked": False, "p1.tag": "pending", "p2.tag": "", "u2.followed": True, "g1.member": True}),
        ([{"like": "p1"}], {"p1.liked": True}),
        ([{"like": "p1"}, {"like": "p1"}], {"p1.liked": False}),
        ([{"like": "p4"}], {"p4.liked": False}),
        ([POST], {"p1.opened": True}),
        ([POST, {"why": "p1"}, {"save": "p1"}, {"capture": "p1"}], {"p1.asked": True, "p1.saved": True}),
        ([POST, {"delete": "p1"}], {"p1.deleted": False}),
        ([{"open": "p2"}, {"delete": "p2"}], {"p2.deleted": True}),
        ([{"open": "p2"}, {"do": "audience", "audience": "a4"}], {"p2.audience": "a4"}),
        ([POST, {"do": "audience", "audience": "a4"}], {"p1.audience": "a1"}),
        ([TOM, {"follow": "u2"}], {"u2.followed": False}),
        ([TOM, {"block": "u2"}], {"u2.blocked": True}),
        ([{"show": "notices"}, {"refuse": "p1"}], {"p1.tag": "refused"}),
        ([{"show": "notices"}, {"accept": "p1"}], {"p1.tag": "accepted"}),
        ([{"show": "groups"}, {"open": "g1"}, {"join": "g1"}], {"g1.member": False}),
        ([{"show": "settings"}, {"go": "r1"}, {"s1": "a2"}], {"s1": "a2"}),
        ([ME, {"do": "profile", "i1": "", "i2": "o2", "i1-audience": "a4"}], {"i1.text": "", "i2.text": "o2"}),
        ([ME, {"do": "profile", "i2": "o9", "i2-audience": "a4"}], {"i2.text": "o1", "i2.audience": ""}),
        ([{"show": "stranger"}], {"seen_as_stranger": True}),
    ],
)  # fmt: skip
def test_each_gesture(actions: Actions, expected: dict[str, object]) -> None:
    facts = after(*actions)
    assert {name: facts[name] for name in expected} == expected


@pytest.mark.parametrize("name", ["p1", "c1", "u2"])
def test_a_report_needs_a_reason_and_comes_back(name: str) -> None:
    path = [TOM] if name == "u2" else [POST]
    assert after(*path, {"report": name}, REPORT)[f"{name}.reported"] == ""
    facts = after(*path, {"report": name}, {**REPORT, "reason": "hate", "note": "Voir"})
    assert (facts[f"{name}.reported"], facts[f"{name}.note"]) == ("hate", "Voir")
    screen = NETWORK.screen(NETWORK.read(state_after([*path, {"report": name}, {"do": "back"}])))
    assert screen.at == ("profile" if name == "u2" else "post")


def test_one_does_not_report_oneself() -> None:
    state = state_after([{"open": "p2"}])
    assert NETWORK.acted(state, {"report": "p2"}) == state


def test_publishing_says_everything_of_the_post() -> None:
    facts = after(
        {"do": "write"},
        {"attach": "v1", "text": "Merci @tom.l ! #FeteDuLivre", "audience": "a2"},
        {"do": "publish"},
    )
    names = ("text", "audience", "media", "mentions", "hashtags", "shares")
    assert [facts[f"published1.{name}"] for name in names] == [
        "Merci @tom.l ! #FeteDuLivre",
        "a2",
        ("v1",),
        ("u2",),
        ("fetedulivre",),
        "",
    ]
    assert after({"do": "write"}, {"do": "publish", "text": "A"}, {"remove": "1"})["published"] == 0


def test_a_new_post_takes_the_audience_of_the_settings() -> None:
    facts = after({"show": "settings"}, {"go": "r1"}, {"s1": "a2"}, {"do": "write"}, {"do": "publish", "text": "A"})
    assert facts["published1.audience"] == "a2"


@pytest.mark.parametrize("text", ["", "   ", "a" * 61])
def test_what_is_empty_or_too_long_is_not_published_and_is_kept(text: str) -> None:
    state = NETWORK.read(state_after([{"do": "write"}, {"do": "publish", "text": text}]))
    assert NETWORK.facts(state)["published"] == 0
    assert state.draft.text == text
    assert NETWORK.screen(state).refused


def test_sharing_commenting_answering() -> None:
    facts = after(POST, {"do": "comment", "text": "Oui"}, {"answer": "c1"}, {"do": "comment", "text": "Non"},
                  {"share": "p1"}, {"do": "publish"})  # fmt: skip
    assert (facts["commented"], facts["commented1.on"], facts["commented1.answers"]) == (2, "p1", "")
    assert (facts["commented2.answers"], facts["published1.shares"]) == ("c1", "p1")


def test_private_messages_get_the_answer_of_their_words() -> None:
    facts = after(TOM, {"talk": "u2"}, {"do": "send", "text": "MERCI Tom"}, {"do": "send", "media": "v1"})
    assert facts["sent2.media"] == ("v1",)
    assert (facts["sent1.to"], facts["sent1.got"], facts["sent2.got"]) == ("u2", "y1", "")
    assert after(TOM, {"block": "u2"}, {"talk": "u2"}, {"do": "send", "text": "Quoi"})["sent"] == 0


def shown(*actions: dict[str, str]) -> list[str]:
    return [one.post.id for one in NETWORK.screen(NETWORK.read(state_after(list(actions)))).posts]


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        ([], ["p1", "p2", "p3"]),
        ([{"order": "recent"}], ["p4", "p1", "p2"]),
        ([{"open": "p3"}, {"hide": "p3"}, {"show": "feed"}], ["p1", "p2"]),
        ([TOM, {"block": "u2"}, {"show": "feed"}], ["p2", "p3"]),
        ([{"show": "groups"}, {"open": "g1"}], ["p5"]),
        ([{"show": "stranger"}], []),
        ([{"show": "notices"}, {"accept": "p1"}, {"show": "stranger"}], ["p1"]),
    ],
)
def test_the_lists_show_what_they_say(actions: Actions, expected: list[str]) -> None:
    assert shown(*actions) == expected


def test_what_was_not_opened_is_not_shown() -> None:
    assert NETWORK.screen(NETWORK.start()).opened is None
    opened = NETWORK.screen(NETWORK.read(state_after([POST]))).opened
    assert opened is not None
    assert "cachée" in opened.more


def test_posts_that_pass_each_other_on_are_a_mistake_of_the_author_not_a_loop() -> None:
    posts = tuple(msgspec.structs.replace(one, shares="p3" if one.id == "p1" else "p1") for one in NETWORK.posts[:3:2])
    looping = msgspec.structs.replace(NETWORK, posts=posts)
    assert [one.shared is not None for one in looping.screen(looping.start()).posts] == [True, True]


def test_mistakes_of_authors() -> None:
    wrong = msgspec.structs.replace(
        NETWORK, me="u9", posts=(*NETWORK.posts, Post(id="p1", author="u9", date="hier", text="A", audience="a9"))
    )
    assert [one.code for one in wrong.faults()] == ["K061", "K061", "K061", "K001"]
    assert not list(NETWORK.faults())


NAMES = st.sampled_from(
    [
        "show",
        "open",
        "do",
        "like",
        "report",
        "refuse",
        "block",
        "share",
        "reason",
        "text",
        "audience",
        "attach",
        "order",
    ]
)
VALUES = st.one_of(
    st.sampled_from(["p1", "p2", "p5", "u2", "c1", "g1", "me", "notices", "write", "publish", "comment", "report"]),
    st.sampled_from(REASONS),
    st.text(max_size=40),
)  # fmt: skip


@given(st.lists(st.dictionaries(NAMES, VALUES, max_size=4), max_size=12))
def test_whatever_is_sent_the_network_stays_whole(actions: Actions) -> None:
    names = set(after())
    state = NETWORK.opened()
    for action in actions:
        state = NETWORK.acted(state, action)
        assert len(state) <= LONGEST_STATE
        assert names <= set(NETWORK.facts(NETWORK.read(state)))
        NETWORK.screen(NETWORK.read(state))
