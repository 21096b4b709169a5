"""Rights in a shared drive: giving, changing, taking away, links, inheritance, looking at who has access. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from msgspec.structs import replace

from app.content.environments.drive_doing import Refused, changed, needs
from app.content.environments.drive_parts import GIVEN, LINKS, DriveState, Role, Thing
from app.content.environments.drive_tree import Tree
from app.content.environments.world import Action

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def given(tree: Tree, action: Action) -> DriveState:
    """A role for one more person or group."""
    thing = _mine_to_share(tree)
    who = action.get("who", "")
    if who not in {one.id for one in tree.people} | {one.id for one in tree.groups} or who == thing.owner:
        raise Refused("who")
    role = _role(action.get("role", ""))
    if role is None:
        raise Refused("role")
    until = _until(thing, who, action.get("until", ""))
    return changed(tree, tree.state.open, replace(thing, grants={**thing.grants, who: role}, until=until), "grant")


def settled(tree: Tree, action: Action) -> DriveState:
    """The roles of those who have one: changed, or taken away (`none`)."""
    thing = _mine_to_share(tree)
    for who in tuple(thing.grants):
        until = _until(thing, who, action.get(f"until-{who}", thing.until.get(who, "")))
        role = _role(action.get(f"role-{who}", ""))
        grants = {**thing.grants, who: role} if role else thing.grants
        if action.get(f"role-{who}") == "none":
            grants = {name: one for name, one in grants.items() if name != who}
            until = {name: one for name, one in until.items() if name != who}
        thing = replace(thing, grants=grants, until=until)
    return changed(tree, tree.state.open, thing, "roles")


def linked(tree: Tree, action: Action) -> DriveState:
    """Who reaches it by its link, and for what."""
    thing = _mine_to_share(tree)
    link = next((one for one in LINKS if one == action.get("link")), None)
    if link is None:
        raise Refused("role")
    role = _role(action.get("link_role", "")) or thing.link_role
    return changed(tree, tree.state.open, replace(thing, link=link, link_role=role), "link")


def inheriting(tree: Tree, action: Action) -> DriveState:
    """Takes the rights of its folder, or no more."""
    del action
    thing = _mine_to_share(tree)
    return changed(tree, tree.state.open, replace(thing, inherits=not thing.inherits), "inherit")


def passed_on(tree: Tree, action: Action) -> DriveState:
    """To another owner; the former one may still edit."""
    name, who = tree.state.open, action.get("who", "")
    needs(tree, name, "owner")
    thing = tree.things[name]
    if who not in {one.id for one in tree.people} or who == thing.owner:
        raise Refused("who")
    grants: dict[str, Role] = {one: role for one, role in thing.grants.items() if one != who}
    return changed(tree, name, replace(thing, owner=who, grants={**grants, thing.owner: "edit"}), "own")


def checked(tree: Tree, action: Action) -> DriveState:
    """Looks at what somebody may do, and why."""
    who = action.get("who", "")
    if who not in {one.id for one in tree.people}:
        raise Refused("who")
    return replace(tree.state, checking=who)


SHARING: Mapping[str, Callable[[Tree, Action], DriveState]] = {
    "grant": given,
    "roles": settled,
    "link": linked,
    "inherit": inheriting,
    "own": passed_on,
    "check": checked,
}


def _mine_to_share(tree: Tree) -> Thing:
    needs(tree, tree.state.open, "edit")
    return tree.things[tree.state.open]


def _role(typed: str) -> Role | None:
    return next((one for one in GIVEN if one == typed), None)


def _until(thing: Thing, who: str, typed: str) -> dict[str, str]:
    """The last days of access, with one changed; an empty day is no limit."""
    others = {name: one for name, one in thing.until.items() if name != who}
    return {**others, who: typed} if _DAY.fullmatch(typed) else others
