"""What one does behind a site: write, publish, schedule, describe images, moderate, arrange."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.content.environments.publisher_parts import DECISIONS, ROLES, VISIBILITIES, Article, PublisherState
from app.content.environments.world import Action, with_one, without_one

if TYPE_CHECKING:
    from app.content.environments.publisher import Publisher

LONGEST = {"title": 120, "slug": 60, "text": 2_000, "alt": 250, "caption": 250, "reply": 400}
_NOT_IN_SLUG = re.compile(r"[^a-z0-9-]+")


def on_article(world: Publisher, state: PublisherState, article: Article, action: Action) -> PublisherState:
    """The form of an article: what it holds is kept at each button, then the button does its work."""
    name, do = article.id, action.get("do", "")
    state = replace(state, values={**state.values, **_typed(world, article, action)}, refused="", saved=False)
    inserted = state.blocks.get(name, article.blocks)
    if any(one.id == action.get("insert") for one in world.blocks):
        return replace(state, blocks={**state.blocks, name: with_one(inserted, action["insert"])})
    if action.get("take_out") in inserted:
        return replace(state, blocks={**state.blocks, name: without_one(inserted, action["take_out"])})
    if version := next((one for one in article.versions if one.id == action.get("restore")), None):
        return replace(state, values={**state.values, f"{name}.text": version.text}, saved=True)
    if do not in ("save", "draft", "publish", "schedule", "trash"):
        return state
    if do in ("publish", "schedule") and (why := _refused(world, state, article, do)):
        return replace(state, refused=why)
    changed = dict(state.values)
    if do != "save":
        changed[f"{name}.status"] = {"publish": "published", "schedule": "scheduled"}.get(do, do)
    if do == "publish":
        changed[f"{name}.date"] = world.today
    return replace(state, values=changed, saved=True, at="articles" if do == "trash" else "article")


def on_page(world: Publisher, state: PublisherState, action: Action) -> PublisherState:
    """The other pages: an image, the comments, the users, the menu, the feed."""
    match state.at:
        case "image" if action.get("do") == "save":
            return _describe(world, state, action)
        case "comments":
            return _moderate(world, state, action)
        case "users" if action.get("do") == "roles":
            roles = {f"{one.id}.role": action[one.id] for one in world.users if action.get(one.id) in ROLES}
            return replace(state, values={**state.values, **roles}, saved=True)
        case "menu":
            return _arrange(world, state, action)
        case "feed" if world.feed and action.get("do") == "feed":
            offered = {"category": ("all", *(one.id for one in world.categories)), "content": ("full", "summary"),
                       "home": ("yes", "no")}  # fmt: skip
            chosen = {f"feed.{key}": action[key] for key, values in offered.items() if action.get(key) in values}
            return replace(state, values={**state.values, **chosen}, saved=True)
    return state


def _typed(world: Publisher, article: Article, action: Action) -> dict[str, str]:
    """The fields of the form that hold something possible."""
    offered = {
        "category": [one.id for one in world.categories],
        "visibility": list(VISIBILITIES),
        "image": ["", *(one.id for one in world.images)],
        "licence": ["", *(one.id for one in world.licences)],
        "indexed": ["yes", "no"],
        "canonical": ["", *(one.id for one in world.articles)],
    }
    found = {f"{article.id}.{name}": action[name] for name, ids in offered.items() if action.get(name) in ids}
    for name in ("title", "text"):
        if name in action:
            found[f"{article.id}.{name}"] = action[name].strip()[: LONGEST[name]]
    if "slug" in action:
        found[f"{article.id}.slug"] = _NOT_IN_SLUG.sub("-", action["slug"].strip().lower()).strip("-")[
            : LONGEST["slug"]
        ]
    if _is_day(action.get("date", "")):
        found[f"{article.id}.date"] = action["date"]
    for link in article.links:
        text = action.get(link.id, "").strip()[: LONGEST["alt"]]
        if text and (not link.texts or text in (*link.texts, link.text)):
            found[f"{link.id}.text"] = text
    return found


def _refused(world: Publisher, state: PublisherState, article: Article, do: str) -> str:
    """Why an article cannot be published or scheduled; empty when it can."""
    one = world.shown(state, article)
    others = [world.shown(state, other) for other in world.all_articles(state) if other.id != one.id]
    if not one.title:
        return "title"
    if one.slug and any(other.slug == one.slug and other.status != "trash" for other in others):
        return "slug"
    return "date" if do == "schedule" and one.date <= world.today else ""


def _describe(world: Publisher, state: PublisherState, action: Action) -> PublisherState:
    image = next((one for one in world.images if one.id == state.on), None)
    if image is None:
        return state
    changed = dict(state.values)
    for name, offered in (("alt", image.alts), ("caption", image.captions)):
        if name in action and (not offered or action[name] in ("", *offered)):
            changed[f"{image.id}.{name}"] = action[name].strip()[: LONGEST[name]]
    if action.get("licence") in ["", *(one.id for one in world.licences)]:
        changed[f"{image.id}.licence"] = action["licence"]
    if action.get("decorative") in ("yes", "no"):
        changed[f"{image.id}.decorative"] = action["decorative"]
    return replace(state, values=changed, saved=True)


def _moderate(world: Publisher, state: PublisherState, action: Action) -> PublisherState:
    known = {one.id for one in world.comments}
    for decision in DECISIONS:
        if (name := action.get(decision, "")) in known:
            return replace(state, values={**state.values, f"{name}.state": decision}, on="")
    if (name := action.get("answer", "")) in known:
        return replace(state, on=name)
    if state.on in known and action.get("do") == "reply" and (text := action.get("text", "").strip()):
        return replace(state, values={**state.values, f"{state.on}.reply": text[: LONGEST["reply"]]}, on="")
    return state


def _arrange(world: Publisher, state: PublisherState, action: Action) -> PublisherState:
    """The menu: put an entry in, take it out, move it up."""
    menu, known = world.menu_now(state), [one.id for one in world.menu]
    if (name := action.get("put", "")) in known and name not in menu:
        return replace(state, menu=(*menu, name))
    if (name := action.get("drop", "")) in menu:
        return replace(state, menu=without_one(menu, name))
    if (name := action.get("up", "")) in menu[1:]:
        at = menu.index(name)
        return replace(state, menu=(*menu[: at - 1], name, menu[at - 1], *menu[at + 1 :]))
    return state


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
