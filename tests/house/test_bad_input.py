"""Whatever is sent to whatever form: an answer that is no defect, and nothing wrong in the database."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import httpx
import pytest

from app.accounts.tables import User, UserSession
from app.campaigns.tables import Participation
from app.content.index import ContentIndex
from app.content.reading import read_tree
from app.evaluation import assessments
from app.evaluation.scope import Scope
from app.evaluation.tables import Answer, Assessment, Knowledge, ProblemReport
from app.lib.clock import now
from app.web.cookies import session_cookie_name
from tests.campaigns.conftest import NewOne, new_campaign
from tests.cast import Cast
from tests.conftest import WORLD
from tests.house.routes import PARAMETER, Address, addresses

__all__ = ["new_campaign"]  # a fixture

CODE = "KXMTRB742"
FORMS = [one for one in addresses() if one.method == "POST"]
SIGN_OUT = [one for one in FORMS if one.path.startswith("/deconnexion")]
OTHERS = [one for one in FORMS if one not in SIGN_OUT]
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
FIELDS = """challenge answer answer.un client_token action answers category comment value code external_id suite
first_name last_name email login password current_password terms language save remove useful token""".split()


def every_field(value: str) -> bytes:
    return urlencode(dict.fromkeys(FIELDS, value)).encode()


BODIES: dict[str, tuple[bytes, dict[str, str]]] = {
    "nothing": (b"", {}),
    "an empty form": (b"", FORM),
    "empty fields": (every_field(""), FORM),
    "bytes that are no UTF-8": (b"&".join(f"{name}=".encode() + b"\xff\xfe%ff%c3%28" for name in FIELDS), FORM),
    "half a character": (b"&".join(f"{name}=%ED%A0%80".encode() for name in FIELDS), FORM),
    "100 kB in a field": (urlencode({"answer": "x" * 100_000, "comment": "é" * 20_000}).encode(), FORM),
    "10 kB in each field": (every_field("x" * 10_000), FORM),
    "too much": (b"answer=" + b"x" * 300_000, FORM),
    "thousands of fields": (b"answer=1&" * 5_000, FORM),
    "ids of nothing": (every_field("ch-zzzzzzzz"), FORM),
    "huge numbers": (every_field("9" * 400), FORM),
    "numbers that Python refuses": (every_field("9" * 5_000), FORM),
    "numbers just too large": (every_field(str(2**63)), FORM),
    "negative numbers": (every_field("-1"), FORM),
    "other digits": (every_field("²"), FORM),
    "NUL": (every_field("a\0b"), FORM),
    "tags": (every_field("<script>alert(1)</script>{{ 7 * 7 }}"), FORM),
    "far addresses": (every_field("//ailleurs.example/"), FORM),
    "JSON": (b'{"answer": 1}', {"Content-Type": "application/json"}),
    "text": (b"answer=1", {"Content-Type": "text/plain"}),
    "no such type": (b"answer=1", {"Content-Type": "/;;="}),
    "parts without a boundary": (b"answer=1", {"Content-Type": "multipart/form-data"}),
    "broken parts": (b"--x\r\nanswer", {"Content-Type": "multipart/form-data; boundary=x"}),
    "a file for a field": (
        b'--x\r\nContent-Disposition: form-data; name="answer"; filename="a"\r\n\r\n\0\r\n--x--\r\n',
        {"Content-Type": "multipart/form-data; boundary=x"},
    ),
}
OTHER_SITES = [
    {"Origin": "https://ailleurs.example"},
    {"Origin": "null"},
    {"Origin": ""},
    {"Origin": "https://pix.test.ailleurs.example"},
    {"Origin": "https://pix.test", "Sec-Fetch-Site": "cross-site"},
    {"Origin": "https://pix.test", "Sec-Fetch-Site": "same-site"},
    {"Origin": "https://pix.test", "Sec-Fetch-Site": "none"},
]
VALUES = [
    "",
    " ",
    "9" * 5_000,
    str(2**63),
    "-1",
    "²",
    "1e999",
    "nan",
    "inf",
    "31/02/2026",
    "0",
    "é" * 10_000,
    "\0",
    "\ud800",
]
STRANGE = [
    "-1",
    "0",
    "1.5",
    "9" * 30,
    str(2**31),
    str(2**63),
    "1e3",
    "é",
    "a b",
    "..",
    "%2e%2e",
    "%00",
    "%ff",
    "x" * 3000,
]


@pytest.fixture
async def louise(client: httpx.AsyncClient, world: ContentIndex, cast: Cast, new_campaign: NewOne) -> Louise:
    """Signed in, with a question asked of her and a campaign begun."""
    await new_campaign(CODE, external_id_label="Numéro")
    user = await cast.sign_in(client, "louise")
    scope = Scope("Un parcours", "/accueil", "/mes-parcours", skills=tuple(world.skills))
    assessment = await assessments.start(user, scope, "reference", "fr", now())
    return Louise(client, user, {"assessment": str(assessment), "code": CODE, "slug": "essai"})


class Louise:
    """A learner with her browser, and what must not change behind her back."""

    def __init__(self, client: httpx.AsyncClient, user: int, values: dict[str, str]) -> None:
        self.client = client
        self.user = user
        self.values = values

    def path(self, one: Address) -> str:
        values = {**self.values, "code": "1.1"} if one.path.startswith("/competences") else self.values
        return one.with_values(**values)

    async def facts(self) -> list[Any]:
        """What she is and what she did, as the database has it."""
        person = User.select(User.first_name, User.last_name, User.email, User.password_hash, User.language)
        participations = Participation.select(Participation.external_id, Participation.shared_at)
        asked = Assessment.select(
            Assessment.challenge, Assessment.answers, Assessment.checkpoint_seen, Assessment.state
        )
        return [
            await person.where(User.id == self.user),
            await asked.where(Assessment.id == int(self.values["assessment"])),
            await participations,
            await Answer.count(),
            await Knowledge.count(),
            await ProblemReport.count(),
        ]


def test_there_are_forms() -> None:
    assert len(SIGN_OUT) == 2
    assert len(OTHERS) > 15


@pytest.mark.parametrize("name", BODIES)
async def test_a_bad_body_is_no_defect_and_stores_nothing(louise: Louise, name: str) -> None:
    body, headers = BODIES[name]
    before, wrong = await louise.facts(), []
    for one in OTHERS:
        response = await louise.client.post(louise.path(one), content=body, headers=headers)
        if response.status_code >= 500:
            wrong.append(f"{one}: {response.status_code}")
    assert wrong == []
    assert (await louise.client.get("/mon-compte")).status_code == 200, "she is still signed in"
    after = await louise.facts()
    external_ids = {row["external_id"] for row in after[2]}
    assert not any("\0" in one or len(one) > 255 for one in external_ids)
    del before[2], after[2]  # an identifier is any text
    assert after == before


@pytest.mark.parametrize("name", BODIES)
async def test_a_bad_body_from_a_visitor_is_no_defect(client: httpx.AsyncClient, name: str) -> None:
    body, headers = BODIES[name]
    responses = {
        str(one): await client.post(one.with_values(slug="essai"), content=body, headers=headers) for one in FORMS
    }
    assert {one: response.status_code for one, response in responses.items() if response.status_code >= 500} == {}
    assert await User.count() == 0


@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value[:12]))
def test_every_kind_of_challenge_takes_any_value(value: str) -> None:
    for name, stored in read_tree(WORLD).challenges.items():
        body = stored.body
        fields = {*next(body.right_answers()), "", "nulle-part"}
        for given in ([value], [value] * 3, []):
            for answer in (dict.fromkeys(fields, given), {"nulle-part": given}, {"": given}, {}):
                assert not body.grade(answer).ok, name
                assert all(isinstance(text, str) for text in body.refusal(answer).values()), name


@pytest.mark.parametrize("headers", OTHER_SITES, ids=str)
async def test_a_form_of_another_site_is_refused(louise: Louise, headers: dict[str, str]) -> None:
    before = await louise.facts()
    for one in FORMS:
        response = await louise.client.post(louise.path(one), data={"action": "skip"}, headers=headers)
        assert response.status_code == 403, str(one)
    assert await louise.facts() == before
    assert await UserSession.count() == 1


def strange_paths() -> Iterator[tuple[str, str]]:
    for one in addresses():
        if PARAMETER.search(one.path):
            for value in STRANGE:
                yield one.method, PARAMETER.sub(quote(value, safe="%."), one.path)


async def test_strange_values_in_an_address_are_no_defect(louise: Louise) -> None:
    before, wrong = await louise.facts(), []
    for method, path in strange_paths():
        response = await louise.client.request(method, path)
        if response.status_code >= 500:
            wrong.append(f"{method} {path[:80]}: {response.status_code}")
    assert wrong == []
    assert await louise.facts() == before


@pytest.mark.parametrize(
    "query", ["suite=//ailleurs.example", "suite=%ff%00", "page=" + "9" * 400, "challenge[]=1&=&&=", "%"]
)
async def test_strange_queries_are_no_defect(louise: Louise, query: str) -> None:
    for one in addresses():
        if one.method == "GET":
            response = await louise.client.get(f"{louise.path(one)}?{query}")
            assert response.status_code < 500, str(one)
            assert stays_here(response.headers.get("location", "/")), str(one)


def stays_here(location: str) -> bool:
    """Whether a redirection, and the page it will lead to afterwards, are pages of ours."""
    parts = urlsplit(location)
    after = parse_qs(parts.query).get("suite", ["/"])[0]
    return not parts.netloc and after.startswith("/") and not after.startswith("//")


async def test_a_tampered_cookie_is_nobody(louise: Louise) -> None:
    name = session_cookie_name()
    good = louise.client.cookies[name]
    before = await louise.facts()
    for bad in (
        good[:-10] + good[-10:][::-1],
        "A" + good[1:],
        good.rsplit(".", 1)[0],
        "x" * 5000,
        "é",
        '""',
        ".",
    ):
        for one in OTHERS:
            headers = {"Cookie": f"{name}={quote(bad)}"}
            response = await httpx_without_cookies(louise).post(louise.path(one), headers=headers)
            assert response.status_code < 500, (str(one), bad[:40])
            if not one.is_public:
                assert response.headers["location"].startswith("/connexion"), (str(one), bad[:40])
    assert await louise.facts() == before


def httpx_without_cookies(louise: Louise) -> httpx.AsyncClient:
    louise.client.cookies.clear()
    return louise.client


async def test_what_is_somebody_elses_does_not_exist(louise: Louise, open_client: Any, cast: Cast) -> None:
    stranger = open_client()
    await cast.sign_in(stranger, "karim")
    before = await louise.facts()
    for one in addresses():
        if "{assessment}" in one.path:
            response = await stranger.request(one.method, louise.path(one), data={"answers": "5", "action": "skip"})
            assert response.status_code == 404, str(one)
    assert await louise.facts() == before
