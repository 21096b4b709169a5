"""A certification session from the class to the certificate, by the real pages: twenty pupils, all at once.

One did not come; the others meet everything that may happen in a room, and each ends with the result that is hers.
"""

from __future__ import annotations

import asyncio
import csv
import io
import re
from collections import Counter
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
from litestar import Litestar

from app.certification.certificates.guesses import forget_guesses
from app.certification.events import verify
from app.certification.results.outcomes import LEVELS
from app.certification.tables import Candidate, CertificationResult, CertificationSession, CertificationTest
from app.content.index import ContentIndex
from app.lib.clock import now
from app.lib.ods import MIMETYPE, OdsWorkbook
from app.lib.ods_reading import read_sheet
from app.lib.sheets import Heading, Sheet
from app.web.formats import local_time
from tests.cast import Cast
from tests.certification.attempts import text_of
from tests.certification.school_class import BORN, GROUP, HEAD, School, school
from tests.certification.taking.hall import database, world
from tests.certification.taking.pupil import Answers, Pupil, answers_of
from tests.conftest import HOST
from tests.pdf import Pdf
from tests.qr import scanned_page
from tests.served import PASSWORD

__all__ = ["database", "world"]  # fixtures
OpenClient = Callable[..., httpx.AsyncClient]

REPLACED, KEPT_ON, CUT, ENDED, TECHNICAL, FRAUD, FORGER, RESCORED = range(8)
"""What happens to the first of the class; the others only answer."""
ABSENT = 19


@dataclass
class Day:
    """The session, and who is there."""

    school: School
    head: httpx.AsyncClient
    invigilator: httpx.AsyncClient
    officer: httpx.AsyncClient
    pupils: list[Pupil]
    session: int = 0
    row: dict[str, Any] = field(default_factory=dict)

    @property
    def page(self) -> str:
        return f"/certif/sessions/{self.session}"

    @property
    def room(self) -> str:
        return f"/certif/surveillance/{self.session}"

    @property
    def jury(self) -> str:
        return f"/admin/certifications/{self.session}"

    @property
    def present(self) -> list[Pupil]:
        return [one for place, one in enumerate(self.pupils) if place != ABSENT]

    async def about(self, pupil: Pupil, what: str, **form: str) -> None:
        """What the invigilator does about her."""
        response = await self.invigilator.post(f"{self.room}/candidats/{pupil.candidate}/{what}", data=form)
        assert response.status_code == 303, response.text

    async def judged(self, pupil: Pupil, what: str, **form: str) -> None:
        """What the officer does about her, having seen her result."""
        seen = str((await self.result(pupil))["id"])
        response = await self.officer.post(
            f"{self.jury}/candidats/{pupil.candidate}/{what}", data={"result": seen, **form}
        )
        assert response.status_code == 303, response.text

    async def test(self, pupil: Pupil) -> dict[str, Any]:
        (row,) = await CertificationTest.select().where(CertificationTest.candidate == int(pupil.candidate))
        return row

    async def result(self, pupil: Pupil) -> dict[str, Any]:
        """The one that counts."""
        test = (await self.test(pupil))["id"]
        rows = (
            await CertificationResult.select().where(CertificationResult.test == test).order_by(CertificationResult.id)
        )
        return rows[-1]


@pytest.fixture
async def day(app: Litestar, open_client: OpenClient, world: ContentIndex, cast: Cast) -> AsyncIterator[Day]:
    """Everybody is signed in; there is no session yet."""
    forget_guesses()
    made, answers = await school(world), answers_of(world)
    head, invigilator, officer = open_client(), open_client(), open_client()
    await head.post("/connexion", data={"login": HEAD, "password": PASSWORD})
    await cast.sign_in(invigilator, "paul")
    await cast.sign_in(officer, "ada")
    pupils = [_pupil(app, place, one, answers) for place, one in enumerate(made.pupils)]
    for one in pupils:
        await one.signs_in()
    yield Day(made, head, invigilator, officer, pupils)
    for one in pupils:
        await one.client.aclose()


def _pupil(app: Litestar, place: int, one: Any, answers: Answers) -> Pupil:
    """In a browser whose pages are not linted: hundreds of questions, which other tests look at."""
    client = httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url=HOST, headers={"Origin": HOST})
    return Pupil(client, one.login, one.first_name, one.last_name, BORN, answers, able=0.45 + place % 10 * 0.06)


