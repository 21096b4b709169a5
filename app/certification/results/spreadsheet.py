"""The results of a session, as a sheet for its centre. Pure. Source of the columns: facts of certification, A3."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from app.certification.results.outcomes import LEVELS, Outcome
from app.certification.results.queries import FinalizedSession, TakenTest
from app.lib.csv_export import BOM, Value, line
from app.lib.msgids import N_

STATUSES = {"validated": N_("Validée"), "rejected": N_("Rejetée"), "cancelled": N_("Annulée"), "error": N_("En erreur")}
NOTHING = "–"
"""An en dash: a hyphen would be taken for the beginning of a formula."""
_BEFORE = (
    N_("Numéro de certification"), N_("Prénom"), N_("Nom de naissance"), N_("Date de naissance"),
    N_("Ville de naissance"), N_("Identifiant externe"), N_("Statut"), N_("Niveau global"), N_("Score en pix"),
)  # fmt: skip
_AFTER = (N_("Session"), N_("Centre de certification"), N_("Date du test"))

Translate = Callable[[str], str]


def results_sheet(
    session: FinalizedSession, codes: Sequence[str], translate: Translate, shown_date: Callable[[object], str]
) -> str:
    """A line for each test. `codes`: of the competences, in order. Only for a session that is published."""
    lines: list[Iterable[Value]] = [[*map(translate, _BEFORE), *codes, *map(translate, _AFTER)]]
    for one in session.tests:
        lines.append(
            [
                *_who(one, shown_date),
                *_what(one.outcome, translate),
                *(_level(one.outcome, code) for code in codes),
                session.id,
                session.centre,
                shown_date(one.started_at),
            ]
        )
    return BOM + "".join(map(line, lines))


def _who(test: TakenTest, shown_date: Callable[[object], str]) -> list[Value]:
    born = shown_date(test.birthdate) if test.birthdate else ""
    return [test.id, test.first_name, test.last_name, born, test.birth_city, test.external_id]


def _what(outcome: Outcome | None, translate: Translate) -> list[Value]:
    """Its status, level and score: no score when it is cancelled or in error, 0 when it is rejected."""
    if outcome is None:
        return [NOTHING, NOTHING, NOTHING]
    status = translate(STATUSES[outcome.status])
    if outcome.status == "validated":
        return [status, translate(LEVELS[outcome.level]), outcome.score]
    return [status, NOTHING, 0 if outcome.status == "rejected" else NOTHING]


def _level(outcome: Outcome | None, code: str) -> Value:
    if outcome is None or outcome.status != "validated" or code not in outcome.levels:
        return NOTHING
    return max(0, outcome.levels[code])
