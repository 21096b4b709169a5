"""Commands of the terminal that read texts: search, count, sort, take the ends, tell two files apart. Pure."""

from __future__ import annotations

import fnmatch
import hashlib
import posixpath

from app.content.environments.terminal_session import Session, Told, Words, need, split_options, texts
from app.content.environments.terminal_tree import ancestors
from app.lib.msgids import N_
from app.lib.text_matching import fold

COUNTS = N_("%(lines)s lignes, %(words)s mots, %(letters)s caractères")


def cat(session: Session, words: Words, piped: str) -> str:
    return "\n".join(text.rstrip("\n") for _, text in texts(session, words, piped))


def grep(session: Session, words: Words, piped: str) -> str:
    options, names = split_options(words)
    need(names, 1, N_("grep MOT FICHIER"))
    wanted, files = names[0], names[1:]
    found = []
    for name, text in texts(session, files, piped):
        for rank, line in enumerate(text.splitlines(), 1):
            if _within(wanted, line, "i" in options) != ("v" in options):
                start = (f"{name}:" if len(files) > 1 else "") + (f"{rank}:" if "n" in options else "")
                found.append(start + line)
    return str(len(found)) if "c" in options else "\n".join(found)


def _within(wanted: str, line: str, any_case: bool) -> bool:
    return fold(wanted) in fold(line) if any_case else wanted in line


def find(session: Session, words: Words, _: str) -> str:
    start = session.path(words[0]) if words and not words[0].startswith("-") else session.here
    session.tree.node(start)
    given = list(words)
    pattern = given[given.index("-name") + 1] if "-name" in given[:-1] else "*"
    found = [one for one in session.tree.below(start) if fnmatch.fnmatchcase(posixpath.basename(one), pattern[:60])]
    seen = "\n".join(one for one in found if all(session.tree.may(up, "x") for up in ancestors(one)))
    return seen or Told.by(N_("(rien trouvé)"))


def _count(options: str, default: int) -> int:
    digits = "".join(one for one in options if one.isdecimal())
    return int(digits[:4]) if digits else default


def _ends(session: Session, words: Words, piped: str) -> tuple[list[str], int]:
    """Lines, and how many are wanted: `-3`, or `-n 3`."""
    given = list(words)
    if "-n" in given[:-1]:
        at = given.index("-n")
        given[at : at + 2] = [f"-{given[at + 1]}"]
    options, names = split_options(given)
    return "\n".join(text for _, text in texts(session, names, piped)).splitlines(), _count(options, 10)


def head(session: Session, words: Words, piped: str) -> str:
    lines, wanted = _ends(session, words, piped)
    return "\n".join(lines[:wanted])


def tail(session: Session, words: Words, piped: str) -> str:
    lines, wanted = _ends(session, words, piped)
    return "\n".join(lines[-wanted:] if wanted else [])


def wc(session: Session, words: Words, piped: str) -> str:
    options, names = split_options(words)
    text = "\n".join(text.rstrip("\n") for _, text in texts(session, names, piped))
    lines, many, letters = str(len(text.splitlines())), str(len(text.split())), str(len(text))
    if "l" in options:
        return lines
    return (
        many
        if "w" in options
        else Told.by(COUNTS, piped=f"{lines} {many} {letters}", lines=lines, words=many, letters=letters)
    )


def sort(session: Session, words: Words, piped: str) -> str:
    options, names = split_options(words)
    lines = "\n".join(text.rstrip("\n") for _, text in texts(session, names, piped)).splitlines()
    return "\n".join(sorted(set(lines) if "u" in options else lines, reverse="r" in options))


def show_digest(session: Session, words: Words, _: str) -> str:
    need(words, 1, N_("empreinte FICHIER, ou empreinte -t TEXTE"))
    text = "".join(words[1:]) if words[0] == "-t" else session.text(words[0])
    return digest(text)


def digest(text: str) -> str:
    """The first sixteen signs of the SHA-256 of a text: enough to tell two files apart here."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]
