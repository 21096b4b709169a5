from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import UndefinedError, nodes
from jinja2.nodes import Template

from app.web.components import COMPONENTS, component, environment
from app.web.languages import LANGUAGES
from app.web.messages import Message

N, B = "\u202f", "\u00a0"


def _french(source: str, **context: object) -> str:
    return environment("fr").from_string(source).render(context)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<p>Un code ?</p>", f"<p>Un code{N}?</p>"),
        ("{{ n }} ?", f"3{N}?"),
        ("« {{ n }} »", f"«{B}3{B}»"),
        ("{{ n }} %", f"3{B}%"),
        ("{{ n }} Mo", f"3{B}Mo"),
        ("{% trans %}Un code ?{% endtrans %}", f"Un code{N}?"),
        ("{% trans n=n %}Reste {{ n }} pix : oui{% endtrans %}", f"Reste 3{B}pix{N}: oui"),
        ("{{ _('Un code ?') }}", f"Un code{N}?"),
        ('<a title="{{ n }} ? oui">Qui ?</a>', f'<a title="3 ? oui">Qui{N}?</a>'),
        ('<a href="/?q={{ n }} ;x" class="a ; b">', '<a href="/?q=3 ;x" class="a ; b">'),
        ("<code>{{ n }} ? 1 : 2</code> Qui ?", f"<code>3 ? 1 : 2</code> Qui{N}?"),
        ("l'{{ n }}", "l’3"),
    ],
)
def test_french_templates_get_their_spaces_when_they_are_compiled(written: str, read: str) -> None:
    assert _french(written, n=3) == read


def test_english_templates_are_left_alone() -> None:
    assert environment("en").from_string("Qui ? {{ n }} %").render(n=3) == "Qui ? 3 %"


def test_a_message_is_printed_in_the_language_of_the_page_and_escaped() -> None:
    message = Message("Référence : %(reference)s", reference="<b>")
    assert _french("{{ m }}", m=message) == f"Référence{N}: &lt;b&gt;"
    assert environment("en").from_string("{{ m }}").render(m=message) == "Reference: &lt;b&gt;"


def test_what_is_missing_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        _french("{{ absent }}")


def test_values_are_escaped() -> None:
    assert _french("{{ value }}", value="<script>") == "&lt;script&gt;"


def _names() -> list[str]:
    return sorted(path.relative_to(COMPONENTS).as_posix() for path in COMPONENTS.rglob("*.html"))


@pytest.mark.parametrize("name", _names())
def test_every_component_compiles_in_both_languages(name: str) -> None:
    for language in LANGUAGES:
        component(language, name)


@pytest.mark.parametrize(
    "name", [name for name in _names() if name.endswith("_page.html") and not name.startswith("environments/")]
)
def test_a_page_has_a_title_and_shows_its_fragment(name: str) -> None:
    tree = environment("en").parse((COMPONENTS / name).read_text())
    assert "title" in {block.name for block in tree.find_all(nodes.Block)}
    fragment = name.removesuffix("_page.html") + ".html"
    assert (COMPONENTS / fragment).exists()
    assert fragment in _included(tree)


def _included(tree: Template) -> set[str]:
    found = {include.template for include in tree.find_all(nodes.Include)}
    return {template.value for template in found if isinstance(template, nodes.Const)}


@pytest.mark.parametrize("name", [name for name in _names() if not name.startswith(("layouts/", "ui/"))])
def test_a_fragment_says_what_it_needs_and_no_page_brings_its_own_assets(name: str) -> None:
    source = Path(COMPONENTS / name).read_text()
    if not name.endswith("_page.html") and "{% macro" not in source:
        assert re.match(r"\{#.*\bneeds: ", source), f"the first line of {name} must say what it needs"
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=", source)
