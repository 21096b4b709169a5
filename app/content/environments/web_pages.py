"""The pages of an invented web: text with links, passages that depend on what was done, a form. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

import msgspec

from app.content.environments.world import ThingId
from app.content.parts import Line, Part
from app.lib.text_matching import fold

Value = bool | str
Wanted = bool | str | tuple[str, ...]
When = dict[ThingId, Wanted]
"""Values of fields, by id; a list: one of these. Texts are compared without case, accents or spaces."""

LINK = re.compile(r"(?<!!)\[([^\]\n]+)\]\(([^)\s]+)\)")
PageText = Annotated[str, msgspec.Meta(max_length=20_000)]


class Option(Part, kw_only=True, frozen=True):
    id: ThingId
    text: Line


class Field(Part, kw_only=True, frozen=True):
    """A control of a page's form. Its value counts once a button is pressed."""

    id: ThingId
    label: Line
    type: Literal["text", "long_text", "password", "date", "checkbox", "choice"] = "text"
    note: str = ""
    value: Value = ""
    """At the start: words, true or false for a box, the id of an option for a choice."""
    options: tuple[Option, ...] = ()
    required: bool = False
    when: When = {}  # noqa: RUF012 (msgspec copies it)

    def first(self) -> Value:
        return bool(self.value) if self.type == "checkbox" else str(self.value)

    def accepts(self, typed: str | None, now: Value) -> Value:
        """The value after sending the form; a box that is not sent is off."""
        if self.type == "checkbox":
            return typed == "on"
        if typed is None or (self.type == "choice" and typed and all(one.id != typed for one in self.options)):
            return now
        return typed.strip()


class Lead(Part, kw_only=True, frozen=True):
    """Where a button leads, when the form says so."""

    when: When
    go: ThingId


class Button(Part, kw_only=True, frozen=True):
    id: ThingId
    text: Line
    look: Literal["main", "plain", "link"] = "plain"
    first: bool = False
    """Above the text, small, as those that nobody should see."""
    checks: bool = True
    """Required fields must be filled; false for « Annuler »."""
    sets: dict[ThingId, Value] = {}  # noqa: RUF012
    """Fields it changes (of any page), after the form has been read."""
    closes: bool = False
    """Closes the panel it is in (where pages have panels)."""
    says: str = ""
    """Shown once it is pressed, until something else is done."""
    go: str = ""
    """Page it opens; empty: one stays."""
    leads: tuple[Lead, ...] = ()
    """Before `go`: the first that fits."""
    searches: str = ""
    """Instead of a page: searches this site, with the words of the form's first field (where there is an engine)."""
    when: When = {}  # noqa: RUF012


class Passage(Part, kw_only=True, frozen=True):
    text: PageText
    when: When = {}  # noqa: RUF012


class Page(Part, kw_only=True, frozen=True):
    id: ThingId
    address: Line
    title: Line
    text: PageText = ""
    """Markdown; `[words](p2)` or `[words](site.example/page)` is a link."""
    passages: tuple[Passage, ...] = ()
    fields: tuple[Field, ...] = ()
    buttons: tuple[Button, ...] = ()

    def links(self, values: Mapping[str, Value]) -> list[str]:
        """Where its links lead: ids of pages, or addresses."""
        return [target for _, target in LINK.findall(self.written(values))]

    def written(self, values: Mapping[str, Value]) -> str:
        """All its text, as things are."""
        return "\n\n".join((self.text, *(one.text for one in self.passages if fits(one.when, values))))

    def all_text(self) -> Iterator[str]:
        yield self.text
        for one in self.passages:
            yield one.text


def fits(when: Mapping[str, Wanted], values: Mapping[str, Value]) -> bool:
    """Whether every field named has one of the values wanted."""
    return all(_is(values.get(name, ""), wanted) for name, wanted in when.items())


def _is(value: Value, wanted: Wanted) -> bool:
    if isinstance(wanted, tuple):
        return any(_is(value, one) for one in wanted)
    if isinstance(value, bool) or isinstance(wanted, bool):
        return value is wanted
    return fold(value) == fold(wanted)
