"""What every page must hold to, checked on each HTML answer of each test."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib
import httpx

SVG = "{http://www.w3.org/2000/svg}"
HTMX = {"hx-get", "hx-post", "hx-target", "hx-swap", "hx-push-url", "hx-trigger"}
_CONTROLS = {"input", "select", "textarea"}
_UNLABELLED_TYPES = {"hidden", "submit", "button", "image", "reset"}
_NOT_PROSE = {"code", "pre", "kbd", "samp", "script", "style", "textarea", "title"}
_READ_ATTRIBUTES = ("aria-label", "alt", "title", "placeholder", "data-words", "data-over", "data-copied")
_LOADS = {
    "img": ("src", "srcset"),
    "script": ("src",),
    "link": ("href",),
    "iframe": ("src",),
    "object": ("data",),
    "embed": ("src",),
    "video": ("src", "poster"),
    "audio": ("src",),
    "source": ("src", "srcset"),
    f"{SVG}use": ("href",),
    f"{SVG}image": ("href",),
    "form": ("action",),
}
_ELSEWHERE = re.compile(r"(?:^|[\s,])(?:[a-z][a-z0-9+.-]*:)?//|^(?!data:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_BAD_SPACES = (
    (re.compile(r"[ \t\r\n]+[;:!?]+(?=[\s»)\]…,.]|$)"), "an ordinary space before ; : ! ?"),
    (re.compile(r"[ \t\r\n]+»"), "an ordinary space before »"),
    (re.compile(r"«[ \t\r\n]+"), "an ordinary space after «"),
)


def lint_page(html: str, *, url: str, fragment: bool) -> list[str]:
    """The faults of a page, or of a fragment as HTMX receives it; none when it is right."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parseFragment(html, container="main") if fragment else parser.parse(html)
    page = _Page(root, fragment)
    faults = [f"HTML line {position[0]}: {code} {data or ''}".rstrip() for position, code, data in parser.errors]
    for check in _CHECKS:
        faults.extend(check(page))
    return [f"{url}: {fault}" for fault in faults]


def check_page(response: httpx.Response) -> None:
    """Fail when an HTML answer has a fault."""
    if not response.content:
        return
    asked = response.request.headers
    partial = asked.get("hx-request") == "true" and asked.get("hx-history-restore-request") != "true"
    fragment = partial and asked.get("hx-request-type") != "full"
    faults = lint_page(response.text, url=f"{response.request.method} {response.url}", fragment=fragment)
    assert not faults, "\n".join(faults)


class _Page:
    """The tree with its parents, identifiers and elements in order."""

    def __init__(self, root: Element, fragment: bool) -> None:
        self.root = root
        self.fragment = fragment
        self.all = [element for element in root.iter() if isinstance(element.tag, str)]
        self.parents = {child: parent for parent in self.all for child in parent}
        self.ids = {element.get("id") for element in self.all} - {None}

    def each(self, *tags: str) -> Iterator[Element]:
        return (element for element in self.all if element.tag in tags)

    def up(self, element: Element) -> Iterator[Element]:
        """The element, its parent, and so on."""
        current: Element | None = element
        while current is not None:
            yield current
            current = self.parents.get(current)

    def inside(self, element: Element, *tags: str) -> bool:
        return any(parent.tag in tags for parent in self.up(element) if parent is not element)

    def hidden(self, element: Element) -> bool:
        return any(parent.get("aria-hidden") == "true" for parent in self.up(element))

    def shown_by_a_script(self, element: Element) -> bool:
        """Whether it is `hidden` at first: it may need a script, and be filled by it."""
        return any(parent.get("hidden") is not None for parent in self.up(element))

    def language(self, element: Element) -> str:
        for parent in self.up(element):
            if language := parent.get("lang"):
                return language
        return "fr" if self.fragment else ""

    def text(self, element: Element) -> str:
        """What a screen reader says of the content."""
        if element.get("aria-hidden") == "true" or not isinstance(element.tag, str):
            return ""
        parts = [element.text or ""]
        if element.tag in ("img", f"{SVG}svg"):
            parts = [element.get("alt") or element.get("aria-label") or ""]
        for child in element:
            parts += [self.text(child), child.tail or ""]
        return " ".join("".join(parts).split())


