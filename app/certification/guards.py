"""Who may enter Pix Certif: the dependencies of its pages.

dependencies = {"member": Provide(member)}         # anyone of a centre's team
dependencies = {"member": Provide(administrator)}  # its administrators
dependencies = {"seen": Provide(session_seen)}     # path with {session:int}: a session of her centre
dependencies = {"seen": Provide(candidate_seen)}   # path with {session:int} and {candidate:int}
dependencies = {"seen": Provide(import_seen)}      # path with {waiting:int}: a mass import of hers
"""

from __future__ import annotations

from typing import Any

from litestar import Request

from app.accounts.guards import signed_in
from app.certification.candidates.queries import SeenCandidate, team_candidate
from app.certification.mass_import.queries import Waiting, own_import
from app.certification.members import CentreMember, member_of
from app.certification.sessions.queries import TeamSession, team_session
from app.organisations.guards import AdministratorsOnly
from app.web.errors import SignInNeeded


class NoCentre(SignInNeeded):
    """This account works for no centre: `/certif` explains how to get one."""

    step = "/certif"
    noted = True


async def member(request: Request[Any, Any, Any]) -> CentreMember:
    """The member in the centre of the moment. Raises SignInNeeded or NoCentre."""
    found = await member_of(signed_in(request))
    if found is None:
        raise NoCentre
    return found


async def administrator(request: Request[Any, Any, Any]) -> CentreMember:
    """The same, for administrators of the centre. Raises AdministratorsOnly."""
    found = await member(request)
    if not found.is_administrator:
        raise AdministratorsOnly
    return found


async def session_seen(request: Request[Any, Any, Any]) -> TeamSession:
    """The session of the address, through its team: a stranger gets the same 404 as for no session at all."""
    found = await member(request)
    return await team_session(found.user, int(request.path_params["session"]))


async def candidate_seen(request: Request[Any, Any, Any]) -> SeenCandidate:
    """The candidate of the address, in its session. Raises NotFound, for one of another session too."""
    session = await session_seen(request)
    return await team_candidate(session, int(request.path_params["candidate"]))


async def import_seen(request: Request[Any, Any, Any]) -> Waiting:
    """The mass import of the address, for who sent it. Raises NotFound, for a colleague too."""
    found = await member(request)
    return await own_import(found.user, int(request.path_params["waiting"]))
