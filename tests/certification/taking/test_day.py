"""A day of certification as its people see it: a teacher, an invigilator, an officer, and a class of twenty.

Three pupils are in browsers of their own, two of them on a telephone; sixteen answer over HTTP at the same time; one
did not come. What the rules make of each act is in `test_whole_session`: here is what only a browser shows.
"""

from __future__ import annotations

import asyncio
import io
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Locator, expect

from app.lib.clock import now
from app.lib.ods import OdsWorkbook
from app.lib.ods_reading import read_sheet
from app.lib.sheets import Heading, Sheet
from app.web.formats import local_time
from tests.browser.conftest import DESKTOP, PHONE, OpenBrowser, chromium, open_browser
from tests.browser.visitor import Visitor
from tests.certification.school_class import BORN, FIRST_NAMES, GROUP, HEAD, LAST_NAMES, login_of
from tests.certification.taking.day import INVIGILATOR, OFFICER, served_in
from tests.certification.taking.pupil import Pupil
from tests.qr import scanned_page
from tests.served import Served

__all__ = ["chromium", "open_browser"]  # fixtures
pytestmark = pytest.mark.browser

NAMES = list(zip(FIRST_NAMES.split(), LAST_NAMES.split(), strict=True))
ANA, BAO, CHLOE = NAMES[:3]
OTHERS, FRAUD = NAMES[3:19], NAMES[18]
TIME_PASSES = "document.querySelector('[hx-trigger^=every]').dispatchEvent(new Event('every'))"
WIDER = "document.documentElement.scrollWidth > innerWidth"


@dataclass
class Day:
    """The session, and the server that holds it."""

    served: Served
    session: int = 0
    code: str = ""
    password: str = ""
    open: threading.Event = field(default_factory=threading.Event)
    """The invigilator has let everybody in."""

    @property
    def page(self) -> str:
        return f"/certif/sessions/{self.session}"

    def candidate(self, name: tuple[str, str]) -> int:
        [(found,)] = self.served.rows("SELECT id FROM candidate WHERE first_name = ? AND last_name = ?", *name)
        return int(found)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server of its own."""
    one = served_in(tmp_path_factory.mktemp("day"))
    one.start()
    yield one
    one.stop()
    assert "Traceback" not in one.log(), one.log()


@pytest.fixture
def class_room() -> Iterator[ThreadPoolExecutor]:
    """Where the others are, while the browsers go on."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        yield pool


def test_a_day_of_certification(
    open_browser: OpenBrowser, served: Served, class_room: ThreadPoolExecutor, tmp_path: Path
) -> None:
    day, nadia = Day(served), open_browser()
    prepares(nadia, day, tmp_path)
    others = class_room.submit(asyncio.run, the_others(day))
    try:
        ana, chloe, paul = the_test(day, open_browser, class_room)
    finally:
        day.open.set()
    the_others_are_done(others)
    looked_at(paul, day, ANA, "Terminé")
    finalises(nadia, day)
    judges(open_browser(), day)
    sees_her_result(ana, open_browser)
    chloe.open("/mes-certifications")
    chloe.sees("Non obtenue")
    nadia.open(day.page)
    nadia.sees("Résultats")
    looks(nadia, "centre-results")


def the_test(day: Day, open_browser: OpenBrowser, class_room: ThreadPoolExecutor) -> tuple[Visitor, Visitor, Visitor]:
    """From the form that joins to the last question of who finishes."""
    ana, bao, chloe = open_browser(viewport=PHONE), open_browser(), open_browser(viewport=PHONE)
    for visitor, name in ((ana, ANA), (bao, BAO), (chloe, CHLOE)):
        joins(visitor, day, name, pictures=visitor is ana)
    begins(ana, day)
    ana.sees("n’a pas encore confirmé votre présence")
    paul = open_browser()
    enters(paul, day)
    day.open.set()
    ana.press("Commencer mon test")
    begins(chloe, day)
    begins(bao, day)
    has_an_alert(ana, paul, day)
    is_ended(chloe, paul, day)
    is_cut(bao, paul, day, open_browser)
    goes_on_to_the_last_question(ana, day, class_room)
    ana.sees("Test terminé")
    looks(ana, "certification-over")
    return ana, chloe, paul


