"""What one may try against a certification: each is refused, said in words, written in the log, and changes nothing.

The lists read alone; `Attempt` says what each column is. Whoever finds another way adds a line.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import httpx
import pytest

from app.certification import centres
from app.certification.certificates.guesses import forget_guesses
from app.certification.events import verify
from app.certification.tables import Candidate, CertificationEvent, CertificationSession, CertificationTest
from app.certification.taking.access import wrong_codes
from app.lib.clock import now
from app.lib.ods import MIMETYPE
from app.lib.ods_reading import read_sheet
from tests.certification.attempts import Attempt, Scene, text_of
from tests.certification.conftest import CHLOE, enrolled, joins, new_session
from tests.certification.taking.hall import LOUISE, Hall, database, hall, world
from tests.certification.taking.sixteen import BORN, certifiable
from tests.evaluation.learner import Learner

__all__ = ["database", "hall", "world"]  # fixtures

OpenClient = Callable[..., httpx.AsyncClient]
CODE = {"engagement": "{proof}", "code": "{code}", "locale": "fr"}
IDENTITY = {"session": "{session}", **LOUISE}
ANSWER = {"challenge": "{asked}", "client_token": "{token}", "action": "validate", "answer": "corbeille"}
INVIGILATED = "/certif/surveillance/{session}/candidats/{candidate}"
PASSWORD_ASKED = "Mot de passe de la session"
NOWHERE = "Cette page n’existe pas"


def zipped(content: bytes, mimetype: str = MIMETYPE) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", mimetype, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
    return file.getvalue()


LAUGHS = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><l>&b;</l>'
ELSEWHERE = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><l>&a;</l>'

BEFORE_THE_TEST = [
    # The access code
    Attempt("a wrong access code", "louise", "POST /certifications/{candidate}/code",
            {**CODE, "code": "ABCD23"}, 422, "Ce n’est pas le code d’accès", "WrongCode"),
    Attempt("the code of another session", "louise", "POST /certifications/{candidate}/code",
            {**CODE, "code": "{other_code}"}, 422, "Ce n’est pas le code d’accès", "WrongCode"),
    Attempt("the right one, before she is let in", "louise", "POST /certifications/{candidate}/code",
            CODE, 422, "n’a pas encore confirmé votre présence", "NotAuthorised"),
    # The commitment
    Attempt("no commitment", "louise", "POST /certifications/{candidate}/code",
            {**CODE, "engagement": ""}, 303, "Je m’engage à respecter ces règles", "NoCommitment"),
    Attempt("a forged proof of it", "louise", "POST /certifications/{candidate}/code",
            {**CODE, "engagement": "{candidate}.aaaaaa.bbbbbbbbbbbb"}, 303, "Je m’engage", "NoCommitment"),
    Attempt("the proof of another candidate", "louise", "POST /certifications/{candidate}/code",
            {**CODE, "engagement": "{other_proof}"}, 303, "Je m’engage", "NoCommitment"),
    # Another's candidate
    Attempt("another's instructions", "karim", "GET /certifications/{candidate}/consignes/1", {}, 404, NOWHERE),
    Attempt("another's commitment", "karim", "POST /certifications/{candidate}/engagement",
            {"commitment": "yes"}, 404, NOWHERE),
    Attempt("another's check", "karim", "GET /certifications/{candidate}/poste", {}, 404, NOWHERE),
    Attempt("another's page of the code", "karim", "GET /certifications/{candidate}/code", {}, 404, NOWHERE),
    Attempt("another's start", "karim", "POST /certifications/{candidate}/code", CODE, 404, NOWHERE),
    Attempt("a candidate that no database could hold", "karim", "GET /certifications/99999999999999/code",
            {}, 404, NOWHERE),
    # Joining
    Attempt("joining as somebody who has joined", "nadia", "POST /certifications",
            IDENTITY, 422, "relié à un autre compte Pix", "JoinedByAnother"),
    Attempt("being two candidates", "louise", "POST /certifications",
            {**IDENTITY, "first_name": "Léna", "birth_name": "Fabre"}, 422,
            "sous l’identité d’un autre candidat", "AlreadyAnother"),
    Attempt("a birth date that is guessed", "nadia", "POST /certifications",
            {**IDENTITY, "birthdate.day": "24"}, 422, "Aucun candidat de cette session", "CandidateNotFound"),
    Attempt("a session that is guessed", "nadia", "POST /certifications",
            {**IDENTITY, "session": "4711"}, 422, "Aucune session ne porte ce numéro", "NoSuchSession"),
    # The invigilator's pages
    Attempt("the invigilator's page without the password", "louise", "GET /certif/surveillance/{session}",
            {}, 303, PASSWORD_ASKED, "KeyNeeded"),
    Attempt("letting herself in", "louise", f"POST {INVIGILATED}/presence", {}, 303, PASSWORD_ASKED, "KeyNeeded"),
    Attempt("letting everybody in", "louise", "POST /certif/surveillance/{session}/presences",
            {}, 303, PASSWORD_ASKED, "KeyNeeded"),
    Attempt("ending the test of another", "karim", f"POST {INVIGILATED}/fin", {}, 303, PASSWORD_ASKED, "KeyNeeded"),
    Attempt("the key of another session", "invigilator", "GET /certif/surveillance/{other_session}",
            {}, 303, PASSWORD_ASKED, "KeyNeeded"),
    Attempt("a candidate of another session, with the key of this one", "invigilator",
            "POST /certif/surveillance/{session}/candidats/{stranger}/presence", {}, 404, NOWHERE),
    Attempt("a form of another site, in the invigilator's browser", "trapped",
            "POST /certif/surveillance/{session}/presences", {}, 403, "ne vient pas d’une page de Pix", "OtherSite"),
    Attempt("a wrong password of the session", "karim", "POST /certif/surveillance",
            {"session": "{session}", "password": "xK7?bD"}, 422, "ne vont pas ensemble", "WrongPair"),
    Attempt("a wrong number with the right password", "karim", "POST /certif/surveillance",
            {"session": "{other_session}", "password": "{password}"}, 422, "ne vont pas ensemble", "WrongPair"),
    # The centre's pages and the administration
    Attempt("another centre reads a session", "nadia", "GET /certif/sessions/{session}", {}, 404, NOWHERE),
    Attempt("another centre reads its candidates", "nadia", "GET /certif/sessions/{session}/candidats",
            {}, 404, NOWHERE),
    Attempt("another centre takes the list", "nadia", "GET /certif/sessions/{session}/candidats/liste.ods",
            {}, 404, NOWHERE),
    Attempt("another centre takes the attendance sheet", "nadia", "GET /certif/sessions/{session}/emargement.pdf",
            {}, 404, NOWHERE),
    Attempt("another centre moves it", "nadia", "POST /certif/sessions/{session}/modification",
            {"room": "Ailleurs"}, 404, NOWHERE),
    Attempt("another centre deletes it", "nadia", "POST /certif/sessions/{session}/suppression", {}, 404, NOWHERE),
    Attempt("another centre finalises it", "nadia", "POST /certif/sessions/{session}/finalisation",
            {"sure": "yes"}, 404, NOWHERE),
    Attempt("another centre renames a candidate", "nadia", "POST /certif/sessions/{session}/candidats/{candidate}",
            {"last_name": "Voleur"}, 404, NOWHERE),
    Attempt("a candidate of this session, by her own one", "nadia",
            "GET /certif/sessions/{other_session}/candidats/{candidate}", {}, 404, NOWHERE),
    Attempt("a candidate in the centre's pages", "louise", "GET /certif/sessions/{session}",
            {}, 303, "Pix Certif", "NoCentre"),
    Attempt("a candidate in the administration", "louise", "GET /admin/certifications", {}, 404, NOWHERE),
    Attempt("a candidate publishes", "louise", "POST /admin/certifications/{session}/publication", {}, 404, NOWHERE),
    # Files
    Attempt("a file that is no archive", "martine", "POST /certif/sessions/{free}/candidats/liste",
            {}, 422, "n’est pas une feuille ODS lisible", "UnreadableSheet", file=b"MZ\x90\x00 not a sheet"),
    Attempt("entities that multiply", "martine", "POST /certif/sessions/{free}/candidats/liste",
            {}, 422, "n’est pas une feuille ODS lisible", "UnreadableSheet", file=zipped(LAUGHS)),
    Attempt("an entity that reads our disk", "martine", "POST /certif/sessions/{free}/candidats/liste",
            {}, 422, "n’est pas une feuille ODS lisible", "UnreadableSheet", file=zipped(ELSEWHERE)),
    Attempt("an archive that swells", "martine", "POST /certif/sessions/{free}/candidats/liste",
            {}, 422, "n’est pas une feuille ODS lisible", "UnreadableSheet", file=zipped(b" " * 50_000_000)),
    Attempt("another kind of document", "martine", "POST /certif/sessions/{free}/candidats/liste",
            {}, 422, "n’est pas une feuille ODS lisible", "UnreadableSheet", file=zipped(b"<x/>", "text/plain")),
    Attempt("ten thousand candidates at once", "martine", "POST /certif/sessions/import",
            {}, 422, "Ce fichier a trop de lignes", "UnreadableFile", file=b"Nom;Prenom\n" + b"X;Y\n" * 10_000),
    Attempt("a file that no memory should hold", "martine", "POST /certif/sessions/import",
            {}, 413, "Ce fichier est trop lourd", "UnreadableFile", file=b"Nom;Prenom\n" * 300_000),
    Attempt("a workbook for a CSV", "martine", "POST /certif/sessions/import",
            {}, 422, "n’est pas un CSV", "UnreadableFile", file=zipped(LAUGHS)),
]  # fmt: skip

DURING_THE_TEST = [
    # Answers
    Attempt("the same answer again", "louise", "POST /evaluations/{assessment}/reponses",
            {**ANSWER, "challenge": "{answered}", "client_token": "{answered_token}"}, 303, "Question 2 sur 32", None),
    Attempt("another answer to what she answered", "louise", "POST /evaluations/{assessment}/reponses",
            {**ANSWER, "challenge": "{answered}"}, 409, "Vous aviez déjà répondu", "AnsweredElsewhere"),
    Attempt("the answer to a question that is not asked", "louise", "POST /evaluations/{assessment}/reponses",
            {**ANSWER, "challenge": "{never_asked}"}, 409, "une autre question vous était posée", "NotAsked"),
    Attempt("the answer to no question", "louise", "POST /evaluations/{assessment}/reponses",
            {**ANSWER, "challenge": "ch-00000000"}, 409, "une autre question vous était posée", "NotAsked"),
    # Another's test
    Attempt("another's question", "karim", "GET /evaluations/{assessment}", {}, 404, NOWHERE),
    Attempt("another's answer", "karim", "POST /evaluations/{assessment}/reponses", ANSWER, 404, NOWHERE),
    Attempt("another's timer", "karim", "POST /evaluations/{assessment}/depart",
            {"challenge": "{asked}"}, 404, NOWHERE),
    Attempt("another's page left", "karim", "POST /evaluations/{assessment}/sortie",
            {"challenge": "{asked}"}, 404, NOWHERE),
    Attempt("leaving a test that is another's", "karim", "POST /certifications/quitter", {}, 404, NOWHERE),
    Attempt("resuming it", "karim", "POST /certifications/reprise", {}, 404, NOWHERE),
    Attempt("an alert about it", "karim", "POST /certifications/alerte", {"challenge": "{asked}"}, 404, NOWHERE),
    # Her own, otherwise than the invigilator wants
    Attempt("an alert about a question that is not asked", "louise", "POST /certifications/alerte",
            {"challenge": "{never_asked}"}, 303, "Question 2 sur 32", "NotThisQuestion"),
    Attempt("authorising herself", "louise", f"POST {INVIGILATED}/reprise", {}, 303, PASSWORD_ASKED, "KeyNeeded"),
    Attempt("a second browser", "louise_elsewhere", "GET /evaluations/{assessment}",
            {}, 200, "Votre test est en pause", None, event="returned"),
    Attempt("an answer from there", "louise_elsewhere", "POST /evaluations/{assessment}/reponses",
            ANSWER, 303, "Votre test est en pause", "NotAsked"),
    Attempt("coming back without an authorisation", "louise", "POST /certifications/reprise",
            {}, 303, "Votre test est en pause", None, event="returned"),
    Attempt("an answer before it", "louise", "POST /evaluations/{assessment}/reponses",
            ANSWER, 303, "Votre test est en pause", "NotAsked"),
    Attempt("an alert to be forgotten behind", "louise", "POST /certifications/alerte",
            {"challenge": "{asked}"}, 303, "Votre test est en pause", None),
]  # fmt: skip

AFTER_THE_END = [
    Attempt("an answer after the end", "louise", "POST /evaluations/{assessment}/reponses",
            ANSWER, 303, "Le surveillant a mis fin à votre test", "NotAsked"),
    Attempt("resuming what is over", "louise", "POST /certifications/reprise",
            {}, 303, "Le surveillant a mis fin à votre test", "NothingRuns"),
    Attempt("beginning again", "louise", "POST /certifications/{candidate}/code",
            CODE, 303, "Le surveillant a mis fin à votre test", "SittingOver"),
    Attempt("an alert about what is over", "louise", "POST /certifications/alerte",
            {"challenge": "{asked}"}, 303, "Le surveillant a mis fin à votre test", "NothingRuns"),
    Attempt("a certificate that is not published", "louise", "GET /mes-certifications/{candidate}", {}, 404, NOWHERE),
    Attempt("on paper", "louise", "GET /mes-certifications/{candidate}/certificat.pdf", {}, 404, NOWHERE),
    Attempt("shared by a link", "louise", "POST /mes-certifications/{candidate}/partage", {}, 404, NOWHERE),
    Attempt("verified by its code", "nobody", "POST /verification-certificat",
            {"code": "{verification}"}, 422, "Aucun certificat publié ne porte ce code", "UnknownCertificate"),
    Attempt("verified by its address", "nobody", "GET /verification-certificat?code={verification}",
            {}, 404, "Aucun certificat publié ne porte ce code", "UnknownCertificate"),
    Attempt("the results of the centre", "martine", "GET /certif/sessions/{session}/resultats.csv", {}, 404, NOWHERE),
]  # fmt: skip

ONCE_PUBLISHED = [
    Attempt("the certificate of somebody else", "karim", "GET /mes-certifications/{candidate}", {}, 404, NOWHERE),
    Attempt("on paper, of somebody else", "karim", "GET /mes-certifications/{candidate}/certificat.pdf",
            {}, 404, NOWHERE),
    Attempt("shared by somebody else", "karim", "POST /mes-certifications/{candidate}/partage", {}, 404, NOWHERE),
    Attempt("the invigilator goes on", "invigilator", f"POST {INVIGILATED}/reprise",
            {}, 409, "Cette session est finalisée", "SessionFinalised"),
    Attempt("somebody joins", "karim", "POST /certifications",
            {**IDENTITY, "first_name": "Léna", "birth_name": "Fabre"}, 422, "Cette session est terminée",
            "SessionClosed"),
    Attempt("a report is added", "martine", "POST /certif/sessions/{session}/finalisation/{candidate}",
            {"code": "C6", "question": "", "text": ""}, 409, "Cette session est finalisée", "AlreadyFinalized"),
    Attempt("the centre judges", "martine", "POST /admin/certifications/{session}/candidats/{candidate}/fraude",
            {"sure": "yes"}, 404, NOWHERE),
    Attempt("the centre publishes", "martine", "POST /admin/certifications/{session}/publication", {}, 404, NOWHERE),
    Attempt("another centre reads the results", "nadia", "GET /certif/sessions/{session}/resultats.csv",
            {}, 404, NOWHERE),
    Attempt("a link to the certificate that is guessed", "nobody", "GET /partage-certificat/AAAAAAAAAAAAAAAAAAAAAA",
            {}, 404, "Ce certificat n’est pas partagé", "UnknownShare"),
    Attempt("a link to the results that is forged", "nobody", "GET /resultats-de-certification/MTox.aaaaaa.bbbbbb",
            {}, 404, NOWHERE),
    Attempt("a program whose secret is guessed", "nobody", "POST /api/token",
            {"grant_type": "client_credentials", "client_id": "un-partenaire", "client_secret": "sésame-ouvre-toi"},
            401, "invalid_client", "TokenRefused:invalid_client"),
    Attempt("what programs read, without a token", "nobody", "GET /api/parcoursup/certifications?ine=1",
            {}, 401, "A token is needed", "Problem401"),
    Attempt("the password of an account that is guessed", "nobody", "POST /connexion",
            {"login": "louise@exemple.fr", "password": "Devinette1"}, 422, "ne correspondent à aucun compte",
            "SignInWrong"),
]  # fmt: skip


@pytest.fixture
async def scene(hall: Hall, open_client: OpenClient) -> Scene:
    """Louise and Karim have joined, Léna has not; Martine invigilates for her centre; Nadia has another centre."""
    forget_guesses()
    row, martine = await hall.row(), await hall.cast.person("martine")
    await centres.add_member(int(str(row["centre"])), martine, "member", now())
    people = {"louise": hall.louise, "martine": hall.martine, "invigilator": hall.martine}
    users = {"louise": await hall.cast.person("louise"), "martine": martine, "invigilator": martine}
    for name in ("karim", "nadia", "louise_elsewhere"):
        people[name] = open_client()
        users[name] = await hall.cast.sign_in(people[name], name.partition("_")[0])
    for name in ("karim", "nadia"):
        await certifiable(users[name], hall.index)
    elsewhere = await centres.create("Lycée des Tilleuls", "SCO", now())
    await centres.add_member(elsewhere, users["nadia"], "administrator", now())
    other = await new_session(elsewhere, users["nadia"])
    chloe = await enrolled(hall.session)
    await enrolled(hall.session, "Fabre", "Léna", birthdate=BORN)
    await hall.join()
    await joins(chloe, users["karim"])
    await hall.invigilate()
    people["trapped"] = open_client(cookies=people["martine"].cookies, headers={"Origin": "https://voleur.example"})
    karim = await people["karim"].post(f"/certifications/{chloe}/engagement", data={"commitment": "yes"})
    facts = {
        "session": hall.session, "candidate": hall.candidate, "code": row["access_code"],
        "password": row["invigilator_password"], "proof": (await hall.code_form())["engagement"],
        "other_proof": karim.headers["location"].partition("engagement=")[2],
        "free": await new_session(int(str(row["centre"])), martine),
        "other_session": other, "stranger": await enrolled(other),
        "other_code": (await CertificationSession.select().where(CertificationSession.id == other))[0]["access_code"],
        **{f"user_{name}": user for name, user in users.items()}, "user_nobody": None, "user_trapped": None,
    }  # fmt: skip
    return Scene({**people, "nobody": open_client()}, facts)


async def test_before_the_test(scene: Scene, subtests: pytest.Subtests, caplog: pytest.LogCaptureFixture) -> None:
    for one in BEFORE_THE_TEST:
        with subtests.test(one.what):
            await scene.tried(one, caplog)


async def test_from_the_first_question_to_the_certificate(
    scene: Scene, hall: Hall, subtests: pytest.Subtests, caplog: pytest.LogCaptureFixture
) -> None:
    await hall.about("presence")
    form = {name: value.format_map(scene.facts) for name, value in CODE.items()}
    started = await hall.louise.post(f"/certifications/{hall.candidate}/code", data=form)
    learner = Learner(hall.louise, hall.index, int(started.headers["location"].rpartition("/")[2]))
    await learner.open()
    answered, token = learner.challenge, learner.hidden("client_token")
    await learner.answer(right=True)
    (test,) = await CertificationTest.select()
    scene.facts |= {
        "assessment": learner.assessment, "answered": answered, "answered_token": token,
        "asked": learner.challenge, "token": learner.hidden("client_token"),
        "never_asked": next(one for one in hall.index.challenges if one not in (answered, learner.challenge)),
        "verification": test["verification_code"],
    }  # fmt: skip
    for one in DURING_THE_TEST:
        with subtests.test(one.what):
            await scene.tried(one, caplog)
    await hall.about("fin")
    for one in AFTER_THE_END:
        with subtests.test(one.what):
            await scene.tried(one, caplog)
    form = {f"reason-{test['id']}": "candidate", "incident": "no", "joining": "no", "comment": "", "sure": "yes"}
    await hall.martine.post(f"/certif/sessions/{hall.session}/finalisation", data=form)
    await CertificationSession.update({CertificationSession.published_at: now()}).where(
        CertificationSession.id == hall.session
    )
    for one in ONCE_PUBLISHED:
        with subtests.test(one.what):
            await scene.tried(one, caplog)
    assert await verify(test["id"]) is None


async def test_codes_of_a_session_tried_in_series_make_that_account_wait(
    scene: Scene, hall: Hall, caplog: pytest.LogCaptureFixture
) -> None:
    await hall.about("presence")
    place = f"/certifications/{hall.candidate}/code"
    form = {name: value.format_map(scene.facts) for name, value in CODE.items()}
    for number in range(20):
        wrong = await hall.louise.post(place, data={**form, "code": f"BCDF{number // 10 + 2}{number % 8 + 2}"})
        assert wrong.status_code == 422
    refused = await hall.louise.post(place, data=form)
    assert (refused.status_code, "Trop de codes faux en peu de temps" in refused.text) == (429, True)
    assert "refused TooManyCodes: POST /certifications/{candidate}/code" in caplog.text
    assert not await CertificationTest.exists()
    wrong_codes.forget()  # ten minutes later
    assert (await hall.louise.post(place, data=form)).status_code == 303


async def test_birth_dates_tried_in_series_make_that_account_wait(
    scene: Scene, hall: Hall, caplog: pytest.LogCaptureFixture
) -> None:
    nadia, form = scene.browsers["nadia"], {**IDENTITY, "session": str(hall.session), "first_name": "Léna"}
    for day in range(1, 21):
        wrong = await nadia.post("/certifications", data={**form, "birth_name": "Fabre", "birthdate.day": str(day)})
        assert wrong.status_code == 422
    refused = await nadia.post("/certifications", data={**form, "birth_name": "Fabre"})
    assert (refused.status_code, "Trop d’essais en peu de temps" in refused.text) == (429, True)
    assert "refused TooManyIdentities: POST /certifications user=" in caplog.text
    assert not await Candidate.exists().where(Candidate.user == scene.facts["user_nadia"])
    assert (await hall.join()).status_code == 303, "a class mate, at the same address"


async def test_passwords_of_a_session_tried_in_series_make_that_account_wait_not_the_school(
    scene: Scene, hall: Hall, caplog: pytest.LogCaptureFixture
) -> None:
    karim = scene.browsers["karim"]
    for number in range(10):
        wrong = await karim.post(
            "/certif/surveillance", data={"session": str(hall.session), "password": f"xK7?b{number}"}
        )
        assert wrong.status_code == 422
    refused = await hall.invigilate(karim)
    assert (refused.status_code, "Trop d’essais en peu de temps" in refused.text) == (429, True)
    assert "set-cookie" not in refused.headers
    assert "refused TooManyTries: POST /certif/surveillance" in caplog.text
    assert (await hall.invigilate(scene.browsers["nadia"])).status_code == 303, "a colleague, at the same address"


async def test_a_formula_in_a_name_is_a_text_in_what_is_taken_away(scene: Scene, hall: Hall) -> None:
    formula = '=HYPERLINK("http://voleur.example","Chloé")'
    session = scene.facts["free"]
    form = {**CHLOE, "last_name": formula, "external_id": "+33", "billing": "free"}
    added = await hall.martine.post(f"/certif/sessions/{session}/candidats/inscription", data=form)
    assert added.status_code == 303
    sheet = (await hall.martine.get(f"/certif/sessions/{session}/candidats/liste.ods")).content
    with zipfile.ZipFile(io.BytesIO(sheet)) as archive:
        content = archive.read("content.xml").decode()
    assert "table:formula" not in content
    assert read_sheet(sheet)[1][0] == formula, "as it was typed"
    sent = await hall.martine.post(
        f"/certif/sessions/{session}/candidats/liste", files={"sheet": ("candidats.ods", sheet, MIMETYPE)}
    )
    assert sent.status_code == 303
    (row,) = await Candidate.select().where(Candidate.session == session)
    assert row["last_name"] == formula
    await CertificationTest.insert(
        CertificationTest(candidate=row["id"], verification_code="P-BCDFGHJK", started_at=now(), ended_at=now())
    )
    await CertificationSession.update(
        {CertificationSession.finalized_at: now(), CertificationSession.published_at: now()}
    ).where(CertificationSession.id == session)
    taken = (await hall.martine.get(f"/certif/sessions/{session}/resultats.csv")).text
    assert "'=HYPERLINK" in taken
    assert ";=HYPERLINK" not in taken
    assert '"=HYPERLINK' not in taken


async def test_an_event_that_is_changed_is_found_told_to_the_jury_and_written(
    scene: Scene, hall: Hall, open_client: OpenClient, caplog: pytest.LogCaptureFixture
) -> None:
    ada = open_client()
    await hall.cast.sign_in(ada, "ada")
    await hall.start()
    await hall.about("fin")
    await CertificationSession.update({CertificationSession.finalized_at: now()}).where(
        CertificationSession.id == hall.session
    )
    page = f"/admin/certifications/{hall.session}/candidats/{hall.candidate}"
    assert "Rien n’a été modifié depuis l’épreuve" in text_of(await ada.get(page))
    await CertificationEvent.update({CertificationEvent.details: '{"by":0}'}).where(CertificationEvent.position == 2)
    assert "Modifié après coup, à partir de l’événement 2" in text_of(await ada.get(page))
    (test,) = await CertificationTest.select()
    assert f"the events of test {test['id']} are not what was written, from the one at 2 on" in caplog.text
