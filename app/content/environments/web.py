"""What the environments made of pages share: an invented web, its forms, and what was typed in them. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, TypeVar

import msgspec
from markupsafe import Markup
from msgspec.structs import replace

from app.content.environments.web_addresses import leads_to, read_address, shown
from app.content.environments.web_pages import Button, Field, Page, Value, fits
from app.content.environments.web_render import render_page
from app.content.environments.world import Action, Fact, State, ThingId, World, with_one
from app.content.parts import Fault


class WebState(State, frozen=True, kw_only=True, omit_defaults=True):
    values: dict[str, Value] = {}  # noqa: RUF012 (msgspec copies it)
    """Fields whose value has changed."""
    pressed: dict[str, int] = {}  # noqa: RUF012
    said: str = ""
    """The button pressed last, until something else is done."""
    missing: str = ""
    """The required field that was left empty."""
    visited: tuple[str, ...] = ()


S = TypeVar("S", bound=WebState)


class PageView(msgspec.Struct, frozen=True, kw_only=True):
    """A page as it is shown."""

    page: Page
    address: str
    body: Markup
    first: list[Button]
    buttons: list[Button]
    fields: list[tuple[Field, Value]]
    said: str
    missing: str
    count: int


class WebWorld(World, kw_only=True, frozen=True):
    """Pages that link to each other."""

    pages: Annotated[tuple[Page, ...], msgspec.Meta(min_length=1, max_length=80)]
    first: str = ""
    """Page shown at opening."""
    memory: dict[ThingId, Value] = {}  # noqa: RUF012 (msgspec copies it)
    """Values that no page shows: buttons set them, passages and goals read them."""

    def page(self, name: str) -> Page | None:
        return next((one for one in self.pages if one.id == name), None)

    def find(self, target: str) -> Page | None:
        """The page of an id or of an address."""
        return self.page(target) or self.page(leads_to(target, ((one.id, one.address) for one in self.pages)))

    def address_of(self, target: str) -> str:
        page = self.page(target)
        return shown(page.address if page else target)

    def values(self, state: WebState) -> dict[str, Value]:
        """Every field as it is now."""
        return {name: state.values.get(name, first) for name, first in self.firsts().items()}

    def firsts(self) -> dict[str, Value]:
        """Values at the start, by id: those of the fields, and of what else pages depend on."""
        return {**self.memory, **{one.id: one.first() for one in self.fields()}}

    def fields(self) -> Iterator[Field]:
        for page in self.pages:
            yield from page.fields

    def buttons(self) -> Iterator[Button]:
        for page in self.pages:
            yield from page.buttons

    def web_facts(self, state: WebState) -> dict[str, Fact]:
        """Those of every web: pages seen, fields, buttons."""
        presses = {one.id: state.pressed.get(one.id, 0) for one in self.buttons()}
        return {"visited": state.visited, **self.values(state), **presses}

    def press(self, state: S, page: Page, action: Action) -> tuple[S, Button | None, str]:
        """After a button of the page: the state, the button (none if nothing was done), the page it leads to."""
        before = self.values(state)
        found = (one for one in page.buttons if one.id == action.get("press") and fits(one.when, before))
        if (button := next(found, None)) is None:
            return state, None, ""
        shown_fields = [one for one in page.fields if fits(one.when, before)]
        typed = {one.id: one.accepts(action.get(one.id), before[one.id]) for one in shown_fields}
        lacking = (one.id for one in shown_fields if one.required and not typed[one.id])
        if button.checks and (missing := next(lacking, "")):
            return replace(state, values=self.changed(state, typed), missing=missing, said=""), None, ""
        after = {**before, **typed, **button.sets}
        pressed = {**state.pressed, button.id: state.pressed.get(button.id, 0) + 1}
        kept = self.changed(state, {**typed, **button.sets})
        state = replace(state, values=kept, pressed=pressed, missing="", said=button.id)
        return state, button, next((one.go for one in button.leads if fits(one.when, after)), button.go)

    def changed(self, state: WebState, values: Mapping[str, Value]) -> dict[str, Value]:
        """The values that are no longer those of the start."""
        first = self.firsts()
        return {name: value for name, value in {**state.values, **values}.items() if value != first.get(name)}

    def seen(self, state: S, page: str) -> S:
        """The page has been shown."""
        return replace(state, visited=with_one(state.visited, page)) if page else state

    def view(self, state: WebState, page: Page, address: str = "", looked: str = "") -> PageView:
        values = self.values(state)
        body, count = render_page(page.written(values), self.address_of, looked)
        offered = [one for one in page.buttons if fits(one.when, values)]
        return PageView(
            page=page,
            address=shown(address or page.address),
            body=body,
            first=[one for one in offered if one.first],
            buttons=[one for one in offered if not one.first],
            fields=[(one, values[one.id]) for one in page.fields if fits(one.when, values)],
            said=next((one.says for one in self.buttons() if one.id == state.said), ""),
            missing=state.missing,
            count=count,
        )

    def faults(self) -> Iterator[Fault]:
        yield from self._twice()
        known = self.firsts()
        for at, page in enumerate(self.pages):
            for target in {one for text in page.all_text() for one in page_links(text)}:
                if self.page(target) is None and read_address(target) is None:
                    yield Fault(
                        ("pages", at, "text"), "K061", f"le lien « {target} » ne mène nulle part", "corrigez-le"
                    )
            whens = [*(one.when for one in page.passages), *(one.when for one in page.fields)]
            for name in sorted({name for when in whens for name in when if name not in known}):
                yield Fault(("pages", at), "K061", f"« {name} », dans un `when`, n’existe pas", "corrigez l’id")
            for rank, one in enumerate(page.buttons):
                named = {*one.sets, *one.when, *(name for lead in one.leads for name in lead.when)}
                wrong = [name for name in sorted(named) if name not in known]
                wrong += [go for go in (one.go, *(lead.go for lead in one.leads)) if go and self.page(go) is None]
                for name in wrong:
                    yield Fault(("pages", at, "buttons", rank), "K061", f"« {name} » n’existe pas", "corrigez l’id")

    def _twice(self) -> Iterator[Fault]:
        seen = set[str]()
        for at, page in enumerate(self.pages):
            for name in (page.id, *(one.id for one in page.fields), *(one.id for one in page.buttons)):
                if name in seen:
                    yield Fault(("pages", at), "K001", f"l’identifiant « {name} » sert deux fois", "changez-le")
                seen.add(name)


def page_links(text: str) -> list[str]:
    """Where the links of a text lead."""
    return Page(id="p0", address="a.example", title="a", text=text).links({})
