"""The badges of a target, as the service's staff makes them."""

from __future__ import annotations

import httpx
import pytest

from app.accounts.tables import AuditEvent
from app.campaigns.target_profiles.badges import Criterion
from app.campaigns.target_profiles.queries import badges_of
from tests.campaigns.conftest import NewOne, new_campaign
from tests.cast import Cast

__all__ = ["new_campaign"]  # a fixture

PROFILE = "/admin/profils-cibles/decouverte"
CREATION = f"{PROFILE}/badges/creation"


@pytest.fixture
async def ada(client: httpx.AsyncClient, cast: Cast) -> httpx.AsyncClient:
    await cast.sign_in(client, "ada")
    return client


def fields(**changes: str) -> dict[str, str]:
    """A badge with a criterion on the whole campaign and one on alpha up to 2."""
    filled = {
        "title": "Tout alpha",
        "message": "Bravo !",
        "icon": "key",
        "alt": "Une clé",
        "always_visible": "yes",
        "whole": "30",
        "name.1": "Alpha",
        "threshold.1": "80 %",
        "topic.1.alpha": "2",
        "topic.1.gamma": "",
        "client_token": "un-jeton",
    }
    return filled | changes


ASKED = (Criterion(30), Criterion(80, {"alpha": 2}, "Alpha"))


def plain(answer: httpx.Response) -> str:
    return answer.text.replace("\u202f", " ").replace("\u00a0", " ")


async def create(client: httpx.AsyncClient, **changes: str) -> int:
    answer = await client.post(CREATION, data=fields(**changes))
    assert answer.status_code == 303, answer.text
    return (await badges_of("decouverte"))[-1].id


async def test_only_the_topics_and_levels_of_the_target_are_offered(ada: httpx.AsyncClient) -> None:
    page = (await ada.get(CREATION)).text
    assert 'name="topic.1.alpha"' in page
    assert 'name="topic.1.beta"' not in page
    assert "jusqu’au niveau 3 (3 acquis" in page
    assert "jusqu’au niveau 4" not in page


async def test_a_badge_asks_for_the_whole_campaign_and_for_topics(ada: httpx.AsyncClient) -> None:
    for _ in range(2):
        await create(ada)
    (badge,) = await badges_of("decouverte")
    assert (badge.title, badge.icon, badge.alt, badge.always_visible) == ("Tout alpha", "key", "Une clé", True)
    assert badge.criteria == ASKED
    page = plain(await ada.get(PROFILE))
    assert "80 % des acquis de :" in page
    assert "30 % de tous les acquis de la campagne" in page
    assert await AuditEvent.count().where(AuditEvent.action == "badge.saved") == 1


async def test_zero_percent_is_a_criterion(ada: httpx.AsyncClient) -> None:
    await ada.post(CREATION, data={"title": "Participation", "icon": "leaf", "whole": "0"})
    assert (await badges_of("decouverte"))[0].criteria == (Criterion(0),)


CORRECTIONS = [
    ({"title": " "}, "title", "Donnez un titre"),
    ({"title": "x" * 256}, "title", "255 caractères au plus"),
    ({"icon": "licorne"}, "icon", "Choisissez un dessin"),
    ({"whole": "101"}, "whole", "Un seuil va de 0 à 100."),
    ({"whole": "tout"}, "whole", "Écrivez un nombre entier"),
    ({"threshold.1": ""}, "threshold.1", "Écrivez le seuil de ce critère"),
    ({"threshold.1": "150"}, "threshold.1", "Un seuil va de 0 à 100."),
    ({"topic.1.alpha": ""}, "topics.1", "Choisissez au moins un sujet"),
    ({"topic.1.beta": "1"}, "topics.1", "n’est pas dans le profil cible"),
    ({"topic.1.alpha": "4"}, "topics.1", "n’est pas dans le profil cible"),
    ({"topic.1.alpha": "rien"}, "topics.1", "n’est pas dans le profil cible"),
    (
        {"whole": "", "name.1": "", "threshold.1": "", "topic.1.alpha": ""},
        "whole",
        "Donnez au moins un critère.",
    ),
]


