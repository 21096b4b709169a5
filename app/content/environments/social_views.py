"""What each page of the social network shows, ready."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from app.content.environments.device import DeviceScreen
from app.content.environments.report import Reported
from app.content.environments.social_parts import Account, Audience, Comment, Group, Medium, Post, Written


@dataclass(frozen=True)
class CommentView:
    comment: Comment
    author: Account
    mine: bool
    may_delete: bool
    captured: bool
    reported: bool


@dataclass(frozen=True)
class PostView:
    post: Post
    author: Account
    text: Markup
    likes: int
    liked: bool
    shared: PostView | None
    group: Group | None


@dataclass(frozen=True)
class OpenPost:
    """A post in full."""

    more: Markup
    mine: bool
    audience: Audience | None
    tag: str
    tagged: list[Account]
    asked: bool
    saved: bool
    hidden: bool
    captured: bool
    reported: bool
    comments: list[CommentView]


@dataclass(frozen=True)
class DetailView:
    id: str
    label: str
    text: str
    """As read."""
    value: str
    """As sent: the id of an option, or the text."""
    options: list[tuple[str, str]]
    audience: str


@dataclass(frozen=True)
class Told:
    """A line of a private conversation."""

    mine: bool
    text: str
    files: str = ""
    """Names of what goes with it."""


@dataclass(frozen=True)
class SocialScreen:
    at: str
    order: str
    draft: Written | None
    answering: Comment | None
    refused: bool
    posts: list[PostView] = field(default_factory=list)
    published: list[tuple[int, Written]] = field(default_factory=list)
    post: PostView | None = None
    opened: OpenPost | None = None
    commented: list[tuple[int, Written]] = field(default_factory=list)
    account: Account | None = None
    details: list[DetailView] = field(default_factory=list)
    marks: frozenset[str] = frozenset()
    """What is true of the account or of the groups shown: `followed`, `blocked`, `g1.member`…"""
    groups: list[Group] = field(default_factory=list)
    tags: list[tuple[PostView, str]] = field(default_factory=list)
    people: list[Account] = field(default_factory=list)
    talk: list[Told] = field(default_factory=list)
    settings: DeviceScreen | None = None
    reporting: Reported | None = None
    """What is being reported, in words."""
    attached: list[Medium] = field(default_factory=list)

    @property
    def split(self) -> bool:
        return False

    def ids(self) -> set[str]:
        """What the buttons of the page may be about."""
        posts = [*self.posts, *(one for one, _ in self.tags), *([self.post] if self.post else [])]
        posts += [one.shared for one in posts if one.shared]
        found = {one.post.id for one in posts} | {one.author.id for one in posts}
        found |= {one.group.id for one in posts if one.group} | {one.id for one in self.groups}
        found |= {one.id for one in self.people} | ({self.account.id} if self.account else set())
        if self.opened:
            found |= {one.comment.id for one in self.opened.comments}
            found |= {one.author.id for one in self.opened.comments} | {one.id for one in self.opened.tagged}
        return found
