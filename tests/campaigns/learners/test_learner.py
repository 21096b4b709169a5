"""The page of one learner: everything she takes part in, her name and group."""

from __future__ import annotations

import httpx
import pytest

from app.accounts.tables import AuditEvent, User
from app.organisations.learners.tables import Learner
from tests.campaigns.learners.conftest import University
from tests.cast import Cast
from tests.evaluation.learner import HTMX
from tests.house.swap import assert_swap_equals

NAMES = {"first_name": "Inès-Marie", "last_name": "Moreau-Élie", "group": "TD 4"}


def address(university: University, name: str = "ines") -> str:
    return f"/orga/eleves/{university.learner(name)}"


async def row_of(university: University) -> dict[str, str]:
    columns = (Learner.first_name, Learner.last_name, Learner.search_name, Learner.group)
    row = await Learner.select(*columns).where(Learner.id == university.learner("ines")).first()
    assert row is not None
    return row


async def test_her_participations_across_campaigns(
    client: httpx.AsyncClient, cast: Cast, university: University
) -> None:
    await cast.sign_in(client, "martine")
    html = (await client.get(address(university))).text
    assert "<dt>Envoyés</dt><dd>2</dd>" in html
    assert html.index("Profils</a>") < html.index("UE 173</a>"), "the newest first"
    assert "Profil reçu" in html
    assert "Collecte de profils" in html
    assert f'/participants/{university.takers["ines"].participation}"' in html
    assert "100\u00a0%</strong>" in html
    elise = (await client.get(address(university, "elise"))).text
    assert "<dt>En cours</dt><dd>1</dd>" in elise
    assert "En cours de test" in elise


async def test_an_administrator_corrects_her_name(
    client: httpx.AsyncClient, cast: Cast, university: University
) -> None:
    who = await cast.sign_in(client, "helene")
    done = await client.post(address(university), data=NAMES, follow_redirects=True)
    assert "Inès-Marie Moreau-Élie" in done.text
    assert await row_of(university) == {
        "first_name": "Inès-Marie",
        "last_name": "Moreau-Élie",
        "search_name": "moreau-elie ines-marie",
        "group_name": "TD 4",
    }
    account = await User.select(User.first_name).where(User.id == university.takers["ines"].user).first()
    assert account == {"first_name": "Inès"}
    await client.post(address(university), data=NAMES)
    events = await AuditEvent.select().where(AuditEvent.action == "learner.renamed")
    assert [(one["actor"], one["subject"]) for one in events] == [(who, str(university.learner("ines")))]
    found = await client.get("/orga/eleves?q=moreau-elie")
    assert "Inès-Marie" in found.text


async def test_a_member_sets_the_group_and_no_name(
    client: httpx.AsyncClient, cast: Cast, university: University
) -> None:
    await cast.sign_in(client, "martine")
    assert 'name="first_name"' not in (await client.get(address(university))).text
    assert (await client.post(address(university), data=NAMES)).status_code == 303
    row = await row_of(university)
    assert (row["first_name"], row["last_name"], row["group_name"]) == ("Inès", "Moreau", "TD 4")


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"first_name": ""}, "Écrivez le prénom"),
        ({"last_name": "  "}, "Écrivez le nom"),
        ({"last_name": "123"}, "Écrivez un nom avec des lettres"),
        ({"first_name": "é" * 256}, "255 caractères au plus"),
        ({"group": "x" * 61}, "60 caractères au plus"),
    ],
)
async def test_bad_names_are_told_and_kept(
    client: httpx.AsyncClient, cast: Cast, university: University, changed: dict[str, str], message: str
) -> None:
    await cast.sign_in(client, "helene")
    before, page = await row_of(university), await client.get(address(university))
    answer = await client.post(address(university), data={**NAMES, **changed}, headers=HTMX)
    whole = await client.post(address(university), data={**NAMES, **changed})
    assert answer.status_code == whole.status_code == 422
    assert message in whole.text
    assert "Erreur" in whole.text
    assert_swap_equals(page.text, answer.text, whole.text)
    assert await row_of(university) == before


async def test_swapped_it_is_the_page(client: httpx.AsyncClient, cast: Cast, university: University) -> None:
    await cast.sign_in(client, "helene")
    before = await client.get(address(university))
    answer = await client.post(address(university), data=NAMES, headers=HTMX, follow_redirects=True)
    after = await client.get(address(university))
    assert before.text != after.text
    assert_swap_equals(before.text, answer.text, after.text)


async def test_a_stranger_finds_nothing(client: httpx.AsyncClient, cast: Cast, university: University) -> None:
    await cast.elsewhere()
    await cast.sign_in(client, "nadia")
    before = await row_of(university)
    for path in (address(university), "/orga/eleves/0", f"/orga/eleves/{2**40}"):
        assert (await client.get(path)).status_code == 404
        assert (await client.post(path, data=NAMES)).status_code == 404
    assert await row_of(university) == before


async def test_nobody_without_signing_in(client: httpx.AsyncClient, university: University) -> None:
    for method in ("GET", "POST"):
        response = await client.request(method, address(university))
        assert response.headers["location"].startswith("/connexion")
