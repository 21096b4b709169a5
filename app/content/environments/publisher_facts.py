"""What a goal may say of the back office of a site, and the mistakes of its authors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.content.environments.publisher_parts import PublisherState
from app.content.environments.world import Fact
from app.content.parts import Fault

if TYPE_CHECKING:
    from app.content.environments.publisher import Publisher, Shown

FEED = {"category": "all", "content": "summary", "home": "no"}
_FIELDS = (
    *("title", "slug", "text", "status", "date", "category", "visibility", "image", "licence", "indexed"),
    *("canonical", "blocks", "visible"),
)


def publisher_facts(world: Publisher, state: PublisherState) -> dict[str, Fact]:
    facts: dict[str, Fact] = {
        "created": sum(
            world.shown(state, one).status != "trash" for one in world.all_articles(state)[len(world.articles) :]
        ),
        "visible": tuple(one.id for one in world.on_site(state)),
        "menu": world.menu_now(state),
        **(device.values(state.settings) if (device := world.device()) else {}),
    }
    for article in world.all_articles(state):
        facts |= _article_facts(world.shown(state, article))
        facts[f"{article.id}.previewed"] = article.id in state.seen
    for one in world.images:
        for name in ("alt", "caption", "licence"):
            facts[f"{one.id}.{name}"] = state.values.get(f"{one.id}.{name}", getattr(one, name))
        facts[f"{one.id}.decorative"] = state.values.get(f"{one.id}.decorative", _yes(one.decorative)) == "yes"
    for remark in world.comments:
        facts[f"{remark.id}.state"] = state.values.get(f"{remark.id}.state", "pending")
        facts[f"{remark.id}.reply"] = state.values.get(f"{remark.id}.reply", "")
    for user in world.users:
        facts[f"{user.id}.role"] = state.values.get(f"{user.id}.role", user.role)
    for rank, entry in enumerate(world.menu_now(state), 1):
        facts[f"menu{rank}"] = entry
    for name, first in FEED.items():
        facts[f"feed.{name}"] = state.values.get(f"feed.{name}", first)
    return facts


def _article_facts(one: Shown) -> dict[str, Fact]:
    facts: dict[str, Fact] = {f"{one.id}.{name}": getattr(one, name) for name in _FIELDS}
    return facts | {f"{link.id}.text": text for link, text in one.links}


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def publisher_faults(world: Publisher) -> Iterator[Fault]:
    categories, images = {one.id for one in world.categories}, {one.id for one in world.images}
    licences, blocks = {one.id for one in world.licences}, {one.id for one in world.blocks}
    articles = {one.id for one in world.articles}
    for position, article in enumerate(world.articles):
        named = (
            ("category", {article.category} - categories),
            ("image", {article.image} - images - {""}),
            ("licence", {article.licence} - licences - {""}),
            ("canonical", {article.canonical} - articles - {""}),
            ("blocks", set(article.blocks) - blocks),
        )
        for key, unknown in named:
            for name in sorted(unknown):
                yield _unknown(("articles", position, key), name)
    for position, image in enumerate(world.images):
        if image.licence and image.licence not in licences:
            yield _unknown(("images", position, "licence"), image.licence)
    for position, remark in enumerate(world.comments):
        if remark.article not in articles:
            yield _unknown(("comments", position, "article"), remark.article)
    for name, count in sorted(Counter(_ids(world)).items()):
        if count > 1 or re.fullmatch(r"n[0-9]+", name):
            yield Fault((), "K001", f"l’identifiant « {name} » sert deux fois, ou sert à l’application", "changez-le")
    if device := world.device():
        yield from device.faults()


def _ids(world: Publisher) -> Iterator[str]:
    for named in (world.categories, world.licences, world.blocks):
        yield from (one.id for one in named)
    yield from (one.id for one in world.images)
    yield from (one.id for one in world.comments)
    yield from (one.id for one in world.users)
    yield from (one.id for one in world.menu)
    for article in world.articles:
        yield article.id
        yield from (one.id for one in article.links)
        yield from (one.id for one in article.versions)


def _unknown(at: tuple[str | int, ...], name: str) -> Fault:
    return Fault(at, "K061", f"« {name} » n’existe pas", "donnez un id de ce monde")
