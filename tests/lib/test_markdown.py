from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lib.markdown import render_inline, render_markdown


def test_a_teacher_s_welcome_text_keeps_its_nested_list() -> None:
    html = render_markdown(
        "Vous choisissez le *nombre de paragraphes* :\n\n"
        "* Domaine **lorem** *ipsum*\n"
        "* Compétences Pix\n"
        "    * Gérer des données\n"
        "    * S'insérer dans le monde numérique\n"
    )
    assert "<strong>lorem</strong> <em>ipsum</em>" in html
    assert "paragraphes</em>\u202f:" in html
    inner = html[html.index("Compétences Pix") :]
    assert inner.index("<ul>") < inner.index("Gérer des données") < inner.index("</ul>")
    assert "S’insérer" in inner


def test_headings_start_at_h3_and_never_pass_h6() -> None:
    assert render_markdown("# Un\n\n###### Six") == "<h3>Un</h3>\n<h6>Six</h6>"
    assert render_markdown("# Un", heading_offset=1) == "<h2>Un</h2>"


def test_line_breaks_are_kept_on_request() -> None:
    assert "<br>" not in render_markdown("un\ndeux")
    assert "un<br>\ndeux" in render_markdown("un\ndeux", hard_wrap=True)


def test_tables_and_code_are_rendered() -> None:
    html = render_markdown("| a | b |\n|---|---|\n| 1 | 2 |\n\n```python\nx = 1 ; y\n```")
    assert "<td>2</td>" in html
    assert "<pre><code>x = 1 ; y\n</code></pre>" in html


@pytest.mark.parametrize("address", ["https://exemple.fr/a?b=1", "http://exemple.fr", "mailto:a@exemple.fr", "/aide"])
def test_ordinary_links_stay(address: str) -> None:
    assert f'href="{address}"' in render_markdown(f"[ici]({address})")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "//ailleurs.fr",
        "ftp://x.fr",
        "tel:1",
        "&#106;avascript:alert(1)",
    ],
)
def test_other_links_lose_their_address_and_keep_their_words(address: str) -> None:
    html = render_markdown(f"[ici]({address})")
    assert "href" not in html
    assert "ici" in html


def test_images_of_other_sites_become_their_alternative_text() -> None:
    html = render_markdown("![un chat](https://ailleurs.fr/chat.png) ![plan](/fichiers/plan.png)")
    assert "ailleurs" not in html
    assert "un chat" in html
    assert '<img src="/fichiers/plan.png" alt="plan">' in html


def test_raw_html_is_shown_as_text() -> None:
    html = render_markdown("<script>alert(1)</script>\n\n<b onclick=x>gras</b>")
    assert "<script" not in html
    assert "<b" not in html
    assert "&lt;script&gt;" in html


def test_an_inline_text_has_no_block() -> None:
    assert render_inline("un **mot** ?\n# et `code : x`") == (
        "un <strong>mot</strong>\u202f? # et <code>code : x</code>"
    )


class _Watch(HTMLParser):
    """Fails on any tag or attribute that could run or load something."""

    ALLOWED = frozenset(
        [
            "a",
            "em",
            "strong",
            "code",
            "br",
            "del",
            "p",
            "ul",
            "ol",
            "li",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "pre",
            "hr",
            "img",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
        ]
    )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in self.ALLOWED
        for name, value in attrs:
            assert name in ("href", "title", "src", "alt", "start", "rel"), (tag, name)
            if name == "href":
                assert (value or "").lower().startswith(("http://", "https://", "mailto:", "/"))
                assert not (value or "").startswith(("//", "/\\"))
            if name == "src":
                assert (value or "").startswith("/")
                assert not (value or "").startswith(("//", "/\\"))


_DANGEROUS = st.sampled_from(
    [
        "<script>",
        "</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=x>",
        "javascript:",
        "data:text/html,",
        "//x",
        "](",
        "[a](",
        "![a](",
        ")",
        "<",
        ">",
        '"',
        "'",
        "`",
        "\n\n",
        "    ",
        "* ",
        "# ",
        "&#x6A;",
        "\\",
        "https://x.fr",
        "[a]: ",
        "[a]",
        "<javascript:alert(1)>",
        "|",
        "\n",
        "é",
        " ",
    ]
)


@given(st.lists(_DANGEROUS, max_size=25).map("".join) | st.text())
def test_nothing_that_runs_or_loads_ever_comes_out(text: str) -> None:
    for html in (render_markdown(text), render_inline(text)):
        watch = _Watch()
        watch.feed(html)
        watch.close()
