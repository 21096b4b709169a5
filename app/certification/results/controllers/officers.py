"""Who is here, and what the address is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, runtime_checkable

from app.certification.results.queries import FinalizedSession, TakenTest, finalized_session
from app.lib.msgids import N_
from app.lib.refusals import NotFound
from app.web.forms import Form
from app.web.messages import Message, counted

LIST = "/certifications"
HERE = "/admin/certifications"
"""The same, as browsers write it."""
DONE, COUNT = "fait", "nombre"
_DONE: Mapping[str, str] = {
    "attribution": N_("La session vous est attribuée."),
    "liberation": N_("La session n’est plus attribuée à personne."),
    "reouverture": N_("La session est rouverte pour son centre : prévenez-le, il doit la finaliser de nouveau."),
    "publication": N_("Les résultats sont publiés."),
    "depublication": N_("Les résultats ne sont plus publiés."),
    "notation": N_("Noté à nouveau."),
    "decision": N_("La décision est enregistrée."),
    "commentaire": N_("Le commentaire est enregistré."),
    "signalement": N_("Le signalement est enregistré."),
    "question": N_("La question est changée, le test est noté à nouveau."),
    "identite": N_("L’identité est corrigée."),
}
"""What `?fait=` says."""


@runtime_checkable
class Officer(Protocol):
    """Who of the service's staff is here."""

    @property
    def user(self) -> int:
        """Her account."""


async def seen_test(session: int, candidate: int) -> tuple[FinalizedSession, TakenTest]:
    """A finalised session, and the test of one of its candidates. Raises NotFound."""
    found = await finalized_session(session)
    for one in found.tests:
        if one.candidate == candidate:
            return found, one
    raise NotFound


def path_of(session: FinalizedSession, test: TakenTest) -> str:
    return f"{HERE}/{session.id}/candidats/{test.candidate}"


def done(query: Form, number: int = 0) -> Message | None:
    """What has just been done. `number`: of sessions published at once."""
    if query.text(DONE) == "publications":
        one, many = N_("Une session est publiée."), N_("%(count)s sessions sont publiées.")
        return counted(one, many, number) if number else Message(N_("Aucune session n’a été publiée."))
    words = _DONE.get(query.text(DONE))
    return Message(words) if words else None
