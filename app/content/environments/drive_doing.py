"""What one does with a thing of a shared drive: place, write, keep versions, discuss. Pure.

Rights are in `drive_sharing`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from app.content.environments.drive_parts import CREATED, MINE, SHARED, DriveState, Kind, Saved, Thing, Upload
from app.content.environments.drive_tree import Tree
from app.content.environments.world import Action, toggled

MOST_MADE, MOST_SAVED, MOST_WORDS = 20, 6, 20
LONGEST_NAME = 80


class Refused(Exception):
    """Why a gesture cannot be done: a code that the component puts in words."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def changed(tree: Tree, name: str, thing: Thing, said: str = "") -> DriveState:
    """The state where one thing is other than it was."""
    return replace(tree.state, changed={**tree.state.changed, name: thing}, said=said)


def needs(tree: Tree, name: str, role: str) -> None:
    """Refuses whoever has not that role."""
    if not tree.may(name, role):  # type: ignore[arg-type]
        raise Refused(role)


def renamed(tree: Tree, action: Action) -> DriveState:
    name = tree.state.open
    needs(tree, name, "edit")
    return changed(tree, name, replace(tree.things[name], name=_name(action)), "rename")


def moved(tree: Tree, action: Action) -> DriveState:
    name, target = tree.state.open, _target(tree, action)
    needs(tree, name, "edit")
    if name == target or name in tree.above(target):
        raise Refused("target")
    state = changed(tree, name, replace(tree.things[name], parent=target), "move")
    return replace(state, at=name if state.at == name else target)


def copied(tree: Tree, action: Action) -> DriveState:
    """A copy is one's own, with the last text, without the rights, the versions and the comments."""
    name, target = tree.state.open, _target(tree, action)
    thing = tree.things[name]
    if thing.kind == "folder":
        raise Refused("folder")
    text = (Saved(text=tree.text(name)),) if tree.text(name) else ()
    copy = Thing(name=f"{thing.name} (2)", parent=target, kind=thing.kind, owner=tree.me, saved=text)
    return _made(tree, copy, "copy")


def shortcut_made(tree: Tree, action: Action) -> DriveState:
    name, target = tree.source(tree.state.open), _target(tree, action)
    thing = Thing(name=tree.things[name].name, parent=target, kind="shortcut", owner=tree.me, of=name)
    return _made(tree, thing, "shortcut")


def deleted(tree: Tree, action: Action) -> DriveState:
    del action
    name = tree.state.open
    needs(tree, name, "owner")
    state = changed(tree, name, replace(tree.things[name], trashed=True), "delete")
    parent = tree.things[name].parent
    return replace(state, open=parent if parent in tree.things else "", at=parent, view="share")


def recovered(tree: Tree, action: Action) -> DriveState:
    del action
    thing = tree.things[tree.state.open]
    if not thing.trashed:
        raise Refused("target")
    parent = MINE if thing.parent in tree.things and tree.trashed(thing.parent) else thing.parent
    state = changed(tree, tree.state.open, replace(thing, trashed=False, parent=parent), "recover")
    return replace(state, open="")


def kept_offline(tree: Tree, action: Action) -> DriveState:
    del action
    thing = tree.things[tree.state.open]
    return changed(tree, tree.state.open, replace(thing, offline=not thing.offline), "offline")


def created(tree: Tree, action: Action) -> DriveState:
    kind: Kind | None = next((one for one in CREATED if one == action.get("kind", "")), None)
    if kind is None:
        raise Refused("kind")
    return _made(tree, Thing(name=_name(action), parent=_here(tree), kind=kind, owner=tree.me), "create")


def uploaded(tree: Tree, file: Upload | None) -> DriveState:
    """A file of the computer, where the folder takes it."""
    if file is None:
        raise Refused("file")
    here = _here(tree)
    accepts = tree.written[here].accepts if here in tree.written else None
    if accepts and (
        (accepts.most is not None and file.size > accepts.most)
        or (accepts.extensions and file.name.rpartition(".")[2].lower() not in accepts.extensions)
    ):
        raise Refused("accepts")
    return _made(tree, Thing(name=file.name, parent=here, kind="file", owner=tree.me, of=file.id), "upload")


