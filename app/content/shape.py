"""From raw data to structs, with every mistake of shape listed (msgspec alone stops at the first)."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import Any, TypeVar, get_args, get_origin

import msgspec

from app.content.strict_yaml import Location

T = TypeVar("T", bound=msgspec.Struct)
Fault = tuple[Location, str, str]
"""Location, code, message."""
PATH = re.compile(r"\.([A-Za-z_][\w-]*)|\[(\d+)\]|\[(?:\.\.\.)\]")


def struct_from(data: Any, struct: type[T], at: Location = ()) -> tuple[T | None, list[Fault]]:
    """The struct, or every fault found field by field."""
    try:
        return msgspec.convert(data, struct), []
    except msgspec.ValidationError as error:
        faults = list(_struct_faults(data, struct, at))
        return None, faults or [_fault(str(error), at)]


def _struct_faults(data: Any, struct: type[msgspec.Struct], at: Location) -> Iterator[Fault]:
    if not isinstance(data, dict):
        yield at, "S001", "on attend ici des couples « clé : valeur »"
        return
    fields = {one.encode_name: one for one in msgspec.structs.fields(struct)}
    tag = struct.__struct_config__.tag_field
    for key in data:
        if key not in fields and key != tag:
            yield (*at, key), "S002", f"clé inconnue « {key} »{_advice(key, data[key], list(fields))}"
    for name, one in fields.items():
        if name in data:
            yield from _value_faults(data[name], one.type, (*at, name))
        elif one.required:
            yield at, "S003", f"il manque « {name} »"


def _advice(key: str, value: Any, fields: list[str]) -> str:
    near = difflib.get_close_matches(key, fields, 1)
    if near:
        return f", peut-être « {near[0]} » ?"
    cut = value is None and " " in key
    return " : entre accolades, un texte où il y a une virgule se met entre guillemets" if cut else ""


def _value_faults(value: Any, type_: Any, at: Location) -> Iterator[Fault]:
    try:
        msgspec.convert(value, type_)
        return
    except msgspec.ValidationError as error:
        message = str(error)
    inner = list(_structs_in(type_))
    if inner and isinstance(value, dict):
        yield from _member_faults(value, inner, at)
    elif inner and isinstance(value, list) and all(isinstance(item, dict) for item in value):
        nested = [
            fault for position, item in enumerate(value) for fault in _member_faults(item, inner, (*at, position))
        ]
        yield from nested or [_fault(message, at)]
    else:
        yield _fault(message, at)


def _member_faults(value: dict[str, Any], structs: list[type[msgspec.Struct]], at: Location) -> Iterator[Fault]:
    """Faults of a value that is one of these structs: the one that its tag names when there are several."""
    config = structs[0].__struct_config__
    if len(structs) == 1 or config.tag_field is None:
        yield from struct_from(value, structs[0], at)[1]
        return
    by_tag = {str(one.__struct_config__.tag): one for one in structs}
    tag = value.get(config.tag_field)
    if tag in by_tag:
        yield from struct_from(value, by_tag[tag], at)[1]
    elif tag is None:
        yield at, "S003", f"il manque « {config.tag_field} » : {', '.join(by_tag)}"
    else:
        yield (*at, config.tag_field), "S004", f"« {tag} » est inconnu : choisissez {', '.join(by_tag)}"


def _structs_in(type_: Any) -> Iterator[type[msgspec.Struct]]:
    """The structs inside `Annotated[tuple[X, ...]]`, `X | None`, `X | Y`…"""
    if isinstance(type_, type) and issubclass(type_, msgspec.Struct) and get_origin(type_) is None:
        yield type_
        return
    for one in get_args(type_):
        yield from _structs_in(one)


def _fault(message: str, at: Location) -> Fault:
    text, _, path = message.partition(" - at `$")
    inner: list[str | int] = []
    for found in PATH.finditer(path):
        if found[1] is not None:
            inner.append(found[1])
        elif found[2] is not None:
            inner.append(int(found[2]))
    return (*at, *inner), "S004", _in_french(text)


def _in_french(text: str) -> str:
    for pattern, french in (
        (r"Expected `(.+)`, got `(.+)`", r"on attend « \1 », on lit « \2 »"),
        (r"Object missing required field `(.+)`", r"il manque « \1 »"),
        (r"Object contains unknown field `(.+)`", r"clé inconnue « \1 »"),
        (r"Invalid enum value (.+)", r"valeur inconnue : \1"),
        (r"Expected `str` matching regex (.+)", r"le texte n’a pas la forme attendue : \1"),
        (r"Expected `(.+)` of length <= (\d+)", r"trop long : \2 au plus"),
        (r"Expected `(.+)` of length >= (\d+)", r"trop court : \2 au moins"),
        (r"Expected `(.+)` >= (.+)", r"au moins \2"),
        (r"Expected `(.+)` <= (.+)", r"au plus \2"),
    ):
        if re.fullmatch(pattern, text):
            return re.sub(pattern, french, text)
    return text
