"""What the pages of a team share: their answer, the tabs, one page of the rows, and what has just been done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import SkipValidation

from app.lib.msgids import N_
from app.organisations.members import AtWork
from app.organisations.spaces import Space
from app.web.forms import Form, parse_form
from app.web.listing import PAGE, address, number_of, slice_of
from app.web.messages import Message, counted
from app.web.pages import AnyRequest, page

TheSpace: TypeAlias = NamedDependency[Space]
TheMember: TypeAlias = NamedDependency[SkipValidation[AtWork]]
"""Whoever the guard of the space lets in; Litestar would have no dataclass but the one that is named."""

_DONE = {
    "role": N_("Le rôle est changé."),
    "annulation": N_("L'invitation est annulée : son lien ne marche plus."),
    "renvoi": N_("L'invitation est renvoyée."),
    "deja": N_("Cette invitation est partie il y a moins d'une minute : laissez-lui le temps d'arriver."),
}
"""What `?fait=` says."""


def team_page(
    request: AnyRequest, space: Space, member: AtWork, name: str, *, status_code: int = 200, **context: Any
) -> Response[bytes]:
    """`page()` with what the layout of the space shows: who works here, and where else she may."""
    return page(request, name, status_code=status_code, space=space, member=member, **context)


def tab(request: AnyRequest, space: Space, rows: Sequence[Any], members: int, waiting: int) -> dict[str, Any]:
    """The context of `team/parts.html` and of a list: `rows` is the whole list, in its order."""
    query = parse_form(request.scope["query_string"])
    part = slice_of(query, len(rows))
    return {
        "members": members,
        "waiting": waiting,
        "rows": rows[part.offset : part.last],
        "part": part,
        "pages": address(request.scope["path"], _kept(query), **{PAGE: ""}),
        "done": _done(space, query),
    }


def _kept(query: Form) -> Form:
    """Another page of the list has nothing new to say."""
    return Form({name: values for name, values in query.raw.items() if name not in ("fait", "nombre")})


def _done(space: Space, query: Form) -> Message | None:
    if query.text("fait") == "envoi":
        one, many = N_("L'invitation est envoyée."), N_("%(count)s invitations sont envoyées.")
        return counted(one, many, max(1, number_of(query, "nombre")))
    words = {**_DONE, "retrait": space.words.removed}.get(query.text("fait"))
    return Message(words) if words else None
