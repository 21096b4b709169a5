"""What a command of the terminal works with. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from app.content.environments.terminal_tree import Refusal, Tree, absolute
from app.lib.msgids import N_


class Told(str):
    """A text with other words to show for it: French lines that the component translates, and their parts."""

    lines: Sequence[str] = ()
    parts: Mapping[str, str] = {}

    @classmethod
    def by(cls, *lines: str, piped: str = "", **parts: str) -> Told:
        told = cls(piped)
        told.lines, told.parts = lines, parts
        return told


@dataclass
class Session:
    """A command being run: the tree it may change, where one is, what it has shown."""

    tree: Tree
    here: str
    home: str
    hosts: Mapping[str, str] = field(default_factory=dict)
    """What `ping` answers, by host."""
    read: list[str] = field(default_factory=list)
    """Files whose text was shown or searched."""

    def path(self, word: str) -> str:
        return absolute(word, self.here, self.home)

    def text(self, word: str) -> str:
        path = self.path(word)
        text = self.tree.read(path)
        self.read.append(path)
        return text


Words = Sequence[str]
Command = Callable[[Session, Words, str], str]


def split_options(words: Words) -> tuple[str, list[str]]:
    """`-l -a notes` -> `la` and `notes`."""
    options = "".join(one[1:] for one in words if one.startswith("-") and len(one) > 1)
    return options, [one for one in words if not (one.startswith("-") and len(one) > 1)]


def need(words: Words, least: int, usage: str) -> None:
    if len(words) < least:
        raise Refusal(N_("Il manque quelque chose. Écrivez :"), usage)


def texts(session: Session, names: Words, piped: str) -> list[tuple[str, str]]:
    """Texts of the files named, or what came by the pipe."""
    return [(one, session.text(one)) for one in names] if names else [("", piped)]
