"""What a goal may say of a messaging application, and the mistakes of its authors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.content.environments.chat_parts import ChatState, Room, Said
from app.content.environments.world import Fact
from app.content.parts import Fault

if TYPE_CHECKING:
    from app.content.environments.chat import Chat

_MENTION = re.compile(r"@([\w.@:-]*\w)")
EVERYONE = {"tous", "tout-le-monde", "ici", "groupe", "all", "everyone", "here", "group"}


def chat_facts(world: Chat, state: ChatState) -> dict[str, Fact]:
    facts: dict[str, Fact] = {
        "said": len(state.said),
        "words": " ".join(one.text for one in state.said),
        "got": tuple(one.got for one in state.said if one.got),
        "made": len(state.made),
        "status": state.values.get("status", "available"),
        "status_text": state.values.get("status_text", ""),
        **(device.values(state.settings) if (device := world.device()) else {}),
    }
    for person in world.people:
        facts[f"{person.id}.blocked"] = f"{person.id}.blocked" in state.marks
        facts[f"{person.id}.reported"] = state.values.get(f"{person.id}.reported", "")
        facts[f"{person.id}.trust"] = state.values.get(f"{person.id}.trust", "")
    for room in world.all_rooms(state):
        facts |= _room_facts(world, state, room)
        for one in room.messages:
            for mark in ("deleted", "hidden", "liked"):
                facts[f"{one.id}.{mark}"] = f"{one.id}.{mark}" in state.marks
            facts[f"{one.id}.pinned"] = one.pinned != (f"{one.id}.pinned" in state.marks)
            facts[f"{one.id}.reported"] = state.values.get(f"{one.id}.reported", "")
            facts[f"{one.id}.text"] = state.values.get(f"{one.id}.text", one.text)
    for rank, said in enumerate(state.said, 1):
        facts |= {f"said{rank}.{name}": fact for name, fact in _said_facts(world, state, said).items()}
    return facts


def _room_facts(world: Chat, state: ChatState, room: Room) -> dict[str, Fact]:
    name, members = room.id, world.members(state, room)
    return {
        f"{name}.name": room.name,
        f"{name}.opened": f"{name}.opened" in state.marks,
        f"{name}.member": world.me in members,
        f"{name}.members": tuple(members),
        f"{name}.notify": state.values.get(f"{name}.notify", room.notify),
        f"{name}.until": state.values.get(f"{name}.until", "always"),
        f"{name}.writers": state.values.get(f"{name}.writers", room.writers),
        f"{name}.link": bool(room.link) and f"{name}.revoked" not in state.marks,
        f"{name}.approval": f"{name}.approval" in state.marks,
        f"{name}.said": sum(one.room == name for one in state.said),
        f"{name}.pins": " ".join(_pinned(state, room)),
    }


def _pinned(state: ChatState, room: Room) -> Iterator[str]:
    """The texts that the top of a room shows."""
    for one in room.messages:
        if one.pinned != (f"{one.id}.pinned" in state.marks) and f"{one.id}.deleted" not in state.marks:
            yield state.values.get(f"{one.id}.text", one.text)
    yield from (one.text for one in state.said if one.room == room.id and f"{one.id}.pinned" in state.marks)


def _said_facts(world: Chat, state: ChatState, said: Said) -> dict[str, Fact]:
    names = {one.lower() for one in _MENTION.findall(said.text)}
    return {
        "room": said.room,
        "text": said.text,
        "answers": said.answers,
        "file": said.file,
        "forwards": said.forwards,
        "got": said.got,
        "pinned": f"{said.id}.pinned" in state.marks,
        "mentions": tuple(one.id for one in world.people if one.handle.lower() in names),
        "everyone": bool(names & EVERYONE),
    }


def chat_faults(world: Chat) -> Iterator[Fault]:
    people = {one.id for one in world.people}
    if world.me not in people:
        yield _unknown(("me",), world.me)
    for position, room in enumerate(world.rooms):
        at = ("rooms", position)
        authors = {one.author for one in room.messages} | {one.author for one in room.answers}
        for name in sorted((authors | set(room.members)) - people):
            yield _unknown(at, name)
        inside = {one.id for one in room.messages}
        for rank, one in enumerate(room.messages):
            if one.answers and one.answers not in inside - {one.id}:
                yield _unknown((*at, "messages", rank, "answers"), one.answers)
    ids = [*people, *(one.id for one in world.rooms), *(one.id for one in world.files)]
    ids += [one.id for room in world.rooms for one in room.messages]
    ids += [one.id for room in world.rooms for one in room.answers]
    for name, count in sorted(Counter(ids).items()):
        if count > 1 or re.fullmatch(r"[ns][0-9]+", name):
            yield Fault((), "K001", f"l’identifiant « {name} » sert deux fois, ou sert à l’application", "changez-le")
    if device := world.device():
        yield from device.faults()


def _unknown(at: tuple[str | int, ...], name: str) -> Fault:
    return Fault(at, "K061", f"« {name} » n’existe pas", "donnez un id de ce monde")