def _show(element: Element) -> str:
    tag = str(element.tag).removeprefix(SVG)
    marks = "".join(f' {name}="{element.get(name)}"' for name in ("id", "name", "href", "class") if element.get(name))
    return f"<{tag}{marks}>"


def _document(page: _Page) -> Iterator[str]:
    titles = [element for element in page.each("title") if not page.inside(element, f"{SVG}svg")]
    if any(not (title.text or "").strip() for title in titles):
        yield "the title is empty"
    headings = list(page.each("h1"))
    if page.fragment:
        if len(headings) > 1:
            yield f"{len(headings)} h1"
        return
    if len(titles) != 1:
        yield f"{len(titles)} title"
    if len(headings) != 1:
        yield f"{len(headings)} h1, one is needed"
    if len(list(page.each("main"))) != 1:
        yield "one main is needed"
    if page.root.get("lang") not in ("fr", "en"):
        yield "html has no lang of ours"


def _headings(page: _Page) -> Iterator[str]:
    for heading in page.each("h1", "h2", "h3", "h4", "h5", "h6", "legend", "label", "summary", "th"):
        needs_words = heading.tag != "th"
        if needs_words and not page.text(heading) and not page.hidden(heading) and not page.shown_by_a_script(heading):
            yield f"{_show(heading)} says nothing"


def _identifiers(page: _Page) -> Iterator[str]:
    counted = Counter(element.get("id") for element in page.all if element.get("id") is not None)
    for identifier, count in counted.items():
        if count > 1:
            yield f"the id {identifier!r} is there {count} times"
        if not identifier or re.search(r"\s", identifier):
            yield f"the id {identifier!r} is not one"


def _references(page: _Page) -> Iterator[str]:
    for element in page.all:
        for name in ("aria-describedby", "aria-labelledby", "aria-controls", "for", "list", "form"):
            for target in (element.get(name) or "").split():
                if target not in page.ids:
                    yield f"{_show(element)} {name}: there is no id {target!r}"
        href = element.get("href") or ""
        if element.tag == "a" and href.startswith("#") and not page.fragment and href[1:] not in page.ids:
            yield f"{_show(element)}: there is no id {href[1:]!r}"
        target = element.get("hx-target") or ""
        if target.startswith("#") and not page.fragment and target[1:] not in page.ids:
            yield f"{_show(element)} hx-target: there is no id {target[1:]!r}"


def _labels(page: _Page) -> Iterator[str]:
    labelled = {label.get("for") for label in page.each("label")} - {None}
    for control in page.each(*_CONTROLS):
        if control.get("type", "text") in _UNLABELLED_TYPES:
            continue
        named = control.get("aria-label") or control.get("aria-labelledby")
        if not (named or control.get("id") in labelled or page.inside(control, "label")):
            yield f"{_show(control)} has no label"
        if control.get("name") is None and control.get("form") is None:
            yield f"{_show(control)} has no name"
    for gauge in page.each("progress", "meter"):
        if not (page.hidden(gauge) or gauge.get("aria-label") or gauge.get("aria-labelledby")):
            yield f"{_show(gauge)} needs aria-label or aria-hidden"
    for group in page.each("fieldset"):
        if not any(child.tag == "legend" for child in group) and not group.get("aria-label"):
            yield f"{_show(group)} has no legend"


def _names(page: _Page) -> Iterator[str]:
    for element in page.each("a", "button"):
        if element.tag == "a" and element.get("href") is None:
            yield f"{_show(element)} leads nowhere"
        label, words = element.get("aria-label") or "", page.text(element)
        if not label and not words:
            yield f"{_show(element)} has no words"
        if label and words and _folded(words) not in _folded(label):
            yield f"{_show(element)}: its aria-label {label!r} lacks the words seen, {words!r}"
        if any(page.inside(element, tag) for tag in ("a", "button")):
            yield f"{_show(element)} is inside another link or button"
        if page.hidden(element):
            yield f"{_show(element)} can be reached but is aria-hidden"


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _images(page: _Page) -> Iterator[str]:
    for image in page.each("img"):
        if image.get("alt") is None:
            yield f"{_show(image)} has no alt"
    for drawing in page.each(f"{SVG}svg"):
        named = drawing.get("aria-label") or drawing.get("aria-labelledby")
        if not page.hidden(drawing) and not (drawing.get("role") == "img" and named):
            yield f"{_show(drawing)} needs aria-hidden, or role=img with a name"


