"""A conversation that branches: somebody speaks, one chooses what to answer, and what is said next depends on it.

Facts: `at` (the line reached), `chosen` (the answers chosen, by id, in order), `over` (nothing is left to choose), and
each note of the author's (`notes`, numbers that answers add to: trust, information found…) by its id.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

import msgspec
from markupsafe import Markup
from msgspec.structs import replace

from app.content.environments.world import Action, Fact, State, ThingId, World
from app.content.parts import Fault, Line, Part, Words
from app.lib.markdown import render_markdown
from app.lib.msgids import N_

MOST_ANSWERS = 60


class Reply(Part, kw_only=True, frozen=True):
    """Something one may answer."""

    id: ThingId
    text: Line
    to: ThingId
    """The line that follows."""
    adds: dict[ThingId, int] = {}  # noqa: RUF012 (msgspec copies it)
    """What it changes in the notes."""


class Spoken(Part, kw_only=True, frozen=True):
    """A line of the conversation; without replies, it is over."""

    id: ThingId
    who: Line
    says: Words
    replies: tuple[Reply, ...] = ()


class DialogueState(State, frozen=True, kw_only=True, omit_defaults=True):
    chosen: tuple[str, ...] = ()


class Dialogue(World, kw_only=True, frozen=True, tag="dialogue"):
    """A conversation, face to face, on the phone or in writing. It begins with the first line."""

    lines: Annotated[tuple[Spoken, ...], msgspec.Meta(min_length=2, max_length=60)]
    notes: dict[ThingId, int] = {}  # noqa: RUF012
    """Numbers at the start."""
    me: Line = N_("Vous")

    STATE: ClassVar[type[State]] = DialogueState

    def start(self) -> DialogueState:
        return DialogueState()

    def act(self, state: DialogueState, action: Action) -> DialogueState:
        chosen, reply = state.chosen, action.get("reply", "")
        if any(one.id == reply for one in self._at(state).replies) and len(chosen) < MOST_ANSWERS:
            return replace(state, chosen=(*chosen, reply))
        if action.get("do") == "back" and chosen:
            return replace(state, chosen=chosen[:-1])
        return state

    def facts(self, state: DialogueState) -> Mapping[str, Fact]:
        notes = dict(self.notes)
        for _, reply in self._turns(state):
            for name, number in reply.adds.items():
                notes[name] = notes.get(name, 0) + number
        line = self._at(state)
        return {"at": line.id, "chosen": state.chosen, "over": not line.replies, **notes}

    def screen(self, state: DialogueState) -> DialogueScreen:
        line = self._at(state)
        turns = [Turn(one.who, render_markdown(one.says), reply.text) for one, reply in self._turns(state)]
        return DialogueScreen(False, turns, line.who, render_markdown(line.says), line.replies)

    def faults(self) -> Iterator[Fault]:
        known = [one.id for one in self.lines]
        replies: set[str] = set()
        for position, line in enumerate(self.lines):
            if line.id in known[:position]:
                yield Fault(("lines", position, "id"), "K001", f"« {line.id} » sert deux fois", "changez-le")
            for rank, one in enumerate(line.replies):
                at = ("lines", position, "replies", rank)
                if one.to not in known:
                    yield Fault(
                        (*at, "to"), "K061", f"la réplique « {one.to} » n’existe pas", "donnez l’id d’une réplique"
                    )
                if one.id in replies:
                    yield Fault((*at, "id"), "K001", f"« {one.id} » sert deux fois", "changez-le")
                replies.add(one.id)

    def _turns(self, state: DialogueState) -> Iterator[tuple[Spoken, Reply]]:
        """What was said and answered; an answer that the conversation no longer has ends it."""
        line = self.lines[0]
        for name in state.chosen:
            reply = next((one for one in line.replies if one.id == name), None)
            if reply is None:
                return
            yield line, reply
            line = self._line(reply.to)

    def _at(self, state: DialogueState) -> Spoken:
        turns = list(self._turns(state))
        return self._line(turns[-1][1].to) if turns else self.lines[0]

    def _line(self, name: str) -> Spoken:
        return next((one for one in self.lines if one.id == name), self.lines[0])


@dataclass(frozen=True)
class Turn:
    """A line said, and what was answered."""

    who: str
    says: Markup
    answer: str


@dataclass(frozen=True)
class DialogueScreen:
    split: bool
    turns: list[Turn]
    who: str
    says: Markup
    replies: tuple[Reply, ...]
