"""A learner joins a session: the number of the invigilator, her names and her birth date."""

from __future__ import annotations

from datetime import date

import pytest

from app.certification import centres
from app.certification.tables import Candidate
from app.evaluation.tables import Knowledge
from app.lib.clock import now
from app.organisations import organisations
from app.organisations.learners.tables import Learner
from tests.certification.conftest import enrolled, new_session
from tests.certification.taking.hall import Hall
from tests.certification.taking.sixteen import BORN, certifiable


async def joined(candidate: int) -> object:
    row = await Candidate.select(Candidate.user).where(Candidate.id == candidate).first()
    assert row is not None
    return row["user"]


async def test_somebody_certifiable_is_told_so_and_has_the_form(hall: Hall) -> None:
    page = (await hall.louise.get("/certifications")).text
    assert "Bravo Louise, votre profil est certifiable" in page
    assert 'name="birthdate.year"' in page


async def test_somebody_who_is_not_is_told_what_is_missing_and_cannot_join(hall: Hall) -> None:
    await Knowledge.delete(force=True)
    await certifiable(await hall.cast.person("louise"), hall.index, 4)
    page = (await hall.louise.get("/certifications")).text
    assert "n’est pas encore certifiable" in page
    assert "4 compétences" in page
    assert 'name="birthdate.year"' not in page
    response = await hall.join()
    assert response.status_code == 422
    assert "n’est pas encore certifiable" in response.text
    assert await joined(hall.candidate) is None


async def test_accents_capitals_and_hyphens_do_not_matter_and_twice_is_once(hall: Hall) -> None:
    for _ in range(2):
        response = await hall.join(first_name=" LOUISE ", birth_name="carre")
        assert response.headers["location"] == f"/certifications/{hall.candidate}/consignes/1"
    assert await joined(hall.candidate) == await hall.cast.person("louise")
    assert f"Session {hall.session}" in (await hall.louise.get("/certifications")).text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"session": ""}, "Indiquez le numéro"),
        ({"session": "douze"}, "que des chiffres"),
        ({"session": "99999999999999"}, "Aucune session"),
        ({"session": "4711"}, "Aucune session"),
        ({"first_name": ""}, "Indiquez votre prénom"),
        ({"birth_name": ""}, "Indiquez votre nom de naissance"),
        ({"birthdate.day": "31"}, "Cette date n’existe pas"),
        ({"birthdate.month": ""}, "le mois et l’année"),
        ({"birthdate.year": "²"}, "Cette date n’existe pas"),
        ({"birth_name": "Carton"}, "Aucun candidat"),
        ({"birthdate.year": "2004"}, "Aucun candidat"),
    ],
)
async def test_what_is_wrong_is_said_and_what_was_typed_stays(hall: Hall, changes: dict[str, str], says: str) -> None:
    response = await hall.join(**changes)
    assert response.status_code == 422
    assert says in response.text.replace("\u00a0", " ")
    assert 'value="louise"' in response.text or "first_name" in changes
    assert await joined(hall.candidate) is None


async def test_two_candidates_of_the_same_names_are_for_the_centre_to_tell(hall: Hall) -> None:
    other = await enrolled(hall.session, "Carre", "Louise", birthdate=date(2005, 1, 1))
    await Candidate.update({Candidate.birthdate: BORN}).where(Candidate.id == other)
    response = await hall.join()
    assert response.status_code == 422
    assert "Plusieurs candidats" in response.text


async def test_a_pupil_joins_with_the_account_of_her_school(hall: Hall) -> None:
    school = await organisations.create("Lycée des Tilleuls", "SCO", now())
    rows = await Learner.insert(
        Learner(organisation=school, first_name="Louise", last_name="Carré", user=await hall.cast.person("karim"))
    )
    await Candidate.update({Candidate.learner: rows[0]["id"]}).where(Candidate.id == hall.candidate)
    assert "relié à un autre compte" in (await hall.join()).text
    await Learner.update({Learner.user: await hall.cast.person("louise")}).where(Learner.id == rows[0]["id"])
    assert (await hall.join()).status_code == 303


async def test_the_same_names_in_another_session_are_not_hers_there(hall: Hall) -> None:
    centre = await centres.create("Ailleurs", "PRO", now())
    elsewhere = await new_session(centre, await hall.cast.person("martine"))
    assert "Aucun candidat" in (await hall.join(session=str(elsewhere))).text


async def test_one_signs_in_first(hall: Hall) -> None:
    await hall.louise.post("/deconnexion")
    assert (await hall.louise.get("/certifications")).headers["location"].startswith("/connexion")
    assert (await hall.join()).headers["location"].startswith("/connexion")
