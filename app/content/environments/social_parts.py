"""What a social network is made of, as its author writes it, and what a learner leaves in it."""

from __future__ import annotations

from typing import Annotated

import msgspec

from app.content.environments.device import DeviceState, Option
from app.content.environments.world import State, ThingId
from app.content.parts import Line, Part, Words
from app.lib.msgids import N_


class Audience(Part, kw_only=True, frozen=True):
    """Who may see something. The first one is everybody."""

    id: ThingId
    name: Line
    about: str = ""
    """Who is in it."""


AUDIENCES = (
    Audience(id="a1", name=N_("Tout le monde")),
    Audience(id="a2", name=N_("Mes amis")),
    Audience(id="a3", name=N_("Mes amis proches")),
    Audience(id="a4", name=N_("Moi seulement")),
)

REASONS = ("ad", "harassment", "hate", "identity", "false", "private", "violence", "unwanted")
"""Reasons of a report; the component names them."""


class Detail(Part, kw_only=True, frozen=True):
    """A line of a profile. On one's own it can be changed: freely, or among `options`."""

    id: ThingId
    label: Line
    text: str = ""
    """What is written, or the id of the chosen option."""
    options: tuple[Option, ...] = ()
    audience: str = ""
    """Empty: everybody, and no choice to make."""


class Answer(Part, kw_only=True, frozen=True):
    """What an account answers to a private message that has all these words."""

    id: ThingId
    has: tuple[Line, ...] = ()
    says: Words


class Account(Part, kw_only=True, frozen=True):
    id: ThingId
    name: Line
    handle: Line
    """Without the @."""
    joined: str = ""
    bio: str = ""
    picture: str = ""
    """Its avatar, in words."""
    details: tuple[Detail, ...] = ()
    followed: bool = False
    said: tuple[Line, ...] = ()
    """Private messages received from it."""
    answers: tuple[Answer, ...] = ()


class Comment(Part, kw_only=True, frozen=True):
    id: ThingId
    author: ThingId
    text: Words
    date: str = ""


class Post(Part, kw_only=True, frozen=True):
    id: ThingId
    author: ThingId
    date: Line
    moment: int = 0
    """Its rank in time: larger is later (20260512)."""
    text: Words
    more: str = ""
    """The rest of the text, once it is opened."""
    picture: str = ""
    """What its picture shows, in words."""
    audience: ThingId = "a1"
    likes: int = 0
    shares: str = ""
    """The post that it passes on."""
    sponsored: bool = False
    suggested: bool = False
    """Shown although its author is not followed."""
    why: str = ""
    """What « Pourquoi cette publication ? » answers."""
    ranked: bool = True
    """Shown in the recommended feed; else only in the one ordered by date."""
    group: str = ""
    tagged: tuple[ThingId, ...] = ()
    pending: bool = False
    """The tag of the learner's account waits for an agreement."""
    comments: tuple[Comment, ...] = ()


class Group(Part, kw_only=True, frozen=True):
    id: ThingId
    name: Line
    about: str = ""
    member: bool = True


class Medium(Part, kw_only=True, frozen=True):
    """A picture or a video of one's own, to publish."""

    id: ThingId
    name: Line
    about: str = ""


class Written(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A post, a comment or a private message written here."""

    text: str = ""
    audience: str = ""
    media: tuple[str, ...] = ()
    about: str = ""
    """The post passed on or commented, the account written to."""
    answers: str = ""
    """The comment that this one answers, the answer that a message got."""
    group: str = ""


class SocialState(State, frozen=True, kw_only=True, omit_defaults=True):
    at: str = "feed"
    on: str = ""
    """The post, the account, the group looked at, or what is being reported."""
    order: str = "recommended"
    marks: tuple[str, ...] = ()
    """`p1.liked`: what was done, or undone of what was so at the start."""
    values: dict[str, str] = {}  # noqa: RUF012 (msgspec copies it)
    """`p1.audience`, `c2.reported`, `i1.text`: what was chosen."""
    draft: Written | None = None
    answering: str = ""
    refused: bool = False
    published: tuple[Written, ...] = ()
    commented: tuple[Written, ...] = ()
    sent: tuple[Written, ...] = ()
    settings: DeviceState = DeviceState()


Posts = Annotated[tuple[Post, ...], msgspec.Meta(min_length=1, max_length=30)]
Accounts = Annotated[tuple[Account, ...], msgspec.Meta(min_length=2, max_length=30)]