def _inline_code(page: _Page) -> Iterator[str]:
    for element in page.all:
        for name, value in element.items():
            if name.startswith("on"):
                yield f"{_show(element)} has an inline script in {name}"
            if name == "style":
                yield f"{_show(element)} has an inline style"
            if value.strip().lower().startswith(("javascript:", "vbscript:", "data:text")):
                yield f"{_show(element)} runs what is in {name}"
    for script in page.each("script", f"{SVG}script"):
        if not script.get("src") or (script.text or "").strip():
            yield "an inline script"
    if any(True for _ in page.each("style", f"{SVG}style")):
        yield "an inline style sheet"


def _other_sites(page: _Page) -> Iterator[str]:
    for element in page.all:
        for name in _LOADS.get(element.tag, ()):
            value = element.get(name) or ""
            if _ELSEWHERE.search(value):
                yield f"{_show(element)} takes {name} from another site: {value}"
        if element.get("target") == "_blank" and "noopener" not in (element.get("rel") or ""):
            yield f"{_show(element)} opens a page without rel=noopener"


def _forms(page: _Page) -> Iterator[str]:
    for form in page.each("form"):
        if form.get("method") not in ("get", "post") or not form.get("action"):
            yield f"{_show(form)} needs a method (get or post) and an action"
    for button in page.each("button"):
        sends = button.get("type", "submit") == "submit"
        if page.shown_by_a_script(button):
            continue
        if sends and not page.inside(button, "form") and not button.get("form"):
            yield f"{_show(button)} is in no form: it does nothing without a script"
        if not sends:
            yield f"{_show(button)} does nothing without a script"
    for element in page.all:
        if int(element.get("tabindex") or 0) > 0:
            yield f"{_show(element)} changes the order of the keyboard"


def _htmx(page: _Page) -> Iterator[str]:
    for element in page.all:
        for name in element.keys():  # noqa: SIM118 (an Element is not a dict)
            if name.startswith("hx-") and name not in HTMX:
                yield f"{_show(element)} uses {name}"
        for name, plain in (("hx-post", "action"), ("hx-get", "action"), ("hx-get", "href")):
            value, alone = element.get(name), element.get(plain)
            if value is not None and alone is not None and value != alone:
                yield f"{_show(element)}: {name} {value!r} and {plain} {alone!r} differ"
        if element.get("hx-post") is not None and element.tag != "form" and not _button_does(page, element):
            yield f"{_show(element)}: hx-post belongs to a form, or to a field of one whose button does the same"


def _button_does(page: _Page, field: Element) -> bool:
    """Whether the form of a field has a button that posts to the same address: the field works without a script."""
    form = next((one for one in page.up(field) if one.tag == "form"), None)
    buttons = () if form is None else form.iter("button")
    return any((one.get("formaction") or "").partition("#")[0] == field.get("hx-post") for one in buttons)


def _typography(page: _Page) -> Iterator[str]:
    for element in page.all:
        if not page.language(element).startswith("fr"):
            continue
        if any(parent.tag in _NOT_PROSE or parent.get("translate") == "no" for parent in page.up(element)):
            continue
        texts = [element.text, *(child.tail for child in element)]
        texts += [element.get(name) for name in _READ_ATTRIBUTES]
        for text in texts:
            for pattern, fault in _BAD_SPACES:
                if text and pattern.search(text):
                    yield f"{_show(element)} has {fault}: {' '.join(text.split())[:80]!r}"


_CHECKS = (
    _document,
    _headings,
    _identifiers,
    _references,
    _labels,
    _names,
    _images,
    _inline_code,
    _other_sites,
    _forms,
    _htmx,
    _typography,
)
