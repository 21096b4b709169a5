"""« Recommandation de sujets à travailler »."""

from __future__ import annotations

import re

import httpx

from tests.campaigns.analysis.conftest import Sent
from tests.campaigns.analysis.screen import dots, has_table, table

WORDS = {
    4: "Très fortement recommandé",
    3: "Fortement recommandé",
    2: "Recommandé",
    1: "Modérément recommandé",
}


async def test_each_topic_has_its_relevance_in_dots_and_in_words(client: httpx.AsyncClient, sent: Sent) -> None:
    html = (await client.get(f"{sent.home}/analyse")).text
    rows = table(html, "Sujets recommandés")
    assert [row["Pertinence"] for row in rows] == [WORDS[one] for one in dots(html).values()]
    assert "5 personnes qui ont envoyé leurs résultats" in html.replace("\xa0", " ")
    assert has_table(html, "Résultats par compétence")


async def test_the_most_relevant_first_and_the_reverse(client: httpx.AsyncClient, sent: Sent) -> None:
    page = f"{sent.home}/analyse"
    first = (await client.get(page)).text
    assert 'aria-sort="descending"' in first
    up = (await client.get(f"{page}?tri=pertinence")).text
    assert list(dots(up)) == list(dots(first))[::-1]
    assert re.search(r'aria-sort="ascending"[^>]*><a href="[^"]*tri=-pertinence"', up)
    by_title = table((await client.get(f"{page}?tri=sujet")).text, "Sujets recommandés")
    assert [row["Sujets"] for row in by_title] == sorted(row["Sujets"] for row in by_title)
    assert list(dots((await client.get(f"{page}?tri=rien")).text)) == list(dots(first))


async def test_opening_a_topic_lists_its_tutorials_with_source_and_duration(
    client: httpx.AsyncClient, sent: Sent
) -> None:
    html = (await client.get(f"{sent.home}/analyse")).text
    rows = re.findall(r'<tr id="sujet-alpha">.*?</tr>', html, re.S)
    assert len(rows) == 1
    assert "<summary" in rows[0]
    link = re.search(r'<a href="(/tutos/tuto-alpha\?suite=[^"]+)">([^<]+)</a> <small>(.*?)</small>', rows[0])
    assert link
    assert link[3].startswith("Page · ")
    assert "min · par " in link[3].replace("\xa0", " ")
    assert rows[0].count("/tutos/tuto-alpha?") == 1
    tutorial = await client.get(link[1])
    assert tutorial.status_code == 200
    assert f'href="{sent.home}/analyse"' in tutorial.text
