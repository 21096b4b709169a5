"""`/certif/sessions/{session}/candidats`: who is enrolled, one by one or from the organisation."""

from __future__ import annotations

import asyncio
from datetime import date

import httpx
import pytest

from app.certification.candidates import lists
from app.certification.candidates.countries import country_named
from app.certification.candidates.names import match_name
from app.certification.candidates.queries import department
from app.certification.tables import Candidate, CertificationCentre, CertificationSession
from app.lib.clock import now
from app.organisations.learners.tables import Learner
from tests.cast import Cast
from tests.certification.conftest import CHLOE, LIST, enrolled, joins, new_session, somebody, token_of, tomorrow


def path(session: int, more: str = "") -> str:
    return f"{LIST}/{session}/candidats{more}"


async def stored() -> list[dict[str, object]]:
    return [dict(row) for row in await Candidate.select().order_by(Candidate.id)]


async def test_a_candidate_is_enrolled(martine: httpx.AsyncClient, session: int) -> None:
    assert "Aucun candidat pour l’instant" in (await martine.get(path(session))).text
    token = await token_of(martine, path(session, "/inscription"))
    data = {**CHLOE, "client_token": token, "extra_time": "33 %", "adjusted": "yes", "external_id": "679981"}
    answer = await martine.post(path(session, "/inscription"), data=data)
    assert answer.headers["location"] == path(session, "?fait=inscription")
    (row,) = await stored()
    kept = ("last_name", "first_name", "birthdate", "sex", "birth_country", "birth_city", "birth_code", "extra_time")
    assert [row[name] for name in kept] == ["Bonnet", "Chloé", date(2006, 2, 2), "F", "France", "Troyes", "10000", 33]
    assert (row["adjusted"], row["billing"], row["match_name"]) == (True, "free", "bonnet|chloe")
    page = (await martine.get(answer.headers["location"])).text
    for words in ("Le candidat est inscrit.", "02/02/2006", "Troyes (10)", "33\u00a0%", "Test accessible", "679981"):
        assert words in page
    assert "Candidats (1)" in page


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"last_name": ""}, "last_name", "Indiquez le nom de naissance"),
        ({"last_name": "x" * 256}, "last_name", "255 caractères au plus"),
        ({"first_name": "--"}, "first_name", "Indiquez le prénom"),
        ({"sex": ""}, "sex", "Choisissez le sexe inscrit sur la pièce d’identité"),
        ({"sex": "X"}, "sex", "Choisissez le sexe inscrit sur la pièce d’identité"),
        ({"birthdate.day": "", "birthdate.month": "", "birthdate.year": ""}, "birthdate", "Indiquez la date"),
        ({"birthdate.day": "31"}, "birthdate", "Cette date n’existe pas"),
        ({"birthdate.year": "06"}, "birthdate", "Cette date n’existe pas"),
        ({"birthdate.year": "²006"}, "birthdate", "Cette date n’existe pas"),
        (
            {"birthdate.day": "1", "birthdate.month": "1", "birthdate.year": "1900"},
            "birthdate",
            "après le 1er janvier 1900",
        ),
        ({"birthdate.year": str(tomorrow().year + 1)}, "birthdate", "Cette date est dans l’avenir"),
        ({"country": ""}, "country", "Indiquez le pays de naissance"),
        ({"country": "Syldavie"}, "country", "Nous ne connaissons pas ce pays"),
        ({"insee_code": "123", "postal_code": "", "city": ""}, "insee_code", "Un code Insee a cinq signes"),
        ({"insee_code": "51454"}, "postal_code", "le code Insee suffit"),
        ({"insee_code": "51454", "postal_code": ""}, "city", "le code Insee suffit"),
        ({"postal_code": ""}, "postal_code", "Indiquez le code Insee, ou bien le code postal et la ville"),
        ({"postal_code": "1000"}, "postal_code", "Un code postal a cinq chiffres"),
        ({"city": ""}, "city", "Indiquez la ville de naissance"),
        ({"city": "x" * 256}, "city", "255 caractères au plus"),
        ({"country": "Turquie"}, "postal_code", "est celui d’une commune française"),
        ({"country": "Turquie", "postal_code": "", "insee_code": "51454"}, "insee_code", "commune française"),
        ({"country": "Turquie", "postal_code": "", "city": ""}, "city", "Indiquez la ville de naissance"),
        ({"email": "chloe@"}, "email", "Cette adresse n’est pas complète"),
        ({"results_email": "villo"}, "results_email", "Cette adresse n’est pas complète"),
        ({"external_id": "x" * 256}, "external_id", "255 caractères au plus"),
        ({"extra_time": "0"}, "extra_time", "Indiquez un pourcentage entier, de 1 à 999"),
        ({"extra_time": "1000"}, "extra_time", "Indiquez un pourcentage entier, de 1 à 999"),
        ({"extra_time": "un tiers"}, "extra_time", "Indiquez un pourcentage entier, de 1 à 999"),
        ({"billing": ""}, "billing", "Choisissez une tarification"),
        ({"billing": "prepaid"}, "prepayment_code", "Indiquez le code de prépaiement"),
        ({"prepayment_code": "ABC"}, "prepayment_code", "il ne sert qu’à une certification prépayée"),
        ({"billing": "prepaid", "prepayment_code": "x" * 256}, "prepayment_code", "255 caractères au plus"),
    ],
)
async def test_what_is_wrong_is_said_beside_the_field(
    martine: httpx.AsyncClient, session: int, changes: dict[str, str], field: str, words: str
) -> None:
    page = await martine.post(path(session, "/inscription"), data={**CHLOE, "external_id": "679981", **changes})
    assert page.status_code == 422
    after = page.text[page.text.index(f'id="{field}-err"') :]
    assert words in after[: after.index("</p>")]
    assert 'value="679981"' in page.text or field == "external_id", "nothing is lost"
    assert await Candidate.count() == 0


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"insee_code": "2a004", "postal_code": "", "city": ""}, ("France", "", "2A004")),
        ({"postal_code": "97 410", "city": "Saint-Pierre"}, ("France", "Saint-Pierre", "97410")),
        ({"country": "etats unis", "postal_code": "", "city": "Boston"}, ("États-Unis", "Boston", "")),
    ],
)
async def test_where_one_is_born(
    martine: httpx.AsyncClient, session: int, changes: dict[str, str], place: tuple[str, str, str]
) -> None:
    assert (await martine.post(path(session, "/inscription"), data={**CHLOE, **changes})).status_code == 303
    (row,) = await stored()
    assert (row["birth_country"], row["birth_city"], row["birth_code"]) == place
    page = (await martine.get(path(session, f"/{row['id']}"))).text
    assert all(f'value="{one}"' in page for one in place if one)


