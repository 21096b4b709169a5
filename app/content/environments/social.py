"""A social network: a feed, posts, comments, profiles, groups, private messages, settings.

Facts: `order`; `p1.liked|saved|hidden|opened|asked|captured|deleted`, `p1.audience`, `p1.reported` (the reason, or
empty), `p1.note`, `p1.tag` (`accepted`, `pending`, `refused`, or empty); `c1.deleted|captured|reported|note`;
`u1.followed|blocked|muted|opened|reported|note`; `g1.member|muted`; `i1.text|audience`; the settings by id;
`seen_as_stranger`; `published`, `published1.text|audience|media|shares|group|mentions|hashtags`; `commented`,
`commented1.text|on|answers`; `sent`, `sent1.text|to|got|media`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from msgspec.structs import replace

from app.content.environments.device import Device, Section
from app.content.environments.social_facts import social_facts, social_faults
from app.content.environments.social_parts import (
    AUDIENCES,
    Account,
    Accounts,
    Audience,
    Comment,
    Group,
    Medium,
    Post,
    Posts,
    SocialState,
    Written,
)
from app.content.environments.social_screen import social_screen
from app.content.environments.social_views import SocialScreen
from app.content.environments.social_writing import compose, edit_profile, report, say
from app.content.environments.world import Action, Fact, State, ThingId, World, toggled, with_one
from app.content.parts import Fault

TABS = ("feed", "notices", "groups", "messages", "settings", "me", "stranger")
POST_MARKS = {"like": "liked", "save": "saved", "hide": "hidden"}


class Social(World, kw_only=True, frozen=True, tag="social"):
    """A social network, seen by one of its accounts."""

    me: ThingId
    accounts: Accounts
    posts: Posts
    """In the order of the recommended feed."""
    groups: tuple[Group, ...] = ()
    audiences: tuple[Audience, ...] = AUDIENCES
    audience: ThingId = "a1"
    """The one proposed for a new post."""
    audience_setting: str = ""
    """Or the setting (a choice among ids of audiences) that tells it."""
    media: tuple[Medium, ...] = ()
    settings: tuple[Section, ...] = ()
    longest: int = 1000
    """Signs that a post may have."""

    STATE: ClassVar[type[State]] = SocialState

    def start(self) -> SocialState:
        return SocialState()

    def act(self, state: SocialState, action: Action) -> SocialState:
        if state.draft is not None:
            return compose(self, state, state.draft, action)
        if action.get("show") in TABS:
            return self._show(state, action["show"])
        if action.get("order") in ("recommended", "recent"):
            return replace(state, order=action["order"], at="feed", on="")
        if action.get("do") == "write":
            group = state.on if state.at == "group" else ""
            return replace(state, draft=Written(audience=self.proposed(state), group=group))
        if state.at == "settings" and (device := self.device()):
            return replace(state, settings=device.act(state.settings, action))
        if state.at == "report":
            return report(self, state, action)
        if state.at == "me" and action.get("do") == "profile":
            return edit_profile(self, state, action)
        return self._on_things(state, action)

    def facts(self, state: SocialState) -> Mapping[str, Fact]:
        return social_facts(self, state)

    def screen(self, state: SocialState) -> SocialScreen:
        return social_screen(self, state)

    def faults(self) -> Iterator[Fault]:
        yield from social_faults(self)

    def device(self) -> Device | None:
        """Its settings, which are those of any device."""
        return Device(title=self.title, sections=self.settings) if self.settings else None

    def proposed(self, state: SocialState) -> str:
        """The audience proposed for a new post."""
        device = self.device()
        set_to = device.values(state.settings).get(self.audience_setting, "") if device else ""
        return str(set_to) if any(one.id == set_to for one in self.audiences) else self.audience

    def account(self, name: str) -> Account | None:
        return next((one for one in self.accounts if one.id == name), None)

    def post(self, name: str) -> Post | None:
        return next((one for one in self.posts if one.id == name), None)

    def group(self, name: str) -> Group | None:
        return next((one for one in self.groups if one.id == name), None)

    def comments(self) -> Iterator[tuple[Post, Comment]]:
        for post in self.posts:
            for one in post.comments:
                yield post, one

    def audience_of(self, state: SocialState, post: Post) -> str:
        return state.values.get(f"{post.id}.audience", post.audience)

    def tag_of(self, state: SocialState, post: Post) -> str:
        """What became of the learner's tag on a post; empty when there is none."""
        if self.me not in post.tagged:
            return ""
        return state.values.get(f"{post.id}.tag", "pending" if post.pending else "accepted")

    def blocked(self, state: SocialState, account: str) -> bool:
        return f"{account}.blocked" in state.marks

    def _show(self, state: SocialState, tab: str) -> SocialState:
        marks = with_one(state.marks, "seen_as_stranger") if tab == "stranger" else state.marks
        first = replace(state.settings, at="", said="")
        return replace(state, at=tab, on="", answering="", refused=False, marks=marks, settings=first)

    def _on_things(self, state: SocialState, action: Action) -> SocialState:
        """A button of something on the screen: `like: p1`, `block: u2`."""
        shown = self.screen(state).ids()
        for verb, name in action.items():
            if name not in shown:
                continue
            if verb == "open":
                return self._open(state, name)
            if verb == "report" and not self._mine(name):
                return replace(state, at="report", on=name)
            if (post := self.post(name)) and (after := self._on_post(state, post, verb)):
                return after
            if (
                (account := self.account(name))
                and account.id != self.me
                and (after := self._on_account(state, name, verb))
            ):
                return after
            if self.group(name) and verb in ("join", "mute"):
                mark = f"{name}.{'member' if verb == 'join' else 'muted'}"
                return replace(state, marks=toggled(state.marks, mark))
            comment = next(((post, one) for post, one in self.comments() if one.id == name), None)
            if comment and (after := self._on_comment(state, *comment, verb)):
                return after
        return say(self, state, action)

    def _open(self, state: SocialState, name: str) -> SocialState:
        at = "post" if self.post(name) else "profile" if self.account(name) else "group" if self.group(name) else ""
        if not at:
            return state
        at = "me" if name == self.me else at
        return replace(
            state, at=at, on=name, answering="", refused=False, marks=with_one(state.marks, f"{name}.opened")
        )

    def _on_post(self, state: SocialState, post: Post, verb: str) -> SocialState | None:
        if verb in POST_MARKS:
            return replace(state, marks=toggled(state.marks, f"{post.id}.{POST_MARKS[verb]}"))
        if verb in ("why", "capture"):
            mark = "asked" if verb == "why" else "captured"
            return replace(state, marks=with_one(state.marks, f"{post.id}.{mark}"))
        if verb == "share":
            return replace(state, draft=Written(audience=self.proposed(state), about=post.id))
        if verb == "delete" and post.author == self.me:
            return replace(state, at="feed", on="", marks=with_one(state.marks, f"{post.id}.deleted"))
        if verb in ("accept", "refuse") and self.tag_of(state, post):
            tag = "accepted" if verb == "accept" else "refused"
            return replace(state, values={**state.values, f"{post.id}.tag": tag})
        return None

    def _on_account(self, state: SocialState, name: str, verb: str) -> SocialState | None:
        if verb in ("follow", "mute", "block"):
            mark = {"follow": "followed", "mute": "muted", "block": "blocked"}[verb]
            return replace(state, marks=toggled(state.marks, f"{name}.{mark}"))
        return replace(state, at="talk", on=name, refused=False) if verb == "talk" else None

    def _on_comment(self, state: SocialState, post: Post, comment: Comment, verb: str) -> SocialState | None:
        if verb == "delete" and self.me in (post.author, comment.author):
            return replace(state, marks=with_one(state.marks, f"{comment.id}.deleted"))
        if verb == "capture":
            return replace(state, marks=with_one(state.marks, f"{comment.id}.captured"))
        return replace(state, answering=comment.id) if verb == "answer" else None

    def _mine(self, name: str) -> bool:
        post, comment = self.post(name), next((one for _, one in self.comments() if one.id == name), None)
        return self.me in (name, post.author if post else "", comment.author if comment else "")
