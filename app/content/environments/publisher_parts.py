"""What the back office of a site is made of, as its author writes it, and what a learner leaves in it."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from app.content.environments.device import DeviceState
from app.content.environments.world import State, ThingId
from app.content.parts import Line, Part

STATUSES = ("draft", "scheduled", "published", "trash")
VISIBILITIES = ("public", "unlisted", "password", "members")
DECISIONS = ("approved", "refused", "sent_on")
ROLES = ("reader", "contributor", "editor", "admin")

IsoDay = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Slug = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9-]{1,60}$")]


class Named(Part, kw_only=True, frozen=True):
    """A category, a licence, something to insert."""

    id: ThingId
    name: Line
    about: str = ""


class ArticleLink(Part, kw_only=True, frozen=True):
    """A link of an article: its words may be changed, freely or among `texts`."""

    id: ThingId
    text: Line
    address: Line
    texts: tuple[Line, ...] = ()


class Version(Part, kw_only=True, frozen=True):
    """What an article said before."""

    id: ThingId
    date: Line
    text: str


class Article(Part, kw_only=True, frozen=True):
    id: ThingId
    title: str = ""
    slug: str = ""
    text: str = ""
    author: str = ""
    status: Literal["draft", "scheduled", "published", "trash"] = "draft"
    date: IsoDay
    category: ThingId
    visibility: Literal["public", "unlisted", "password", "members"] = "public"
    image: str = ""
    licence: str = ""
    indexed: bool = True
    canonical: str = ""
    """The article whose address is given to search engines instead of its own."""
    blocks: tuple[ThingId, ...] = ()
    """What is inserted in it."""
    links: tuple[ArticleLink, ...] = ()
    versions: tuple[Version, ...] = ()


class Image(Part, kw_only=True, frozen=True):
    id: ThingId
    name: Line
    about: Line
    """What it shows, for the learner."""
    alt: str = ""
    alts: tuple[Line, ...] = ()
    """Texts to choose among; none: it is typed."""
    caption: str = ""
    captions: tuple[Line, ...] = ()
    licence: str = ""
    decorative: bool = False


class Remark(Part, kw_only=True, frozen=True):
    """A reader's comment, waiting."""

    id: ThingId
    article: ThingId
    author: Line
    date: Line
    text: Line


class User(Part, kw_only=True, frozen=True):
    id: ThingId
    name: Line
    about: str = ""
    role: Literal["reader", "contributor", "editor", "admin"] = "reader"


class Entry(Part, kw_only=True, frozen=True):
    """Something that the menu of the site may show."""

    id: ThingId
    name: Line
    shown: bool = True


class PublisherState(State, frozen=True, kw_only=True, omit_defaults=True):
    at: str = "articles"
    on: str = ""
    refused: str = ""
    """Why what was asked was not done: `title`, `date`, `slug`."""
    saved: bool = False
    values: dict[str, str] = {}  # noqa: RUF012 (msgspec copies it)
    """`p1.title`, `v1.alt`, `c1.state`, `u1.role`, `feed.category`: what was typed or chosen."""
    blocks: dict[str, tuple[str, ...]] = {}  # noqa: RUF012
    """What is inserted, in the articles where that changed."""
    menu: tuple[str, ...] | None = None
    created: int = 0
    seen: tuple[str, ...] = ()
    """Articles previewed."""
    settings: DeviceState = DeviceState()


Articles = Annotated[tuple[Article, ...], msgspec.Meta(max_length=20)]
