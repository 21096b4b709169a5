"""The back office of a site: what each gesture changes, and what it does not."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.environments.publisher import Publisher
from app.content.environments.publisher_parts import Article
from app.content.environments.world import LONGEST_STATE

SITE = msgspec.convert(
    {
        "is": "publisher",
        "title": "Le Petit Écho",
        "today": "2026-05-12",
        "categories": [{"id": "k1", "name": "Divers"}, {"id": "k2", "name": "Sport"}],
        "licences": [{"id": "l1", "name": "CC BY 4.0"}],
        "blocks": [{"id": "b1", "name": "Carte"}],
        "images": [
            {"id": "v1", "name": "a.jpg", "about": "Un but", "alts": ["Un ballon entre dans un but", "image"]},
            {"id": "v2", "name": "b.jpg", "about": "Un trait"},
        ],
        "articles": [
            {
                "id": "p1",
                "title": "Tournoi",
                "slug": "tournoi",
                "text": "Nous avons gagné.",
                "date": "2026-05-10",
                "category": "k1",
                "links": [{"id": "w1", "text": "cliquez ici", "address": "https://a.example", "texts": ["le plan"]}],
                "versions": [{"id": "h1", "date": "hier", "text": "Nous avons joué."}],
            },
            {
                "id": "p2",
                "title": "Fête",
                "slug": "fete",
                "date": "2026-05-11",
                "category": "k2",
                "status": "published",
                "text": "Samedi.",
            },
        ],
        "comments": [{"id": "c1", "article": "p2", "author": "Zed", "date": "hier", "text": "À quelle heure ?"}],
        "users": [{"id": "u1", "name": "Tom", "role": "contributor"}],
        "menu": [{"id": "e1", "name": "A"}, {"id": "e2", "name": "B"}, {"id": "e3", "name": "C", "shown": False}],
        "feed": True,
        "settings": [
            {"id": "z1", "name": "Discussion", "settings": [{"type": "toggle", "id": "t1", "label": "Commentaires"}]}
        ],
    },
    Publisher,
)  # fmt: skip

Actions = list[dict[str, str]]
OPEN, NEW = {"open": "p1"}, {"do": "new"}
PUBLISH = {"do": "publish"}


def state_after(actions: Actions) -> str:
    state = SITE.opened()
    for action in actions:
        state = SITE.acted(state, action)
    return state


def after(*actions: dict[str, str]) -> Mapping[str, object]:
    return SITE.facts(SITE.read(state_after(list(actions))))


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        ([], {"p1.status": "draft", "p1.visible": False, "p2.visible": True, "visible": ("p2",), "menu": ("e1", "e2")}),
        ([OPEN, PUBLISH], {"p1.status": "published", "p1.date": "2026-05-12", "visible": ("p1", "p2")}),
        ([OPEN, {**PUBLISH, "title": " "}], {"p1.status": "draft", "p1.title": ""}),
        ([OPEN, {**PUBLISH, "slug": "fete"}], {"p1.status": "draft"}),
        ([OPEN, {"do": "save", "slug": "Le Tournoi !"}], {"p1.slug": "le-tournoi"}),
        ([OPEN, {"do": "schedule", "date": "2026-06-01"}], {"p1.status": "scheduled", "p1.date": "2026-06-01"}),
        ([OPEN, {"do": "schedule", "date": "2026-05-12"}], {"p1.status": "draft"}),
        ([OPEN, {"do": "schedule", "date": "demain"}], {"p1.status": "draft", "p1.date": "2026-05-10"}),
        ([{"open": "p2"}, {"do": "draft"}], {"p2.status": "draft", "visible": ()}),
        ([{"open": "p2"}, {"do": "trash"}], {"p2.status": "trash"}),
        ([OPEN, {"do": "save", "category": "k2", "image": "v1", "licence": "l1", "visibility": "members"}],
         {"p1.category": "k2", "p1.image": "v1", "p1.licence": "l1", "p1.visibility": "members"}),
        ([OPEN, {"do": "save", "category": "k9", "image": "v9"}], {"p1.category": "k1", "p1.image": ""}),
        ([OPEN, {"do": "save", "indexed": "no", "canonical": "p2"}], {"p1.indexed": False, "p1.canonical": "p2"}),
        ([OPEN, {"insert": "b1"}], {"p1.blocks": ("b1",)}),
        ([OPEN, {"insert": "b1"}, {"take_out": "b1"}], {"p1.blocks": ()}),
        ([OPEN, {"do": "save", "w1": "le plan"}], {"w1.text": "le plan"}),
        ([OPEN, {"do": "save", "w1": "autre"}], {"w1.text": "cliquez ici"}),
        ([OPEN, {"restore": "h1"}], {"p1.text": "Nous avons joué."}),
        ([OPEN, {"do": "preview", "text": "Voici."}], {"p1.text": "Voici.", "p1.previewed": True}),
        ([OPEN, {"show": "images", "text": "Gardé"}], {"p1.text": "Gardé"}),
        ([{"show": "images"}, {"open": "v1"}, {"do": "save", "alt": "image", "decorative": "no"}], {"v1.alt": "image"}),
        ([{"show": "images"}, {"open": "v1"}, {"do": "save", "alt": "autre"}], {"v1.alt": ""}),
        ([{"show": "images"}, {"open": "v2"}, {"do": "save", "alt": "", "decorative": "yes"}], {"v2.decorative": True}),
        ([{"show": "comments"}, {"approved": "c1"}], {"c1.state": "approved"}),
        ([{"show": "comments"}, {"approved": "c9"}], {"c1.state": "pending"}),
        ([{"show": "comments"}, {"answer": "c1"}, {"do": "reply", "text": "15 h"}], {"c1.reply": "15 h"}),
        ([{"show": "users"}, {"do": "roles", "u1": "editor"}], {"u1.role": "editor"}),
        ([{"show": "users"}, {"do": "roles", "u1": "roi"}], {"u1.role": "contributor"}),
        ([{"show": "menu"}, {"put": "e3"}, {"up": "e3"}], {"menu": ("e1", "e3", "e2"), "menu2": "e3"}),
        ([{"show": "menu"}, {"drop": "e1"}, {"up": "e2"}], {"menu": ("e2",)}),
        ([{"show": "feed"}, {"do": "feed", "category": "k2", "home": "yes"}], {"feed.category": "k2"}),
        ([{"show": "settings"}, {"go": "z1"}, {"t1": "on"}], {"t1": True}),
        ([{"do": "feed", "category": "k2"}, {"approved": "c1"}], {"feed.category": "all", "c1.state": "pending"}),
    ],
)  # fmt: skip
def test_each_gesture(actions: Actions, expected: dict[str, object]) -> None:
    facts = after(*actions)
    assert {name: facts[name] for name in expected} == expected


def test_an_article_made_here_begins_as_a_draft_in_the_first_category() -> None:
    facts = after(NEW)
    assert (facts["created"], facts["n1.status"], facts["n1.category"], facts["n1.date"]) == (
        1,
        "draft",
        "k1",
        "2026-05-12",
    )
    assert after(NEW, {"do": "trash"})["created"] == 0
    facts = after(NEW, {**PUBLISH, "title": "Bravo", "category": "k2", "text": "A"})
    assert (facts["n1.visible"], facts["n1.title"], facts["n1.category"]) == (True, "Bravo", "k2")


def test_the_site_shows_what_anybody_may_read_and_no_more() -> None:
    screen = SITE.screen(SITE.read(state_after([OPEN, {**PUBLISH, "visibility": "unlisted"}, {"show": "site"}])))
    assert [one.id for one in screen.articles] == ["p2"]


def test_mistakes_of_authors() -> None:
    wrong = Article(id="n1", date="2026-05-12", category="k9", image="v9")
    found = list(msgspec.structs.replace(SITE, articles=(*SITE.articles, wrong)).faults())
    assert [one.code for one in found] == ["K061", "K061", "K001"]
    assert not list(SITE.faults())


NAMES = st.sampled_from(
    ["show", "open", "do", "title", "date", "slug", "insert", "restore", "alt", "approved", "up", "u1"]
)
VALUES = st.one_of(
    st.sampled_from(["p1", "p2", "n1", "v1", "c1", "b1", "h1", "e2", "images", "comments", "menu", "users", "site"]),
    st.sampled_from(["new", "save", "publish", "schedule", "draft", "trash", "preview", "roles", "reply"]),
    st.text(max_size=40),
)  # fmt: skip


@given(st.lists(st.dictionaries(NAMES, VALUES, max_size=4), max_size=14))
def test_whatever_is_sent_the_site_stays_whole(actions: Actions) -> None:
    names = set(after())
    state = SITE.opened()
    for action in actions:
        state = SITE.acted(state, action)
        assert len(state) <= LONGEST_STATE
        assert names - {"menu1", "menu2"} <= set(SITE.facts(SITE.read(state)))
        SITE.screen(SITE.read(state))
