"""`badge.svg` and `badge.jwt`: what a badge holds, who may have it, and what a verifier makes of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from app.accounts.personal_data import erase_everywhere
from app.accounts.tables import User
from app.certification.badge.keys import badge_keys
from app.certification.candidates.civil_status import CivilStatus
from app.certification.candidates.corrections import correct, correctable
from app.certification.results.outcomes import LEVELS
from app.certification.tables import CertificationResult, CertificationSession
from app.lib.clock import now
from app.persistence.transactions import write_transaction
from app.web.languages import LANGUAGES
from tests.certification.badge.test_keys import pem
from tests.certification.badge.verifier import HOST, changed, followed, read, verified
from tests.certification.closing.sat import Sat

OpenClient = Callable[..., httpx.AsyncClient]
BAKED = "{https://purl.imsglobal.org/ob/v3p0}credential"


def own(sat: Sat) -> str:
    return f"/mes-certifications/{sat.hall.candidate}"


async def badge_of(client: httpx.AsyncClient, sat: Sat) -> str:
    answer = await client.get(own(sat) + "/badge.jwt")
    assert answer.status_code == 200
    return answer.text


async def stands(anyone: httpx.AsyncClient, badge: str) -> bool:
    """Whether its status, today, lists nothing."""
    claims = read(badge)[1]
    answer = await anyone.get(claims["credentialStatus"]["id"].removeprefix(HOST))
    assert answer.headers["cache-control"] == "no-store"
    refused = answer.json()["revokedCredentials"]
    assert refused in ([], [{"id": claims["id"], "revoked": True}])
    return not refused


async def test_another_program_verifies_it_and_sees_what_was_changed(
    client: httpx.AsyncClient, open_client: OpenClient, obtained: Sat
) -> None:
    badge = await badge_of(client, obtained)
    found = await followed(open_client(), badge)
    header, claims = read(badge)
    subject, status = claims["credentialSubject"], claims["credentialStatus"]["id"]
    score = (await obtained.result())["score"]
    (rsa_key,) = badge_keys(pem(rsa.generate_private_key(65537, 2048)), "")
    elsewhere = f"{HOST}/badges/cles/{rsa_key.name}"
    cases = {
        "as it is": (badge, ""),
        "with an RSA key": (rsa_key.signed(claims, elsewhere), ""),
        "another score": (changed(badge, f'"value":"{score}"', '"value":"1024"'), "signature:"),
        "another name": (changed(badge, "Louise", "Karim"), "signature:"),
        "another key at its address": (rsa_key.signed(claims, header["kid"]), "signature:"),
        "a key that is nowhere": (rsa_key.signed(claims, f"{HOST}/badges/cles/rien"), "signature:"),
        "another issuer in the token": (rsa_key.signed({**claims, "iss": HOST}, elsewhere), "same: iss"),
        "a word that means nothing": (rsa_key.signed({**claims, "mention": "B"}, elsewhere), "words:"),
        "a score of nothing known": (
            rsa_key.signed({**claims, "credentialSubject": {**subject, "result": [{"type": ["Result"]}]}}, elsewhere),
            "shape:",
        ),
        "an issuer that says something else": (
            rsa_key.signed({**claims, "issuer": {**claims["issuer"], "name": "Pixx"}}, elsewhere),
            "addresses:",
        ),
    }
    answers = verified(
        {name: one for name, (one, _) in cases.items()}, {**found, elsewhere: rsa_key.published(elsewhere)}
    )
    for name, (_, wrong) in cases.items():
        assert (answers[name] or [""])[0].startswith(wrong), (name, answers[name])
        assert bool(answers[name]) == bool(wrong), (name, answers[name])
    refused = {**found, status: {**found[status], "revokedCredentials": [{"id": claims["id"], "revoked": True}]}}
    assert verified({"revoked": badge}, refused) == {"revoked": ["status: revoked"]}


async def test_it_says_who_what_and_when_and_nothing_more(client: httpx.AsyncClient, obtained: Sat) -> None:
    row, result = await obtained.row(), await obtained.result()
    published = (await obtained.hall.row())["published_at"]
    badge = await badge_of(client, obtained)
    claims = read(badge)[1]
    subject = claims["credentialSubject"]
    assert subject["achievement"]["name"] == f"Certification Pix, niveau {LEVELS[result['level']]}"
    assert [one["value"] for one in subject["result"]] == [str(result["score"])]
    assert subject["identifier"][0]["identityHash"] == "Louise Carré"
    assert claims["validFrom"] == published.strftime("%Y-%m-%dT%H:%M:%SZ")  # type: ignore[attr-defined]
    for hidden in ("2005", "Troyes", row["verification_code"]):
        assert hidden not in str(claims), hidden


async def test_an_address_is_in_it_only_if_it_is_confirmed_and_as_a_fingerprint(
    client: httpx.AsyncClient, obtained: Sat
) -> None:
    louise = await obtained.hall.cast.person("louise")
    kinds: list[list[str]] = []
    for confirmed in (None, (await obtained.row())["started_at"]):
        await User.update({User.email_confirmed_at: confirmed}).where(User.id == louise)
        badge = await badge_of(client, obtained)
        kinds.append([one["identityType"] for one in read(badge)[1]["credentialSubject"]["identifier"]])
    assert kinds == [["name"], ["name", "emailAddress"]]
    (email,) = await User.select(User.email_normalised).where(User.id == louise).output(as_list=True)
    known = read(badge)[1]["credentialSubject"]["identifier"][1]
    assert email not in str(read(badge))
    assert known["identityHash"] == "sha256$" + hashlib.sha256((email + known["salt"]).encode()).hexdigest()


async def test_it_is_baked_in_an_image(client: httpx.AsyncClient, open_client: OpenClient, obtained: Sat) -> None:
    assert f'href="{own(obtained)}/badge.svg"' in (await client.get(own(obtained))).text
    answer = await client.get(own(obtained) + "/badge.svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert 'filename="badge-pix.svg"' in answer.headers["content-disposition"]
    drawing = ElementTree.fromstring(answer.text)
    assert drawing[0].tag == BAKED
    assert LEVELS[(await obtained.result())["level"]] in "".join(drawing.itertext())
    badge = drawing[0].attrib["verify"]
    assert verified({"baked": badge}, await followed(open_client(), badge)) == {"baked": []}


async def test_every_key_is_in_the_set_that_is_published(
    client: httpx.AsyncClient, open_client: OpenClient, obtained: Sat
) -> None:
    anyone, badge = open_client(), await badge_of(client, obtained)
    kid = read(badge)[0]["kid"]
    answer = await anyone.get("/.well-known/jwks.json")
    assert "max-age" in answer.headers["cache-control"]
    assert answer.json() == {"keys": [(await anyone.get(kid.removeprefix(HOST))).json()]}
    assert answer.json()["keys"][0]["kid"] == kid
    assert (await anyone.get("/badges/cles/rien")).status_code == 404


async def test_it_stands_as_long_as_its_certificate(
    client: httpx.AsyncClient, open_client: OpenClient, obtained: Sat
) -> None:
    anyone, badge = open_client(), await badge_of(client, obtained)
    assert await stands(anyone, badge)
    await CertificationSession.update({CertificationSession.published_at: None}, force=True)
    assert not await stands(anyone, badge)
    await obtained.publish()
    assert await stands(anyone, badge)
    last = await obtained.result()
    for column, other in (("status", "cancelled"), ("score", 12), ("status", "validated")):
        again = {name: value for name, value in last.items() if name != "id"} | {column: other}
        await CertificationResult.insert(CertificationResult(**again))
        assert await stands(anyone, badge) == (other == "validated"), column
    async with write_transaction():
        await erase_everywhere(await obtained.hall.cast.person("louise"))
    assert not await stands(anyone, badge)


async def test_it_stands_no_more_once_its_names_were_corrected(
    client: httpx.AsyncClient, open_client: OpenClient, obtained: Sat
) -> None:
    anyone, badge = open_client(), await badge_of(client, obtained)
    hall, ada = obtained.hall, await obtained.hall.cast.person("ada")
    known = await correctable(hall.session, hall.candidate)
    assert known.birthdate is not None
    status = CivilStatus(
        *("Carré", "Louise", known.birthdate, "F", known.birth_country or "France", "Troyes", known.birth_code)
    )
    await correct(hall.session, hall.candidate, status, "typing", ada, now())
    assert await stands(anyone, badge), "a badge says nothing of a birth"
    await correct(hall.session, hall.candidate, replace(status, last_name="Carrère"), "papers", ada, now())
    assert not await stands(anyone, badge)
    again = await badge_of(client, obtained)
    assert read(again)[1]["credentialSubject"]["identifier"][0]["identityHash"] == "Louise Carrère"
    assert await stands(anyone, again)


async def test_a_badge_that_was_never_given_does_not_stand(client: httpx.AsyncClient, obtained: Sat) -> None:
    result = (await obtained.result())["id"]
    here = f"{obtained.test}/{result}"
    unknown = (f"{obtained.test}/{result + 1}/0", f"{obtained.test + 1}/{result}/0", f"{10**12}/{result}/0", "1/0/0")
    for path in (*unknown, f"{here}/1", f"{here}/{10**12}", f"{here}/-1"):
        answer = (await client.get(f"/badges/certificats/{path}/statut")).json()
        assert [one["revoked"] for one in answer["revokedCredentials"]] == [True], path
    answer = await client.get(f"/badges/certificats/{here}/0")
    assert answer.headers["location"] == "/verification-certificat"


async def test_only_its_holder_has_it_and_only_once_it_is_obtained(
    client: httpx.AsyncClient, open_client: OpenClient, sat: Sat
) -> None:
    await sat.answers(32, completed=True)
    await sat.finalise()
    paths = [own(sat) + "/badge.svg", own(sat) + "/badge.jwt"]
    assert [(await client.get(path)).status_code for path in paths] == [404, 404], "not published"
    await sat.publish()
    karim = open_client()
    await sat.hall.cast.sign_in(karim, "karim")
    assert [(await karim.get(path)).status_code for path in paths] == [404, 404]
    await CertificationResult.update({CertificationResult.status: "rejected"}, force=True)
    assert [(await client.get(path)).status_code for path in paths] == [404, 404], "not obtained"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_each_level_means_is_public(client: httpx.AsyncClient, language: str) -> None:
    names = set()
    for level in range(1, 9):
        here = f"/badges/certification/{language}/{level}"
        found = (await client.get(here)).json()
        assert (found["id"], found["inLanguage"]) == (HOST + here, language)
        image = await client.get(here + "/image.svg")
        assert image.headers["content-type"] == "image/svg+xml"
        assert BAKED not in [one.tag for one in ElementTree.fromstring(image.text)]
        names.add(found["name"])
    assert len(names) == 8
    for wrong in (f"{language}/0", f"{language}/9", "de/1"):
        assert (await client.get(f"/badges/certification/{wrong}")).status_code == 404
        assert (await client.get(f"/badges/certification/{wrong}/image.svg")).status_code == 404
