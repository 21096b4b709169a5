"""Commands of the author: what they answer, to which words, in which circumstances. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

import msgspec

from app.content.environments.world import Fact, ThingId
from app.content.parts import Line, Part, Words
from app.lib.msgids import N_


class Reply(Part, kw_only=True, frozen=True):
    """An answer: the first of its command whose words and circumstances hold."""

    id: ThingId
    when: tuple[Line, ...] = ()
    """Words given, spaces between them, capitals ignored; any words when there is none."""
    at_least: int | None = None
    """Instead: a number, at least this one."""
    needs: dict[Line, str | int] = {}  # noqa: RUF012 (msgspec copies it)
    """Facts that must hold: equal to this, or, for a text or a list, containing it."""
    says: Words
    writes: dict[Line, str] = {}  # noqa: RUF012
    """Files it makes or changes, by absolute path."""


class Program(Part, kw_only=True, frozen=True):
    """A command of this computer."""

    id: ThingId
    name: Annotated[str, msgspec.Meta(pattern="^[a-z]{2,14}$")]
    about: Line
    """Its line in the help: `joindre ADRESSE : essaie d’atteindre une machine`."""
    replies: tuple[Reply, ...]
    otherwise: Line = N_("Cette demande ne donne rien.")

    def answer(self, words: Sequence[str], facts: Mapping[str, Fact]) -> Reply | None:
        said = " ".join(words).lower()
        return next((one for one in self.replies if _heard(one, said) and _holds(one, facts)), None)


def _heard(reply: Reply, said: str) -> bool:
    if reply.at_least is not None:
        return said.isdecimal() and len(said) < 10 and int(said) >= reply.at_least
    return not reply.when or said in {one.lower() for one in reply.when}


def _holds(reply: Reply, facts: Mapping[str, Fact]) -> bool:
    return all(_fits(facts.get(name), wanted) for name, wanted in reply.needs.items())


def _fits(value: Fact | None, wanted: str | int) -> bool:
    if isinstance(value, str | tuple) and isinstance(wanted, str):
        return wanted in value if wanted else not value
    return value == wanted
