"""Translations of the content: another language's words laid over the French file, which stays the reference. Pure.

`en.yaml`, beside `challenge.yaml`, has the same shape with only what differs; members of a list that have an `id`
are named by it (`proposals: {a: {text: …}}`), other lists are given whole, member by member. `of` is the fingerprint
of the French it translates: once the French has changed, the translation is stale and the French is served.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from app.content.strict_yaml import Location
from app.content.variants import PLACEHOLDER

LANGUAGES = ("en",)
"""Those the content may be translated into."""
UNTRANSLATED = frozenset(
    {"id", "version", "status", "skill", "locale", "kind", "timer", "focused", "marks", "review_by", "shuffled"}
    | {"tutorials", "more", "replaces", "before", "path", "wrong_paths", "right", "is", "fact"}
)
"""Keys whose value is the same in every language, but for the list `right` of a matching."""
SELDOM_TRANSLATED = frozenset({"file", "credit", "width", "parent", "equals", "address", "type", "treatments"})
"""Keys that may differ, and hardly ever do: a skeleton leaves them out."""
SILENT = frozenset({"status", "version", "marks", "review_by", "tutorials", "more", "replaces"})
"""Keys that may change without making a translation stale."""
TODO = "TODO "
"""Begins a text that nobody has translated yet."""

YOUR_ANSWER = {"en": "Your answer"}
"""The label of an open field that has none of its own."""

Fault = tuple[Location, str, str]


def fingerprint_of(french: Mapping[str, Any]) -> str:
    """Of what is translated: changes when the French does."""
    kept = {key: value for key, value in french.items() if key not in SILENT}
    kept_text = json.dumps(kept, sort_keys=True, ensure_ascii=False, default=str)
    return "f" + hashlib.sha256(kept_text.encode()).hexdigest()[:11]


def translated(french: Any, words: Any) -> Any:
    """The French data with the words of the other language in their place."""
    if isinstance(french, dict) and isinstance(words, dict):
        return {key: translated(value, words[key]) if key in words else value for key, value in french.items()}
    if isinstance(french, list) and isinstance(words, dict):
        return [
            translated(one, words[one["id"]]) if isinstance(one, dict) and one.get("id") in words else one
            for one in french
        ]
    if _member_by_member(french, words):
        return [translated(one, other) for one, other in zip(french, words, strict=True)]
    return words


def faults_of(french: Any, words: Any, at: Location = ()) -> Iterator[Fault]:
    """What a translation says of something that is not there, or may not change."""
    if isinstance(words, dict) and isinstance(french, dict):
        for key, value in words.items():
            if not _translatable(key, french.get(key)):
                yield (*at, key), "L002", f"« {key} » ne se traduit pas"
            elif key not in french:
                yield (*at, key), "L003", f"« {key} » n’est pas dans le texte français"
            else:
                yield from faults_of(french[key], value, (*at, key))
    elif isinstance(words, dict) and isinstance(french, list):
        members = {one["id"]: one for one in french if isinstance(one, dict) and "id" in one}
        for key, value in words.items():
            if key not in members:
                yield (*at, key), "L003", f"« {key} » n’est l’identifiant d’aucun élément du texte français"
            else:
                yield from faults_of(members[key], value, (*at, key))
    elif _member_by_member(french, words):
        for position, (one, other) in enumerate(zip(french, words, strict=True)):
            yield from faults_of(one, other, (*at, position))
    elif type(words) is not type(french) or (isinstance(french, list) and _has_records(french)):
        yield at, "L004", "ce n’est pas de la même forme que le texte français"
    else:
        yield from left_to_do(words, at)


def left_to_do(words: Any, at: Location = ()) -> Iterator[Fault]:
    """The texts nobody has translated yet."""
    if isinstance(words, dict):
        for key, value in words.items():
            yield from left_to_do(value, (*at, key))
    elif isinstance(words, list):
        for position, value in enumerate(words):
            yield from left_to_do(value, (*at, position))
    elif isinstance(words, str) and words.startswith(TODO):
        yield at, "L005", "ce texte n’est pas encore traduit"


def skeleton(french: Any) -> Any:
    """What there is to translate, in the shape of a translation: texts marked to do, members named by their id.

    None when there is nothing.
    """
    if isinstance(french, dict):
        kept = {
            key: skeleton(value)
            for key, value in french.items()
            if key not in SELDOM_TRANSLATED and _translatable(key, value)
        }
        return {key: value for key, value in kept.items() if value is not None} or None
    if isinstance(french, list):
        if french and all(isinstance(one, dict) and "id" in one for one in french):
            named = {one["id"]: skeleton(one) for one in french}
            return {key: value for key, value in named.items() if value is not None} or None
        members = [skeleton(one) for one in french]
        if all(one is None for one in members):
            return None
        return [
            {} if one is None and isinstance(old, dict) else (old if one is None else one)
            for one, old in zip(members, french, strict=True)
        ]
    return TODO + french if isinstance(french, str) and _has_words(french) else None


def _translatable(key: str, value: Any) -> bool:
    return key not in UNTRANSLATED or (key == "right" and isinstance(value, list))


def _has_words(text: str) -> bool:
    return any(sign.isalpha() for sign in PLACEHOLDER.sub("", text))


def _member_by_member(french: Any, words: Any) -> bool:
    """Lists of records without ids, as conditions of a goal: each has its translation, at the same place."""
    return isinstance(french, list) and isinstance(words, list) and len(french) == len(words) and _has_records(french)


def _has_records(members: list[Any]) -> bool:
    return any(isinstance(one, dict) for one in members)
