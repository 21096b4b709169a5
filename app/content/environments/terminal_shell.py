"""A line typed in the terminal: words, quotes, `|`, `>` and `>>`, `*` in names. Pure."""

from __future__ import annotations

import fnmatch
import posixpath
import re
from collections.abc import Callable
from typing import NamedTuple

from app.content.environments.terminal_session import Session, Told
from app.content.environments.terminal_tree import Refusal
from app.lib.msgids import N_

LONGEST_LINE = 200
MOST_PIPED = 6

_WORD = re.compile(r"""\s*(?:(>>|>|\||;|&&)|((?:"[^"]*"|'[^']*'|[^\s"'>|;&])+)|(\S))""")

Runner = Callable[[Session, str, list[str], str], str]
"""Runs one command: its name, its words, what came by the pipe."""


class Word(NamedTuple):
    text: str
    quoted: bool = False
    sign: bool = False


def run_line(session: Session, line: str, runner: Runner) -> str:
    """What the line answers; what it refuses is told the same way, and what was done before stays."""
    try:
        return _run(session, read_words(line), runner)
    except Refusal as refusal:
        return Told.by(*refusal.lines, **refusal.parts)


def read_words(line: str) -> list[Word]:
    """The words of a line; quotes keep spaces together and are taken away."""
    words = []
    for sign, word, stray in _WORD.findall(line[:LONGEST_LINE]):
        if stray or sign in (";", "&&"):
            raise Refusal(
                N_("« %(sign)s » ne se comprend pas ici : une commande à la fois, guillemets fermés."),
                sign=stray or sign,
            )
        quoted = '"' in word or "'" in word
        words.append(Word(sign or re.sub("[\"']", "", word), quoted, bool(sign)))
    return words


def _run(session: Session, words: list[Word], runner: Runner) -> str:
    into, words = _destination(words)
    steps: list[list[Word]] = [[]]
    for word in words:
        if word.sign:
            steps.append([])
        else:
            steps[-1].append(word)
    if not all(steps) or len(steps) > MOST_PIPED:
        raise Refusal(N_("Il manque une commande de part et d’autre de « | » ou de « > »."))
    output = ""
    for name, *rest in steps:
        output = runner(session, name.text, [text for one in rest for text in _expanded(session, one)], output)
    if into is None:
        return output
    sign, target = into
    path = session.path(target)
    before = session.tree.read(path) if sign == ">>" and path in session.tree.nodes else ""
    session.tree.write(path, before + output + "\n")
    return ""


def _destination(words: list[Word]) -> tuple[tuple[str, str] | None, list[Word]]:
    """Where the output goes: `> file`, last on the line."""
    for at, word in enumerate(words):
        if word.sign and word.text in (">", ">>"):
            if len(words) != at + 2 or words[at + 1].sign:
                raise Refusal(N_("Après « %(sign)s », écrivez le nom d’un seul fichier."), sign=word.text)
            return (word.text, words[at + 1].text), words[:at]
    return None, words


def _expanded(session: Session, word: Word) -> list[str]:
    """`*.txt` -> the names that fit in the folder; itself when there is none."""
    if word.quoted or "*" not in word.text:
        return [word.text]
    folder, pattern = posixpath.split(word.text)
    path = session.path(folder or ".")
    if path not in session.tree.nodes or not session.tree.nodes[path].folder:
        return [word.text]
    names = [posixpath.basename(one) for one in session.tree.inside(path)]
    found = [one for one in names if fnmatch.fnmatchcase(one, pattern[:60]) and not one.startswith(".")]
    return [posixpath.join(folder, one) for one in found] or [word.text]
