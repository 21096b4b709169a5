"""What the window of a shared drive shows. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from app.content.environments.drive_parts import (
    MINE,
    SHARED,
    TRASH,
    Accepts,
    DriveState,
    Role,
    Thing,
    Upload,
    View,
)
from app.content.environments.drive_tree import Told, Tree, Way
from app.content.environments.files_screen import Size, in_units
from app.content.environments.world import NOW
from app.lib.markdown import render_markdown
from app.lib.msgids import N_


@dataclass(frozen=True)
class Line:
    """A line of the list."""

    id: str
    thing: Thing
    date: str
    owner: str
    shared: bool


@dataclass(frozen=True)
class Sized:
    """A file of the computer."""

    id: str
    name: str
    size: Size


@dataclass(frozen=True)
class Step:
    """Where one is, or a folder on the way."""

    id: str
    name: str


@dataclass(frozen=True)
class Grant:
    """Somebody or a group, and what was given here."""

    id: str
    name: str
    about: str
    role: Role
    until: str


@dataclass(frozen=True)
class From:
    """A way to have a role, in names."""

    way: Way
    group: str
    on: str
    who: str = ""


@dataclass(frozen=True)
class Remark:
    """A comment and what was answered."""

    id: str
    author: str
    date: str
    text: str
    replies: tuple[str, ...]
    mine: tuple[str, ...]
    resolved: bool


@dataclass(frozen=True)
class DriveScreen:
    split: bool
    state: DriveState
    here: str
    """Where one is: `mine`, `shared`, `trash`."""
    path: list[Step]
    lines: list[Line]
    thing: Thing | None
    role: Role
    views: tuple[View, ...]
    text: Markup
    source: str
    """The text to edit."""
    versions: list[Told]
    version: Told | None
    authors: dict[str, str]
    grants: list[Grant]
    above: list[From]
    checked: list[From]
    checking: str
    owner: str
    remarks: list[Remark]
    added: tuple[str, ...]
    targets: list[Step]
    accepts: Accepts | None
    uploads: list[Sized]


def views(tree: Tree) -> tuple[View, ...]:
    """What can be looked at: of the document open, of the folder one is in, of one's space."""
    state = tree.state
    thing = tree.things.get(state.open)
    if state.at == TRASH:
        return ()
    if thing is None:
        return ("add",) if state.at == MINE else ()
    if thing.kind == "folder":
        return ("share", "add", "manage")
    return ("text", "share", "comments", "versions", "manage")


def screen(tree: Tree, uploads: Sequence[Upload]) -> DriveScreen:
    state, name = tree.state, tree.state.open
    thing = tree.things.get(name)
    versions = tree.versions(name) if thing else []
    version = next((one for one in versions if one.id == state.version), None)
    text = version.text if version else tree.text(name) if thing else ""
    shown = tree.in_bin() if state.at == TRASH else tree.held(state.at)
    chain = [one for one in (state.at, *tree.above(state.at)) if one in tree.things]
    return DriveScreen(
        split=True,
        state=state,
        here=TRASH if state.at == TRASH else state.at if state.at in (MINE, SHARED) else tree.stands(state.at),
        path=[Step(one, tree.name_of(one)) for one in reversed(chain)],
        lines=[_line(tree, one) for one in shown],
        thing=thing,
        role=tree.role(tree.me, name) if thing else "none",
        views=views(tree),
        text=render_markdown(text) if text and state.view in ("text", "versions") else Markup(),
        source=text,
        versions=list(reversed(versions)),
        version=version,
        authors={one.author: tree.name_of(one.author) for one in versions},
        grants=_grants(tree, thing) if thing else [],
        above=_above(tree, name) if thing else [],
        checked=[_from(tree, one, "") for one in tree.ways(state.checking, name)] if state.checking else [],
        checking=tree.name_of(state.checking),
        owner=tree.name_of(thing.owner) if thing else "",
        remarks=_remarks(tree, name),
        added=state.comments.get(name, ()),
        targets=_targets(tree),
        accepts=tree.written[state.at].accepts if state.at in tree.written else None,
        uploads=[Sized(one.id, one.name, in_units(one.size)) for one in uploads],
    )


def _line(tree: Tree, name: str) -> Line:
    item, thing = tree.written.get(name), tree.things[name]
    date = NOW if thing.saved or item is None else item.date
    return Line(name, thing, date, tree.name_of(thing.owner), bool(thing.grants) or thing.link != "none")


def _grants(tree: Tree, thing: Thing) -> list[Grant]:
    about = {one.id: one.about for one in tree.people} | {one.id: N_("groupe") for one in tree.groups}
    return [
        Grant(who, tree.name_of(who), about.get(who, ""), role, thing.until.get(who, ""))
        for who, role in thing.grants.items()
    ]


def _above(tree: Tree, name: str) -> list[From]:
    """What folders above give to everyone."""
    found = []
    for on in tree.open_from(name)[1:]:
        thing = tree.things[on]
        found += [_from(tree, Way("given", on, role), who) for who, role in thing.grants.items()]
        if thing.link != "none":
            found.append(_from(tree, Way("link", on, thing.link_role), thing.link))
    return found


def _from(tree: Tree, way: Way, who: str) -> From:
    on = "" if way.on == tree.state.open else tree.name_of(way.on)
    return From(way, tree.name_of(way.group), on, tree.name_of(who) or who)


def _remarks(tree: Tree, name: str) -> list[Remark]:
    item, state = tree.written.get(name), tree.state
    return [
        Remark(
            one.id,
            tree.name_of(one.author),
            one.date,
            one.text,
            one.replies,
            state.replies.get(one.id, ()),
            one.resolved if state.resolved is None else one.id in state.resolved,
        )
        for one in (item.comments if item else ())
    ]


def _targets(tree: Tree) -> list[Step]:
    """Folders one may write in."""
    return [
        Step(name, one.name)
        for name, one in tree.things.items()
        if one.kind == "folder" and not tree.trashed(name) and tree.may(name, "edit")
    ]
