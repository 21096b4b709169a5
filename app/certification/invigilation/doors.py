"""The key of an invigilator: a signed cookie, for one session and one account."""

from __future__ import annotations

import hmac
from typing import Any

from litestar import Request
from litestar.datastructures import Cookie

from app.accounts.guards import signed_in
from app.certification.invigilation.refusals import WrongPair
from app.certification.tables import CertificationSession
from app.lib.row_ids import row_id
from app.web.cookies import is_secure, sign, unsign
from app.web.errors import SignInNeeded

PURPOSE = "invigilation"
SECONDS = 24 * 3600
"""A day of session; then the password is asked again."""


class KeyNeeded(SignInNeeded):
    """This account has not given the password of this session: `/certif/surveillance` asks for it."""

    step = "/certif/surveillance"


async def open_session(number: str, password: str) -> int:
    """The session of this number, when this is its password. Raises WrongPair."""
    rows = await CertificationSession.raw(
        "SELECT id, invigilator_password FROM certification_session WHERE id = {}", row_id(number)
    )
    known = rows[0]["invigilator_password"] if rows else "-"
    if not hmac.compare_digest(known.encode(), password.encode()) or not rows:
        raise WrongPair
    return int(rows[0]["id"])


def key_cookie(user: int, session: int) -> Cookie:
    """Opens the page of this session to this account, in this browser."""
    return Cookie(
        key=_name(session),
        value=sign(f"{user}:{session}", PURPOSE),
        max_age=SECONDS,
        path=f"/certif/surveillance/{session}",
        secure=is_secure(),
        httponly=True,
        samesite="lax",
    )


def invigilator(request: Request[Any, Any, Any]) -> int:
    """The account that invigilates the session of the address. Raises SignInNeeded or KeyNeeded.

    A session that does not exist is answered like one whose password was not given.
    """
    user, session = signed_in(request), int(request.path_params["session"])
    if unsign(request.cookies.get(_name(session), ""), PURPOSE, SECONDS) != f"{user}:{session}":
        raise KeyNeeded
    return user


def _name(session: int) -> str:
    return f"surveillance-{session}"