def saved(tree: Tree, action: Action) -> DriveState:
    name = tree.state.open
    needs(tree, name, "edit")
    text = action.get("text", "").replace("\r\n", "\n").strip()
    if text == tree.text(name):
        return replace(tree.state, editing=False)
    return replace(_version(tree, name, Saved(text=text), "save"), editing=False, view="text")


def brought_back(tree: Tree, action: Action) -> DriveState:
    """The text of an old version becomes the last one; nothing in between is lost from the history."""
    del action
    name = tree.state.open
    needs(tree, name, "edit")
    told = next((one for one in tree.versions(name) if one.id == tree.state.version), None)
    if told is None:
        raise Refused("version")
    return replace(_version(tree, name, Saved(text=told.text, of=told.id), "restore"), version="")


def labelled(tree: Tree, action: Action) -> DriveState:
    name, thing = tree.state.open, tree.things[tree.state.open]
    needs(tree, name, "edit")
    if tree.state.version not in {one.id for one in tree.versions(name)}:
        raise Refused("version")
    return changed(tree, name, replace(thing, labels={**thing.labels, tree.state.version: _name(action)}), "label")


def commented(tree: Tree, action: Action) -> DriveState:
    name = tree.state.open
    needs(tree, name, "comment")
    told = (*tree.state.comments.get(name, ()), _words(action.get("text", "")))
    if len(told) > MOST_WORDS:
        raise Refused("many")
    return replace(tree.state, comments={**tree.state.comments, name: told}, said="comment")


def replied(tree: Tree, comment: str, text: str) -> DriveState:
    needs(tree, tree.state.open, "comment")
    told = (*tree.state.replies.get(comment, ()), _words(text))
    if len(told) > MOST_WORDS:
        raise Refused("many")
    return replace(tree.state, replies={**tree.state.replies, comment: told}, said="reply")


def resolved(tree: Tree, comment: str) -> DriveState:
    needs(tree, tree.state.open, "comment")
    before = tree.state.resolved
    if before is None:
        before = tuple(one.id for item in tree.items for one in item.comments if one.resolved)
    return replace(tree.state, resolved=toggled(before, comment), said="resolve")


PLACING: Mapping[str, Callable[[Tree, Action], DriveState]] = {
    "rename": renamed,
    "move": moved,
    "copy": copied,
    "shortcut": shortcut_made,
    "delete": deleted,
    "offline": kept_offline,
    "save": saved,
    "restore": brought_back,
    "label": labelled,
    "comment": commented,
}


def _made(tree: Tree, thing: Thing, said: str) -> DriveState:
    rank = sum(one.startswith("n") for one in tree.state.changed) + 1
    if rank > MOST_MADE:
        raise Refused("many")
    return changed(tree, f"n{rank}", thing, said)


def _version(tree: Tree, name: str, saved: Saved, said: str) -> DriveState:
    thing = tree.things[name]
    if len(thing.saved) >= MOST_SAVED:
        raise Refused("many")
    return changed(tree, name, replace(thing, saved=(*thing.saved, saved)), said)


def _name(action: Action) -> str:
    name = action.get("name", "").strip()
    if not name or len(name) > LONGEST_NAME:
        raise Refused("name")
    return name


def _words(text: str) -> str:
    if not text.strip():
        raise Refused("words")
    return text.strip()[:400]


def _target(tree: Tree, action: Action) -> str:
    """A folder one may write in, or one's own space."""
    target = action.get("target", "")
    if target == MINE:
        return target
    if target not in tree.things or tree.things[target].kind != "folder" or tree.trashed(target):
        raise Refused("target")
    needs(tree, target, "edit")
    return target


def _here(tree: Tree) -> str:
    """Where something new goes."""
    at = tree.state.at
    if at in tree.things:
        accepts = tree.written[at].accepts if at in tree.written else None
        needs(tree, at, "read" if accepts else "edit")
        return at
    if at == SHARED:
        raise Refused("target")
    return MINE
