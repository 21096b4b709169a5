"""The French that learners read, as written: each text with its file, its place, and the code cut out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from app.content.bank import Bank, Source
from app.content.strict_yaml import Location

CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
PLACEHOLDER = re.compile(r"\{\{.*?\}\}|\[\[.*?\]\]")
STANDING_FOR_IT = "x"
SENTENCES = frozenset({"instruction", "question", "alternative", "explanation", "alt", "why"})
"""Keys of a challenge that hold prose. Proposals, items and answers may hold mistakes on purpose."""


class Text(NamedTuple):
    source: Source
    at: Location
    words: str
    """Without code and placeholders, for which an « x » stands."""


def written(bank: Bank, family: str) -> Iterator[Source]:
    """The files of a family (`challenge`, `skills`, `tutorials`…), each once: variants share theirs."""
    seen = set()
    for (name, _), source in bank.sources.items():
        if name == family and source.path not in seen:
            seen.add(source.path)
            yield source


def prose(bank: Bank) -> Iterator[Text]:
    """Every sentence of the bank that is French and ours."""
    for source in written(bank, "challenge"):
        body = {key: value for key, value in source.document.data.items() if key not in ("variants", "environment")}
        yield from _texts(source, body, SENTENCES)
    for source in written(bank, "skills"):
        yield from _texts(source, source.document.data, {"title", "can", "hint"})
    for source in written(bank, "tutorials"):
        yield from _texts(source, source.document.data, {"title", "text"})


def strings(value: Any, at: Location = ()) -> Iterator[tuple[Location, str]]:
    """Every text inside data, with its place."""
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from strings(one, (*at, key))
    elif isinstance(value, list):
        for position, one in enumerate(value):
            yield from strings(one, (*at, position))


def without_code(text: str) -> str:
    return PLACEHOLDER.sub(STANDING_FOR_IT, CODE.sub(STANDING_FOR_IT, text))


def count_words(text: str) -> int:
    """Words a learner reads: an apostrophe does not part them."""
    return len(re.findall(r"[\w’'-]+", without_code(text)))


def _texts(source: Source, data: Any, keys: frozenset[str] | set[str]) -> Iterator[Text]:
    for at, text in strings(data):
        if at and at[-1] in keys:
            yield Text(source, at, without_code(text).strip())
