"""Target profiles as the service's staff makes them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from app.accounts import people
from app.accounts.tables import AuditEvent
from app.campaigns.target_profiles import rewards
from app.campaigns.target_profiles.badges import Badge, Criterion
from app.campaigns.target_profiles.queries import badges_of, shared_with, stages_of
from app.campaigns.target_profiles.stages import Stage
from app.campaigns.target_profiles.tables import TargetProfile
from app.campaigns.target_profiles.targets import target_for, targets_for
from app.lib.clock import now
from tests.campaigns.conftest import NewOne, new_campaign
from tests.cast import Cast

__all__ = ["new_campaign"]  # a fixture

LIST = "/admin/profils-cibles"
OpenClient = Callable[..., httpx.AsyncClient]


@pytest.fixture
async def ada(client: httpx.AsyncClient, cast: Cast) -> httpx.AsyncClient:
    """The browser of the service's administrator."""
    await cast.sign_in(client, "ada")
    return client


def fields(**changes: Any) -> dict[str, Any]:
    """A form filled in: alpha up to 2, beta up to 3."""
    filled = {
        "name": "Bases du numérique",
        "category": "discipline",
        "description": "Pour commencer.",
        "comment": "Demandé par Blaison.",
        "kind": "topics",
        "topic.alpha": "2",
        "topic.beta": "3",
        "topic.gamma": "",
        "client_token": "un-jeton",
    }
    return {name: value for name, value in {**filled, **changes}.items() if value is not None}


async def create(client: httpx.AsyncClient, **changes: Any) -> str:
    """Creates a profile; its key."""
    answer = await client.post(f"{LIST}/creation", data=fields(**changes))
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"]).rsplit("/", 1)[1]


async def actions() -> list[str]:
    return [row["action"] for row in await AuditEvent.select(AuditEvent.action).order_by(AuditEvent.id)]


async def test_the_form_offers_each_topic_up_to_each_level(ada: httpx.AsyncClient) -> None:
    page = (await ada.get(f"{LIST}/creation")).text
    assert '<select id="topic-alpha" name="topic.alpha">' in page
    assert re.search(r'<option value="3">jusqu’au niveau 3 \(3 acquis, \d+ épreuves\)</option>', page)
    assert "1.1 " in page


async def test_a_profile_is_made_of_topics_up_to_a_level(ada: httpx.AsyncClient, cast: Cast) -> None:
    key = await create(ada, public="yes")
    assert re.fullmatch("tp-[23456789abcdefghjkmnpqrstvwxyz]{8}", key)
    target = await target_for(await cast.elsewhere(), key)
    assert target.name == "Bases du numérique"
    assert target.goal.method == "adaptive"
    assert set(target.goal.skills) == {"alpha-1", "alpha-2", "beta-1", "beta-2", "beta-3"}
    page = (await ada.get(f"{LIST}/{key}")).text
    assert "Le sujet alpha" in page
    assert "Demandé par Blaison." in page
    assert "Le sujet gamma" not in page
    assert await actions() == ["target_profile.created"]


async def test_a_profile_is_made_of_a_list_of_challenges(ada: httpx.AsyncClient, cast: Cast) -> None:
    listed = "ch-c6ep34wk\n ch-nhmvg4w4\n"
    key = await create(ada, kind="challenges", challenges=listed, public="yes")
    target = await target_for(await cast.blaison(), key)
    assert target.goal.method == "fixed"
    assert target.goal.challenges == ("ch-c6ep34wk", "ch-nhmvg4w4")
    page = (await ada.get(f"{LIST}/{key}")).text
    assert page.index("ch-c6ep34wk") < page.index("ch-nhmvg4w4")


async def test_the_same_form_sent_twice_makes_one_profile(ada: httpx.AsyncClient) -> None:
    assert await create(ada) == await create(ada)
    assert await TargetProfile.count() == 1
    assert await create(ada, client_token="un-autre") != await create(ada)
    assert await TargetProfile.count() == 2


CORRECTIONS = [
    ({"name": " "}, "Donnez un nom"),
    ({"name": "x" * 256}, "255 caractères au plus"),
    ({"category": "inconnue"}, "Choisissez une catégorie"),
    ({"description": "x" * 5001}, "5000 caractères au plus"),
    ({"topic.alpha": "", "topic.beta": ""}, "Choisissez au moins un sujet"),
    ({"topic.nulle-part": "2"}, "Le sujet « nulle-part » n’existe pas."),
    ({"topic.alpha": "9"}, "n’a aucun acquis à ce niveau"),
    ({"topic.alpha": "beaucoup"}, "n’a aucun acquis à ce niveau"),
    ({"kind": "challenges"}, "donnez une liste d’épreuves"),
    ({"kind": "challenges", "challenges": "ch-nulle-part"}, "L’épreuve « ch-nulle-part » n’existe pas."),
    ({"kind": "challenges", "challenges": "ch-c6ep34wk\nch-c6ep34wk"}, "deux fois dans la liste"),
]


