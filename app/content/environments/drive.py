"""A shared drive: folders and documents, who may read, comment or edit them, their versions and their comments.

Facts, for each thing `d1`: `d1.folder` (a folder, `mine`, `shared`, or `trash`), `d1.name`, `d1.owner`, `d1.opened`,
`d1.offline`, `d1.text`, `d1.restored` (the version last brought back), `d1.written` (how many versions were made here),
`d1.inherits`, `d1.link` and `d1.link_role` (its own), `d1.reach` (the widest link, folders above included), `d1.grants`
(`u2:read`, in any order), for each person `d1.u2` (what they may do, in every way), `d1.u2.until`, and `d1.readers`,
`d1.commenters`, `d1.editors` (people, by what they may do); `d1.comments` (those added, in order). For each comment
`c1.resolved`, `c1.replies`; for each version its name, `d1.v1.label`. What is made here is `n1`, `n2`…, with `n1.kind`
and `n1.of`; `made` (how many), `at`, `open`, `view`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar

import msgspec
from msgspec.structs import replace

from app.content.environments.drive_doing import PLACING, Refused, created, recovered, replied, resolved, uploaded
from app.content.environments.drive_parts import (
    GIVEN,
    MINE,
    SHARED,
    TRASH,
    DriveState,
    Group,
    Item,
    Person,
    Thing,
    Upload,
    View,
)
from app.content.environments.drive_screen import DriveScreen, screen, views
from app.content.environments.drive_sharing import SHARING
from app.content.environments.drive_tree import Tree
from app.content.environments.world import Action, Fact, State, ThingId, World, with_one
from app.content.parts import Fault

ENTER = {"manage": "rename", "versions": "label", "add": "create", "comments": "comment"}
"""What the Enter key does, by what is shown."""


class Drive(World, kw_only=True, frozen=True, tag="drive"):
    """Documents that several people share."""

    me: ThingId
    """Who acts."""
    people: Annotated[tuple[Person, ...], msgspec.Meta(min_length=1, max_length=30)]
    groups: tuple[Group, ...] = ()
    items: Annotated[tuple[Item, ...], msgspec.Meta(min_length=1, max_length=40)]
    uploads: tuple[Upload, ...] = ()
    """Files of the computer, to drop in a folder."""
    expiring: bool = False
    """A role may be given until a day."""

    STATE: ClassVar[type[State]] = DriveState

    def start(self) -> DriveState:
        return DriveState()

    def act(self, state: DriveState, action: Action) -> DriveState:
        clean = replace(state, refused="", said="")
        tree = self._tree(clean)
        if (where := action.get("go", "")) in {MINE, SHARED, TRASH, state.at, *tree.above(state.at)} and where:
            return self._gone(clean, tree, where)
        if (name := action.get("open", "")) in (tree.in_bin() if state.at == TRASH else tree.held(state.at)):
            return self._open(clean, tree, name)
        if (view := next((one for one in views(tree) if one == action.get("view")), None)) is not None:
            return replace(clean, view=view, version="", editing=False, checking="")
        try:
            return self._do(tree, action) or state
        except Refused as no:
            return replace(clean, refused=no.code)

    def facts(self, state: DriveState) -> Mapping[str, Fact]:
        tree = self._tree(state)
        made = sum(name.startswith("n") for name in tree.things)
        facts: dict[str, Fact] = {"at": state.at, "open": state.open, "view": state.view, "made": made}
        for name, thing in tree.things.items():
            facts |= {f"{name}.{what}": value for what, value in self._facts_of(tree, name, thing).items()}
            for told in tree.versions(name):
                facts[f"{name}.{told.id}.label"] = told.label
        for item in self.items:
            for one in item.comments:
                facts[f"{one.id}.resolved"] = one.resolved if state.resolved is None else one.id in state.resolved
                facts[f"{one.id}.replies"] = state.replies.get(one.id, ())
        return facts

    def screen(self, state: DriveState) -> DriveScreen:
        return screen(self._tree(state), self.uploads)

    def faults(self) -> Iterator[Fault]:
        people, groups = {one.id for one in self.people}, {one.id for one in self.groups}
        seen: set[str] = {*people, *groups}
        folders = {MINE, SHARED}
        for position, one in enumerate(self.items):
            known = {"parent": {one.parent} - folders, "owner": {one.owner} - people}
            known["grants"] = (set(one.grants) - people - groups) | {
                who for who, role in one.grants.items() if role not in GIVEN
            }
            known["versions"] = {told.author for told in one.versions} - people
            known["comments"] = {told.author for told in one.comments} - people
            for key, missing in known.items():
                for name in sorted(missing):
                    yield Fault(("items", position, key), "K061", f"« {name} » ne convient pas ici", "corrigez l’id")
            for name in (one.id, *(told.id for told in one.versions), *(told.id for told in one.comments)):
                if name in seen:
                    message = f"l’identifiant « {name} » sert deux fois"
                    yield Fault(("items", position, "id"), "K001", message, "changez-le")
                seen.add(name)
            if one.kind == "folder":
                folders.add(one.id)
        if self.me not in people:
            yield Fault(("me",), "K061", f"« {self.me} » n’est personne", "donnez l’id d’une personne")

    def _tree(self, state: DriveState) -> Tree:
        return Tree(self.me, self.people, self.groups, self.items, state)

    def _gone(self, clean: DriveState, tree: Tree, where: str) -> DriveState:
        folder = where if where in tree.things else ""
        view: View = "share" if folder else "add"
        return replace(clean, at=where, open=folder, view=view, version="", editing=False, checking="")

    def _open(self, clean: DriveState, tree: Tree, shown: str) -> DriveState:
        name = tree.source(shown) if clean.at != TRASH else shown
        if name not in tree.things or (clean.at != TRASH and tree.trashed(name)) or not tree.may(name):
            return replace(clean, refused="lost")
        after = replace(clean, opened=with_one(clean.opened, name))
        if tree.things[name].kind == "folder" and clean.at != TRASH:
            return self._gone(after, tree, name)
        return replace(after, open=name, view="text", version="", editing=False, checking="")

    def _do(self, tree: Tree, action: Action) -> DriveState | None:
        state, gesture = tree.state, action.get("do", "")
        if gesture == "enter":
            gesture = ENTER.get(state.view, "")
        if gesture in ("create", "upload") and state.view == "add" and state.at != TRASH:
            file = next((one for one in self.uploads if one.id == action.get("file")), None)
            return created(tree, action) if gesture == "create" else uploaded(tree, file)
        if state.open not in tree.things:
            return None
        if tree.trashed(state.open):
            return recovered(tree, action) if gesture == "recover" else None
        if state.view == "share" and gesture in SHARING:
            return SHARING[gesture](tree, action)
        if state.view == "versions" and (version := action.get("version")) in {
            one.id for one in tree.versions(state.open)
        }:
            return replace(state, version=version)
        if state.view == "text" and gesture == "edit" and tree.may(state.open, "edit"):
            return replace(state, editing=True)
        item = tree.written.get(state.open)
        for one in item.comments if item and state.view == "comments" else ():
            if action.get("reply") == one.id:
                return replied(tree, one.id, action.get(f"text-{one.id}", ""))
            if action.get("resolve") == one.id:
                return resolved(tree, one.id)
        return PLACING[gesture](tree, action) if gesture in BY_VIEW.get(state.view, ()) else None

    def _facts_of(self, tree: Tree, name: str, thing: Thing) -> dict[str, Fact]:
        back = [one.of for one in thing.saved if one.of]
        roles = {one.id: tree.role(one.id, name) for one in self.people}
        return {
            "folder": TRASH if tree.trashed(name) else thing.parent,
            "name": thing.name,
            "kind": thing.kind,
            "of": thing.of,
            "owner": thing.owner,
            "opened": name in tree.state.opened,
            "offline": thing.offline,
            "text": tree.text(name),
            "restored": back[-1] if back else "",
            "written": len(thing.saved),
            "inherits": thing.inherits,
            "link": thing.link,
            "link_role": thing.link_role,
            "reach": tree.link(name),
            "grants": tuple(f"{who}:{role}" for who, role in thing.grants.items()),
            "comments": tree.state.comments.get(name, ()),
            "readers": tuple(who for who, role in roles.items() if role == "read"),
            "commenters": tuple(who for who, role in roles.items() if role == "comment"),
            "editors": tuple(who for who, role in roles.items() if role in ("edit", "owner")),
            **roles,
            **{f"{one.id}.until": thing.until.get(one.id, "") for one in self.people},
        }


BY_VIEW: Mapping[str, frozenset[str]] = {
    "text": frozenset({"save"}),
    "versions": frozenset({"restore", "label"}),
    "comments": frozenset({"comment"}),
    "manage": frozenset({"rename", "move", "copy", "shortcut", "delete", "offline"}),
}
"""What each view offers besides sharing."""
