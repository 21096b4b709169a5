"""A messaging application: private conversations, groups, channels.

Facts: `said`, `said1.room|text|answers|file|forwards|got|mentions|everyone`; `m1.deleted|hidden|pinned|liked|reported`,
`m1.text`; `r1.opened|member|members|notify|until|writers|link|approval`; `u1.blocked|reported|trust`; `made`,
`n1.name|members|writers…`; `status`, `status_text`; the settings by id.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from msgspec.structs import replace

from app.content.environments.chat_doing import on_message, on_person, on_room, write
from app.content.environments.chat_facts import chat_facts, chat_faults
from app.content.environments.chat_parts import STATUSES, ChatMessage, ChatState, Document, People, Person, Room, Rooms
from app.content.environments.chat_screen import ChatScreen, chat_screen
from app.content.environments.device import Device, Section
from app.content.environments.world import Action, Fact, State, ThingId, World, with_one
from app.content.parts import Fault

MOST_MADE = 3
LONGEST_NAME = 60


class Chat(World, kw_only=True, frozen=True, tag="chat"):
    """A messaging application, used by one person."""

    me: ThingId
    people: People
    rooms: Rooms
    files: tuple[Document, ...] = ()
    """Documents of one's own, to send."""
    settings: tuple[Section, ...] = ()

    STATE: ClassVar[type[State]] = ChatState

    def start(self) -> ChatState:
        return ChatState()

    def act(self, state: ChatState, action: Action) -> ChatState:
        if action.get("show") in ("rooms", "new", "people", "status", "settings"):
            return _at(state, action["show"], "")
        if (name := action.get("room", "")) and self.room(state, name):
            return replace(_at(state, "room", name), marks=with_one(state.marks, f"{name}.opened"))
        match state.at:
            case "room":
                return self._in_room(state, action)
            case "info" if room := self.room(state, state.on):
                return on_room(self, state, room, action)
            case "people":
                return on_person(self, state, action)
            case "settings" if device := self.device():
                return replace(state, settings=device.act(state.settings, action))
            case "status" if action.get("do") == "status" and action.get("status") in STATUSES:
                text = action.get("text", "").strip()[:LONGEST_NAME]
                return replace(state, values={**state.values, "status": action["status"], "status_text": text})
            case "new" if action.get("do") == "create":
                return self._create(state, action.get("name", "").strip()[:LONGEST_NAME])
        return state

    def facts(self, state: ChatState) -> Mapping[str, Fact]:
        return chat_facts(self, state)

    def screen(self, state: ChatState) -> ChatScreen:
        return chat_screen(self, state)

    def faults(self) -> Iterator[Fault]:
        yield from chat_faults(self)

    def device(self) -> Device | None:
        """Its settings, which are those of any device."""
        return Device(title=self.title, sections=self.settings) if self.settings else None

    def person(self, name: str) -> Person | None:
        return next((one for one in self.people if one.id == name), None)

    def all_rooms(self, state: ChatState) -> list[Room]:
        """Those of the author, those created, and the private conversations that were begun."""
        made = [
            Room(id=f"n{rank}", name=name, kind="channel", members=(self.me,), admin=True)
            for rank, name in enumerate(state.made, 1)
        ]
        begun = [self._private(one) for one in self.people if any(said.room == one.id for said in state.said)]
        return [*self.rooms, *made, *begun]

    def room(self, state: ChatState, name: str) -> Room | None:
        """A room by its id; a person's id is the private conversation with her."""
        found = next((one for one in self.all_rooms(state) if one.id == name), None)
        person = self.person(name) if name != self.me else None
        if found or person is None:
            return found
        mine = (one for one in self.rooms if one.kind == "direct" and person.id in one.members)
        return next(mine, self._private(person))

    def message(self, name: str) -> tuple[Room, ChatMessage] | None:
        return next(((room, one) for room in self.rooms for one in room.messages if one.id == name), None)

    def members(self, state: ChatState, room: Room) -> list[str]:
        """Who is in a room now."""
        return [
            one.id for one in self.people if (one.id in room.members) != (f"{room.id}.{one.id}" in state.marks)
        ]  # fmt: skip

    def may_write(self, state: ChatState, room: Room) -> bool:
        writers = state.values.get(f"{room.id}.writers", room.writers)
        blocked = room.kind == "direct" and any(f"{one}.blocked" in state.marks for one in room.members)
        return self.me in self.members(state, room) and (room.admin or writers == "everyone") and not blocked

    def _private(self, person: Person) -> Room:
        return Room(id=person.id, name=person.name, kind="direct", members=(self.me, person.id))

    def _in_room(self, state: ChatState, action: Action) -> ChatState:
        room = self.room(state, state.on)
        if room is None:
            return state
        if action.get("do") == "info":
            return _at(state, "info", room.id)
        shown = {line.id for line in chat_screen(self, state).lines}
        if (name := action.get("pick", "")) in shown:
            return replace(state, picked=name, doing="", refused=False)
        after = on_message(self, state, room, action) if state.picked in shown else state
        return after if after is not state else write(self, state, room, action)

    def _create(self, state: ChatState, name: str) -> ChatState:
        if not name or len(state.made) >= MOST_MADE:
            return replace(state, refused=not name)
        return _at(replace(state, made=(*state.made, name)), "info", f"n{len(state.made) + 1}")


def _at(state: ChatState, at: str, on: str) -> ChatState:
    first = replace(state.settings, at="", said="")
    return replace(state, at=at, on=on, picked="", doing="", refused=False, settings=first)
