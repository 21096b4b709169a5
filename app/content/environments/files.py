"""A file explorer: places, folders and files to open, find, sort, rename, move, copy, compress, delete, bring back.

Facts, for each file or folder `d1`: `d1.folder` (id of the folder or place that holds it, `trash`, or `gone`),
`d1.name`, `d1.opened`, `d1.labels`; for each place `p1.ejected`, `p1.left` (bytes, when it has a limit); `made` (how
many copies, archives and folders) and for each, in order, `new1.name`, `new1.folder`, `new1.of`, `new1.kind`; `at`,
`reading`, `opened` (ids, in order), `extensions`, `order`, `wearing`. And for every folder there is, by its path in
small letters without spaces or accents: `ordinateur/stage` (names it holds), `ordinateur/stage:ids` (what they come
from: the author's ids, a copy counting for its original).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar

import msgspec
from msgspec.structs import replace

from app.content.environments.files_doing import Refused, done, emptied, folder_made
from app.content.environments.files_parts import GONE, ORDERS, TRASH, Entry, FilesState, Item, Label, Place
from app.content.environments.files_screen import FilesScreen, screen, shown, shown_name
from app.content.environments.files_tree import Tree
from app.content.environments.world import Action, Fact, State, World, with_one
from app.content.parts import Fault
from app.lib.text_matching import fold


class Files(World, kw_only=True, frozen=True, tag="files"):
    """The files of somebody."""

    places: Annotated[tuple[Place, ...], msgspec.Meta(min_length=1, max_length=6)]
    items: Annotated[tuple[Item, ...], msgspec.Meta(min_length=1, max_length=160)]
    labels: tuple[Label, ...] = ()
    """Tags that files may wear; none: the window does not speak of them."""
    extensions: bool = True
    """Whether names are shown with their extensions at the start."""

    STATE: ClassVar[type[State]] = FilesState

    def start(self) -> FilesState:
        trashed = tuple(one.id for one in self.items if one.trashed)
        return FilesState(at=self.places[0].id, trashed=trashed, extensions=self.extensions)

    def act(self, state: FilesState, action: Action) -> FilesState:
        tree = self._tree(state)
        clean = replace(state, refused="", about="", said="", ticked=())
        if (where := action.get("go", "")) and self._visitable(tree, where):
            return replace(clean, at=where, reading="", query="", wearing="")
        if state.reading:
            return replace(clean, reading="") if action.get("do") == "close" else state
        entries = shown(tree)
        if (entry := next((one for one in entries if one.id == action.get("open")), None)) is not None:
            return self._open(clean, entry)
        if (order := next((one for one in ORDERS if one == action.get("order")), None)) is not None:
            return replace(clean, order=order, backwards=order == state.order and not state.backwards)
        ticked = [one for one in entries if action.get(one.id) == "on"]
        try:
            after = self._do(clean, ticked, action)
            return self._settled(after) if after else state
        except Refused as no:
            names = tuple(one.id for one in ticked)
            return replace(clean, refused=no.code, about=no.about, ticked=names)

    def facts(self, state: FilesState) -> Mapping[str, Fact]:
        tree = self._tree(state)
        facts: dict[str, Fact] = {name: getattr(state, name) for name in ("at", "reading", "order", "wearing")}
        facts |= {"extensions": state.extensions, "made": len(state.made), "opened": state.opened}
        for place in self.places:
            facts[f"{place.id}.ejected"] = place.id in state.ejected
            if (left := tree.left(place)) is not None:
                facts[f"{place.id}.left"] = left
        for one in self.items:
            facts |= self._facts_of(tree, one.id, one.id, one.name)
        for rank, made in enumerate(state.made, 1):
            facts |= self._facts_of(tree, made.id, f"new{rank}", made.name)
            facts[f"new{rank}.of"], facts[f"new{rank}.kind"] = made.of, made.kind
        folders = [one.id for one in tree.entries.values() if one.kind != "file"]
        there = [name for name in folders if tree.where(name) not in (TRASH, GONE)]
        for name in [*(one.id for one in self.places), *there]:
            path, held = fold(tree.path(name)), tree.children.get(name, [])
            facts[path] = tuple(one.name for one in held)
            facts[f"{path}:ids"] = tuple(dict.fromkeys(tree.origin(one.id) for one in held))
        return facts

    def screen(self, state: FilesState) -> FilesScreen:
        return screen(self._tree(state), self.labels)

    def faults(self) -> Iterator[Fault]:
        holders = {one.id for one in self.places}
        seen = set(holders)
        for position, one in enumerate(self.items):
            if one.parent not in holders:
                message, mend = f"« {one.parent} » n’est ni un lieu ni un dossier écrit plus haut", "écrivez-le avant"
                yield Fault(("items", position, "parent"), "K061", message, mend)
            if one.id in seen:
                yield Fault(
                    ("items", position, "id"), "K001", f"l’identifiant « {one.id} » sert deux fois", "changez-le"
                )
            for label in set(one.labels) - {known.id for known in self.labels}:
                message = f"l’étiquette « {label} » n’existe pas"
                yield Fault(("items", position, "labels"), "K061", message, "ajoutez-la à `labels`")
            seen.add(one.id)
            if one.kind != "file":
                holders.add(one.id)

    def _tree(self, state: FilesState) -> Tree:
        return Tree(self.places, self.items, state)

    def _facts_of(self, tree: Tree, name: str, called: str, first: str) -> dict[str, Fact]:
        entry = tree.entries.get(name)
        return {
            f"{called}.folder": tree.where(name),
            f"{called}.name": entry.name if entry else first,
            f"{called}.opened": name in tree.state.opened,
            f"{called}.labels": entry.labels if entry else (),
        }

    def _visitable(self, tree: Tree, where: str) -> bool:
        """The bin, a place, or a folder on the way to what is shown."""
        there = {one.id for one in self.places if one.id not in tree.state.ejected}
        return where in {TRASH, *there, tree.state.at, *tree.above(tree.state.at)}

    def _open(self, clean: FilesState, entry: Entry) -> FilesState:
        if clean.at == TRASH:
            return replace(clean, refused="bin", about=shown_name(clean, entry))
        if entry.closed:
            return replace(clean, refused="closed", about=entry.closed)
        opened = with_one(clean.opened, entry.id)
        if entry.kind == "file":
            return replace(clean, reading=entry.id, opened=opened)
        return replace(clean, at=entry.id, query="", wearing="", opened=opened)

    def _do(self, clean: FilesState, ticked: list[Entry], action: Action) -> FilesState | None:
        tree, gesture = self._tree(clean), action.get("do", "")
        new, query = action.get("new", "").strip(), action.get("q", "").strip()
        if gesture == "enter":
            gesture = "folder" if new else "rename" if action.get("name", "").strip() and ticked else "search"
        match gesture:
            case "search":
                return replace(clean, query=query)
            case "extensions":
                return replace(clean, extensions=not clean.extensions)
            case "folder" if clean.at != TRASH:
                return folder_made(tree, new)
            case "empty" if clean.at == TRASH:
                return emptied(tree)
            case "eject" if (place := tree.place_of(clean.at)) and place.removable:
                return replace(clean, ejected=with_one(clean.ejected, place.id), at=self._first(place), said="eject")
            case "wearing" if action.get("label") in {"", *(one.id for one in self.labels)}:
                return replace(clean, wearing=action["label"])
            case "label" if action.get("label") not in {one.id for one in self.labels}:
                return None
        return done(tree, ticked, {**action, "do": gesture})

    def _settled(self, state: FilesState) -> FilesState:
        """Somewhere that still is there."""
        there = state.at == TRASH or self._tree(state).reachable(state.at)
        return state if there else replace(state, at=self.places[0].id, query="", wearing="")

    def _first(self, but: Place) -> str:
        """Where one is once a place is taken away."""
        return next((one.id for one in self.places if one != but), TRASH)