async def test_a_school_pays_nothing(nadia: httpx.AsyncClient, other_centre: int, cast: Cast) -> None:
    session = await new_session(other_centre, await cast.person("nadia"))
    assert "Tarification" not in (await nadia.get(path(session, "/inscription"))).text
    assert (await nadia.post(path(session, "/inscription"), data=CHLOE)).status_code == 303
    assert [row["billing"] for row in await stored()] == [""]


async def test_sent_twice_she_is_enrolled_once(martine: httpx.AsyncClient, session: int) -> None:
    for _ in range(2):
        assert (await martine.post(path(session, "/inscription"), data=CHLOE)).status_code == 303
    assert await Candidate.count() == 1
    again = {**CHLOE, "first_name": "CHLOE", "client_token": "un-autre"}
    page = await martine.post(path(session, "/inscription"), data=again)
    assert page.status_code == 422
    assert "Cette personne est déjà inscrite à cette session" in page.text
    twin = {**again, "first_name": "Cléo"}
    assert (await martine.post(path(session, "/inscription"), data=twin)).status_code == 303


async def test_at_the_same_moment_she_is_enrolled_once(session: int) -> None:
    done = await asyncio.gather(*(enrolled(session) for _ in range(4)), return_exceptions=True)
    assert len([one for one in done if isinstance(one, int)]) == 1
    assert await Candidate.count() == 1


