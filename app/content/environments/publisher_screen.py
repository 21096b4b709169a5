"""What the component of the back office shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import Markup

from app.content.environments.publisher_facts import FEED
from app.content.environments.publisher_parts import Entry, Image, Named, PublisherState, Remark, User, Version
from app.lib.markdown import render_markdown

if TYPE_CHECKING:
    from app.content.environments.device import DeviceScreen
    from app.content.environments.publisher import Publisher, Shown


@dataclass(frozen=True)
class RemarkLine:
    remark: Remark
    title: str
    """Of the article."""
    state: str
    reply: str


@dataclass(frozen=True)
class ImageNow:
    image: Image
    alt: str
    caption: str
    licence: str
    decorative: bool


@dataclass(frozen=True)
class PublisherScreen:
    at: str
    refused: str
    saved: bool
    articles: list[Shown] = field(default_factory=list)
    article: Shown | None = None
    text: Markup = field(default_factory=Markup)
    """The open article, as readers see it."""
    versions: tuple[Version, ...] = ()
    inserted: list[Named] = field(default_factory=list)
    image: ImageNow | None = None
    """The one that is open, or the article's."""
    comments: list[RemarkLine] = field(default_factory=list)
    answering: str = ""
    users: list[tuple[User, str]] = field(default_factory=list)
    menu: list[Entry] = field(default_factory=list)
    others: list[Entry] = field(default_factory=list)
    """Entries that the menu does not show."""
    feed: dict[str, str] = field(default_factory=dict)
    settings: DeviceScreen | None = None

    @property
    def split(self) -> bool:
        return False


def publisher_screen(world: Publisher, state: PublisherState) -> PublisherScreen:
    article = next((one for one in world.all_articles(state) if one.id == state.on), None)
    now = world.shown(state, article) if article else None
    inside, entries = world.menu_now(state), {one.id: one for one in world.menu}
    device = world.device() if state.at == "settings" else None
    on_site = state.at in ("site", "preview")
    return PublisherScreen(
        at=state.at,
        refused=state.refused,
        saved=state.saved,
        articles=world.on_site(state) if on_site else [world.shown(state, one) for one in world.all_articles(state)],
        article=now,
        text=render_markdown(now.text) if now else Markup(),
        versions=article.versions if article else (),
        inserted=[one for one in world.blocks if now and one.id in now.blocks],
        image=_image(world, state, now.image if now else state.on),
        comments=_remarks(world, state),
        answering=state.on if state.at == "comments" else "",
        users=[(one, state.values.get(f"{one.id}.role", one.role)) for one in world.users],
        menu=[entries[name] for name in inside if name in entries],
        others=[one for one in world.menu if one.id not in inside],
        feed={name: state.values.get(f"feed.{name}", first) for name, first in FEED.items()},
        settings=device.screen(state.settings) if device else None,
    )


def _image(world: Publisher, state: PublisherState, name: str) -> ImageNow | None:
    one = next((one for one in world.images if one.id == name), None)
    if one is None:
        return None
    return ImageNow(
        image=one,
        alt=state.values.get(f"{name}.alt", one.alt),
        caption=state.values.get(f"{name}.caption", one.caption),
        licence=state.values.get(f"{name}.licence", one.licence),
        decorative=state.values.get(f"{name}.decorative", "yes" if one.decorative else "no") == "yes",
    )


def _remarks(world: Publisher, state: PublisherState) -> list[RemarkLine]:
    titles = {one.id: world.shown(state, one).title for one in world.articles}
    return [
        RemarkLine(
            one,
            titles.get(one.article, ""),
            state.values.get(f"{one.id}.state", "pending"),
            state.values.get(f"{one.id}.reply", ""),
        )
        for one in world.comments
    ]
