"""`/api`: for programs of partners alone, without a cookie. Described in README.md."""

from __future__ import annotations

import msgspec
from litestar import Controller, Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.types import ControllerRouterHandler

from app.accounts import audit
from app.certification.certificates.codes import read_code
from app.certification.interfaces import clients, limits, queries, tokens
from app.certification.interfaces.answers import SchoolPage, for_admissions, for_school
from app.certification.interfaces.clients import Client
from app.certification.interfaces.guards import reads
from app.certification.interfaces.problems import HANDLERS, NO_STORE, PREFIX, Problem
from app.certification.interfaces.scopes import ADMISSIONS, SCHOOL_REPORTS, written
from app.certification.interfaces.token_requests import granted, read_request, wrong_client
from app.lib.clock import now
from app.lib.row_ids import row_id
from app.organisations.requests.establishments import establishment_number
from app.persistence.transactions import write_transaction
from app.settings import settings
from app.web.forms import Form, parse_form, read_form
from app.web.pages import AnyRequest

JSON = "application/json"
USUAL, MOST = 100, 500
"""Certifications on a page."""
LENGTH_OF_UAI = 8


class TokenController(Controller):
    """OAuth 2.0, client credentials (RFC 6749, section 4.4)."""

    path = "/token"
    opt = {"public": True, "for_programs": True}  # noqa: RUF012 (Litestar's way)

    @post(status_code=200, media_type=JSON)
    async def issue(self, request: AnyRequest) -> Response[bytes]:
        """A token for an hour."""
        at = now()
        asked = read_request((await read_form(request)).raw, request.headers.get("authorization", ""))
        wait = limits.seconds_to_wait(f"token {asked.client_id[:40]}", limits.MOST_TOKENS, at)
        if wait:
            raise Problem(429, f"At most {limits.MOST_TOKENS} tokens a minute.", {"Retry-After": str(wait)})
        client = await clients.recognise(asked.client_id, asked.secret, at)
        if client is None:
            raise wrong_client()
        scopes = granted(asked.scopes, client.scopes)
        return _json(
            {
                "access_token": tokens.issue(client.id, scopes, at),
                "token_type": "Bearer",
                "expires_in": int(tokens.LIFE.total_seconds()),
                "scope": written(scopes),
            }
        )


class SchoolReportsController(Controller):
    """For the school reports of secondary schools (LSU, LSL)."""

    path = "/livret-scolaire/etablissements/{uai:str}/certifications"
    dependencies = {"client": Provide(reads(SCHOOL_REPORTS))}  # noqa: RUF012

    @get(media_type=JSON)
    async def read(self, request: AnyRequest, client: NamedDependency[Client], uai: FromPath[str]) -> Response[bytes]:
        """A page of the certifications of a school's pupils."""
        number = establishment_number(uai)
        if number is None or len(number) != LENGTH_OF_UAI:
            raise Problem(400, "A UAI has seven digits and a letter.")
        after, limit = _slice(parse_form(request.scope["query_string"]))
        if not await queries.is_school(number):
            raise Problem(404, "No school has this UAI here.")
        found = await queries.certifications_of_school(number, after, limit + 1)
        shown = found[:limit]
        await _note(client, SCHOOL_REPORTS, "establishment", number, len(shown))
        path = f"{settings().base_url}{PREFIX}/livret-scolaire/etablissements/{number}/certifications"
        following = f"{path}?after={shown[-1].id}&limit={limit}" if len(found) > limit else None
        return _json(SchoolPage(number, [for_school(one) for one in shown], following))


class AdmissionsController(Controller):
    """For Parcoursup."""

    path = "/parcoursup/certifications"
    dependencies = {"client": Provide(reads(ADMISSIONS))}  # noqa: RUF012

    @get(media_type=JSON)
    async def read(self, request: AnyRequest, client: NamedDependency[Client]) -> Response[bytes]:
        """The certification of an applicant."""
        query = parse_form(request.scope["query_string"])
        found = await _asked(query)
        await _note(client, ADMISSIONS, "certification", found.id if found else "–", 1 if found else 0)
        if found is None:
            raise Problem(404, "No published certification answers to this.")
        return _json(for_admissions(found))


ROUTES: list[ControllerRouterHandler] = [
    Router(
        PREFIX,
        route_handlers=[TokenController, SchoolReportsController, AdmissionsController],
        exception_handlers=HANDLERS,
    )
]


def _slice(query: Form) -> tuple[int, int]:
    """After which number, and how many."""
    after, limit = query.text("after") or "0", query.text("limit") or str(USUAL)
    if after != "0" and not row_id(after):
        raise Problem(400, "after is the number of a certification.")
    if not 0 < row_id(limit) <= MOST:
        raise Problem(400, f"limit goes from 1 to {MOST}.")
    return row_id(after), row_id(limit)


async def _asked(query: Form) -> queries.Certification | None:
    """By its code and the names it is in. Raises Problem.

    By a national number, nobody: pupils are not imported with theirs. Saying « not found » would be read as « she has
    no certification ».
    """
    if query.text("ine"):
        raise Problem(501, "No INE is known here yet: send verificationCode, firstName and lastName.")
    typed, first_name, last_name = query.text("verificationCode"), query.text("firstName"), query.text("lastName")
    if not (typed and first_name and last_name):
        raise Problem(400, "Send verificationCode, firstName and lastName.")
    code = read_code(typed)
    return await queries.certification_by_code(code, first_name, last_name) if code else None


async def _note(client: Client, scope: str, kind: str, subject: int | str, count: int) -> None:
    """Which program read what, and when."""
    async with write_transaction():
        await audit.record(
            "results.read",
            by=None,
            kind=kind,
            subject=subject,
            at=now(),
            client=client.client_id,
            scope=scope,
            count=count,
        )


def _json(content: object) -> Response[bytes]:
    return Response(msgspec.json.encode(content), media_type=JSON, headers=NO_STORE)
