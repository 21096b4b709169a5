"""What one does in a file explorer to what is ticked: rename, move, copy, delete, bring back, compress… Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fnmatch import fnmatchcase

from msgspec.structs import replace

from app.content.environments.files_parts import TRASH, Entry, FilesState, Kind, Made
from app.content.environments.files_tree import PACKED, Tree
from app.content.environments.world import Action, toggled
from app.lib.text_matching import fold

MOST_MADE = 60
LONGEST_NAME = 80
FORBIDDEN = frozenset('/\\:*?"<>|')


class Refused(Exception):
    """Why a gesture cannot be done: a code that the component puts in words, and what it is about."""

    def __init__(self, code: str, about: str = "") -> None:
        super().__init__(code)
        self.code, self.about = code, about


def done(tree: Tree, ticked: list[Entry], action: Action) -> FilesState | None:
    """The state after a gesture on what is ticked: all of it or nothing. None when there is no such gesture."""
    name = action.get("do", "")
    if name == "compress" and tree.state.at != TRASH:
        if not ticked:
            raise Refused("nothing")
        return _compressed(tree, ticked)
    gesture = (IN_THE_BIN if tree.state.at == TRASH else ELSEWHERE).get(name)
    if gesture is None:
        return None
    if not ticked:
        raise Refused("nothing")
    if name in ALONE and len(ticked) > 1:
        raise Refused("one")
    state = tree.state
    for one in ticked:
        state = gesture(Tree(tree.places, tree.items, state), one, action)
    return replace(state, said=name)


def folder_made(tree: Tree, name: str) -> FilesState:
    """A new folder where one is looking."""
    _refuse_place(tree, tree.state.at)
    return replace(_made(tree, name, tree.state.at, "folder"), said="folder")


def emptied(tree: Tree) -> FilesState:
    """Nothing is left of what was in the bin, nor of what it held."""
    lost = [name for one in tree.state.trashed for name in (one, *(inner.id for inner in tree.inside(one)))]
    return replace(tree.state, gone=tuple(dict.fromkeys((*tree.state.gone, *lost))), trashed=(), said="emptied")


def _renamed(tree: Tree, entry: Entry, action: Action) -> FilesState:
    name = action.get("name", "").strip()
    _refuse_changing(tree, entry)
    if not tree.state.extensions:
        name = name and name + entry.extension
    _refuse_name(tree, name, entry.parent, entry.id)
    return replace(tree.state, renamed={**tree.state.renamed, entry.id: name})


def _moved(tree: Tree, entry: Entry, action: Action) -> FilesState:
    target = action.get("target", "")
    _refuse_changing(tree, entry)
    _refuse_place(tree, target)
    if target == entry.id or entry.id in tree.above(target):
        raise Refused("inside", entry.name)
    _refuse_name(tree, entry.name, target, entry.id)
    if tree.place_of(target) != tree.place_of(entry.id):
        _refuse_room(tree, entry, target)
    return replace(tree.state, moved={**tree.state.moved, entry.id: target})


def _copied(tree: Tree, entry: Entry, action: Action) -> FilesState:
    target = action.get("target", "")
    if entry.closed:
        raise Refused("closed", entry.closed)
    _refuse_place(tree, target)
    if target == entry.id or entry.id in tree.above(target):
        raise Refused("inside", entry.name)
    _refuse_room(tree, entry, target)
    name = f"{entry.stem} (2){entry.extension}" if target == entry.parent else entry.name
    return _made(tree, name, target, entry.kind, entry.id)


def _compressed(tree: Tree, ticked: list[Entry]) -> FilesState:
    """One archive of all of it, beside the first and named after it."""
    first = ticked[0]
    _refuse_place(tree, first.parent)
    _refuse_room(tree, first, first.parent, sum(tree.size(one) for one in ticked) // PACKED)
    state = _made(tree, f"{first.stem}.zip", first.parent, "archive")
    archive = state.made[-1].id
    for one in ticked:
        state = _made(Tree(tree.places, tree.items, state), one.name, archive, one.kind, one.id)
    return replace(state, said="compress")


def _extracted(tree: Tree, entry: Entry, action: Action) -> FilesState:
    del action
    if entry.kind != "archive":
        raise Refused("archive", entry.name)
    _refuse_place(tree, entry.parent)
    _refuse_room(tree, entry, entry.parent, sum(tree.size(one) for one in tree.children.get(entry.id, ())))
    state = _made(tree, entry.stem, entry.parent, "folder")
    folder = state.made[-1].id
    for one in tree.children.get(entry.id, ()):
        state = _made(Tree(tree.places, tree.items, state), one.name, folder, one.kind, one.id)
    return state


def _deleted(tree: Tree, entry: Entry, action: Action) -> FilesState:
    del action
    _refuse_changing(tree, entry)
    return replace(tree.state, trashed=(*tree.state.trashed, entry.id))


def _restored(tree: Tree, entry: Entry, action: Action) -> FilesState:
    del action
    if not tree.reachable(entry.parent):
        raise Refused("orphan", entry.name)
    _refuse_name(tree, entry.name, entry.parent, entry.id)
    return replace(tree.state, trashed=tuple(one for one in tree.state.trashed if one != entry.id))


def _labelled(tree: Tree, entry: Entry, action: Action) -> FilesState:
    worn = toggled(entry.labels, action.get("label", ""))
    return replace(tree.state, labelled={**tree.state.labelled, entry.id: worn})


def _described(tree: Tree, entry: Entry, action: Action) -> FilesState:
    del action
    return replace(tree.state, reading=entry.id)


ALONE = frozenset({"rename", "properties"})

Gesture = Callable[[Tree, Entry, Action], FilesState]

IN_THE_BIN: Mapping[str, Gesture] = {"restore": _restored}
ELSEWHERE: Mapping[str, Gesture] = {
    "rename": _renamed,
    "move": _moved,
    "copy": _copied,
    "extract": _extracted,
    "delete": _deleted,
    "label": _labelled,
    "properties": _described,
}


def _made(tree: Tree, name: str, parent: str, kind: Kind, of: str = "") -> FilesState:
    """Something new with that name there; a copy of a folder or of an archive takes along all it holds."""
    _refuse_name(tree, name, parent)
    made = [Made(id=f"n{len(tree.state.made) + 1}", name=name, parent=parent, kind=kind, of=of)]
    for one in made:
        inside = tree.children.get(one.of, []) if one.of and one.kind != "file" else []
        rank = len(tree.state.made) + len(made)
        made += [
            Made(id=f"n{rank + position}", name=child.name, parent=one.id, kind=child.kind, of=child.id)
            for position, child in enumerate(inside, 1)
        ]
    if len(tree.state.made) + len(made) > MOST_MADE:
        raise Refused("many")
    return replace(tree.state, made=(*tree.state.made, *made))


def _refuse_name(tree: Tree, name: str, parent: str, but: str = "") -> None:
    if not name or len(name) > LONGEST_NAME or FORBIDDEN & set(name):
        raise Refused("name", name)
    if any(one.name.casefold() == name.casefold() and one.id != but for one in tree.children.get(parent, ())):
        raise Refused("taken", name)


def _refuse_changing(tree: Tree, entry: Entry) -> None:
    if entry.protected:
        raise Refused("protected", entry.protected)
    if tree.packed(entry.parent):
        raise Refused("packed")


def _refuse_place(tree: Tree, target: str) -> None:
    """Nothing is put in a file, in an archive, in a closed folder, in the bin."""
    entry = tree.entries.get(target)
    if not tree.reachable(target) or (entry and entry.kind == "file"):
        raise Refused("target")
    if tree.packed(target):
        raise Refused("packed")
    for one in (target, *tree.above(target)):
        if one in tree.entries and tree.entries[one].closed:
            raise Refused("closed", tree.entries[one].closed)


def _refuse_room(tree: Tree, entry: Entry, target: str, size: int | None = None) -> None:
    place = tree.place_of(target)
    left = tree.left(place) if place else None
    if left is not None and (tree.size(entry) if size is None else size) > left:
        raise Refused("room", place.name if place else "")


def matching(query: str, name: str) -> bool:
    """Whether a name answers a search, case and accents aside: `*` is anything, `?` one character."""
    words, whole = fold(query[:60]), fold(name)
    return fnmatchcase(whole, words) if set(words) & set("*?") else words in whole