@pytest.mark.parametrize(("changes", "message"), CORRECTIONS)
async def test_what_is_wrong_is_said_and_what_was_typed_is_kept(
    ada: httpx.AsyncClient, changes: dict[str, str], message: str
) -> None:
    answer = await ada.post(f"{LIST}/creation", data=fields(comment="À garder", **changes))
    assert answer.status_code == 422
    assert message in answer.text.replace("\u202f", " ").replace("\u00a0", " ")
    assert "À garder" in answer.text
    assert await TargetProfile.count() == 0


async def test_words_change_and_what_is_tested_does_not(ada: httpx.AsyncClient) -> None:
    key = await create(ada)
    before = await TargetProfile.select(TargetProfile.body).first()
    answer = await ada.post(
        f"{LIST}/{key}/modification", data=fields(name="Autre nom", category="subject", **{"topic.alpha": "4"})
    )
    assert answer.headers["location"] == f"{LIST}/{key}"
    row = await TargetProfile.select().first()
    assert row is not None
    assert (row["name"], row["category"], row["body"]) == ("Autre nom", "subject", before and before["body"])
    assert await actions() == ["target_profile.created", "target_profile.edited"]
    bad = await ada.post(f"{LIST}/{key}/modification", data=fields(name=""))
    assert bad.status_code == 422
    assert "Donnez un nom" in bad.text


async def test_a_profile_is_shared_by_numbers_and_like_another(ada: httpx.AsyncClient, cast: Cast) -> None:
    blaison, elsewhere = await cast.blaison(), await cast.elsewhere()
    first = await create(ada)
    second = await create(ada, name="Second", client_token="2")
    assert first not in [one.key for one in await targets_for(blaison)]
    for _ in range(2):
        answer = await ada.post(f"{LIST}/{first}/partage", data={"organisations": f"{blaison}, {elsewhere}"})
        assert answer.status_code == 303
    assert first in [one.key for one in await targets_for(blaison)]
    assert {one.id for one in await shared_with(first)} == {blaison, elsewhere}
    page = (await ada.get(f"{LIST}/{second}")).text
    assert f'<option value="{first}">Bases du numérique</option>' in page
    await ada.post(f"{LIST}/{second}/partage", data={"like": first})
    assert {one.id for one in await shared_with(second)} == {blaison, elsewhere}
    for _ in range(2):
        await ada.post(f"{LIST}/{second}/partage/retrait", data={"organisation": str(blaison)})
    assert [one.id for one in await shared_with(second)] == [elsewhere]
    assert (await actions()).count("target_profile.shared") == 2
    assert (await actions()).count("target_profile.unshared") == 1


@pytest.mark.parametrize(
    ("typed", "message"),
    [("", "Donnez au moins un numéro"), ("12 abc", "« abc » n’est pas un numéro."), ("999999", "999999")],
)
async def test_numbers_that_are_nobody_s_are_told(ada: httpx.AsyncClient, typed: str, message: str) -> None:
    key = await create(ada)
    answer = await ada.post(f"{LIST}/{key}/partage", data={"organisations": typed})
    assert answer.status_code == 422
    assert message in answer.text.replace("\u00a0", " ")
    assert await shared_with(key) == []


async def test_an_archived_profile_is_offered_no_more_and_can_come_back(ada: httpx.AsyncClient, cast: Cast) -> None:
    blaison = await cast.blaison()
    key = await create(ada, public="yes")
    for _ in range(2):
        await ada.post(f"{LIST}/{key}/archivage")
    assert key not in [one.key for one in await targets_for(blaison)]
    assert key not in (await ada.get(LIST)).text
    assert key in (await ada.get(f"{LIST}?etat=archives")).text
    await ada.post(f"{LIST}/{key}/desarchivage")
    assert key in [one.key for one in await targets_for(blaison)]
    assert await actions() == [
        "target_profile.created",
        "target_profile.archived",
        "target_profile.unarchived",
    ]


