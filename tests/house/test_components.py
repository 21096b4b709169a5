"""Components hold together: one root each, named for its file, and nothing used that is not asked for."""

from __future__ import annotations

import re

import html5lib
import pytest
from jinja2 import meta, nodes

from app.web.components import COMPONENTS, environment

ROOM_LESS = {"layouts", "ui", "kinds"}
FRAGMENTS = sorted(
    path.relative_to(COMPONENTS).as_posix()
    for path in COMPONENTS.glob("*/**/*.html")
    if not ROOM_LESS & set(path.relative_to(COMPONENTS).parts) and not path.stem.endswith("_page")
)
PARTS = {
    "admin/demand_parts.html",
    "admin/profile_parts.html",
    "analysis/given.html",
    "analysis/person.html",
    "campaigns/sending.html",
    "certification/certificates/badge.html",
    "certification/certificates/certificate.html",
    "certification/certificates/sharing.html",
    "certification/taking/connected.html",
    "evaluation/corrected.html",
    "evaluation/asked.html",
    "evaluation/statement.html",
    "evaluation/verdict.html",
    "evaluation/why.html",
    "management/fields.html",
    "preview/figures.html",
    "preview/replay.html",
    "preview/screens.html",
    "training/line.html",
} | {
    name
    for name in FRAGMENTS
    if name.endswith("/parts.html") or (name.startswith("environments/") and not name.endswith("/frame.html"))
}
"""Included in several fragments, or macros: they are no root. So is what the window of an environment shows."""
WITHOUT_PAGE = PARTS | {"environments/frame.html", "management/coverage.html", "management/preview.html"}
"""Fragments without a page of their own: parts, or swapped alone."""
GIVEN_TO_ALL = {"visitor", "path", "page_title", "errors"}
TAGS = re.compile(r"\{#.*?#\}|\{% macro .*?\{% endmacro %\}|\{%.*?%\}", re.DOTALL)


@pytest.mark.parametrize("name", FRAGMENTS)
def test_a_fragment_asks_for_all_that_it_uses(name: str) -> None:
    source = (COMPONENTS / name).read_text("utf-8")
    env = environment("fr")
    tree = env.parse(source)
    made = {
        name.name for one in tree.find_all(nodes.Assign) for name in one.find_all(nodes.Name) if name.ctx == "store"
    }
    used = {one for one in meta.find_undeclared_variables(tree) - made if not one.startswith("_")}
    said = re.match(r"\{#.*?needs: (.*?)#\}", source, re.DOTALL)
    needed = set(re.findall(r"\w+", said[1])) if said else set()
    assert used - set(env.globals) - GIVEN_TO_ALL <= needed


@pytest.mark.parametrize("name", [name for name in FRAGMENTS if name not in PARTS])
def test_a_fragment_has_one_root_named_for_its_file(name: str) -> None:
    source = TAGS.sub("", (COMPONENTS / name).read_text("utf-8"))
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    roots = list(parser.parseFragment(source, container="main"))
    expected = name.removesuffix(".html").replace("/", "-").replace("_", "-")
    assert [root.get("id") for root in roots] == [expected]


@pytest.mark.parametrize("name", [name for name in FRAGMENTS if name not in WITHOUT_PAGE])
def test_a_fragment_has_its_page(name: str) -> None:
    assert (COMPONENTS / name.replace(".html", "_page.html")).exists()


def test_the_exceptions_exist() -> None:
    assert set(FRAGMENTS) >= PARTS
