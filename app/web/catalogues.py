"""Translations: ``python -m app.web.catalogues extract | compile | check``.

``extract`` finds every message of the code and the components and brings the English file up to date;
``check`` fails when a message has no English, is fuzzy, loses a parameter, or was not extracted.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from app.settings import ROOT
from app.web.languages import DEFAULT, LANGUAGES, LOCALES

_METHODS = [("app/**.py", "python"), ("components/**.html", "jinja2"), ("components/**.txt", "jinja2")]
_OPTIONS = {
    pattern: {"trimmed": "true", "trim_blocks": "true", "lstrip_blocks": "true", "encoding": "utf-8"}
    for pattern, method in _METHODS
    if method == "jinja2"
}
_KEYWORDS = {
    "_": None,
    "N_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "Message": None,
    "counted": (1, 2),
    "translate": (2,),
}
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")


def extracted() -> Catalog:
    """Every message of the code and the components."""
    catalogue = Catalog(project="Pix", charset="utf-8")
    for name, message, comments, context in _found():
        catalogue.add(message, None, [(name, 1)], auto_comments=comments, context=context)
    return catalogue


@cache
def _found() -> list[tuple[str, str | tuple[str, ...], list[str], str | None]]:
    found = extract_from_dir(
        ROOT, _METHODS, _OPTIONS, keywords=_KEYWORDS, directory_filter=_is_source, strip_comment_tags=True
    )
    return [(name, message, comments, context) for name, _, message, comments, context in found]


def read(language: str) -> Catalog:
    """A language's file; empty when there is none yet."""
    path = _path(language)
    if not path.exists():
        return Catalog(locale=language, project="Pix", charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language)


def update(language: str) -> None:
    """Add what is new, drop what is gone; never guess a translation from a neighbour."""
    catalogue = read(language)
    doubtful = {message.id for message in catalogue if message.fuzzy}
    catalogue.update(extracted(), no_fuzzy_matching=True)
    for message in catalogue:
        if message.id and message.fuzzy and message.id not in doubtful:  # it became a plural: translate it anew
            message.flags.discard("fuzzy")
            message.string = ("", "") if message.pluralizable else ""
    catalogue.obsolete.clear()
    _path(language).parent.mkdir(parents=True, exist_ok=True)
    with _path(language).open("wb") as file:
        write_po(file, catalogue, sort_output=True, include_lineno=False, width=110)


def compile_(language: str) -> None:
    """Write the binary file beside the text one: a faster start."""
    with _path(language).with_suffix(".mo").open("wb") as file:
        write_mo(file, read(language))


def problems(language: str) -> list[str]:
    """What keeps a language from being complete."""
    catalogue, source = read(language), extracted()
    wanted = {message.id for message in source if message.id}
    known = {message.id for message in catalogue if message.id}
    found = [f"not in the file, run extract: {_shown(id_)}" for id_ in wanted if id_ not in known]
    found += [f"no longer used, run extract: {_shown(id_)}" for id_ in known - wanted]
    for message in catalogue:
        if message.id and message.id in wanted:
            found += [f"{problem}: {_shown(message.id)}" for problem in _problems_of(message)]
    return sorted(f"{language}: {problem}" for problem in found)


def _problems_of(message: Message) -> Iterator[str]:
    strings = message.string if isinstance(message.string, (list, tuple)) else [message.string]
    ids = message.id if isinstance(message.id, (list, tuple)) else [message.id]
    if message.fuzzy:
        yield "fuzzy"
    if not all(strings):
        yield "not translated"
    expected = set(_PLACEHOLDER.findall(ids[-1]))
    for string in strings:
        if string and not set(_PLACEHOLDER.findall(string)) <= expected | set(_PLACEHOLDER.findall(ids[0])):
            yield "another parameter"
    if all(strings) and set(_PLACEHOLDER.findall(str(strings[-1]))) != expected:
        yield "a parameter is lost"


def _shown(id_: str | tuple[str, ...] | list[str]) -> str:
    return id_ if isinstance(id_, str) else id_[0]


def _path(language: str) -> Path:
    return LOCALES / language / "LC_MESSAGES" / "messages.po"


def _is_source(path: str | Path) -> bool:
    parts = Path(path).relative_to(ROOT).parts
    return not parts or parts[0] in ("app", "components")


def main(arguments: list[str]) -> int:
    """The command line."""
    translated = [language for language in LANGUAGES if language != DEFAULT]
    match arguments:
        case ["extract" | "update"]:
            for language in translated:
                update(language)
        case ["compile"]:
            for language in translated:
                compile_(language)
        case ["check"]:
            found = [problem for language in translated for problem in problems(language)]
            print("\n".join(found) or "Translations are complete.")
            return 1 if found else 0
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
