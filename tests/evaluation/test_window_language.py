"""The window of an environment is all in the language of its challenge, whatever the language of the page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import SimpleNamespace
from typing import get_args

import html5lib
import msgspec
import pytest

from app.content.environments import AnyWorld
from app.content.environments.world import World
from app.evaluation.environments import Kept
from app.web.catalogues import extracted, read
from app.web.components import component
from tests.house.test_bank_played import bank

PLAYED = bank().in_language("en").challenges.values()
WORLDS = {
    one.body.environment.name: one
    for one in sorted(
        PLAYED, key=lambda one: one.body.locale, reverse=True
    )  # the last one stays: English where there is one
    if one.body.environment is not None
}
STATES = 25
SHOWN = ("aria-label", "title", "placeholder")


@cache
def french_words() -> frozenset[str]:
    """What the components and the screens of environments say in French, and not in English."""
    english = {(one.id, one.context): one.string for one in read("en") if isinstance(one.id, str)}
    written = (one for one in extracted() if any("environments" in place for place, _ in one.locations))
    return frozenset(one.id for one in written if isinstance(one.id, str) and english[one.id, one.context] != one.id)


def window(challenge: object, world: World, state: str, language: str) -> str:
    screen, frame = world.screen(world.read(state)), component(language, "environments/frame.html")
    around = {"run": SimpleNamespace(id=7), "kept": Kept(state, 0), "around": "fr"}
    return frame.render(challenge=challenge, screen=screen, **around)


def words_of(html: str) -> tuple[set[str], list[dict[str, str]]]:
    """What is shown, and what its buttons send."""
    tree = html5lib.parseFragment(html, container="main", namespaceHTMLElements=False)
    elements = [one for one in tree.iter() if isinstance(one.tag, str)]
    shown = [text for one in elements for text in (one.text, one.tail, *map(one.get, SHOWN)) if text]
    buttons = [one for one in elements if one.tag == "button" and one.get("value") not in (None, "reset")]
    return {" ".join(text.split()) for text in shown}, [{one.get("name"): one.get("value")} for one in buttons]


def states(challenge: object, world: World) -> Iterator[str]:
    """The first one, and those to which its buttons lead, then theirs."""
    found = [world.opened()]
    for state in found:
        yield state
        for action in words_of(window(challenge, world, state, "fr"))[1]:
            after = world.acted(state, action)
            if after not in found and len(found) < STATES:
                found.append(after)


def own_words(value: object) -> str:
    """What the author wrote."""
    if isinstance(value, dict):
        return own_words([*value.keys(), *value.values()])
    return "\n".join(map(own_words, value)) if isinstance(value, list | tuple) else str(value)


@pytest.mark.parametrize("name", [one.__struct_config__.tag for one in get_args(AnyWorld)])
def test_an_english_window_has_no_french_word(name: str) -> None:
    challenge = WORLDS[name]
    world = challenge.body.environment
    assert world is not None
    own = own_words(msgspec.to_builtins(world))
    french = {one for one in french_words() if one not in own}
    for state in states(challenge, world):
        assert not words_of(window(challenge, world, state, "en"))[0] & french, state


def test_the_window_tells_its_language_where_the_page_has_another() -> None:
    challenge = WORLDS["files"]
    world = challenge.body.environment
    assert world is not None
    assert ' lang="en"' in window(challenge, world, world.opened(), "en").partition(">")[0]
    assert " lang=" not in window(challenge, world, world.opened(), "fr").partition(">")[0]