@pytest.mark.parametrize(("changes", "field", "message"), CORRECTIONS)
async def test_what_is_wrong_is_said_and_what_was_typed_is_kept(
    ada: httpx.AsyncClient, changes: dict[str, str], field: str, message: str
) -> None:
    answer = await ada.post(CREATION, data=fields(message="À garder", **changes))
    assert answer.status_code == 422
    assert message in plain(answer)
    assert f'id="{field}-err"' in answer.text
    assert "À garder" in answer.text
    assert await badges_of("decouverte") == ()


async def test_a_criterion_can_be_added_without_a_script(ada: httpx.AsyncClient) -> None:
    answer = await ada.post(CREATION, data=fields(action="more"))
    assert answer.status_code == 200
    assert 'name="threshold.2"' in answer.text
    assert 'value="80 %"' in answer.text
    assert await badges_of("decouverte") == ()


async def test_a_badge_is_changed(ada: httpx.AsyncClient) -> None:
    badge = await create(ada)
    page = (await ada.get(f"{PROFILE}/badges/{badge}")).text
    assert '<option value="2" selected>' in page
    await ada.post(f"{PROFILE}/badges/{badge}", data=fields(title="Gamma", **{"topic.1.gamma": "3", "whole": ""}))
    (found,) = await badges_of("decouverte")
    assert found.id == badge
    assert (found.title, found.criteria) == ("Gamma", (Criterion(80, {"alpha": 2, "gamma": 3}, "Alpha"),))
    bad = await ada.post(f"{PROFILE}/badges/{badge}", data=fields(title=""))
    assert bad.status_code == 422


async def test_once_a_campaign_uses_the_target_criteria_do_not_move(
    ada: httpx.AsyncClient, new_campaign: NewOne
) -> None:
    badge = await create(ada)
    await new_campaign("KXMTRB742")
    page = plain(await ada.get(f"{PROFILE}/badges/{badge}"))
    assert "les critères ne changent plus" in page
    assert 'name="whole"' not in page
    moved = await ada.post(f"{PROFILE}/badges/{badge}", data=fields(whole="90"))
    assert moved.status_code == 422
    assert "ses critères ne changent plus" in plain(moved)
    words = await ada.post(f"{PROFILE}/badges/{badge}", data={"title": "Autre titre", "icon": "leaf"})
    assert words.status_code == 303
    (found,) = await badges_of("decouverte")
    assert (found.title, found.icon, found.criteria) == ("Autre titre", "leaf", ASKED)
    assert await create(ada, title="Encore un", client_token="2") != badge


async def test_a_badge_is_deleted_once_the_box_is_ticked(ada: httpx.AsyncClient) -> None:
    badge = await create(ada)
    unsure = await ada.post(f"{PROFILE}/badges/{badge}/suppression")
    assert unsure.status_code == 422
    assert "Cochez cette case" in unsure.text
    assert len(await badges_of("decouverte")) == 1
    for _ in range(2):
        answer = await ada.post(f"{PROFILE}/badges/{badge}/suppression", data={"sure": "yes"})
        assert answer.status_code == 303
    assert await badges_of("decouverte") == ()
    assert await AuditEvent.count().where(AuditEvent.action == "badge.deleted") == 1


async def test_the_badge_of_another_target_is_not_found(ada: httpx.AsyncClient) -> None:
    badge = await create(ada)
    elsewhere = f"/admin/profils-cibles/5.1/badges/{badge}"
    assert (await ada.get(elsewhere)).status_code == 404
    assert (await ada.post(elsewhere, data=fields())).status_code == 404
    await ada.post(f"{elsewhere}/suppression", data={"sure": "yes"})
    assert len(await badges_of("decouverte")) == 1
    assert (await ada.get(f"{PROFILE}/badges/99999999999999999999")).status_code == 404
