"""« Exporter les résultats (.csv) »: a collection of profiles (orga 3.3)."""

from __future__ import annotations

import httpx
import pytest

from app.accounts.tables import User
from app.campaigns.results import profile_of
from app.campaigns.tables import Participation
from app.content.index import ContentIndex
from app.evaluation.queries import knowledge_of
from app.organisations.learners.tables import Learner
from app.organisations.tables import Organisation
from tests.campaigns.classroom import Classroom
from tests.campaigns.conftest import NewOne
from tests.campaigns.exports.conftest import Files
from tests.cast import Cast

CODE, TEST = "PRFHMT234", "KXMTRB742"


@pytest.fixture
async def collection(new_campaign: NewOne) -> int:
    """Inès, who took a test before, sent her profile; Zoé has not yet."""
    await new_campaign(TEST, target="1.1")
    campaign = await new_campaign(CODE, kind="profiles", target="", title="", external_id_label="Numéro")
    ines = await Classroom(TEST).takes("Inès", "Moreau", level=5.0)
    await Classroom(CODE).takes("Inès", "Moreau", user=ines.user, send=True, group="TD 1", external_id="0042")
    await Classroom(CODE).takes("Zoé", "Abadie", external_id="0043")
    return campaign


async def test_columns_are_in_their_order(
    client: httpx.AsyncClient, cast: Cast, collection: int, world: ContentIndex
) -> None:
    await cast.sign_in(client, "martine")
    table = await Files(client, collection).table()
    names = [f"{code} {one.name}" for code, one in world.competences.items()]
    assert list(table[0]) == [
        "Nom de l’organisation",
        "ID Campagne",
        "Code",
        "Nom de la campagne",
        "Nom du participant",
        "Prénom du participant",
        "Groupe",
        "Numéro",
        "Envoi (O/N)",
        "Date de l’envoi",
        "Nombre de pix total",
        "Certifiable (O/N)",
        "Nombre de compétences certifiables",
        *(
            words
            for name in names
            for words in (f"Niveau pour la compétence {name}", f"Nombre de pix pour la compétence {name}")
        ),
    ]


async def test_a_profile_is_the_one_that_was_sent(
    client: httpx.AsyncClient, cast: Cast, collection: int, world: ContentIndex
) -> None:
    await cast.sign_in(client, "martine")
    sent, unsent = await Files(client, collection).table()
    ines = await User.select(User.id).where(User.first_name == "Inès").first()
    assert ines is not None
    profile = profile_of(await knowledge_of(ines["id"]), world, 7)
    assert profile.pix > 8, "a case that says something"
    assert sent["Envoi (O/N)"] == "Oui"
    assert sent["Nombre de pix total"] == str(profile.pix)
    assert sent["Certifiable (O/N)"] == "Non"
    assert sent["Nombre de compétences certifiables"] == str(sum(one.level >= 1 for one in profile.scores.values()))
    for code, score in profile.scores.items():
        name = f"{code} {world.competences[code].name}"
        assert sent[f"Niveau pour la compétence {name}"] == str(score.level)
        assert sent[f"Nombre de pix pour la compétence {name}"] == str(score.pix)
    filled = [name for name, value in unsent.items() if value != "NA"]
    assert filled == [*list(unsent)[:9]]
    assert (unsent["Envoi (O/N)"], unsent["Numéro"], unsent["Groupe"]) == ("Non", "0043", "")


async def test_progress_made_since_does_not_show(client: httpx.AsyncClient, cast: Cast, collection: int) -> None:
    await cast.sign_in(client, "martine")
    before = (await Files(client, collection).table())[0]
    ines = await Learner.select(Learner.user).where(Learner.first_name == "Inès").first()
    assert ines is not None
    await Classroom(TEST).takes("Inès", "Moreau", user=ines["user"], level=8.0)
    assert (await Files(client, collection).table())[0] == before


async def test_trials_and_deleted_profiles_are_left_out(client: httpx.AsyncClient, cast: Cast, collection: int) -> None:
    await cast.sign_in(client, "martine")
    await Participation.update({Participation.trial: True}).where(Participation.campaign == collection)
    assert await Files(client, collection).table() == []


async def test_there_is_no_file_of_questions(client: httpx.AsyncClient, cast: Cast, collection: int) -> None:
    await cast.sign_in(client, "martine")
    assert (await client.get(f"/orga/campagnes/{collection}/questions.csv")).status_code == 404
    page = (await client.get(f"/orga/campagnes/{collection}/export")).text
    assert "questions.csv" not in page
    assert 'name="questions"' not in page


async def test_skills_have_no_column(client: httpx.AsyncClient, cast: Cast, collection: int) -> None:
    await cast.sign_in(client, "martine")
    before = list((await Files(client, collection).table())[0])
    await Organisation.update({Organisation.shows_skills: True}).where(Organisation.id == await cast.blaison())
    assert list((await Files(client, collection).table())[0]) == before
