"""What the two tabs of the team share: their figures, one page of the rows, and what has just been done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from litestar import Request

from app.lib.msgids import N_
from app.web.forms import Form, parse_form
from app.web.listing import PAGE, address, number_of, slice_of
from app.web.messages import Message, counted

AnyRequest = Request[Any, Any, Any]
TEAM = "/certif/equipe"
INVITATIONS = f"{TEAM}/invitations"

_DONE = {
    "role": N_("Le rôle est changé."),
    "retrait": N_("Cette personne ne fait plus partie de l'équipe. Ses sessions restent."),
    "annulation": N_("L'invitation est annulée : son lien ne marche plus."),
    "renvoi": N_("L'invitation est renvoyée."),
    "deja": N_("Cette invitation est partie il y a moins d'une minute : laissez-lui le temps d'arriver."),
}
"""What `?fait=` says."""


def tab(request: AnyRequest, rows: Sequence[Any], members: int, waiting: int) -> dict[str, Any]:
    """The context of `certification/team_parts.html` and of a list: `rows` is the whole list, in its order."""
    query = parse_form(request.scope["query_string"])
    part = slice_of(query, len(rows))
    return {
        "members": members,
        "waiting": waiting,
        "rows": rows[part.offset : part.last],
        "part": part,
        "pages": address(request.scope["path"], _kept(query), **{PAGE: ""}),
        "done": _done(query),
    }


def _kept(query: Form) -> Form:
    """Another page of the list has nothing new to say."""
    return Form({name: values for name, values in query.raw.items() if name not in ("fait", "nombre")})


def _done(query: Form) -> Message | None:
    if query.text("fait") == "envoi":
        one, many = N_("L'invitation est envoyée."), N_("%(count)s invitations sont envoyées.")
        return counted(one, many, max(1, number_of(query, "nombre")))
    words = _DONE.get(query.text("fait"))
    return Message(words) if words else None