async def test_a_whole_session(day: Day, open_client: OpenClient) -> None:
    await the_class_is_enrolled(day)
    await everybody_is_there(day)
    await all_answer_at_once(day)
    await the_session_is_finalised(day)
    await the_results_are_judged_and_published(day)
    await each_sees_her_own(day)
    await the_certificate_is_verified(day, open_client())
    await the_centre_has_its_sheet(day)
    for one in day.present:
        assert await verify((await day.test(one))["id"]) is None


async def the_class_is_enrolled(day: Day) -> None:
    """Picked from the organisation, completed in the sheet; the attendance sheet has them all."""
    form = {
        "site": "Lycée", "room": "Salle 204", "date": f"{local_time(now()):%Y-%m-%d}", "time": "23:30",
        "examiners": "Paul Villo", "description": "", "method": "adaptive", "client_token": "un-jeton",
    }  # fmt: skip
    created = await day.head.post("/certif/sessions/creation", data=form)
    day.session = int(re.findall(r"\d+", created.headers["location"])[0])
    (day.row,) = await CertificationSession.select()
    shown = text_of(await day.head.get(f"{day.page}/candidats/eleves", params={"groupe": GROUP}))
    chosen = re.findall(r'name="learner" value="(\d+)"', shown)
    assert len(chosen) == 20
    enrolled = await day.head.post(f"{day.page}/candidats/eleves", data={"learner": chosen})
    assert "20 personnes sont inscrites" in text_of(await day.head.get(enrolled.headers["location"]))
    headings, *lines = read_sheet((await day.head.get(f"{day.page}/candidats/liste.ods")).content)
    completed = [[*line[:2], f"{BORN:%d/%m/%Y}", "F", "", "67000", "Strasbourg", "France"] for line in lines]
    file = io.BytesIO()
    book = OdsWorkbook(file)
    book.begin(Sheet("Candidats", tuple(map(Heading, headings))))
    book.rows(completed)
    book.close()
    sheet = {"sheet": ("candidats.ods", file.getvalue(), MIMETYPE)}
    assert (await day.head.post(f"{day.page}/candidats/liste", files=sheet)).status_code == 303
    rows = await Candidate.select().where(Candidate.session == day.session)
    assert {row["learner"] for row in rows} == {one.learner for one in day.school.pupils}
    signed = " ".join(Pdf((await day.head.get(f"{day.page}/emargement.pdf")).content).texts)
    assert all(one.last_name in signed and one.first_name in signed for one in day.pupils)


async def everybody_is_there(day: Day) -> None:
    """But one; nobody begins before the invigilator says so."""
    await asyncio.gather(*(one.joins(day.session) for one in day.present))
    early = await day.pupils[0].asks_to_begin(day.row["access_code"])
    assert "n’a pas encore confirmé votre présence" in text_of(early)
    pair = {"session": str(day.session), "password": day.row["invigilator_password"]}
    assert (await day.invigilator.post("/certif/surveillance", data=pair)).headers["location"] == day.room
    for one in day.present:
        await day.about(one, "presence")
    assert Counter(re.findall("Présence (?:à confirmer|confirmée)", text_of(await day.invigilator.get(day.room)))) == {
        "Présence confirmée": 19,
        "Présence à confirmer": 1,
    }


async def all_answer_at_once(day: Day) -> None:
    """Alerts, a cut, an end, somebody who stops, somebody who tries what is not hers."""
    lives = {
        REPLACED: has_an_alert, KEPT_ON: has_an_alert, CUT: is_cut, ENDED: is_ended, TECHNICAL: stops, FORGER: forges,
    }  # fmt: skip
    await asyncio.gather(
        *(lives.get(place, only_answers)(day, one) for place, one in enumerate(day.pupils) if place != ABSENT)
    )
    for place, one in enumerate(day.pupils):
        if place not in (ENDED, TECHNICAL, ABSENT):
            assert len(one.asked) == 32, one.last_name
            assert "Test terminé" in one.html
    seen = text_of(await day.invigilator.get(day.room))
    assert seen.count("Terminé<") == 18
    assert "En cours, 24 réponses" in seen


async def only_answers(day: Day, pupil: Pupil) -> None:
    await pupil.begins(day.row["access_code"])
    await pupil.answers_on()


