"""The stages of a target, as the service's staff sets them."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from app.accounts.tables import AuditEvent
from app.campaigns.target_profiles.queries import stages_of
from tests.campaigns.conftest import NewOne, new_campaign
from tests.cast import Cast

__all__ = ["new_campaign"]  # a fixture

PATH = "/admin/profils-cibles/decouverte/paliers"


@pytest.fixture
async def ada(client: httpx.AsyncClient, cast: Cast) -> httpx.AsyncClient:
    await cast.sign_in(client, "ada")
    return client


def row(number: int, value: str = "", title: str = "", message: str = "", **more: str) -> dict[str, str]:
    """The fields of a row."""
    fields = {"value": value, "title": title, "message": message, "prescriber_title": "", **more}
    return {f"{name}.{number}": text for name, text in fields.items()}


def rows(*values: str, by: str = "threshold", **more: Any) -> dict[str, str]:
    """A form with a stage for each value."""
    found = {"by": by, **more}
    for number, value in enumerate(values, 1):
        found |= row(number, value, f"Palier à {value}", "Bravo.")
    return found


def plain(answer: httpx.Response) -> str:
    return answer.text.replace("\u202f", " ").replace("\u00a0", " ")


async def kept() -> list[tuple[int | None, int | None, bool]]:
    return [(one.threshold, one.level, one.first_skill) for one in await stages_of("decouverte")]


async def test_an_empty_set_begins_with_the_zero_stage(ada: httpx.AsyncClient) -> None:
    page = (await ada.get(PATH)).text
    assert 'name="value.1" type="text" value="0"' in page
    assert 'name="title.4"' in page


async def test_a_set_is_saved_whole_and_replaced_whole(ada: httpx.AsyncClient) -> None:
    sent = rows("0", "50 %", "100") | row(4, title="Premier", message="Un !", first_skill="yes") | row(5)
    for _ in range(2):
        answer = await ada.post(PATH, data=sent)
        assert answer.headers["location"] == "/admin/profils-cibles/decouverte#paliers"
    assert await kept() == [(0, None, False), (50, None, False), (100, None, False), (None, None, True)]
    assert await AuditEvent.count().where(AuditEvent.action == "stages.changed") == 1
    page = plain(await ada.get("/admin/profils-cibles/decouverte"))
    assert page.index("Aucun acquis validé") < page.index("Dès le premier acquis validé") < page.index("Dès 50 %")
    again = (await ada.get(PATH)).text
    assert 'name="first_skill.2" type="checkbox" value="yes" checked' in again
    await ada.post(PATH, data=rows("0", "2", by="level") | {"remove.3": "yes"})
    assert await kept() == [(None, 0, False), (None, 2, False)]
    assert "Niveau 2 : dès 67 % des acquis" in plain(await ada.get("/admin/profils-cibles/decouverte"))


async def test_a_row_can_be_added_and_one_taken_out_without_a_script(ada: httpx.AsyncClient) -> None:
    more = await ada.post(PATH, data=rows("0", "50", "80") | {"action": "more", "remove.2": "yes"})
    assert more.status_code == 200
    assert 'name="title.2" type="text" value="Palier à 80"' in more.text
    assert 'name="title.3" type="text" value=""' in more.text
    assert await kept() == []
    await ada.post(PATH, data=rows("0", "50", "80") | {"remove.2": "yes"})
    assert [one for one, _, _ in await kept()] == [0, 80]


CORRECTIONS = [
    (rows("10", "50"), "form", "Il manque le palier zéro"),
    (rows("0", "50", "50"), "value.3", "Un autre palier a déjà cette valeur."),
    (rows("0", "101"), "value.2", "Un seuil va de 0 à 100 %."),
    (rows("0", "4", by="level"), "value.2", "Ce niveau dépasse"),
    (rows("0", "beaucoup"), "value.2", "Écrivez un nombre entier."),
    (rows("0") | row(2, title="x", message="y"), "value.2", "Indiquez le seuil ou le niveau"),
    (rows("0") | row(2, "50", "x", "y", first_skill="yes"), "value.2", "n’a ni seuil, ni niveau"),
    (rows("0") | row(2, "50", "", "y"), "title.2", "Donnez un titre à ce palier."),
    (rows("0") | row(2, "50", "x", ""), "message.2", "Écrivez le message que lira l’élève."),
    (
        rows("0") | row(2, "", "x", "y", first_skill="yes") | row(3, "", "x", "y", first_skill="yes"),
        "value.3",
        "Un seul palier peut être celui du premier acquis",
    ),
]


@pytest.mark.parametrize(("sent", "field", "message"), CORRECTIONS)
async def test_what_is_wrong_is_said_beside_the_stage(
    ada: httpx.AsyncClient, sent: dict[str, str], field: str, message: str
) -> None:
    answer = await ada.post(PATH, data=sent)
    assert answer.status_code == 422
    assert message in plain(answer)
    if field != "form":
        assert f'id="{field}-err"' in answer.text
    assert await kept() == []


async def test_stages_may_be_attached_to_a_competence(ada: httpx.AsyncClient) -> None:
    answer = await ada.post("/admin/profils-cibles/5.1/paliers", data=rows("0", "50"))
    assert answer.status_code == 303
    assert len(await stages_of("5.1")) == 2


async def test_once_a_campaign_uses_it_only_words_change(ada: httpx.AsyncClient, new_campaign: NewOne) -> None:
    await ada.post(PATH, data=rows("0", "50"))
    await new_campaign("KXMTRB742")
    page = plain(await ada.get(PATH))
    assert "Une campagne utilise déjà ce profil cible" in page
    assert "Dès 50 % des acquis" in page
    assert 'name="value.' not in page
    moved = await ada.post(PATH, data=rows("0", "60"))
    assert moved.status_code == 422
    assert "ses critères ne changent plus" in plain(moved)
    more = await ada.post(PATH, data=rows("0", "50", "90"))
    assert more.status_code == 422
    words = {"title.1": "Début", "message.1": "Allez !", "title.2": "Moitié", "message.2": "Bien.", "remove.2": "yes"}
    assert (await ada.post(PATH, data=words)).status_code == 303
    found = await stages_of("decouverte")
    assert [(one.title, one.threshold) for one in found] == [("Début", 0), ("Moitié", 50)]
    assert (await ada.post(PATH, data={"title.1": "", "message.1": "x"})).status_code == 422


async def test_a_target_in_use_may_get_its_first_stages(ada: httpx.AsyncClient, new_campaign: NewOne) -> None:
    await new_campaign("KXMTRB742")
    assert "ne changeront plus" in plain(await ada.get(PATH))
    assert (await ada.post(PATH, data=rows("0", "50"))).status_code == 303
    assert await kept() == [(0, None, False), (50, None, False)]


async def test_a_form_without_rows_takes_the_stages_away(ada: httpx.AsyncClient) -> None:
    await ada.post(PATH, data=rows("0", "50"))
    assert (await ada.post(PATH, data={"by": "threshold"} | row(1))).status_code == 303
    assert await stages_of("decouverte") == ()
