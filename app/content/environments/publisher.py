"""The back office of a site: articles, images, comments, users, menu, feed.

Facts: `p1.title|slug|text|category|status|date|visibility|image|licence|indexed|canonical|blocks|visible|previewed`,
`l1.text`; `created`, `n1.title`…; `v1.alt|caption|licence|decorative`; `c1.state|reply`; `u1.role`; `menu`, `menu1`…;
`feed.category|content|home`; `visible` (articles that anybody sees, latest first); the settings by id.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

import msgspec
from msgspec.structs import replace

from app.content.environments.device import Device, Section
from app.content.environments.publisher_doing import on_article, on_page
from app.content.environments.publisher_facts import publisher_facts, publisher_faults
from app.content.environments.publisher_parts import (
    Article,
    ArticleLink,
    Articles,
    Entry,
    Image,
    IsoDay,
    Named,
    PublisherState,
    Remark,
    User,
)
from app.content.environments.publisher_screen import PublisherScreen, publisher_screen
from app.content.environments.world import Action, Fact, State, World, with_one
from app.content.parts import Fault, Line

PAGES = ("articles", "images", "comments", "users", "menu", "feed", "site", "settings")
MOST_CREATED = 3


@dataclass(frozen=True)
class Shown:
    """An article as it is now."""

    id: str
    title: str
    slug: str
    text: str
    author: str
    status: str
    date: str
    category: str
    visibility: str
    image: str
    licence: str
    indexed: bool
    canonical: str
    blocks: tuple[str, ...]
    links: tuple[tuple[ArticleLink, str], ...]
    """Each link and its words."""

    @property
    def day(self) -> str:
        """Its date, as French readers write it."""
        return french_day(self.date)

    @property
    def visible(self) -> bool:
        """Anybody finds it on the site."""
        return self.status == "published" and self.visibility == "public"


class Publisher(World, kw_only=True, frozen=True, tag="publisher"):
    """A site, behind the scenes."""

    today: IsoDay
    address: Line = "https://site.example"
    categories: Annotated[tuple[Named, ...], msgspec.Meta(min_length=1, max_length=12)]
    articles: Articles = ()
    images: tuple[Image, ...] = ()
    licences: tuple[Named, ...] = ()
    blocks: tuple[Named, ...] = ()
    """What can be inserted in an article: a map, a quotation, a document."""
    comments: tuple[Remark, ...] = ()
    users: tuple[User, ...] = ()
    menu: tuple[Entry, ...] = ()
    feed: bool = False
    """The site offers a feed, to be set up."""
    settings: tuple[Section, ...] = ()

    STATE: ClassVar[type[State]] = PublisherState

    def start(self) -> PublisherState:
        return PublisherState()

    def act(self, state: PublisherState, action: Action) -> PublisherState:
        article = next((one for one in self.all_articles(state) if one.id == state.on), None)
        if action.get("show") in PAGES:
            kept = (
                on_article(self, state, article, {**action, "do": "keep"})
                if state.at == "article" and article
                else state
            )
            return _at(kept, action["show"], "")
        if action.get("do") == "new" and state.created < MOST_CREATED:
            return _at(replace(state, created=state.created + 1), "article", f"n{state.created + 1}")
        name = action.get("open", "")
        if any(one.id == name for one in self.all_articles(state)):
            return _at(state, "article", name)
        if any(one.id == name for one in self.images) and state.at == "images":
            return _at(state, "image", name)
        if state.at == "article" and article:
            if action.get("do") == "preview":
                typed = on_article(self, state, article, {**action, "do": "keep"})
                return replace(_at(typed, "preview", article.id), seen=with_one(state.seen, article.id))
            return on_article(self, state, article, action)
        if state.at == "settings" and (device := self.device()):
            return replace(state, settings=device.act(state.settings, action))
        return on_page(self, state, action)

    def facts(self, state: PublisherState) -> Mapping[str, Fact]:
        return publisher_facts(self, state)

    def screen(self, state: PublisherState) -> PublisherScreen:
        return publisher_screen(self, state)

    def faults(self) -> Iterator[Fault]:
        yield from publisher_faults(self)

    def device(self) -> Device | None:
        """Its settings, which are those of any device."""
        return Device(title=self.title, sections=self.settings) if self.settings else None

    def all_articles(self, state: PublisherState) -> list[Article]:
        """Those of the author and those created here, as they were at first."""
        first = self.categories[0].id
        made = [Article(id=f"n{rank}", date=self.today, category=first) for rank in range(1, state.created + 1)]
        return [*self.articles, *made]

    def shown(self, state: PublisherState, one: Article) -> Shown:
        def now(name: str, first: str) -> str:
            return state.values.get(f"{one.id}.{name}", first)

        return Shown(
            id=one.id,
            title=now("title", one.title),
            slug=now("slug", one.slug),
            text=now("text", one.text),
            author=one.author,
            status=now("status", one.status),
            date=now("date", one.date),
            category=now("category", one.category),
            visibility=now("visibility", one.visibility),
            image=now("image", one.image),
            licence=now("licence", one.licence),
            indexed=now("indexed", "yes" if one.indexed else "no") == "yes",
            canonical=now("canonical", one.canonical),
            blocks=state.blocks.get(one.id, one.blocks),
            links=tuple((link, state.values.get(f"{link.id}.text", link.text)) for link in one.links),
        )

    def on_site(self, state: PublisherState) -> list[Shown]:
        """What anybody sees, latest first."""
        found = [self.shown(state, one) for one in self.all_articles(state)]
        return sorted((one for one in found if one.visible), key=lambda one: one.date, reverse=True)

    @property
    def now(self) -> str:
        """Today, as French readers write it."""
        return french_day(self.today)

    def menu_now(self, state: PublisherState) -> tuple[str, ...]:
        return state.menu if state.menu is not None else tuple(one.id for one in self.menu if one.shown)


def french_day(iso: str) -> str:
    return "/".join(reversed(iso.split("-")))


def _at(state: PublisherState, at: str, on: str) -> PublisherState:
    first = replace(state.settings, at="", said="")
    return replace(state, at=at, on=on, refused="", saved=False, settings=first)
