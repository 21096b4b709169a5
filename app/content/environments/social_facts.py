"""What a goal may say of a social network, and the mistakes of its authors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.content.environments.social_parts import SocialState, Written
from app.content.environments.social_screen import followed, member
from app.content.environments.world import Fact
from app.content.parts import Fault

if TYPE_CHECKING:
    from app.content.environments.social import Social

_MENTION = re.compile(r"@([\w.-]*\w)")
_HASHTAG = re.compile(r"#(\w+)")


def social_facts(world: Social, state: SocialState) -> dict[str, Fact]:
    facts: dict[str, Fact] = {
        "order": state.order,
        "seen_as_stranger": "seen_as_stranger" in state.marks,
        "published": len(state.published),
        "commented": len(state.commented),
        "sent": len(state.sent),
        "got": tuple(one.answers for one in state.sent if one.answers),
        **(device.values(state.settings) if (device := world.device()) else {}),
    }
    for post in world.posts:
        facts |= _marked(state, post.id, ("liked", "saved", "hidden", "opened", "asked", "captured", "deleted"))
        facts[f"{post.id}.audience"] = world.audience_of(state, post)
        facts[f"{post.id}.tag"] = world.tag_of(state, post)
    for _, comment in world.comments():
        facts |= _marked(state, comment.id, ("deleted", "captured"))
    for account in world.accounts:
        facts |= _marked(state, account.id, ("blocked", "muted", "opened"))
        facts[f"{account.id}.followed"] = followed(world, state, account.id)
    for group in world.groups:
        facts[f"{group.id}.muted"] = f"{group.id}.muted" in state.marks
        facts[f"{group.id}.member"] = member(state, group)
    for one in _reportable(world):
        facts[f"{one}.reported"] = state.values.get(f"{one}.reported", "")
        facts[f"{one}.note"] = state.values.get(f"{one}.note", "")
    me = world.account(world.me)
    for detail in me.details if me else ():
        facts[f"{detail.id}.text"] = state.values.get(f"{detail.id}.text", detail.text)
        facts[f"{detail.id}.audience"] = state.values.get(f"{detail.id}.audience", detail.audience)
    return facts | _written(world, state)


def _marked(state: SocialState, name: str, marks: tuple[str, ...]) -> dict[str, Fact]:
    return {f"{name}.{mark}": f"{name}.{mark}" in state.marks for mark in marks}


def _reportable(world: Social) -> Iterator[str]:
    yield from (one.id for one in world.posts)
    yield from (one.id for one in world.accounts)
    yield from (one.id for _, one in world.comments())


def _written(world: Social, state: SocialState) -> dict[str, Fact]:
    facts: dict[str, Fact] = {}
    for rank, one in enumerate(state.published, 1):
        facts |= {f"published{rank}.{name}": fact for name, fact in _post_facts(world, one).items()}
    for rank, one in enumerate(state.commented, 1):
        facts |= {f"commented{rank}.text": one.text, f"commented{rank}.on": one.about}
        facts[f"commented{rank}.answers"] = one.answers
    for rank, one in enumerate(state.sent, 1):
        facts |= {f"sent{rank}.text": one.text, f"sent{rank}.to": one.about, f"sent{rank}.got": one.answers}
        facts[f"sent{rank}.media"] = one.media
    return facts


def _post_facts(world: Social, one: Written) -> dict[str, Fact]:
    handles = {name.lower() for name in _MENTION.findall(one.text)}
    return {
        "text": one.text,
        "audience": one.audience,
        "media": one.media,
        "shares": one.about,
        "group": one.group,
        "mentions": tuple(account.id for account in world.accounts if account.handle.lower() in handles),
        "hashtags": tuple(dict.fromkeys(name.lower() for name in _HASHTAG.findall(one.text))),
    }


def social_faults(world: Social) -> Iterator[Fault]:
    accounts, audiences = {one.id for one in world.accounts}, {one.id for one in world.audiences}
    groups, posts = {one.id for one in world.groups}, {one.id for one in world.posts}
    if world.me not in accounts:
        yield _unknown(("me",), world.me)
    if world.audience not in audiences:
        yield _unknown(("audience",), world.audience)
    for position, post in enumerate(world.posts):
        at = ("posts", position)
        if post.author not in accounts or not set(post.tagged) <= accounts:
            yield _unknown((*at, "author"), post.author)
        if post.audience not in audiences:
            yield _unknown((*at, "audience"), post.audience)
        if (post.group and post.group not in groups) or (post.shares and post.shares not in posts - {post.id}):
            yield _unknown((*at, "group" if post.group else "shares"), post.group or post.shares)
        for rank, comment in enumerate(post.comments):
            if comment.author not in accounts:
                yield _unknown((*at, "comments", rank, "author"), comment.author)
    counts = Counter([*_reportable(world), *audiences, *groups, *(one.id for one in world.media)])
    for name in sorted(name for name, count in counts.items() if count > 1):
        yield Fault((), "K001", f"l’identifiant « {name} » sert deux fois", "changez-le")
    if device := world.device():
        yield from device.faults()


def _unknown(at: tuple[str | int, ...], name: str) -> Fault:
    return Fault(at, "K061", f"« {name} » n’existe pas", "donnez un id de ce monde")
