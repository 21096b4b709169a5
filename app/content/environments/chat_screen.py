"""What the component of the messaging application shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.content.environments.chat_parts import ChatState, Document, Person, Room
from app.content.environments.report import ACCOUNT, Reported
from app.content.environments.world import NOW

if TYPE_CHECKING:
    from app.content.environments.chat import Chat
    from app.content.environments.device import DeviceScreen


@dataclass(frozen=True)
class ChatLine:
    """A message of the conversation that is open."""

    id: str
    author: Person | None
    mine: bool
    time: str
    text: str
    file: str
    quoted: str
    """The beginning of the message that it answers."""
    forwarded: bool
    liked: bool
    pinned: bool
    reported: bool
    deleted: bool


@dataclass(frozen=True)
class RoomLine:
    room: Room
    unread: int
    notify: str


@dataclass(frozen=True)
class Seen:
    """Somebody, and what one decided of her."""

    person: Person
    blocked: bool
    reported: bool
    trust: str


@dataclass(frozen=True)
class ChatScreen:
    at: str
    rooms: list[RoomLine]
    room: Room | None = None
    lines: list[ChatLine] = field(default_factory=list)
    picked: ChatLine | None = None
    doing: str = ""
    refused: bool = False
    may_write: bool = False
    may_pin: bool = False
    members: list[Seen] = field(default_factory=list)
    others: list[Seen] = field(default_factory=list)
    """People who are not in the room; or everybody, in the directory."""
    notify: str = "all"
    until: str = "always"
    writers: str = "everyone"
    link: str = ""
    approval: bool = False
    reporting: Reported | None = None
    status: str = "available"
    status_text: str = ""
    files: tuple[Document, ...] = ()
    settings: DeviceScreen | None = None

    @property
    def split(self) -> bool:
        return self.at in ("rooms", "room", "info")

    @property
    def pins(self) -> list[ChatLine]:
        return [one for one in self.lines if one.pinned]


def chat_screen(world: Chat, state: ChatState) -> ChatScreen:
    room = world.room(state, state.on) if state.at in ("room", "info") else None
    lines = _lines(world, state, room) if room and state.at == "room" else []
    device = world.device() if state.at == "settings" else None
    members = world.members(state, room) if room else []
    reporting = next((one for one in world.people if one.id == state.picked and state.doing == "report"), None)
    return ChatScreen(
        at=state.at,
        rooms=[_room_line(state, one) for one in world.all_rooms(state) if world.me in world.members(state, one)],
        room=room,
        lines=lines,
        picked=next((one for one in lines if one.id == state.picked), None),
        doing=state.doing,
        refused=state.refused,
        may_write=bool(room and world.may_write(state, room)),
        may_pin=bool(room and (room.admin or room.kind != "channel")),
        members=[_seen(state, one) for one in world.people if one.id in members],
        others=[_seen(state, one) for one in world.people if one.id not in members and one.id != world.me],
        notify=_value(state, room, "notify", room.notify if room else "all"),
        until=_value(state, room, "until", "always"),
        writers=_value(state, room, "writers", room.writers if room else "everyone"),
        link=room.link if room and f"{room.id}.revoked" not in state.marks else "",
        approval=bool(room and f"{room.id}.approval" in state.marks),
        reporting=Reported(ACCOUNT, reporting.name) if reporting else None,
        status=state.values.get("status", "available"),
        status_text=state.values.get("status_text", ""),
        files=world.files,
        settings=device.screen(state.settings) if device else None,
    )


def _value(state: ChatState, room: Room | None, name: str, first: str) -> str:
    return state.values.get(f"{room.id}.{name}", first) if room else first


def _room_line(state: ChatState, room: Room) -> RoomLine:
    unread = 0 if f"{room.id}.opened" in state.marks else room.unread
    return RoomLine(room, unread, _value(state, room, "notify", room.notify))


def _seen(state: ChatState, person: Person) -> Seen:
    name = person.id
    return Seen(
        person,
        f"{name}.blocked" in state.marks,
        f"{name}.reported" in state.values,
        state.values.get(f"{name}.trust", ""),
    )


def _lines(world: Chat, state: ChatState, room: Room) -> list[ChatLine]:
    """The messages of the author's, then those sent here and what came back."""
    texts = {one.id: state.values.get(f"{one.id}.text", one.text) for one in room.messages}
    texts |= {one.id: one.text for one in state.said}
    found = [
        _line(state, texts, one.id, world.person(one.author), one.author == world.me, one.time, file=one.file,
              answers=one.answers, pinned=one.pinned)
        for one in room.messages
        if f"{one.author}.blocked" not in state.marks
    ]  # fmt: skip
    files = {one.id: one.name for one in world.files}
    answers = {one.id: one for one in room.answers}
    for said in state.said:
        if said.room != room.id:
            continue
        found.append(
            _line(state, texts, said.id, world.person(world.me), True, NOW, file=files.get(said.file, ""),
                  answers=said.answers, forwards=said.forwards)
        )  # fmt: skip
        if got := answers.get(said.got):
            found.append(_line(state, {got.id: got.says}, got.id, world.person(got.author), False, NOW))
    return [one for one in found if f"{one.id}.hidden" not in state.marks]


def _line(
    state: ChatState, texts: dict[str, str], name: str, author: Person | None, mine: bool, time: str, *,
    file: str = "", answers: str = "", forwards: str = "", pinned: bool = False,
) -> ChatLine:  # fmt: skip
    deleted = f"{name}.deleted" in state.marks
    return ChatLine(
        id=name,
        author=author,
        mine=mine,
        time=time,
        text="" if deleted else texts[name],
        file="" if deleted else file,
        quoted="" if f"{answers}.deleted" in state.marks else texts.get(answers, "")[:60],
        forwarded=bool(forwards),
        liked=f"{name}.liked" in state.marks,
        pinned=pinned != (f"{name}.pinned" in state.marks) and not deleted,
        reported=f"{name}.reported" in state.values,
        deleted=deleted,
    )
