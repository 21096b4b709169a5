"""A mailbox: folders, messages to read, sort, answer and forward. Nothing leaves it.

Facts: `m1.folder`, `m1.opened`, `m1.starred`, `m1.reported`; `followed` (links, by id); `sent` (how many),
and for each message sent, in order, `sent1.to`, `sent1.cc`, `sent1.bcc` (addresses), `sent1.subject`, `sent1.body`,
`sent1.answers` and `sent1.forwards` (ids, empty when it does not), `sent1.attachments` (ids).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

import msgspec
from markupsafe import Markup
from msgspec.structs import replace

from app.content.environments.world import Action, Fact, State, ThingId, World, toggled, with_one, without_one
from app.content.parts import Fault, Line, LocalId, Part, Words
from app.lib.markdown import render_markdown

INBOX, SENT, JUNK, TRASH, ARCHIVE = "inbox", "sent", "junk", "trash", "archive"
BUILT_IN = (INBOX, SENT, ARCHIVE, JUNK, TRASH)
MOST_SENT = 5

_SEPARATORS = re.compile(r"[\s,;]+")


class Attachment(Part, kw_only=True, frozen=True):
    id: ThingId
    name: Line
    about: str = ""
    """What opening it shows, in a sentence; empty when it cannot be opened here."""


class Link(Part, kw_only=True, frozen=True):
    id: ThingId
    text: Line
    """What is written in the message."""
    address: Line
    """Where it really leads: shown when one points at it, as browsers do."""


class Message(Part, kw_only=True, frozen=True):
    id: ThingId
    name: Line
    """Name shown of who sent it."""
    address: Line
    to: Line
    cc: str = ""
    subject: Line
    date: Line
    body: Words
    folder: LocalId = INBOX
    read: bool = False
    links: tuple[Link, ...] = ()
    attachments: tuple[Attachment, ...] = ()


class Folder(Part, kw_only=True, frozen=True):
    id: ThingId
    name: Line


class Sent(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A message written here."""

    to: str
    cc: str = ""
    bcc: str = ""
    subject: str = ""
    body: str = ""
    answers: str = ""
    forwards: str = ""
    attachments: tuple[str, ...] = ()


class MailboxState(State, frozen=True, kw_only=True, omit_defaults=True):
    folder: str = INBOX
    open: str = ""
    moved: dict[str, str] = {}  # noqa: RUF012 (msgspec copies it)
    opened: tuple[str, ...] = ()
    starred: tuple[str, ...] = ()
    reported: tuple[str, ...] = ()
    followed: tuple[str, ...] = ()
    draft: Sent | None = None
    refused: str = ""
    """The draft could not be sent: `to` or `address`."""
    sent: tuple[Sent, ...] = ()


