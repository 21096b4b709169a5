"""What the list of sessions is asked for, by its address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.certification.results.queries import Queue
from app.lib.msgids import N_
from app.lib.row_ids import row_id
from app.lib.typed_dates import read_date
from app.web.forms import Errors, Form

WhoseSession = Literal["", "moi", "personne"]
QUEUES: Mapping[str, Queue] = {"": "to_publish", "action": "action_required", "publiees": "published"}
"""By the word of the address."""
OFFICERS: Mapping[WhoseSession, str] = {"moi": N_("Les miennes"), "personne": N_("Sans personne")}
LONGEST = 100


@dataclass(frozen=True)
class Wanted:
    """0, empty or None: whatever it is. Both days are included."""

    queue: Queue = "to_publish"
    number: int = 0
    centre: str = ""
    since: date | None = None
    until: date | None = None
    officer: WhoseSession = ""

    @property
    def filters(self) -> bool:
        return bool(self.number or self.centre or self.since or self.until or self.officer)


def read_wanted(query: Form) -> tuple[Wanted, Errors]:
    """What the address asks for; a number or a date that is none is said, other nonsense is the default."""
    errors, typed = Errors(), query.text("numero")
    wanted = Wanted(
        queue=QUEUES.get(query.text("etat"), "to_publish"),
        number=row_id(typed),
        centre=query.text("centre")[:LONGEST],
        since=read_date(query.text("du")),
        until=read_date(query.text("au")),
        officer=next((one for one in OFFICERS if one == query.text("responsable")), ""),
    )
    if typed and not wanted.number:
        errors.add("numero", N_("Indiquez un numéro de session, en chiffres"))
    for name, read in (("du", wanted.since), ("au", wanted.until)):
        if query.text(name) and read is None:
            errors.add(name, N_("Indiquez une date. Exemple : 21/11/2026"))
    if wanted.since and wanted.until and wanted.until < wanted.since:
        errors.add("au", N_("La fin vient après le début"))
    return wanted, errors
