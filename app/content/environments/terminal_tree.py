"""Files and folders of a simulated computer: where a path leads, who may read or write what is there. Pure.

A tree is a plain mapping from absolute paths to nodes; it always holds the folder above each path.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from app.lib.msgids import N_

MOST_NODES = 400
LONGEST_PATH = 120
LONGEST_TEXT = 6_000

FOLDER_MODE, FILE_MODE = "rwxr-xr-x", "rw-r--r--"


class Refusal(Exception):
    """What the terminal answers instead of doing it: French lines that the component translates, and their parts."""

    def __init__(self, *lines: str, **parts: str) -> None:
        super().__init__(*lines)
        self.lines, self.parts = lines, parts


class Node(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A file, or a folder when there is no text."""

    text: str | None = None
    owner: str = ""
    mode: str = ""

    @property
    def folder(self) -> bool:
        return self.text is None

    @property
    def usual(self) -> str:
        return FOLDER_MODE if self.folder else FILE_MODE


class Tree:
    """The files of a moment, and who is at the keyboard; what changes is in `nodes`."""

    def __init__(self, nodes: Mapping[str, Node], user: str, admin: bool) -> None:
        self.nodes = dict(nodes)
        self.user, self.admin = user, admin

    def node(self, path: str) -> Node:
        """What is there; refused when nothing is, or when a folder on the way may not be entered."""
        for above in ancestors(path):
            if above in self.nodes and not self.may(above, "x"):
                raise Refusal(N_("%(name)s : permission refusée"), name=above)
        if path not in self.nodes:
            raise Refusal(N_("%(name)s : aucun fichier ni dossier de ce nom"), name=path)
        return self.nodes[path]

    def may(self, path: str, right: str) -> bool:
        """Whether the person may read (r), write (w) or enter (x)."""
        node = self.nodes[path]
        start = 0 if self.owner(path) == self.user else 6
        return self.admin or right in (node.mode or node.usual)[start : start + 3]

    def owner(self, path: str) -> str:
        return self.nodes[path].owner or self.user

    def read(self, path: str) -> str:
        node = self.node(path)
        if node.text is None:
            raise Refusal(N_("%(name)s : est un dossier"), name=path)
        if not self.may(path, "r"):
            raise Refusal(N_("%(name)s : permission refusée"), name=path)
        return node.text

    def inside(self, path: str) -> list[str]:
        """Paths of what a folder holds, in alphabetical order."""
        if not self.node(path).folder:
            raise Refusal(N_("%(name)s : n’est pas un dossier"), name=path)
        if not self.may(path, "r"):
            raise Refusal(N_("%(name)s : permission refusée"), name=path)
        return sorted(one for one in self.nodes if one != "/" and posixpath.dirname(one) == path)

    def below(self, path: str) -> list[str]:
        """A path and all that is under it."""
        return sorted(one for one in self.nodes if one == path or one.startswith(path.rstrip("/") + "/"))

    def write(self, path: str, text: str) -> None:
        """Makes the file, or changes what it holds."""
        if path in self.nodes:
            if self.nodes[path].folder:
                raise Refusal(N_("%(name)s : est un dossier"), name=path)
            if not self.may(path, "w"):
                raise Refusal(N_("%(name)s : permission refusée"), name=path)
            self.nodes[path] = replace(self.nodes[path], text=text[:LONGEST_TEXT])
        else:
            self.make(path, Node(text=text[:LONGEST_TEXT]))

    def make(self, path: str, node: Node) -> None:
        """Adds a file or a folder where there is none."""
        self._may_change(posixpath.dirname(path))
        if path in self.nodes:
            raise Refusal(N_("%(name)s : existe déjà"), name=path)
        if len(path) > LONGEST_PATH or len(self.nodes) >= MOST_NODES:
            raise Refusal(N_("Plus de place."))
        self.nodes[path] = node

    def remove(self, path: str) -> None:
        """Takes a path away with all that is under it."""
        self.node(path)
        if path == "/":
            raise Refusal(N_("/ : permission refusée"))
        self._may_change(posixpath.dirname(path))
        for one in self.below(path):
            del self.nodes[one]

    def copy(self, source: str, target: str) -> None:
        """Copies with all that is under it; on a file that exists, takes its place."""
        if target == source or target.startswith(source.rstrip("/") + "/"):
            raise Refusal(N_("Impossible de mettre un dossier dans lui-même."))
        copies = [(one, self.nodes[one]) for one in self.below(source)]
        for one, node in copies:
            there = target + one[len(source) :]
            if node.folder:
                self.make(there, Node(mode=node.mode))
            else:
                self.write(there, self.read(one))

    def move(self, source: str, target: str) -> None:
        """Moves or renames; owners and rights stay."""
        self.node(source)
        if target == source or target.startswith(source.rstrip("/") + "/"):
            raise Refusal(N_("Impossible de mettre un dossier dans lui-même."))
        self._may_change(posixpath.dirname(source))
        self._may_change(posixpath.dirname(target))
        if target in self.nodes and (self.nodes[target].folder or self.nodes[source].folder):
            raise Refusal(N_("%(name)s : existe déjà"), name=target)
        if max(len(target) + len(one) - len(source) for one in self.below(source)) > LONGEST_PATH:
            raise Refusal(N_("Nom trop long."))
        moved = {target + one[len(source) :]: self.nodes.pop(one) for one in self.below(source)}
        self.nodes |= moved

    def change(self, path: str, **changes: str) -> None:
        """Changes the rights or the owner: for its owner or the administrator."""
        self.node(path)
        if not self.admin and (self.owner(path) != self.user or "owner" in changes):
            raise Refusal(N_("%(name)s : permission refusée"), name=path)
        self.nodes[path] = replace(self.nodes[path], **changes)

    def _may_change(self, folder: str) -> None:
        if not self.node(folder).folder:
            raise Refusal(N_("%(name)s : n’est pas un dossier"), name=folder)
        if not self.may(folder, "w"):
            raise Refusal(N_("%(name)s : permission refusée"), name=folder)


def absolute(path: str, here: str, home: str) -> str:
    """Where a path leads: `~`, `..` and `.` are followed."""
    if path == "~" or path.startswith("~/"):
        path = home + path[1:]
    joined = posixpath.normpath(posixpath.join(here, path))
    return "/" + joined.lstrip("/")


def ancestors(path: str) -> list[str]:
    """The folders above a path, from the root."""
    parts = path.strip("/").split("/")[:-1]
    return ["/", *("/" + "/".join(parts[: rank + 1]) for rank in range(len(parts)))]


def shown_mode(node: Node) -> str:
    return ("d" if node.folder else "-") + (node.mode or node.usual)


def changed_mode(node: Node, wanted: str) -> str | None:
    """The rights after `640`, `u+x`, `go-w`, `a=r`; nothing for what is not written so."""
    mode = list(node.mode or node.usual)
    if re.fullmatch("[0-7]{3}", wanted):
        return "".join(letter if int(digit) & bit else "-" for digit in wanted for letter, bit in _BITS)
    found = re.fullmatch("([ugoa]*)([-+=])([rwx]*)", wanted)
    if found is None:
        return None
    whom = "ugo" if found[1] in ("", "a") or "a" in found[1] else found[1]
    for rank, one in enumerate("ugo"):
        for place, letter in enumerate("rwx"):
            at = rank * 3 + place
            if one not in whom:
                continue
            if letter in found[3]:
                mode[at] = "-" if found[2] == "-" else letter
            elif found[2] == "=":
                mode[at] = "-"
    return "".join(mode)


_BITS = (("r", 4), ("w", 2), ("x", 1))