async def test_a_campaign_goes_on_with_a_profile_that_was_archived(
    ada: httpx.AsyncClient, cast: Cast, new_campaign: NewOne
) -> None:
    await cast.blaison()
    key = await create(ada, public="yes")
    campaign = await new_campaign("KXMTRB742", target=key)
    await ada.post(f"{LIST}/{key}/archivage")
    page = (await ada.get("/campagnes/KXMTRB742")).text
    assert campaign
    assert "Je commence" in page


async def _rewarded(key: str) -> None:
    stages = (Stage("départ", "Allez !", threshold=0), Stage("fin", "Bravo.", threshold=80))
    await rewards.save_stages(key, stages, None, now())
    badge = Badge(0, "", "Alpha", "Bravo.", "", "key", True, False, (Criterion(70, {"alpha": 2}, "Tout alpha"),))
    await rewards.create_badge(key, badge, None, now(), sending="x")


async def test_a_copy_has_the_stages_and_the_badges(ada: httpx.AsyncClient) -> None:
    key = await create(ada)
    await _rewarded(key)
    for _ in range(2):
        answer = await ada.post(f"{LIST}/{key}/copie", data={"client_token": "c"})
    copy = answer.headers["location"].split("/")[-2]
    assert await TargetProfile.count() == 2
    row = await TargetProfile.select().where(TargetProfile.key == copy).first()
    source = await TargetProfile.select().where(TargetProfile.key == key).first()
    assert row is not None
    assert source is not None
    assert (row["name"], row["body"]) == ("Copie de Bases du numérique", source["body"])
    assert [one.title for one in await stages_of(copy)] == ["départ", "fin"]
    (badge,) = await badges_of(copy)
    assert (badge.title, badge.criteria) == ("Alpha", (Criterion(70, {"alpha": 2}, "Tout alpha"),))
    assert badge.key != (await badges_of(key))[0].key


@pytest.mark.parametrize("source", ["decouverte", "liste", "1.1"])
async def test_what_comes_from_the_content_can_be_copied(ada: httpx.AsyncClient, source: str, cast: Cast) -> None:
    blaison = await cast.blaison()
    answer = await ada.post(f"{LIST}/{source}/copie", data={"client_token": "c"})
    copy = answer.headers["location"].split("/")[-2]
    await TargetProfile.update({TargetProfile.public: True}, force=True)
    assert (await target_for(blaison, copy)).goal == (await target_for(blaison, source)).goal


async def test_a_profile_travels_as_a_file(ada: httpx.AsyncClient) -> None:
    key = await create(ada, name="Été : bases & gestes")
    await _rewarded(key)
    exported = await ada.get(f"{LIST}/{key}/export.json")
    name = exported.headers["content-disposition"]
    assert re.search(r'filename="\d{8}_profil_cible_ete-bases-gestes\.json"', name)
    content = json.loads(exported.content)
    assert content["topics"] == {"alpha": 2, "beta": 3}
    assert [one["title"] for one in content["stages"]] == ["départ", "fin"]
    for _ in range(2):
        answer = await ada.post(
            f"{LIST}/import",
            data={"client_token": "i"},
            files={"file": ("profil.json", exported.content, "application/json")},
        )
        assert answer.status_code == 303, answer.text
    imported = answer.headers["location"].rsplit("/", 1)[1]
    assert imported != key
    assert await TargetProfile.count() == 2
    assert (await ada.get(f"{LIST}/{imported}/export.json")).content == exported.content
    pasted = await ada.post(f"{LIST}/import", data={"content": exported.text, "client_token": "p"})
    assert pasted.status_code == 303


BAD_FILES = [
    ("", "Choisissez un fichier"),
    ("{", "Ce n’est pas le fichier d’un profil cible."),
    ('{"name": "x", "autre": 1}', "Ce n’est pas le fichier d’un profil cible."),
    ('{"name": "x"}', "Choisissez au moins un sujet"),
    ('{"name": "", "topics": {"alpha": 2}}', "Le nom du profil manque"),
    ('{"name": "x", "topics": {"omega": 2}}', "Le sujet « omega » n’existe pas."),
    ('{"name": "x", "category": "z", "topics": {"alpha": 2}}', "La catégorie « z » n’existe pas."),
    (
        '{"name": "x", "topics": {"alpha": 2}, "stages": [{"title": "t", "message": "m", "threshold": 30}]}',
        "Il manque le palier zéro",
    ),
    (
        '{"name": "x", "topics": {"alpha": 2}, "stages": [{"title": "", "message": "m", "threshold": 0}]}',
        "Palier 1 : Donnez un titre à ce palier.",
    ),
    (
        '{"name": "x", "topics": {"alpha": 2}, "badges": [{"title": "b", "criteria": []}]}',
        "Résultat thématique 1 : Donnez au moins un critère.",
    ),
    (
        '{"name": "x", "topics": {"alpha": 2},'
        ' "badges": [{"title": "b", "criteria": [{"threshold": 5, "topics": {"alpha": 3}}]}]}',
        "Résultat thématique 1 : Un sujet ou un niveau",
    ),
]