def prepares(nadia: Visitor, day: Day, folder: Path) -> None:
    """A session, the class of the organisation, their birth by the sheet, what is printed."""
    nadia.open("/connexion?suite=/certif/sessions/creation")
    nadia.sign_in(HEAD)
    typed = {"site": "Lycée des Tilleuls", "room": "Salle 204", "examiners": "Paul Villo"}
    for name, value in {**typed, "date": f"{local_time(now()):%Y-%m-%d}", "time": "23:30"}.items():
        nadia.page.fill(f"#{name}", value)
    nadia.press("Créer la session")
    [(day.session, day.code, day.password)] = day.served.rows(
        "SELECT id, access_code, invigilator_password FROM certification_session"
    )
    nadia.open(f"{day.page}/candidats")
    nadia.press("Choisir dans l’organisation")
    nadia.page.select_option("#groupe", GROUP)
    nadia.press("Filtrer")
    for box in nadia.page.locator('input[name="learner"]').all():
        box.check()
    looks(nadia, "centre-pupils")
    nadia.press("Inscrire les personnes cochées")
    nadia.sees("20 personnes sont inscrites")
    nadia.press("Importer (.ods)")
    sheet = downloaded(nadia, nadia.button("Télécharger la feuille (.ods)"))
    (folder / "candidats.ods").write_bytes(completed(sheet))
    nadia.page.set_input_files("#sheet", folder / "candidats.ods")
    nadia.press("Remplacer la liste")
    nadia.sees("La liste des candidats est remplacée.")
    expect(nadia.page.locator("main")).not_to_contain_text("À compléter")
    looks(nadia, "centre-candidates")
    nadia.open(day.page)
    looks(nadia, "centre-session")
    assert downloaded(nadia, nadia.button("Feuille d’émargement (PDF)")).startswith(b"%PDF")


def joins(visitor: Visitor, day: Day, name: tuple[str, str], *, pictures: bool) -> None:
    """From the form to the page of the access code."""
    visitor.open("/connexion?suite=/certifications")
    visitor.sign_in(login_of(name[0]))
    visitor.sees("votre profil est certifiable")
    typed = {"session": str(day.session), "first_name": name[0].lower(), "birth_name": name[1].upper()}
    birth = {"birthdate": f"{BORN:%d}", "birthdate-month": f"{BORN:%m}", "birthdate-year": f"{BORN:%Y}"}
    for field_, value in {**typed, **birth}.items():
        visitor.page.fill(f"#{field_}", value)
    if pictures:
        looks(visitor, "certification-join")
    visitor.press("Continuer")
    for _ in range(4):
        visitor.press("Continuer")
    if pictures:
        visitor.press("Continuer")
        visitor.sees("Cochez la case")
    visitor.page.check("#commitment")
    visitor.press("Continuer")
    visitor.sees("Les scripts marchent")
    assert not visitor.page.evaluate(WIDER)
    visitor.press("Tout va bien : continuer")
    if pictures:
        looks(visitor, "certification-code")


def begins(visitor: Visitor, day: Day) -> None:
    visitor.page.fill("#code", day.code.lower())
    visitor.press("Commencer mon test")


def enters(paul: Visitor, day: Day) -> None:
    """The sixteen others are there too; he lets everybody in."""
    paul.open("/connexion?suite=/certif/surveillance")
    paul.sign_in(INVIGILATOR)
    paul.page.fill("#session", str(day.session))
    paul.page.fill("#password", day.password)
    paul.press("Surveiller la session")
    paul.sees("Présence à confirmer")
    paul.press("Confirmer toutes les présences")
    expect(paul.page.get_by_text("Présence confirmée")).to_have_count(20)


def has_an_alert(ana: Visitor, paul: Visitor, day: Day) -> None:
    """Her fourth question is replaced."""
    for _ in range(3):
        answers(ana)
    ana.sees("Question 4 sur 32")
    asked = ana.challenge
    ana.press("Signaler un problème avec cette question")
    looks(ana, "certification-alert")
    ana.press("Signaler le problème")
    ana.sees("Votre test est en pause")
    line = looked_at(paul, day, ANA, "Signalement")
    paul.sees("Abadie Ana signale un problème")
    looks(paul, "certification-invigilation")
    line.locator("select").select_option("E1")
    with paul.page.expect_response(lambda one: "/certif/surveillance/" in one.url):
        paul.page.evaluate(TIME_PASSES)
    paul.page.wait_for_timeout(100)
    expect(line.locator("select")).to_have_value("E1")  # the list refreshed itself under his hand
    paul.press(line.get_by_role("button").first)
    expect(line).to_contain_text("En cours, 3 réponses")
    ana.page.evaluate(TIME_PASSES)
    expect(ana.page.locator("form[data-challenge]")).to_be_visible()
    assert ana.challenge != asked
    assert day.served.rows("SELECT code, question FROM issue_report") == [("E1", 4)]


