"""What the component of the inspector shows: the page in safe pieces, its tree, the open element. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from app.content.environments import inspector_access
from app.content.environments.inspector_colours import ColourWords, colour, contrast, in_words
from app.content.environments.inspector_page import VOID, Element, above
from app.content.environments.inspector_parts import InspectorState, Request, Stored
from app.content.environments.inspector_styles import Sheet, Won

WHITE, BLACK = "#ffffff", "#000000"


@dataclass(frozen=True)
class Box:
    """A piece of the page as it looks: the component knows each kind."""

    kind: str
    text: str
    size: str
    bold: bool
    row: bool
    """What it holds is side by side."""
    ink: str
    paper: str
    """Colours to show in a sample; empty when they are the usual ones."""
    children: list[Box]


@dataclass(frozen=True)
class Branch:
    """A line of the tree."""

    element: Element
    opening: str
    expanded: bool
    chosen: bool
    children: list[Branch]


@dataclass(frozen=True)
class Look:
    """What the styles give."""

    ink: str
    ink_words: ColourWords
    size: float
    paper: str
    paper_words: ColourWords
    ratio: int
    """Of contrast, in hundredths."""
    others: list[tuple[str, str]]
    announced: str | None
    """Its name for a screen reader; nothing for what is not announced."""


@dataclass(frozen=True)
class Opened:
    """The element being looked at."""

    element: Element
    texted: bool
    """Whether it may hold a text."""
    styles: list[Won]
    look: Look | None
    """Nothing for what is not drawn."""
    """What it comes to, in words."""


@dataclass(frozen=True)
class Spoken:
    """A line of the accessibility panel."""

    id: str
    role: str
    name: str
    reached: bool


@dataclass(frozen=True)
class InspectorScreen:
    split: bool
    tab: str
    page_title: str
    card: tuple[str, str, str] | None
    """What a shared link shows: title, description, picture."""
    boxes: list[Box]
    tree: Branch
    opened: Opened | None
    spoken: list[Spoken]
    requests: list[tuple[Request, int, Markup]]
    """With the status, and the detail once opened."""
    stored: list[Stored]
    width: int
    refused: bool


def boxes(page: dict[str, Element], sheet: Sheet) -> list[Box]:
    """The body of the page."""
    bodies = [one for one in page.values() if one.tag == "body"]
    return [found for body in bodies for one in body.children if (found := _box(page, sheet, one))]


def _box(page: dict[str, Element], sheet: Sheet, name: str) -> Box | None:
    element, style = page[name], sheet.computed(page, name)
    if style.get("display") == "none" or style.get("visibility") == "hidden" or element.tag in ("script", "style"):
        return None
    size = float(style["font-size"].removesuffix("px"))
    ink, paper = ink_and_paper(page, sheet, name)
    own = [one.declaration.property for one in sheet.applied(page, name) if one.wins]
    painted = "color" in own or "background-color" in own
    text = element.text
    if element.tag == "img":
        text = element.attributes.get("alt", "") or element.attributes.get("src", "")
    elif element.tag == "input":
        text = element.attributes.get("value", "") or element.attributes.get("placeholder", "")
    return Box(
        kind=element.tag,
        text=text,
        size="big" if size >= 28 else "mid" if size >= 20 else "low" if size < 13 else "",
        bold=style["font-weight"] in ("bold", "600", "700", "800", "900"),
        row=style.get("display") in ("flex", "grid") and style.get("flex-direction", "row") != "column",
        ink=ink if painted else "",
        paper=paper if painted else "",
        children=[found for one in element.children if (found := _box(page, sheet, one))],
    )


def ink_and_paper(page: dict[str, Element], sheet: Sheet, name: str) -> tuple[str, str]:
    """Colours of the text and of what is behind it: the nearest background that is set."""
    ink = colour(sheet.computed(page, name)["color"]) or BLACK
    for one in above(page, name):
        paper = colour(sheet.computed(page, one.id).get("background-color", ""))
        if paper:
            return ink, paper
    return ink, WHITE


def branch(page: dict[str, Element], state: InspectorState, name: str) -> Branch:
    element = page[name]
    expanded = name in state.expanded
    inside = [branch(page, state, one) for one in element.children] if expanded else []
    return Branch(element, opening_tag(element), expanded, name == state.open, inside)


def opening_tag(element: Element) -> str:
    """`<img src="…" alt="">`, as the tree writes it."""
    return "<" + " ".join([element.tag, *(f'{name}="{value}"' for name, value in element.attributes.items())]) + ">"


def opened(page: dict[str, Element], sheet: Sheet, name: str) -> Opened | None:
    element = page.get(name)
    if element is None:
        return None
    texted = element.tag not in VOID and (bool(element.text) or not element.children)
    body = any(one.tag == "body" for one in above(page, name))
    return Opened(
        element, texted, sheet.applied(page, name) if body else [], _look(page, sheet, element) if body else None
    )


def _look(page: dict[str, Element], sheet: Sheet, element: Element) -> Look:
    style = sheet.computed(page, element.id)
    ink, paper = ink_and_paper(page, sheet, element.id)
    usual = ("color", "font-size", "background-color")
    return Look(
        ink=ink,
        ink_words=in_words(ink),
        size=float(style["font-size"].removesuffix("px")),
        paper=paper,
        paper_words=in_words(paper),
        ratio=int(contrast(ink, paper) * 100),
        others=[(name, value) for name, value in style.items() if name not in usual],
        announced=inspector_access.name(page, element) if inspector_access.told(element) else None,
    )


def spoken(page: Mapping[str, Element]) -> list[Spoken]:
    return [
        Spoken(one.id, inspector_access.role(one), inspector_access.name(page, one), inspector_access.reached(one))
        for one in page.values()
        if inspector_access.told(one)
    ]
