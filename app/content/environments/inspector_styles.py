"""Style sheets of an inspected page: rules read, matched, and the value that wins for each property. Pure.

Selectors: tags, `.class`, `#id`, `*`, together (`p.note`), one inside another (`nav a`), several (`h1, h2`); media
queries on the width only. Nothing of it is ever sent as CSS.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.content.environments.inspector_page import Element, above

PROPERTIES = (
    *("color", "background-color", "font-size", "font-weight", "font-style", "text-align", "text-decoration"),
    *("display", "visibility", "width", "max-width", "margin", "padding", "border", "outline", "flex-direction"),
    *("line-height", "letter-spacing", "list-style", "float", "gap", "position", "columns"),
)
INHERITED = ("color", "font-size", "font-weight", "font-style", "text-align", "visibility", "line-height", "list-style")
VALUE = re.compile(r"[A-Za-z0-9#%.,()! -]{1,40}")

_SIZES = {"h1": "32px", "h2": "24px", "h3": "19px", "small": "13px"}
_BOLD = ("h1", "h2", "h3", "h4", "strong", "b", "th")
_INLINE = ("a", "span", "strong", "em", "button", "input", "img", "label", "select", "b", "i", "small")


@dataclass(frozen=True)
class Declaration:
    id: str
    """`d3`: the third one of the style sheet; `n4` for what is written in the `style` of an element."""
    property: str
    value: str


@dataclass(frozen=True)
class Rule:
    id: str
    selector: str
    media: str
    """`max-width: 600px`, or nothing."""
    declarations: tuple[Declaration, ...]


@lru_cache(maxsize=512)
def read_rules(css: str) -> tuple[Rule, ...]:
    """The rules in order; those of a media query carry its condition."""
    rules: list[Rule] = []
    media, count = "", 0
    for found in re.finditer(r"@media\s*\(([^)]*)\)\s*\{|([^{}@]+)\{([^{}]*)\}|\}", css):
        if found[1]:
            media = " ".join(found[1].split())
        elif found[2]:
            written = [one.split(":", 1) for one in found[3].split(";") if ":" in one]
            declarations = []
            for name, value in written:
                count += 1
                declarations.append(Declaration(f"d{count}", name.strip(), " ".join(value.split())))
            rules.append(Rule(f"r{len(rules) + 1}", " ".join(found[2].split()), media, tuple(declarations)))
        else:
            media = ""
    return tuple(rules)


@dataclass(frozen=True)
class Won:
    """A declaration that applies to an element, and whether another one beats it."""

    rule: Rule | None
    declaration: Declaration
    wins: bool
    off: bool


@dataclass(frozen=True)
class Sheet:
    """A style sheet as changed: values by declaration, those that are off, and the width of the window."""

    rules: tuple[Rule, ...]
    values: Mapping[str, str]
    off: tuple[str, ...]
    width: int

    def applied(self, page: dict[str, Element], name: str) -> list[Won]:
        """Declarations of the rules that choose the element, the strongest first."""
        found = []
        for order, rule in enumerate(self.rules):
            strengths = [_strength(page, name, one) for one in rule.selector.split(",")]
            strength = max((one for one in strengths if one is not None), default=(0, 0, 0))
            if strength > (0, 0, 0) and self._open(rule):
                for one in rule.declarations:
                    value = self.values.get(one.id, one.value)
                    found.append(((_important(value), strength, order), rule, one, value))
        inline = page[name].attributes.get("style", "")
        pairs = [one.split(":", 1) for one in inline.split(";") if ":" in one]
        written = [(prop.strip(), value.strip()) for prop, value in pairs if prop.strip() in PROPERTIES]
        ranked: list[tuple[object, Rule | None, Declaration, str]] = [
            *found,
            *(
                ((_important(value), (9, 9, 9), 0), None, Declaration(name, prop, value), value)
                for prop, value in written
            ),
        ]
        ranked.sort(key=lambda one: one[0], reverse=True)  # type: ignore[arg-type, return-value]
        return _won(ranked, self.off)

    def computed(self, page: dict[str, Element], name: str) -> dict[str, str]:
        """The value of each property that is set, or inherited, or usual for this kind of element."""
        style: dict[str, str] = {"color": "#000000", "font-size": "16px", "font-weight": "normal"}
        for element in reversed(above(page, name)):
            size = _pixels(style["font-size"], 16.0)
            style = {one: value for one, value in style.items() if one in INHERITED} | _usual(element.tag)
            for one in self.applied(page, element.id):
                if one.wins:
                    style[one.declaration.property] = one.declaration.value.replace("!important", "").strip()
            style["font-size"] = f"{_pixels(style['font-size'], size):g}px"
        return style

    def _open(self, rule: Rule) -> bool:
        found = re.fullmatch(r"(max|min)-width: *([0-9]{1,5})px", rule.media)
        if found is None:
            return not rule.media
        return self.width <= int(found[2]) if found[1] == "max" else self.width >= int(found[2])


def _won(ranked: list[tuple[object, Rule | None, Declaration, str]], off: tuple[str, ...]) -> list[Won]:
    taken: set[str] = set()
    result = []
    for _, rule, one, value in ranked:
        disabled = rule is not None and one.id in off
        wins = not disabled and one.property not in taken
        if wins:
            taken.add(one.property)
        result.append(Won(rule, Declaration(one.id, one.property, value), wins, disabled))
    return result


def _important(value: str) -> int:
    return int("!important" in value)


def _usual(tag: str) -> dict[str, str]:
    style = {"display": "inline" if tag in _INLINE else "block"}
    if tag in _SIZES:
        style["font-size"] = _SIZES[tag]
    if tag in _BOLD:
        style["font-weight"] = "bold"
    if tag == "a":
        style |= {"color": "#0000ee", "text-decoration": "underline"}
    return style


def _pixels(value: str, parent: float) -> float:
    """A size in pixels; the parent's for what is not one."""
    found = re.fullmatch(r"([0-9]{1,4}(?:\.[0-9]{1,3})?)(px|em|rem|%)", value)
    if found is None:
        return parent
    number = float(found[1])
    return {"px": number, "em": number * parent, "rem": number * 16, "%": number * parent / 100}[found[2]]


def _strength(page: dict[str, Element], name: str, selector: str) -> tuple[int, int, int] | None:
    """How strong a selector is on an element; nothing when it does not choose it."""
    parts = selector.split()
    if not parts or not _chooses(page[name], parts[-1]):
        return None
    around = above(page, name)[1:]
    for part in reversed(parts[:-1]):
        while around and not _chooses(around[0], part):
            around = around[1:]
        if not around:
            return None
        around = around[1:]
    whole = " ".join(parts)
    tags = sum(one[0] not in ".#*" for one in parts)
    return (whole.count("#"), whole.count("."), tags) if whole != "*" else (0, 0, 1)


def _chooses(element: Element, part: str) -> bool:
    tag = re.match(r"[a-z0-9*]*", part)
    assert tag is not None
    if tag[0] not in ("", "*", element.tag):
        return False
    classes = element.attributes.get("class", "").split()
    for sign, word in re.findall(r"([.#])([A-Za-z0-9_-]+)", part):
        if sign == "." and word not in classes:
            return False
        if sign == "#" and word != element.attributes.get("id"):
            return False
    return True


def declarations(rules: tuple[Rule, ...]) -> Iterator[Declaration]:
    for rule in rules:
        yield from rule.declarations