def is_ended(chloe: Visitor, paul: Visitor, day: Day) -> None:
    """Her first answer counts, the second comes too late."""
    answers(chloe)
    line = looked_at(paul, day, CHLOE, "En cours, une réponse")
    paul.press(line.get_by_role("link"))
    paul.sees("Terminer le test de Collet Chloé ?")
    paul.press("Terminer le test")
    expect(line).to_contain_text("Terminé")
    answers(chloe)
    chloe.sees("Le surveillant a mis fin à votre test")


def is_cut(bao: Visitor, paul: Visitor, day: Day, open_browser: OpenBrowser) -> None:
    """The line first: his answer leaves when it is back. Then the computer: he goes on from another one, let in."""
    answers(bao)
    bao.start_if_timed()
    fills(bao)
    bao.page.context.set_offline(True)
    bao.button("Je valide").click()
    expect(bao.page.locator("#attente")).to_contain_text("Réponse en attente d’envoi")
    looks(bao, "certification-offline")
    bao.mark()
    bao.page.context.set_offline(False)  # nobody presses anything
    bao.wait_for_the_next_page()
    bao.sees("Question 3 sur 32")
    asked = bao.challenge
    bao.page.context.close()

    bao = open_browser()
    bao.open("/connexion?suite=/certifications")
    bao.sign_in(login_of(BAO[0]))
    bao.press("Reprendre mon test")
    bao.sees("Votre test est en pause")
    line = looked_at(paul, day, BAO, "Demande à reprendre")
    paul.press(line.get_by_role("button").first)
    expect(line).to_contain_text("En cours, 2 réponses")
    bao.page.evaluate(TIME_PASSES)
    expect(bao.page.locator("form[data-challenge]")).to_be_visible()
    assert bao.challenge == asked
    answers(bao)
    bao.sees("Question 4 sur 32")


def goes_on_to_the_last_question(ana: Visitor, day: Day, class_room: ThreadPoolExecutor) -> None:
    """Not drawn one by one: with her session, over HTTP, but for the last."""
    cookies = {str(one.get("name")): str(one.get("value")) for one in ana.page.context.cookies()}
    class_room.submit(asyncio.run, answers_but_one(day, ana.path, cookies)).result(60)
    ana.page.reload()
    ana.sees("Question 32 sur 32")
    answers(ana)


def finalises(nadia: Visitor, day: Day) -> None:
    """Why two tests stopped, a suspicion, the rest; what is missing is said first."""
    nadia.open(f"{day.page}/finalisation/{day.candidate(FRAUD)}")
    nadia.page.select_option("#code", "C6")
    nadia.press("Ajouter")
    nadia.open(f"{day.page}/finalisation")
    nadia.press("Finaliser la session")
    nadia.sees("Dites pourquoi le test de Bao Berthier s’est arrêté")
    looks(nadia, "centre-finalisation")
    for name, reason in ((BAO, "technical"), (CHLOE, "candidate")):
        [(test,)] = day.served.rows("SELECT id FROM certification_test WHERE candidate = ?", day.candidate(name))
        nadia.page.check(f'input[name="reason-{test}"][value="{reason}"]')
    for question in ("incident", "joining"):
        nadia.page.check(f'input[name="{question}"][value="no"]')
    nadia.page.check("#sure")
    nadia.press("Finaliser la session")
    nadia.sees("Session finalisée le")


def judges(ada: Visitor, day: Day) -> None:
    """One is a fraud; the rest is published."""
    ada.open(f"/connexion?suite=/admin/certifications/{day.session}")
    ada.sign_in(OFFICER)
    looks(ada, "jury-session")
    ada.press(" ".join(reversed(FRAUD)))
    ada.sees("Rien n’a été modifié depuis l’épreuve")
    looks(ada, "jury-test")
    ada.press("Rejeter pour fraude…")
    ada.page.check("#sure")
    ada.press("Rejeter pour fraude")
    ada.sees("Rejetée pour fraude par le jury.")
    ada.open(f"/admin/certifications/{day.session}")
    ada.page.check("#sure")  # the report of the centre is not dealt with
    ada.press("Publier les résultats")
    ada.sees("Résultats publiés le")


