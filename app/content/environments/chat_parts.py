"""What a messaging application is made of, as its author writes it, and what a learner leaves in it."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from app.content.environments.device import DeviceState
from app.content.environments.world import State, ThingId
from app.content.parts import Line, Part, Words

NOTIFY = ("all", "mentions", "none")
UNTIL = ("always", "hours", "tomorrow")
STATUSES = ("available", "busy", "away")
WRITERS = ("everyone", "admins")


class Person(Part, kw_only=True, frozen=True):
    id: ThingId
    name: Line
    handle: Line
    """Written after an @ to mention; with its server when there are several (`lou@nord.example`)."""
    about: str = ""
    """A line under the name: when last seen, what she does."""
    code: str = ""
    """Security code that the application shows for this person."""


class Document(Part, kw_only=True, frozen=True):
    id: ThingId
    name: Line
    about: str = ""


class ChatMessage(Part, kw_only=True, frozen=True):
    id: ThingId
    author: ThingId
    time: Line
    text: Words
    file: str = ""
    """Name of a document sent with it, and what it shows."""
    answers: str = ""
    """The message that it answers."""
    pinned: bool = False


class ChatAnswer(Part, kw_only=True, frozen=True):
    """What comes back to a message that has all these words; the first that fits."""

    id: ThingId
    author: ThingId
    has: tuple[Line, ...] = ()
    says: Words


class Room(Part, kw_only=True, frozen=True):
    """A private conversation, a group, a channel."""

    id: ThingId
    name: Line
    kind: Literal["direct", "group", "channel"] = "group"
    about: str = ""
    members: tuple[ThingId, ...]
    admin: bool = False
    """The learner administers it."""
    unread: int = 0
    notify: Literal["all", "mentions", "none"] = "all"
    writers: Literal["everyone", "admins"] = "everyone"
    link: str = ""
    """Address of an invitation that works; an administrator may revoke it."""
    messages: Annotated[tuple[ChatMessage, ...], msgspec.Meta(max_length=30)] = ()
    answers: tuple[ChatAnswer, ...] = ()


class Said(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A message sent here."""

    id: str
    room: str
    text: str
    answers: str = ""
    file: str = ""
    forwards: str = ""
    got: str = ""
    """The answer that it got."""


class ChatState(State, frozen=True, kw_only=True, omit_defaults=True):
    at: str = "rooms"
    on: str = ""
    """The room that is open."""
    picked: str = ""
    """The message whose actions are shown."""
    doing: str = ""
    """What is being done with it: `answer`, `edit`, `forward`, `report`; or `report` of a person, `picked`."""
    refused: bool = False
    marks: tuple[str, ...] = ()
    """`m1.liked`: what was done, or undone of what was so at the start."""
    values: dict[str, str] = {}  # noqa: RUF012 (msgspec copies it)
    said: tuple[Said, ...] = ()
    count: int = 0
    """Messages ever sent: a deleted one's id is not given again."""
    made: tuple[str, ...] = ()
    """Names of the channels created, `n1`, `n2`…"""
    settings: DeviceState = DeviceState()


People = Annotated[tuple[Person, ...], msgspec.Meta(min_length=2, max_length=40)]
Rooms = Annotated[tuple[Room, ...], msgspec.Meta(min_length=1, max_length=15)]
