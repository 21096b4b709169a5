"""Whatever is wrong in the files, the preview shows it with its place and goes on."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import httpx
import pytest

from app.content.checks import check
from app.content.reading import read_tree
from tests.content.bad_examples import CASES, challenge, replace
from tests.preview.conftest import OpenPreview

ID = re.compile(r'href="/apercu/epreuves/(ch-[a-z0-9]+)')
SOUND = 3
"""Pages of challenges that nothing is said of, opened beside those that are broken."""


@pytest.mark.parametrize("code", CASES)
async def test_every_page_opens_on_a_tree_that_breaks_a_rule(code: str, tree: Path, open_preview: OpenPreview) -> None:
    CASES[code](tree)
    preview = open_preview(tree)
    told = unescape((await preview.get("/apercu/problemes")).text)
    problems = check(read_tree(tree))
    for one in problems:
        assert f"{one.path}:{one.line}:{one.column}" in told
        assert one.code in told
    for page in ("/apercu", "/apercu/changements"):
        assert (await preview.get(page)).status_code == 200
    listed = (await preview.get("/apercu/epreuves?taille=100")).text
    names = list(dict.fromkeys(ID.findall(listed)))
    broken = [name for name in names if any(name in str(one.path) for one in problems)]
    for name in {*names[:SOUND], *broken}:
        assert (await preview.get(f"/apercu/epreuves/{name}")).status_code == 200, name


async def test_a_broken_challenge_shows_its_problems_and_its_source_and_the_others_stay(
    preview: httpx.AsyncClient, tree: Path
) -> None:
    path = challenge(tree, "number")
    name = path.parent.name[:11]
    assert (await preview.get(f"/apercu/ecrans/{name}/posee")).status_code == 200
    replace(path, "explanation:", "explanatoin: x\nexplanation:")
    page = await preview.get(f"/apercu/epreuves/{name}")
    assert page.status_code == 200
    assert "Cette épreuve ne se lit pas" in page.text
    assert "clé inconnue «\u00a0explanatoin\u00a0»" in page.text
    assert '<span class="wrong">explanatoin: x' in page.text
    assert "<iframe" not in page.text
    assert "Illisible" in (await preview.get(f"/apercu/epreuves?texte={name}")).text
    assert (await preview.get(f"/apercu/ecrans/{name}/posee")).status_code == 404
    assert "<iframe" in (await preview.get("/apercu/epreuves/ch-c6ep34wk")).text


async def test_it_is_mended_without_starting_again(preview: httpx.AsyncClient, tree: Path) -> None:
    path = challenge(tree, "number")
    text = path.read_text("utf-8")
    path.write_text("", "utf-8")
    assert "Cette épreuve ne se lit pas" in (await preview.get(f"/apercu/epreuves/{path.parent.name[:11]}")).text
    path.write_text(text, "utf-8")
    assert "<iframe" in (await preview.get(f"/apercu/epreuves/{path.parent.name[:11]}")).text


async def test_an_answer_misjudged_is_told(preview: httpx.AsyncClient, tree: Path) -> None:
    path = challenge(tree, "environment")
    replace(path, "  - [{open: m2}, {do: delete}]", "  - [{open: m1}, {do: delete}]")
    html = (await preview.get(f"/apercu/epreuves/{path.parent.name[:11]}?etat=fausse-2")).text
    assert "à corriger" in html
    assert "Cet état ne finit pas comme il doit" in html
    assert "Le chemin doit atteindre le but" in html


async def test_what_does_not_exist_says_so(preview: httpx.AsyncClient) -> None:
    for path in ("/apercu/epreuves/ch-aaaaaaaa", "/apercu/competences/9.9", "/evaluations/99", "/mon-compte"):
        page = await preview.get(path)
        assert page.status_code == 404
        assert "aperçu" in page.text