async def has_an_alert(day: Day, pupil: Pupil) -> None:
    """Of the question she is at; the invigilator replaces it, or says that it works."""
    await pupil.begins(day.row["access_code"])
    await pupil.answers_on(2)
    asked = pupil.challenge
    await pupil.signals()
    assert "Votre test est en pause" in pupil.html
    seen = (await day.invigilator.get(day.room)).text
    line = seen.partition(f'id="candidate-{pupil.candidate}"')[2]
    alert = re.findall(r'name="alert" value="(\d+)"', line)[0]
    if pupil is day.pupils[REPLACED]:
        await day.about(pupil, "signalement/remplacement", alert=alert, reason="E1")
    else:
        await day.about(pupil, "signalement/rejet", alert=alert, word="Elle s’affiche")
    await pupil.opens()
    assert (pupil.challenge == asked) == (pupil is day.pupils[KEPT_ON])
    await pupil.answers_on()


async def is_cut(day: Day, pupil: Pupil) -> None:
    """She leaves, comes back, and waits to be let in."""
    await pupil.begins(day.row["access_code"])
    await pupil.answers_on(5)
    asked = pupil.challenge
    await pupil.client.post("/certifications/quitter")
    await pupil.client.post("/certifications/reprise")
    await pupil.opens()
    assert "Votre test est en pause" in pupil.html
    await day.about(pupil, "reprise")
    await pupil.opens()
    assert pupil.challenge == asked
    await pupil.answers_on()


async def is_ended(day: Day, pupil: Pupil) -> None:
    await pupil.begins(day.row["access_code"])
    await pupil.answers_on(12)
    await asyncio.gather(day.about(pupil, "fin"), pupil.answers_one())  # whichever comes first
    await pupil.answers_on(1)
    assert "Le surveillant a mis fin à votre test" in pupil.html


async def stops(day: Day, pupil: Pupil) -> None:
    """Her computer dies."""
    await pupil.begins(day.row["access_code"])
    await pupil.answers_on(24)


async def forges(day: Day, pupil: Pupil) -> None:
    """Answers for her neighbour, lets herself in: nothing of that is there, and her own test goes on."""
    await pupil.begins(day.row["access_code"])
    await pupil.answers_on(3)
    neighbour = day.pupils[RESCORED]
    while not neighbour.url:
        await asyncio.sleep(0.01)
    form = {"challenge": neighbour.challenge, "client_token": "x", "action": "skip"}
    assert (await pupil.client.post(f"{neighbour.url}/reponses", data=form)).status_code == 404
    own = f"{day.room}/candidats/{pupil.candidate}/fin"
    assert (await pupil.client.post(own)).headers["location"] == "/certif/surveillance"
    await pupil.answers_on()


async def the_session_is_finalised(day: Day) -> None:
    """With why two tests stopped, a name to correct and a suspicion; without them it is not."""
    path = f"{day.page}/finalisation"
    ended, technical = [(await day.test(day.pupils[one]))["id"] for one in (ENDED, TECHNICAL)]
    form = {"incident": "yes", "joining": "no", "comment": "Un poste est tombé en panne.", "sure": "yes"}
    refused = await day.head.post(path, data={**form, f"reason-{ended}": "candidate"})
    assert refused.status_code == 422
    assert f"Dites pourquoi le test de {day.pupils[TECHNICAL].first_name}" in text_of(refused)
    for who, report in (
        (FRAUD, {"code": "C6", "question": "", "text": ""}),
        (CUT, {"code": "C1", "question": "", "text": "Se prénomme Chloé-Marie"}),
    ):
        await day.head.post(f"{path}/{day.pupils[who].candidate}", data=report)
    reasons = {f"reason-{ended}": "candidate", f"reason-{technical}": "technical"}
    assert (await day.head.post(path, data={**form, **reasons})).status_code == 303
    assert "Session finalisée le" in text_of(await day.head.get(path))


