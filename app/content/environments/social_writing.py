"""What one writes on a social network: a post, a comment, a private message, a report, one's profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.content.environments.social_parts import REASONS, SocialState, Written
from app.content.environments.world import Action, with_one, without_one
from app.lib.text_matching import fold

if TYPE_CHECKING:
    from app.content.environments.social import Social

MOST_WRITTEN = 8
LONGEST_DETAIL = 200


def compose(world: Social, state: SocialState, draft: Written, action: Action) -> SocialState:
    """A post being written: its text, its audience, what is attached; published or given up."""
    if action.get("do") == "discard":
        return replace(state, draft=None, refused=False)
    audience = action.get("audience", "")
    draft = replace(
        draft,
        text=action.get("text", draft.text),
        audience=audience if _is_audience(world, audience) else draft.audience,
        media=without_one(draft.media, action.get("detach", "")),
    )
    if (name := action.get("attach", "")) and any(one.id == name for one in world.media):
        draft = replace(draft, media=with_one(draft.media, name))
        if action.get("do") != "publish":
            return replace(state, draft=draft, refused=False)
    if action.get("do") != "publish" or len(state.published) >= MOST_WRITTEN:
        return replace(state, draft=draft)
    if len(draft.text) > world.longest or not (draft.text.strip() or draft.media or draft.about):
        return replace(state, draft=draft, refused=True)
    return replace(state, draft=None, refused=False, published=(*state.published, draft))


def say(world: Social, state: SocialState, action: Action) -> SocialState:
    """What is typed under a post or to somebody, the audience of a post of one's own, what is taken back."""
    do, audience = action.get("do"), action.get("audience", "")
    post = world.post(state.on) if state.at == "post" else None
    if do == "audience" and post and post.author == world.me and _is_audience(world, audience):
        return replace(state, values={**state.values, f"{post.id}.audience": audience})
    if (do == "comment" and post) or (do == "send" and state.at == "talk"):
        text = action.get("text", "").strip()
        media = tuple(one.id for one in world.media if one.id == action.get("media") and not post)
        if not text and not media:
            return replace(state, refused=True)
        return _comment(state, text) if post else _send(world, state, text, media)
    if "remove" in action:
        return replace(state, published=_without_rank(state.published, action["remove"]))
    return replace(state, commented=_without_rank(state.commented, action["erase"])) if "erase" in action else state


def report(world: Social, state: SocialState, action: Action) -> SocialState:
    """The form of a report: a reason is needed, then one is back where one was."""
    name, post = state.on, next((post for post, one in world.comments() if one.id == state.on), None)
    back = replace(
        state, at="post" if post or world.post(name) else "profile", on=post.id if post else name, refused=False
    )
    if action.get("do") == "back":
        return back
    if action.get("do") != "report":
        return state
    if action.get("reason") not in REASONS:
        return replace(state, refused=True)
    values = {**state.values, f"{name}.reported": action["reason"], f"{name}.note": action.get("note", "").strip()}
    return replace(back, values=values)


def edit_profile(world: Social, state: SocialState, action: Action) -> SocialState:
    """The lines of one's own profile and who may read them."""
    values, me = dict(state.values), world.account(world.me)
    for one in me.details if me else ():
        known = [option.id for option in one.options]
        typed = action[one.id].strip()[:LONGEST_DETAIL] if one.id in action else None
        if typed is not None and (not known or typed in known):
            values[f"{one.id}.text"] = typed
        chosen = action.get(f"{one.id}-audience", "")
        if one.audience and _is_audience(world, chosen):
            values[f"{one.id}.audience"] = chosen
    return replace(state, values=values)


def _comment(state: SocialState, text: str) -> SocialState:
    if len(state.commented) >= MOST_WRITTEN:
        return state
    one = Written(text=text, about=state.on, answers=state.answering)
    return replace(state, commented=(*state.commented, one), answering="", refused=False)


def _send(world: Social, state: SocialState, text: str, media: tuple[str, ...]) -> SocialState:
    account = world.account(state.on)
    if account is None or len(state.sent) >= MOST_WRITTEN or world.blocked(state, account.id):
        return state
    got = next((one.id for one in account.answers if all(fold(word) in fold(text) for word in one.has)), "")
    one = Written(text=text, about=account.id, answers=got, media=media)
    return replace(state, sent=(*state.sent, one), refused=False)


def _without_rank(written: tuple[Written, ...], rank: str) -> tuple[Written, ...]:
    return tuple(one for position, one in enumerate(written, 1) if str(position) != rank)


def _is_audience(world: Social, name: str) -> bool:
    return any(one.id == name for one in world.audiences)