def sees_her_result(ana: Visitor, open_browser: OpenBrowser) -> None:
    """Her certificate, on paper; who scans it sees the same, without account."""
    ana.open("/mes-certifications")
    ana.sees("Obtenue")
    ana.press(ana.page.get_by_role("link", name="Voir le certificat"))
    ana.sees("Ana Abadie")
    looks(ana, "certificate")
    pdf = downloaded(ana, ana.button("Télécharger le certificat (PDF)"))
    (address,) = scanned_page(pdf)
    stranger = open_browser(viewport=PHONE)
    assert stranger.open(address) == 200
    stranger.sees("Ana Abadie")
    looks(stranger, "certificate-verified")


def answers(visitor: Visitor) -> None:
    """Right, or passed when it is to be done in an environment."""
    visitor.start_if_timed()
    if visitor.challenge in visitor.served.answers:
        visitor.answer(visitor.right())
    else:
        visitor.press("Je passe")


def fills(visitor: Visitor) -> None:
    """An answer, not sent."""
    while visitor.challenge not in visitor.served.answers:
        visitor.press("Je passe")
    visitor.fill(visitor.right())


def looked_at(paul: Visitor, day: Day, name: tuple[str, str], says: str) -> Locator:
    """The line of a candidate, once the list has asked for itself."""
    line = paul.page.locator(f"#candidate-{day.candidate(name)}")
    paul.page.evaluate(TIME_PASSES)
    expect(line).to_contain_text(says)
    return line


def looks(visitor: Visitor, name: str) -> None:
    """Nothing is wider than the screen, on a telephone or on a computer; a picture of both."""
    before = visitor.page.viewport_size
    for size in (PHONE, DESKTOP):
        visitor.page.set_viewport_size(size)  # type: ignore[arg-type]
        assert not visitor.page.evaluate(WIDER), f"{name} is wider than {size['width']} pixels"
        visitor.picture(f"{name}-{size['width']}")
    visitor.page.set_viewport_size(before)  # type: ignore[arg-type]


def downloaded(visitor: Visitor, link: Locator) -> bytes:
    with visitor.page.expect_download() as waiting:
        link.click()
    return Path(waiting.value.path()).read_bytes()


def completed(sheet: bytes) -> bytes:
    """The sheet of the candidates, with their birth."""
    headings, *lines = read_sheet(sheet)
    file = io.BytesIO()
    book = OdsWorkbook(file)
    book.begin(Sheet("Candidats", tuple(map(Heading, headings))))
    book.rows([[*line[:2], f"{BORN:%d/%m/%Y}", "F", "", "67000", "Strasbourg", "France"] for line in lines])
    book.close()
    return file.getvalue()


async def the_others(day: Day) -> list[Pupil]:
    """Sixteen of the class: they join, wait for the invigilator, answer everything."""
    pupils = [pupil_of(day, name) for name in OTHERS]
    await asyncio.gather(*(takes_part(one, day) for one in pupils))
    return pupils


async def answers_but_one(day: Day, path: str, cookies: dict[str, str]) -> None:
    pupil = pupil_of(day, ANA, cookies)
    async with pupil.client:
        pupil.url = path
        await pupil.opens()
        await pupil.answers_on(28)


def pupil_of(day: Day, name: tuple[str, str], cookies: dict[str, str] | None = None) -> Pupil:
    headers = {"Origin": day.served.url}
    client = httpx.AsyncClient(base_url=day.served.url, headers=headers, cookies=cookies, timeout=60)
    return Pupil(client, login_of(name[0]), *name, BORN, day.served.answers)


async def takes_part(pupil: Pupil, day: Day) -> None:
    async with pupil.client:
        await pupil.signs_in()
        await pupil.joins(day.session)
        while not day.open.is_set():
            await asyncio.sleep(0.05)
        await pupil.begins(day.code)
        await pupil.answers_on()


def the_others_are_done(others: Future[list[Pupil]]) -> None:
    for one in others.result(60):
        assert len(one.asked) == 32
        assert "Test terminé" in one.html
