"""Mistakes of shape are told in the terms of the struct that the author meant."""

from __future__ import annotations

import msgspec

from app.content.shape import struct_from


class Switch(msgspec.Struct, tag_field="type", tag="switch", forbid_unknown_fields=True):
    on: bool


class Choice(msgspec.Struct, tag_field="type", tag="choice", forbid_unknown_fields=True):
    options: list[str]


class Page(msgspec.Struct, forbid_unknown_fields=True):
    main: Switch | Choice | None = None
    others: tuple[Switch | Choice, ...] = ()


def faults(data: object) -> list[tuple[tuple[str | int, ...], str, str]]:
    return struct_from(data, Page)[1]


def test_the_tag_says_which_struct_is_meant() -> None:
    found = faults({"main": {"type": "choice", "optoins": ["a"]}})
    assert [(at, code) for at, code, _ in found] == [(("main", "optoins"), "S002"), (("main",), "S003")]
    assert "options" in found[1][2]


def test_in_a_list_too() -> None:
    found = faults({"others": [{"type": "switch", "on": True}, {"type": "choice"}]})
    assert [(at, code) for at, code, _ in found] == [(("others", 1), "S003")]


def test_an_unknown_or_missing_tag_gives_the_choice() -> None:
    unknown = faults({"main": {"type": "slider"}})
    assert [(at, code) for at, code, _ in unknown] == [(("main", "type"), "S004")]
    assert "switch, choice" in unknown[0][2]
    assert [(at, code) for at, code, _ in faults({"main": {}})] == [(("main",), "S003")]


def test_a_text_cut_at_its_comma_is_told_how_to_be_written() -> None:
    [(at, code, message), *_] = faults({"main": {"type": "switch", "on": True, "pas l’inverse.": None}})
    assert (at, code) == (("main", "pas l’inverse."), "S002")
    assert "guillemets" in message