@pytest.mark.parametrize(("content", "message"), BAD_FILES)
async def test_a_file_that_is_wrong_creates_nothing(ada: httpx.AsyncClient, content: str, message: str) -> None:
    answer = await ada.post(f"{LIST}/import", data={"content": content})
    assert answer.status_code == 422
    assert message in answer.text.replace("\u202f", " ").replace("\u00a0", " ")
    assert await TargetProfile.count() == 0


async def test_the_list_is_searched_and_filtered(ada: httpx.AsyncClient) -> None:
    await create(ada, name="Été des bases")
    everything = (await ada.get(LIST)).text
    assert everything.index("Été des bases") < everything.index("Découverte") < everything.index("5.1 ")
    found = (await ada.get(f"{LIST}?q=ete des")).text
    assert "Été des bases" in found
    assert "Découverte" not in found
    competences = (await ada.get(f"{LIST}?categorie=competences")).text
    assert "Été des bases" not in competences
    assert "5.1 " in competences
    assert "Aucun profil cible ne correspond" in (await ada.get(f"{LIST}?q=zzz")).text


async def test_the_content_s_own_are_changed_in_the_content(ada: httpx.AsyncClient) -> None:
    page = (await ada.get(f"{LIST}/decouverte")).text
    assert "Il vient du référentiel" in page
    assert f"{LIST}/decouverte/modification" not in page
    for path in ("modification", "archivage", "partage", "partage/retrait"):
        assert (await ada.post(f"{LIST}/decouverte/{path}", data=fields())).status_code == 409
    assert (await ada.get(f"{LIST}/5.1")).status_code == 200


async def test_what_does_not_exist_is_not_found(ada: httpx.AsyncClient) -> None:
    for path in ("", "/modification", "/export.json", "/paliers", "/badges/creation"):
        assert (await ada.get(f"{LIST}/tp-nullepart{path}")).status_code == 404


async def test_the_staff_reads_and_editors_write(open_client: OpenClient, cast: Cast) -> None:
    ada, certif, martine = open_client(), open_client(), open_client()
    await cast.sign_in(ada, "ada")
    key = await create(ada)
    await people.promote(await cast.person("karim"), "certif")
    await cast.sign_in(certif, "karim")
    page = await certif.get(f"{LIST}/{key}")
    assert page.status_code == 200
    assert "Dupliquer" not in page.text
    assert (await certif.get(f"{LIST}/creation")).status_code == 403
    assert (await certif.post(f"{LIST}/{key}/archivage")).status_code == 403
    await cast.blaison()
    await cast.sign_in(martine, "martine")
    assert (await martine.get(LIST)).status_code == 404
    assert (await martine.post(f"{LIST}/creation", data=fields())).status_code == 404
    assert (await open_client().get(LIST)).headers["location"].startswith("/connexion")


NASTY = "Bases : l'essentiel ? <script>alert(1)</script> {{ 7*7 }}"


async def test_whatever_it_is_called_its_pages_are_good_pages(ada: httpx.AsyncClient, cast: Cast) -> None:
    """Typography and escaping are looked at by the lint of every page."""
    blaison = await cast.blaison()
    key = await create(ada, name=NASTY, description=NASTY, comment=NASTY, client_token="n")
    other = await create(ada)
    await ada.post(f"{LIST}/{key}/partage", data={"organisations": str(blaison)})
    await rewards.save_stages(key, (Stage(NASTY, NASTY, 0, None, False, NASTY, NASTY),), None, now())
    badge = Badge(0, "", NASTY, NASTY, NASTY, "key", True, True, (Criterion(0, {"alpha": 1}, NASTY),))
    await rewards.create_badge(key, badge, None, now(), sending="x")
    number = (await badges_of(key))[0].id
    pages = ["", "/modification", "/paliers", f"/badges/{number}"]
    for address in (LIST, f"{LIST}/{other}", *(f"{LIST}/{key}{one}" for one in pages)):
        page = await ada.get(address)
        assert page.status_code == 200, address
        assert "<script>alert" not in page.text
    exported = await ada.get(f"{LIST}/{key}/export.json")
    assert json.loads(exported.content)["name"] == NASTY