async def test_a_candidate_is_changed_then_removed(martine: httpx.AsyncClient, session: int) -> None:
    chloe = await enrolled(session)
    lena = await enrolled(session, "Fabre", "Léna")
    page = (await martine.get(path(session, f"/{chloe}"))).text
    for value in ("Bonnet", "Chloé", "02", "2006", "Troyes", "10000", "679981"):
        assert f'value="{value}"' in page
    changed = {**CHLOE, "first_name": "Chloé-Anne", "extra_time": "25"}
    assert (await martine.post(path(session, f"/{chloe}"), data=changed)).status_code == 303
    assert [(row["first_name"], row["extra_time"]) for row in await stored()] == [("Chloé-Anne", 25), ("Léna", 0)]
    twin = await martine.post(path(session, f"/{lena}"), data=changed)
    assert twin.status_code == 422
    assert "déjà inscrite" in twin.text
    assert (await martine.post(path(session, f"/{lena}"), data={**CHLOE, "sex": ""})).status_code == 422
    assert "Retirer Léna Fabre de la session" in (await martine.get(path(session, f"/{lena}/retrait"))).text
    for _ in range(2):
        answer = await martine.post(path(session, f"/{lena}/retrait"))
        assert answer.headers["location"] == path(session, "?fait=retrait")
    assert [row["first_name"] for row in await stored()] == ["Chloé-Anne"]


async def test_joined_she_stays_as_she_is(martine: httpx.AsyncClient, session: int, cast: Cast) -> None:
    chloe = await enrolled(session)
    await joins(chloe, await cast.person("louise"))
    assert "A rejoint" in (await martine.get(path(session))).text
    assert "ses informations ne changent plus" in (await martine.get(path(session, f"/{chloe}"))).text
    assert (await martine.get(path(session, f"/{chloe}/retrait"))).status_code == 303
    for more in (f"/{chloe}", f"/{chloe}/retrait"):
        page = await martine.post(path(session, more), data={**CHLOE, "first_name": "Autre"})
        assert page.status_code == 409
        assert "Ce candidat a déjà rejoint la session" in page.text
    assert [row["first_name"] for row in await stored()] == ["Chloé"]


async def test_finalised_nobody_comes(martine: httpx.AsyncClient, session: int) -> None:
    chloe = await enrolled(session)
    await CertificationSession.update({CertificationSession.finalized_at: now()}).where(
        CertificationSession.id == session
    )
    assert "Inscrire un candidat" not in (await martine.get(path(session))).text
    assert (await martine.get(path(session, "/inscription"))).status_code == 303
    for more in ("/inscription", f"/{chloe}", f"/{chloe}/retrait"):
        data = {**CHLOE, "last_name": "Autre"}
        assert (await martine.post(path(session, more), data=data)).status_code == 409
    assert [row["last_name"] for row in await stored()] == ["Bonnet"]


async def test_a_candidate_is_not_reached_by_another_session(
    nadia: httpx.AsyncClient, session: int, other_centre: int, cast: Cast
) -> None:
    chloe = await enrolled(session)
    hers = await new_session(other_centre, await cast.person("nadia"))
    assert (await nadia.get(path(hers, f"/{chloe}"))).status_code == 404
    assert (await nadia.post(path(hers, f"/{chloe}"), data={**CHLOE, "billing": ""})).status_code == 404
    await nadia.post(path(hers, f"/{chloe}/retrait"))
    assert [row["last_name"] for row in await stored()] == ["Bonnet"]


# From the organisation


@pytest.fixture
async def pupils(centre: int, cast: Cast) -> list[int]:
    """Three students of Blaison, whose organisation the centre is linked to, and one who left; one of elsewhere."""
    blaison, elsewhere = await cast.blaison(), await cast.elsewhere()
    await CertificationCentre.update({CertificationCentre.organisation: blaison}).where(
        CertificationCentre.id == centre
    )
    rows = [
        ("Anouk", "Lefèvre", "TD 1", blaison, None),
        ("Deniz", "Kaya", "TD 2", blaison, None),
        ("Inès", "Delmas", "TD 1", blaison, None),
        ("Paul", "Parti", "TD 1", blaison, now()),
        ("Zoé", "Ailleurs", "TD 1", elsewhere, None),
    ]
    made = await Learner.insert(
        *(
            Learner(
                first_name=first,
                last_name=last,
                search_name=f"{last} {first}".lower(),
                group=group,
                organisation=organisation,
                disabled_at=gone,
            )
            for first, last, group, organisation, gone in rows
        )
    )
    return [int(row["id"]) for row in made]