class Mailbox(World, kw_only=True, frozen=True, tag="mailbox"):
    """Someone's mailbox."""

    owner: Line
    """Address of the person whose mailbox it is."""
    messages: Annotated[tuple[Message, ...], msgspec.Meta(min_length=1, max_length=40)]
    folders: tuple[Folder, ...] = ()
    """Besides the five that every mailbox has."""
    contacts: tuple[Line, ...] = ()
    """Addresses proposed when writing."""
    files: tuple[Attachment, ...] = ()
    """Documents of the computer, to attach."""

    STATE: ClassVar[type[State]] = MailboxState

    def start(self) -> MailboxState:
        return MailboxState()

    def act(self, state: MailboxState, action: Action) -> MailboxState:
        if state.draft is not None:
            return self._write(state, state.draft, action)
        if (folder := action.get("folder", "")) in self._folder_ids():
            return replace(state, folder=folder, open="")
        if (name := action.get("open", "")) in self._by_id():
            return replace(state, open=name, opened=with_one(state.opened, name))
        if action.get("do") == "write":
            return replace(state, draft=Sent(to=""))
        message = self._by_id().get(state.open)
        return self._on_message(state, message, action) if message else state

    def facts(self, state: MailboxState) -> Mapping[str, Fact]:
        facts: dict[str, Fact] = {"followed": state.followed, "sent": len(state.sent)}
        for one in self.messages:
            facts[f"{one.id}.folder"] = self._place(state, one)
            facts[f"{one.id}.opened"] = one.id in state.opened
            facts[f"{one.id}.starred"] = one.id in state.starred
            facts[f"{one.id}.reported"] = one.id in state.reported
        for rank, sent in enumerate(state.sent, 1):
            for name in ("to", "cc", "bcc"):
                facts[f"sent{rank}.{name}"] = tuple(_addresses(getattr(sent, name)))
            for name in ("subject", "body", "answers", "forwards", "attachments"):
                facts[f"sent{rank}.{name}"] = getattr(sent, name)
        return facts

    def screen(self, state: MailboxState) -> MailboxScreen:
        message = self._by_id().get(state.open)
        shown = [one for one in self.messages if self._place(state, one) == state.folder]
        return MailboxScreen(
            folder=state.folder,
            folders=[self._tab(state, name) for name in self._folder_ids()],
            messages=[MessageLine(one, unread=not one.read and one.id not in state.opened) for one in shown],
            sent=state.sent if state.folder == SENT else (),
            message=message,
            body=render_markdown(message.body) if message else Markup(),
            starred=state.open in state.starred,
            reported=state.open in state.reported,
            followed=[link for one in self.messages for link in one.links if link.id in state.followed],
            draft=state.draft,
            split=state.draft is None,
            refused=state.refused,
        )

    def faults(self) -> Iterator[Fault]:
        ids = [one.id for one in self.messages]
        for position, one in enumerate(self.messages):
            if one.folder not in self._folder_ids():
                yield Fault(
                    ("messages", position, "folder"),
                    "K061",
                    f"le dossier « {one.folder} » n’existe pas",
                    f"choisissez parmi {', '.join(self._folder_ids())}",
                )
            if one.id in ids[:position]:
                yield Fault(
                    ("messages", position, "id"), "K001", f"l’identifiant « {one.id} » sert deux fois", "changez-le"
                )

    def folder_name(self, name: str) -> str:
        """The author's name of a folder of hers; empty for the five that every mailbox has."""
        return next((one.name for one in self.folders if one.id == name), "")

    def file_name(self, name: str) -> str:
        """The name of a document, of the computer or of a message."""
        known = (*self.files, *(file for one in self.messages for file in one.attachments))
        return next((one.name for one in known if one.id == name), "")

    def _on_message(self, state: MailboxState, message: Message, action: Action) -> MailboxState:
        if action.get("follow") in {one.id for one in message.links}:
            return replace(state, followed=with_one(state.followed, action["follow"]))
        match action.get("do"):
            case "move" if action.get("target") in self._folder_ids():
                return self._move(state, message, action["target"])
            case "delete":
                return self._move(state, message, TRASH)
            case "star":
                return replace(state, starred=toggled(state.starred, message.id))
            case "report":
                return self._move(replace(state, reported=with_one(state.reported, message.id)), message, JUNK)
            case "reply" | "reply_all" | "forward" as kind:
                return replace(state, draft=self._draft(message, kind))
        return state

    def _move(self, state: MailboxState, message: Message, folder: str) -> MailboxState:
        return replace(state, moved={**state.moved, message.id: folder}, open="")

    def _draft(self, message: Message, kind: str) -> Sent:
        if kind == "forward":
            files = tuple(one.id for one in message.attachments)
            return Sent(to="", subject=f"Tr : {message.subject}", forwards=message.id, attachments=files)
        others = [one for one in _addresses(f"{message.to},{message.cc}") if one != self.owner.lower()]
        cc = ", ".join(others) if kind == "reply_all" else ""
        return Sent(to=message.address, cc=cc, subject=f"Re : {message.subject}", answers=message.id)

    def _write(self, state: MailboxState, draft: Sent, action: Action) -> MailboxState:
        if action.get("do") == "discard":
            return replace(state, draft=None, refused="")
        typed = replace(draft, **{one: action[one] for one in ("to", "cc", "bcc", "subject", "body") if one in action})
        if (name := action.get("attach", "")) and any(one.id == name for one in self.files):
            return replace(state, draft=replace(typed, attachments=with_one(typed.attachments, name)))
        if name := action.get("detach", ""):
            return replace(state, draft=replace(typed, attachments=without_one(typed.attachments, name)))
        if action.get("do") != "send":
            return replace(state, draft=typed)
        everyone = [*_addresses(typed.to), *_addresses(typed.cc), *_addresses(typed.bcc)]
        if not everyone or not all("@" in one for one in everyone):
            return replace(state, draft=typed, refused="address" if everyone else "to")
        if len(state.sent) >= MOST_SENT:
            return state
        return replace(state, draft=None, refused="", sent=(*state.sent, typed))

    def _by_id(self) -> dict[str, Message]:
        return {one.id: one for one in self.messages}

    def _folder_ids(self) -> tuple[str, ...]:
        return (*BUILT_IN[:3], *(one.id for one in self.folders), *BUILT_IN[3:])

    def _place(self, state: MailboxState, message: Message) -> str:
        return state.moved.get(message.id, message.folder)

    def _tab(self, state: MailboxState, name: str) -> FolderTab:
        inside = sum(self._place(state, one) == name for one in self.messages)
        return FolderTab(name, self.folder_name(name), inside + (len(state.sent) if name == SENT else 0))


@dataclass(frozen=True)
class FolderTab:
    id: str
    name: str
    """Empty for the folders that every mailbox has: the component names them."""
    count: int


@dataclass(frozen=True)
class MessageLine:
    message: Message
    unread: bool


@dataclass(frozen=True)
class MailboxScreen:
    """What the component shows."""

    folder: str
    folders: list[FolderTab]
    messages: list[MessageLine]
    sent: tuple[Sent, ...]
    message: Message | None
    body: Markup
    starred: bool
    reported: bool
    followed: list[Link]
    draft: Sent | None
    split: bool
    refused: str


def _addresses(text: str) -> list[str]:
    return [one.lower() for one in _SEPARATORS.split(text) if one]
