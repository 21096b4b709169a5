"""A page and what is behind it: its elements, its styles, what a screen reader hears, its requests, what it stores.

Elements are `n1`, `n2`… in the order of their opening tags (the `<html>` is n1), declarations `d1`, `d2`… in the order
of the style sheet. Facts: `n4.tag`, `n4.text`, `n4@alt` (its attributes), `n4.name` (its accessible name), `n4.reached`
(by the Tab key), `n4.color` and any computed property, `n4.contrast` (a hundred times the ratio); `edited` (list of
`n4@alt`, `n4.text`, `n4.tag`, `d2`), `q1.status`, `failed` (requests not answered 200), `seen`, `kept` (what is still
stored), `width`, `open`, `title`; `card.title`, `card.description`, `card.image` (what a shared link shows).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace as replaced
from typing import Annotated, ClassVar

import msgspec
from markupsafe import Markup
from msgspec.structs import replace

from app.content.environments import inspector_access, inspector_screen
from app.content.environments.inspector_colours import contrast
from app.content.environments.inspector_page import TAGS, VOID, Element, page_mistakes, read_page
from app.content.environments.inspector_parts import InspectorState, Request, Stored
from app.content.environments.inspector_screen import InspectorScreen
from app.content.environments.inspector_styles import PROPERTIES, VALUE, Sheet, declarations, read_rules
from app.content.environments.world import Action, Fact, State, World, toggled, with_one, without_one
from app.content.parts import Fault
from app.lib.markdown import render_markdown

TABS = ("page", "elements", "access", "network", "storage")
MOST_EDITS = 40
_ATTRIBUTE = re.compile("[a-z][a-z0-9:-]{0,30}")


class Inspector(World, kw_only=True, frozen=True, tag="inspector"):
    """A web page, with the tools of a browser for developers."""

    html: Annotated[str, msgspec.Meta(max_length=8_000)]
    css: Annotated[str, msgspec.Meta(max_length=4_000)] = ""
    width: Annotated[int, msgspec.Meta(ge=200, le=4_000)] = 1200
    """Of the simulated window, in pixels."""
    sizable: bool = False
    """Whether it may be changed."""
    sharing: bool = False
    """Whether the page tab shows what a shared link would."""
    requests: tuple[Request, ...] = ()
    storage: tuple[Stored, ...] = ()
    fixed: bool = False
    """Looked at and not changed."""

    STATE: ClassVar[type[State]] = InspectorState

    def start(self) -> InspectorState:
        page = read_page(self.html)
        known = tuple(one.id for one in page if one.tag in ("html", "head", "body"))
        return InspectorState(width=self.width, expanded=known)

    def act(self, state: InspectorState, action: Action) -> InspectorState:
        state = replace(state, refused=False)
        page = self._page(state)
        if (tab := action.get("tab", "")) in TABS:
            return replace(state, tab=tab)
        if (name := action.get("open", "")) in page:
            return self._opened(state, name)
        if action.get("see") in {one.id for one in self.requests}:
            return replace(state, seen=with_one(state.seen, action["see"]))
        if self.sizable and action.get("do") == "width":
            width = action.get("width", "").strip()
            fits = width.isdecimal() and len(width) < 5 and 200 <= int(width) <= 4_000
            return replace(state, width=int(width)) if fits else replace(state, refused=True)
        if self.fixed:
            return state
        if action.get("forget") in {one.id for one in self.storage}:
            return replace(state, forgotten=with_one(state.forgotten, action["forget"]))
        if action.get("toggle") in {one.id for one in declarations(read_rules(self.css))}:
            return replace(state, off=toggled(state.off, action["toggle"]))
        element = page.get(state.open)
        if element and (drop := action.get("drop", "")) in element.attributes:
            return replace(state, attributes={**state.attributes, f"{element.id}@{drop}": None})
        return self._apply(state, element, action) if element and action.get("do") == "apply" else state

    def facts(self, state: InspectorState) -> Mapping[str, Fact]:
        page, sheet, before = self._page(state), self._sheet(state), self._page(self.start())
        facts: dict[str, Fact] = {"open": state.open, "width": state.width, "seen": state.seen}
        for name, one in page.items():
            facts |= {f"{name}.tag": one.tag, f"{name}.text": one.text}
            facts |= {f"{name}@{key}": value for key, value in one.attributes.items()}
            facts |= {f"{name}.{key}": value for key, value in sheet.computed(page, name).items()}
            facts[f"{name}.contrast"] = int(contrast(*inspector_screen.ink_and_paper(page, sheet, name)) * 100)
            facts[f"{name}.name"] = inspector_access.name(page, one)
            facts[f"{name}.reached"] = inspector_access.reached(one)
        facts["edited"] = tuple(_edited(page, before, sheet, self._sheet(self.start())))
        statuses = {one.id: self._status(one, page) for one in self.requests}
        facts |= {f"{name}.status": status for name, status in statuses.items()}
        facts["failed"] = tuple(name for name, status in statuses.items() if status != 200)
        facts["kept"] = tuple(one.id for one in self.storage if one.id not in state.forgotten)
        facts["title"] = _title(page)
        facts |= dict(zip(("card.title", "card.description", "card.image"), _card(page), strict=True))
        return facts

    def screen(self, state: InspectorState) -> InspectorScreen:
        page, sheet = self._page(state), self._sheet(state)
        return InspectorScreen(
            split=state.tab == "elements",
            tab=state.tab,
            page_title=_title(page),
            card=_card(page) if self.sharing else None,
            boxes=inspector_screen.boxes(page, sheet),
            tree=inspector_screen.branch(page, state, "n1"),
            opened=inspector_screen.opened(page, sheet, state.open),
            spoken=inspector_screen.spoken(page),
            requests=[(one, self._status(one, page), self._detail(one, state)) for one in self.requests],
            stored=[one for one in self.storage if one.id not in state.forgotten],
            width=state.width,
            refused=state.refused,
        )

    def faults(self) -> Iterator[Fault]:
        for mistake in page_mistakes(self.html):
            yield Fault(("html",), "K061", f"page mal écrite : {mistake}", "corrigez le HTML")
        for one in declarations(read_rules(self.css)):
            if one.property not in PROPERTIES or not VALUE.fullmatch(one.value):
                yield Fault(
                    ("css",), "K061", f"« {one.property}: {one.value} » n’est pas permis", ", ".join(PROPERTIES)
                )
        known = {one.id for one in read_page(self.html)}
        for position, request in enumerate(self.requests):
            if request.element and request.element not in known:
                yield Fault(("requests", position, "element"), "K061", f"« {request.element} » n’existe pas", "n1, n2…")

    def _page(self, state: InspectorState) -> dict[str, Element]:
        """The elements as changed."""
        page = {}
        for one in read_page(self.html):
            attributes: dict[str, str] = dict(one.attributes)
            for key, value in state.attributes.items():
                name, _, attribute = key.partition("@")
                if name == one.id and value is None:
                    attributes.pop(attribute, None)
                elif name == one.id and value is not None:
                    attributes[attribute] = value
            text, tag = state.texts.get(one.id, one.text), state.tags.get(one.id, one.tag)
            page[one.id] = replaced(one, tag=tag, text=text, attributes=attributes)
        return page

    def _sheet(self, state: InspectorState) -> Sheet:
        return Sheet(read_rules(self.css), state.values, state.off, state.width)

    def _opened(self, state: InspectorState, name: str) -> InspectorState:
        """Looks at an element and shows what it holds; a second time, closes it."""
        again = name == state.open and name in state.expanded
        expanded = without_one(state.expanded, name) if again else with_one(state.expanded, name)
        return replace(state, open=name, tab="elements", expanded=expanded)

    def _apply(self, state: InspectorState, element: Element, action: Action) -> InspectorState:
        """All that was typed about the open element."""
        attributes, values, tags, texts = (
            dict(state.attributes),
            dict(state.values),
            dict(state.tags),
            dict(state.texts),
        )
        written = {one.id: one for one in declarations(read_rules(self.css))}
        for key, typed in action.items():
            value = " ".join(typed.split())[:200]
            if key in written and value != state.values.get(key, written[key].value):
                if not VALUE.fullmatch(value):
                    return replace(state, refused=True)
                values[key] = value
            elif key.startswith("at-") and element.attributes.get(key[3:], value) != value:
                attributes[f"{element.id}@{key[3:]}"] = value
            elif key == "text" and element.tag not in VOID and value != element.text:
                texts[element.id] = value
            elif key == "tag" and value in TAGS and element.tag in TAGS and value != element.tag:
                tags[element.id] = value
        if added := action.get("name", "").strip().lower():
            if not _ATTRIBUTE.fullmatch(added):
                return replace(state, refused=True)
            attributes[f"{element.id}@{added}"] = " ".join(action.get("value", "").split())[:200]
        if max(len(attributes), len(values), len(tags), len(texts)) > MOST_EDITS:
            return state
        return replace(state, attributes=attributes, values=values, tags=tags, texts=texts)

    def _status(self, request: Request, page: Mapping[str, Element]) -> int:
        element = page.get(request.element)
        if element is None:
            return request.status
        return 200 if element.attributes.get(request.attribute) in request.found else request.status

    def _detail(self, request: Request, state: InspectorState) -> Markup:
        return render_markdown(request.detail) if request.detail and request.id in state.seen else Markup()


def _edited(page: dict[str, Element], before: dict[str, Element], sheet: Sheet, first: Sheet) -> Iterator[str]:
    for name, one in page.items():
        old = before[name]
        keys = sorted(one.attributes.keys() | old.attributes.keys())
        yield from (f"{name}@{key}" for key in keys if one.attributes.get(key) != old.attributes.get(key))
        if one.text != old.text:
            yield f"{name}.text"
        if one.tag != old.tag:
            yield f"{name}.tag"
    for written in declarations(first.rules):
        if written.id in sheet.off or sheet.values.get(written.id, written.value) != written.value:
            yield written.id


def _title(page: Mapping[str, Element]) -> str:
    return next((one.text for one in page.values() if one.tag == "title"), "")


def _card(page: Mapping[str, Element]) -> tuple[str, str, str]:
    """Title, description and picture of a shared link."""
    metas = [one.attributes for one in page.values() if one.tag == "meta"]
    known = {one.get("property") or one.get("name", ""): one.get("content", "") for one in metas}
    return (
        known.get("og:title") or _title(page),
        known.get("og:description") or known.get("description", ""),
        known.get("og:image", ""),
    )