async def the_results_are_judged_and_published(day: Day) -> None:
    """Automatically first; then an officer reads what waits, rejects, comments, scores again."""
    statuses = {place: (await day.result(one))["status"] for place, one in enumerate(day.pupils) if place != ABSENT}
    assert statuses[ENDED] == "rejected", "hardly more than 12 answers, and it is the candidate's doing"
    assert statuses[TECHNICAL] == "validated", "24 answers"
    ready = await day.officer.post("/admin/certifications/publication", data={"session": str(day.session)})
    assert ready.headers["location"].endswith("nombre=0"), "what the centre says waits to be read"
    await day.judged(day.pupils[FRAUD], "fraude", sure="yes")
    await day.judged(day.pupils[TECHNICAL], "commentaire", audience="candidate", comment="Votre poste a lâché.")
    before = await day.result(day.pupils[RESCORED])
    await day.judged(day.pupils[RESCORED], "notation")
    after = await day.result(day.pupils[RESCORED])
    assert after["id"] != before["id"]
    assert (after["score"], after["status"]) == (before["score"], before["status"])
    for who in (FRAUD, CUT):
        page = (await day.officer.get(f"{day.jury}/candidats/{day.pupils[who].candidate}")).text
        report = re.findall(r'name="report" value="(\d+)"', page)[0]
        await day.judged(day.pupils[who], "signalement", report=report, resolution="Vu avec l’établissement.")
    waiting = text_of(await day.pupils[TECHNICAL].client.get("/mes-certifications"))
    assert "En attente de résultat" in waiting
    published = await day.officer.post(f"{day.jury}/publication")
    assert "Les résultats sont publiés" in text_of(await day.officer.get(published.headers["location"]))


async def each_sees_her_own(day: Day) -> None:
    """The score that the rules gave; why there is none; nothing for who was not there."""
    for place, one in enumerate(day.pupils):
        cards = text_of(await one.client.get("/mes-certifications"))
        if place == ABSENT:
            assert "Aucune certification pour l’instant" in cards
            continue
        result, own = await day.result(one), await one.client.get(f"/mes-certifications/{one.candidate}")
        if result["status"] == "validated":
            assert str(result["score"]) in text_of(own)
            assert LEVELS[result["level"]] in text_of(own)
        else:
            assert place in (ENDED, FRAUD), one.last_name
            assert "La certification n’est pas obtenue" in text_of(own)
            assert (await one.client.get(f"{own.url.path}/certificat.pdf")).status_code == 404
    assert "Votre poste a lâché." in text_of(
        await day.pupils[TECHNICAL].client.get(f"/mes-certifications/{day.pupils[TECHNICAL].candidate}")
    )


async def the_certificate_is_verified(day: Day, stranger: httpx.AsyncClient) -> None:
    """On paper, by its QR code, by somebody without account; that of a fraud is nobody's."""
    pupil = day.pupils[REPLACED]
    paper = await pupil.client.get(f"/mes-certifications/{pupil.candidate}/certificat.pdf")
    printed = " ".join(Pdf(paper.content).texts)
    score, code = str((await day.result(pupil))["score"]), (await day.test(pupil))["verification_code"]
    assert all(word in printed for word in (pupil.last_name, score, code))
    (address,) = scanned_page(paper.content)
    assert address.startswith(f"{HOST}/verification-certificat?code=")
    shown = text_of(await stranger.get(address))
    assert all(word in shown for word in (pupil.last_name, score, code))
    fraud = (await day.test(day.pupils[FRAUD]))["verification_code"]
    assert (await stranger.get(f"/verification-certificat?code={fraud}")).status_code == 404


async def the_centre_has_its_sheet(day: Day) -> None:
    """A line of headings, and one for each test: names, status, score, class."""
    text = (await day.head.get(f"{day.page}/resultats.csv")).content.decode("utf-8-sig")
    headings, *lines = csv.reader(io.StringIO(text), delimiter=";")
    assert len(lines) == 19
    words = {"validated": "Validée", "rejected": "Rejetée"}
    for one, line in zip(day.present, sorted(lines, key=lambda line: _place(day, line)), strict=True):
        found, result = dict(zip(headings, line, strict=True)), await day.result(one)
        assert (found["Prénom"], found["Nom de naissance"]) == (one.first_name, one.last_name)
        assert found["Classe"] == GROUP
        assert found["Statut"] == words[result["status"]]
        assert found["Score (en pix)"] == str(result["score"] if result["status"] == "validated" else 0)


def _place(day: Day, line: list[str]) -> int:
    return next(place for place, one in enumerate(day.pupils) if one.last_name in line)
