"""The pages of the social network: one at a time, and on it only what was opened."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from app.content.environments.report import ACCOUNT, COMMENT, POST, Reported
from app.content.environments.social_parts import Detail, Group, Post, SocialState
from app.content.environments.social_views import CommentView, DetailView, OpenPost, PostView, SocialScreen, Told
from app.lib.markdown import render_markdown

if TYPE_CHECKING:
    from app.content.environments.social import Social


def social_screen(world: Social, state: SocialState) -> SocialScreen:
    """The page that is open."""
    if state.draft is not None:
        attached = [one for one in world.media if one.id in state.draft.media]
        return SocialScreen("write", state.order, state.draft, None, state.refused, attached=attached)
    answering = next((one for _, one in world.comments() if one.id == state.answering), None)
    page = SocialScreen(state.at, state.order, None, answering, state.refused)
    match state.at:
        case "post":
            return _post_page(world, state, page)
        case "profile" | "me" | "stranger":
            return _profile_page(world, state, page)
        case "talk":
            return _talk_page(world, state, page)
    return _plain_page(world, state, page)


def post_view(world: Social, state: SocialState, post: Post, *, whole: bool = True) -> PostView | None:
    """A post as lists show it, with the one it passes on; nothing when its author is not known."""
    author, original = world.account(post.author), world.post(post.shares) if whole else None
    if author is None:
        return None
    liked = f"{post.id}.liked" in state.marks
    return PostView(
        post=post,
        author=author,
        text=render_markdown(post.text),
        likes=post.likes + liked,
        liked=liked,
        shared=post_view(world, state, original, whole=False) if original else None,
        group=world.group(post.group),
    )


def _views(world: Social, state: SocialState, posts: list[Post]) -> list[PostView]:
    return [one for one in (post_view(world, state, post) for post in posts) if one]


def _plain_page(world: Social, state: SocialState, page: SocialScreen) -> SocialScreen:
    kept = [one for one in world.posts if not _gone(world, state, one)]
    published = list(enumerate(state.published, 1))
    match state.at:
        case "notices":
            tagged = [
                (post_view(world, state, one), world.tag_of(state, one)) for one in kept if world.tag_of(state, one)
            ]
            return replace(page, tags=[(view, tag) for view, tag in tagged if view])
        case "groups":
            return replace(page, groups=list(world.groups), marks=_group_marks(world, state))
        case "group":
            inside = [one for one in kept if one.group == state.on]
            return replace(
                page,
                groups=[one for one in world.groups if one.id == state.on],
                marks=_group_marks(world, state),
                posts=_views(world, state, inside),
                published=[(rank, one) for rank, one in published if one.group == state.on],
            )
        case "messages":
            written = {one.about for one in state.sent}
            return replace(page, people=[one for one in world.accounts if one.said or one.id in written])
        case "settings":
            device = world.device()
            return replace(page, settings=device.screen(state.settings) if device else None)
        case "report":
            return replace(page, reporting=_thing(world, state.on))
    return replace(
        page,
        posts=_views(world, state, feed(world, state)),
        published=[(rank, one) for rank, one in published if not one.group],
    )


def feed(world: Social, state: SocialState) -> list[Post]:
    """What the feed shows: chosen for one, or the accounts followed, latest first (with what is paid for)."""
    kept = [one for one in world.posts if not one.group and not _gone(world, state, one)]
    kept = [one for one in kept if f"{one.id}.hidden" not in state.marks]
    kept = [one for one in kept if f"{one.author}.muted" not in state.marks]
    if state.order == "recommended":
        return [one for one in kept if one.ranked]
    mine = [one for one in kept if one.sponsored or one.author == world.me or followed(world, state, one.author)]
    return sorted(mine, key=lambda one: -one.moment)


def followed(world: Social, state: SocialState, name: str) -> bool:
    account = world.account(name)
    return bool(account and account.followed) != (f"{name}.followed" in state.marks)


def member(state: SocialState, group: Group) -> bool:
    return group.member != (f"{group.id}.member" in state.marks)


def _gone(world: Social, state: SocialState, post: Post) -> bool:
    return f"{post.id}.deleted" in state.marks or world.blocked(state, post.author)


def _group_marks(world: Social, state: SocialState) -> frozenset[str]:
    inside = {f"{one.id}.member" for one in world.groups if member(state, one)}
    return frozenset(inside | {one for one in state.marks if one.endswith(".muted")})


def _post_page(world: Social, state: SocialState, page: SocialScreen) -> SocialScreen:
    post = world.post(state.on)
    view = post_view(world, state, post) if post else None
    if post is None or view is None:
        return page
    audience = world.audience_of(state, post)
    opened = OpenPost(
        more=render_markdown(post.more) if post.more else Markup(),
        mine=post.author == world.me,
        audience=next((one for one in world.audiences if one.id == audience), None),
        tag=world.tag_of(state, post),
        tagged=[one for one in world.accounts if one.id in post.tagged],
        reported=f"{post.id}.reported" in state.values,
        comments=_comments(world, state, post),
        **{name: f"{post.id}.{name}" in state.marks for name in ("asked", "saved", "hidden", "captured")},
    )
    mine = [(rank, one) for rank, one in enumerate(state.commented, 1) if one.about == post.id]
    return replace(page, post=view, opened=opened, commented=mine)


def _comments(world: Social, state: SocialState, post: Post) -> list[CommentView]:
    found = []
    for one in post.comments:
        author = world.account(one.author)
        if author is None or f"{one.id}.deleted" in state.marks or world.blocked(state, one.author):
            continue
        mine = one.author == world.me
        found.append(
            CommentView(
                comment=one,
                author=author,
                mine=mine,
                may_delete=mine or post.author == world.me,
                captured=f"{one.id}.captured" in state.marks,
                reported=f"{one.id}.reported" in state.values,
            )
        )
    return found


def _profile_page(world: Social, state: SocialState, page: SocialScreen) -> SocialScreen:
    name = state.on if state.at == "profile" else world.me
    account, everybody = world.account(name), world.audiences[0].id
    stranger, own = state.at == "stranger", state.at == "me"
    posts = [one for one in world.posts if name == one.author or (stranger and world.tag_of(state, one) == "accepted")]
    if not own:
        posts = [one for one in posts if not stranger or world.audience_of(state, one) == everybody]
    details = [_detail(state, one) for one in account.details] if account else []
    marks = {mark for mark in ("muted", "blocked") if f"{name}.{mark}" in state.marks}
    marks |= {"followed"} if followed(world, state, name) else set()
    marks |= {"reported"} if f"{name}.reported" in state.values else set()
    return replace(
        page,
        account=account,
        details=[one for one in details if own or (one.text and one.audience in ("", everybody))],
        posts=_views(world, state, [one for one in posts if f"{one.id}.deleted" not in state.marks]),
        published=[
            (rank, one)
            for rank, one in enumerate(state.published, 1)
            if own or (stranger and one.audience == everybody)
        ],
        marks=frozenset(marks),
    )


def _detail(state: SocialState, one: Detail) -> DetailView:
    value = state.values.get(f"{one.id}.text", one.text)
    options = [(option.id, option.text) for option in one.options]
    audience = state.values.get(f"{one.id}.audience", one.audience)
    return DetailView(one.id, one.label, dict(options).get(value, value), value, options, audience)


def _talk_page(world: Social, state: SocialState, page: SocialScreen) -> SocialScreen:
    account = world.account(state.on)
    if account is None:
        return page
    told = [Told(False, one) for one in account.said]
    says = {one.id: one.says for one in account.answers}
    for one in state.sent:
        if one.about == account.id:
            files = ", ".join(medium.name for medium in world.media if medium.id in one.media)
            told += [Told(True, one.text, files), *([Told(False, says[one.answers])] if one.answers in says else [])]
    marks = frozenset({"blocked"} if world.blocked(state, account.id) else set())
    return replace(page, account=account, talk=told, marks=marks)


def _thing(world: Social, name: str) -> Reported | None:
    post = world.post(name)
    comment = next((one for _, one in world.comments() if one.id == name), None)
    author = world.account(post.author if post else comment.author if comment else name)
    words = POST if post else COMMENT if comment else ACCOUNT
    return Reported(words, f"{author.name} (@{author.handle})") if author else None
