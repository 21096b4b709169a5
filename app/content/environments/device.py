"""The settings of a device, an application or an account: sections to look through, switches, choices, texts, buttons.

Facts: for each setting its id: true or false (`toggle`), the id of the chosen option (`choice`), what is written
(`text`), how many times it was pressed (`button`); `at` (the section shown) and `visited` (sections, by id).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

import msgspec
from msgspec.structs import replace

from app.content.environments.world import Action, Fact, State, ThingId, World, with_one
from app.content.parts import Fault, Line, Part

Value = bool | int | str
LONGEST_TEXT = 120


class Setting(Part, kw_only=True, frozen=True, tag_field="type"):
    """One line of a section."""

    id: ThingId
    label: Line
    note: str = ""
    """A sentence under it."""
    when: dict[ThingId, Value] = {}  # noqa: RUF012 (msgspec copies it)
    """Shown only while these settings have these values."""

    @property
    def kind(self) -> str:
        return str(self.__struct_config__.tag)

    def first(self) -> Value:
        """Its value at the start."""
        raise NotImplementedError

    def accepts(self, typed: str) -> Value | None:
        """The value that a control sends; None for what it cannot send."""
        raise NotImplementedError


class Toggle(Setting, kw_only=True, frozen=True, tag="toggle"):
    on: bool = False

    def first(self) -> Value:
        return self.on

    def accepts(self, typed: str) -> Value | None:
        return {"on": True, "off": False}.get(typed)


class Option(Part, kw_only=True, frozen=True):
    id: ThingId
    text: Line


class Choice(Setting, kw_only=True, frozen=True, tag="choice"):
    options: Annotated[tuple[Option, ...], msgspec.Meta(min_length=2, max_length=12)]
    value: ThingId

    def first(self) -> Value:
        return self.value

    def accepts(self, typed: str) -> Value | None:
        return typed if any(one.id == typed for one in self.options) else None


class TextSetting(Setting, kw_only=True, frozen=True, tag="text"):
    value: str = ""

    def first(self) -> Value:
        return self.value

    def accepts(self, typed: str) -> Value | None:
        return typed[:LONGEST_TEXT].strip()


class Button(Setting, kw_only=True, frozen=True, tag="button"):
    """Something done at once; `sets` changes other settings, `says` is shown once it is done."""

    says: str = ""
    sets: dict[ThingId, Value] = {}  # noqa: RUF012

    def first(self) -> Value:
        return 0

    def accepts(self, typed: str) -> Value | None:
        del typed
        return None


class Info(Setting, kw_only=True, frozen=True, tag="info"):
    """Something to read."""

    text: Line

    def first(self) -> Value:
        return self.text

    def accepts(self, typed: str) -> Value | None:
        del typed
        return None


AnySetting = Toggle | Choice | TextSetting | Button | Info


class Section(Part, kw_only=True, frozen=True):
    """A page of settings; `parent` is the section it is reached from, empty for those of the first page."""

    id: ThingId
    name: Line
    parent: str = ""
    settings: tuple[AnySetting, ...] = ()


class DeviceState(State, frozen=True, kw_only=True, omit_defaults=True):
    at: str = ""
    visited: tuple[str, ...] = ()
    values: dict[str, Value] = {}  # noqa: RUF012
    said: str = ""
    """The button that was pressed last, until something else is done."""


class Device(World, kw_only=True, frozen=True, tag="device"):
    """A phone, a computer, a box, an application, an account."""

    sections: Annotated[tuple[Section, ...], msgspec.Meta(min_length=1, max_length=30)]

    STATE: ClassVar[type[State]] = DeviceState

    def start(self) -> DeviceState:
        return DeviceState()

    def act(self, state: DeviceState, action: Action) -> DeviceState:
        values, changed, said = self.values(state), dict(state.values), ""
        for one in self._on_screen(state):
            if isinstance(one, Button) and action.get("press") == one.id:
                changed |= {**one.sets, one.id: int(values[one.id]) + 1}
                said = one.id
            typed = one.accepts(action[one.id]) if one.id in action else None
            if typed is not None and typed != values[one.id]:
                changed[one.id] = typed
        if changed != state.values:
            state = replace(state, values=changed, said=said)
        return self._go(state, action["go"]) if "go" in action else state

    def facts(self, state: DeviceState) -> Mapping[str, Fact]:
        return {"at": state.at, "visited": state.visited, **self.values(state)}

    def screen(self, state: DeviceState) -> DeviceScreen:
        section, values = self._section(state.at), self.values(state)
        said = next((one.says for one in self._all() if isinstance(one, Button) and one.id == state.said), "")
        return DeviceScreen(
            split=False,
            section=section,
            parent=self._section(section.parent) if section and section.parent else None,
            sections=[one for one in self.sections if one.parent == state.at],
            lines=[SettingLine(one, values[one.id]) for one in self._on_screen(state)],
            said=said,
        )

    def values(self, state: DeviceState) -> dict[str, Value]:
        """Every setting as it is now."""
        return {one.id: state.values.get(one.id, one.first()) for one in self._all()}

    def faults(self) -> Iterator[Fault]:
        known, seen = {one.id for one in self._all()}, set[str]()
        for position, section in enumerate(self.sections):
            if section.parent and self._section(section.parent) is None:
                yield Fault(
                    ("sections", position, "parent"), "K061", f"« {section.parent} » n’existe pas", "donnez une section"
                )
            for rank, one in enumerate(section.settings):
                at = ("sections", position, "settings", rank)
                if one.id in seen:
                    yield Fault(at, "K001", f"l’identifiant « {one.id} » sert deux fois", "changez-le")
                seen.add(one.id)
                named = {*one.when, *(one.sets if isinstance(one, Button) else ())}
                for name in sorted(named - known):
                    yield Fault(at, "K061", f"le réglage « {name} » n’existe pas", "donnez l’id d’un réglage")
                if isinstance(one, Choice) and one.accepts(one.value) is None:
                    yield Fault(
                        (*at, "value"), "K061", f"« {one.value} » n’est pas proposé", "donnez l’id d’une option"
                    )

    def _go(self, state: DeviceState, where: str) -> DeviceState:
        if where == state.at or (where and self._section(where) is None):
            return state
        visited = with_one(state.visited, where) if where else state.visited
        return replace(state, at=where, visited=visited, said="")

    def _all(self) -> Iterator[AnySetting]:
        for section in self.sections:
            yield from section.settings

    def _section(self, name: str) -> Section | None:
        return next((one for one in self.sections if one.id == name), None)

    def _on_screen(self, state: DeviceState) -> list[AnySetting]:
        section, values = self._section(state.at), self.values(state)
        found = section.settings if section else ()
        return [one for one in found if all(values.get(name) == value for name, value in one.when.items())]


@dataclass(frozen=True)
class SettingLine:
    setting: AnySetting
    value: Value


@dataclass(frozen=True)
class DeviceScreen:
    split: bool
    section: Section | None
    parent: Section | None
    sections: list[Section]
    lines: list[SettingLine]
    said: str
    """What the button just pressed did."""