async def test_pupils_are_enrolled_by_division(martine: httpx.AsyncClient, session: int, pupils: list[int]) -> None:
    assert path(session, "/eleves") in (await martine.get(path(session))).text
    page = (await martine.get(path(session, "/eleves"))).text
    assert page.index("Delmas") < page.index("Kaya") < page.index("Lefèvre")
    assert "Parti" not in page
    assert "Ailleurs" not in page
    first = (await martine.get(path(session, "/eleves?groupe=TD+1"))).text
    assert "Kaya" not in first
    chosen = {"learner": [str(pupils[0]), str(pupils[2]), str(pupils[3]), str(pupils[4]), "abc"]}
    for new in (2, 0):
        answer = await martine.post(path(session, "/eleves"), data=chosen)
        assert answer.headers["location"] == path(session, f"?fait=eleves&nombre={new}")
    assert {(row["last_name"], row["learner"]) for row in await stored()} == {
        ("Lefèvre", pupils[0]),
        ("Delmas", pupils[2]),
    }
    page = (await martine.get(path(session, "?fait=eleves&nombre=2"))).text
    assert "2 personnes sont inscrites\u202f: complétez leur naissance." in page
    assert page.count("À compléter") == 2
    assert "Inscrit" in (await martine.get(path(session, "/eleves"))).text


async def test_an_enrolled_pupil_is_completed(martine: httpx.AsyncClient, session: int, pupils: list[int]) -> None:
    await martine.post(path(session, "/eleves"), data={"learner": [str(pupils[0])]})
    (row,) = await stored()
    assert (await martine.get(path(session, f"/{row['id']}"))).status_code == 200
    data = {**CHLOE, "last_name": "Lefèvre", "first_name": "Anouk"}
    assert (await martine.post(path(session, f"/{row['id']}"), data=data)).status_code == 303
    (after,) = await stored()
    assert (after["learner"], after["birthdate"]) == (pupils[0], date(2006, 2, 2))
    assert "À compléter" not in (await martine.get(path(session))).text


async def test_one_box_at_least(martine: httpx.AsyncClient, session: int, pupils: list[int]) -> None:
    page = await martine.post(path(session, "/eleves?groupe=TD+1"), data={})
    assert page.status_code == 422
    assert "Cochez au moins une personne" in page.text
    assert "Kaya" not in page.text, "the filter stays"


async def test_without_an_organisation_there_is_nobody_to_choose(martine: httpx.AsyncClient, session: int) -> None:
    assert "/eleves" not in (await martine.get(path(session))).text
    assert (await martine.get(path(session, "/eleves"))).status_code == 404
    assert (await martine.post(path(session, "/eleves"), data={"learner": ["1"]})).status_code == 404


# Rules


@pytest.mark.parametrize(
    ("first", "last", "same"),
    [
        ("Chloé", "Bonnet", True),
        (" CHLOE ", "bonnet", True),
        ("Chlo-é", "Bon net", True),
        ("Chloée", "Bonnet", False),
        ("Bonnet", "Chloé", False),
    ],
)
def test_names_are_the_same_whatever_the_signs(first: str, last: str, same: bool) -> None:
    assert (match_name(first, last) == match_name("Chloé", "Bonnet")) == same


def test_countries_have_the_names_people_give() -> None:
    assert country_named("FRANCE") == "France"
    assert country_named("angleterre") == "Royaume-Uni"
    assert country_named("Côte d'Ivoire") == country_named("cote d ivoire")
    assert country_named("Union européenne") is None


def test_a_department_is_the_beginning_of_a_code() -> None:
    assert [department(code) for code in ("51100", "97410", "2A004")] == ["51", "974", "2A"]


async def test_the_list_is_replaced_and_who_was_there_stays(session: int, cast: Cast) -> None:
    kept = await enrolled(session)
    await enrolled(session, "Fabre", "Léna")
    new = [somebody(extra_time=33), somebody("Kaya", "Deniz")]
    for _ in range(2):
        await lists.replace_all(session, new, await cast.person("martine"), now())
        rows = {str(row["last_name"]): row for row in await stored()}
        assert rows.keys() == {"Bonnet", "Kaya"}
        assert (rows["Bonnet"]["id"], rows["Bonnet"]["extra_time"]) == (kept, 33)
