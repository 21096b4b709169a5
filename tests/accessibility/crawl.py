"""Every page that somebody reaches from where she starts, one of each address, and each of its forms sent empty."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page

from tests.house.routes import PARAMETER, Address, addresses

FILES = re.compile(
    r"\.(csv|ods|xlsx|pdf|zip|json|jwt|svg|txt|js|webmanifest)$|/fichier$|^/(static|fichiers|sante|pret)\b"
)
MOST_OF_ONE = 2
LINKS = "Array.from(document.querySelectorAll('a[href]'), (one) => one.getAttribute('href'))"
FORMS = """Array.from(document.querySelectorAll("form[method=post]"))
  .filter((form) => form.querySelector("[required]:not([type=hidden])"))
  .map((form) => form.getAttribute("action"))"""
SEND_EMPTY = """(action) => {
  const form = Array.from(document.querySelectorAll("form[method=post]"))
    .find((one) => one.getAttribute("action") === action && one.querySelector("[required]:not([type=hidden])"));
  for (const field of form.querySelectorAll("[required]:not([type=hidden])")) {
    if (field.matches("[type=checkbox], [type=radio]")) field.checked = false;
    else field.value = "";
  }
  form.noValidate = true;
  HTMLFormElement.prototype.submit.call(form);
}"""


@dataclass(frozen=True)
class Visited:
    """A page, as it is in front of the reader."""

    path: str
    status: int
    html: str


@dataclass
class Crawl:
    """One reader's. An address is met plain and with one query; others only change what it lists."""

    page: Page
    belongs: Callable[[Address], bool]
    """Which addresses are this reader's to look at: others look at the rest."""
    seen: set[tuple[str, frozenset[str]]] = field(default_factory=set)
    sent: set[str] = field(default_factory=set)
    routes: list[tuple[re.Pattern[str], Address]] = field(default_factory=lambda: _patterns())

    def from_(self, *starts: str) -> Iterator[Visited]:
        """Each page in turn, while it is shown; then what its forms say when they are sent empty."""
        waiting = list(starts)
        while waiting:
            path = waiting.pop(0)
            key = self._key(path)
            if key is None or key in self.seen or sum(one[0] == key[0] for one in self.seen) == MOST_OF_ONE:
                continue
            self.seen.add(key)
            visited = self._visit(path)
            if visited is None:
                continue
            yield visited
            waiting += [link for link in self.page.evaluate(LINKS) if link.startswith("/")]
            for action in self.page.evaluate(FORMS):
                yield from self._sent_empty(path, action)

    def _key(self, path: str) -> tuple[str, frozenset[str]] | None:
        split = urlsplit(path)
        if FILES.search(split.path):
            return None
        address = next((one for pattern, one in self.routes if pattern.fullmatch(split.path)), None)
        if address is None or not self.belongs(address):
            return None
        return address.path, frozenset(parse_qs(split.query)) - {"suite"}

    def _visit(self, path: str) -> Visited | None:
        response = self.page.goto(path)
        if response is None or "text/html" not in response.headers.get("content-type", ""):
            return None
        return Visited(path, response.status, response.text())

    def _sent_empty(self, path: str, action: str) -> Iterator[Visited]:
        name = next((one.path for pattern, one in self.routes if pattern.fullmatch(urlsplit(action).path)), action)
        if name in self.sent:
            return
        self.sent.add(name)
        self.page.goto(path)
        with self.page.expect_navigation() as navigation:
            self.page.evaluate(SEND_EMPTY, action)
        response = navigation.value
        assert response is not None
        assert response.status == 422, f"{action}, empty, gives {response.status}"
        yield Visited(f"{action} (empty)", response.status, response.text())


def _patterns() -> list[tuple[re.Pattern[str], Address]]:
    """Exact addresses before those with a parameter."""
    found = sorted(addresses(), key=lambda one: one.path.count("{"))
    return [
        (re.compile(PARAMETER.sub("[^/]+", re.escape(one.path).replace(r"\{", "{").replace(r"\}", "}"))), one)
        for one in found
    ]
