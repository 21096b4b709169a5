"""Reads for the page of a campaign's participants: the same number of queries for ten or ten thousand of them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.accounts.identity import unaccented
from app.campaigns.followup.activity import Activity, Attempt, activity_of
from app.campaigns.followup.forms import Wanted
from app.campaigns.followup.progression import progressions
from app.campaigns.queries import State
from app.campaigns.tables import Participation
from app.campaigns.team_campaigns import TeamCampaign
from app.web.forms import Form
from app.web.listing import Slice, slice_of

FINISHED = "(p.assessment IS NULL OR a.completed_at IS NOT NULL)"
STATE = f"CASE WHEN p.shared_at IS NOT NULL THEN 'shared' WHEN {FINISHED} THEN 'to_share' ELSE 'started' END"
COUNTED = "p.campaign = {} AND p.deleted_at IS NULL AND NOT p.trial"
CURRENT = f"{COUNTED} AND p.replaced_at IS NULL"
LIST = "FROM participation p LEFT JOIN learner l ON l.id = p.learner LEFT JOIN assessment a ON a.id = p.assessment"
SENDINGS = (
    "FROM participation o WHERE o.campaign = p.campaign AND o.learner = p.learner AND o.shared_at IS NOT NULL"
    " AND o.deleted_at IS NULL AND NOT o.trial"
)
LAST_SENT_ID = f"CASE WHEN p.shared_at IS NOT NULL THEN p.id ELSE (SELECT MAX(o.id) {SENDINGS}) END"
LAST_SENT = f"LEFT JOIN participation s ON s.id = {LAST_SENT_ID}"
COLUMNS: Mapping[str, Sequence[str]] = {
    "nom": ("l.search_name",),
    "identifiant": ("LOWER(p.external_id)",),
    "groupe": ("LOWER(l.group_name)",),
    "statut": (f"CASE WHEN p.shared_at IS NOT NULL THEN 3 WHEN {FINISHED} THEN 2 ELSE 1 END",),
    "resultat": ("s.validated", "s.pix"),
    "envois": (f"(SELECT COUNT(*) {SENDINGS})",),
    "commence": ("p.started_at",),
    "envoye": ("s.shared_at",),
}
"""What a list is sorted by."""
EMPTY: Mapping[str, str] = {
    "identifiant": "p.external_id = ''",
    "groupe": "COALESCE(l.group_name, '') = ''",
    "resultat": "s.id IS NULL",
    "envoye": "s.id IS NULL",
}
"""Who has nothing in a column: last, whichever the order."""


@dataclass(frozen=True)
class Participant:
    """A line of the list: the current attempt of someone, and the results she sent last."""

    id: int
    first_name: str
    last_name: str
    external_id: str
    group: str
    state: State
    started_at: datetime
    percent_done: int
    """99 at most while the test goes on."""
    sent_at: datetime | None
    percent: int | None
    """Mastery sent, of an assessment."""
    pix: int
    certifiable: bool
    sendings: int

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def from_before(self) -> bool:
        """The results shown are those of an earlier sending: another one is under way."""
        return self.sent_at is not None and self.state != "shared"


async def activity(campaign: int) -> Activity:
    """Who is where, and day after day: over all the participants."""
    rows = await Participation.raw(
        f"SELECT p.id, p.learner, {STATE} AS state, p.replaced_at, p.started_at, p.shared_at, a.answered_at {LIST}"
        f" WHERE {COUNTED} ORDER BY p.id",
        campaign,
    )
    return activity_of(
        Attempt(
            # Someone whose learner is gone counts for one.
            learner=row["learner"] if row["learner"] is not None else -row["id"],
            state=row["state"],
            replaced=row["replaced_at"] is not None,
            started_at=row["started_at"],
            shared_at=row["shared_at"],
            moved_at=row["shared_at"] or row["answered_at"] or row["started_at"],
        )
        for row in rows
    )


async def groups_of(campaign: int) -> list[str]:
    """The groups that its participants are in."""
    rows = await Participation.raw(
        f"SELECT DISTINCT l.group_name AS name FROM participation p JOIN learner l ON l.id = p.learner WHERE {CURRENT}"
        " AND l.group_name <> ''",
        campaign,
    )
    return sorted((row["name"] for row in rows), key=natural)


def natural(name: str) -> list[tuple[int, str]]:
    """A key for names with numbers: `TD 2` comes before `TD 10`."""
    words: list[tuple[int, str]] = []
    digits = ""
    for character in [*unaccented(name), ""]:
        if character.isdecimal():
            digits += character
            continue
        if digits:
            words.append((int(digits), ""))
            digits = ""
        words.append((-1, character))
    return words


async def participants(campaign: TeamCampaign, wanted: Wanted, query: Form) -> tuple[list[Participant], Slice]:
    """One page of the participants wanted, in their order."""
    where, values = _where(campaign.id, wanted)
    if wanted.sorting.key in ("prenom", "avancement"):
        ids = await _sorted_here(campaign, wanted, where, values)
        part = slice_of(query, len(ids))
        ids = ids[part.offset : part.last]
    else:
        rows = await Participation.raw(f"SELECT COUNT(*) AS total {LIST} WHERE {where}", *values)
        part = slice_of(query, rows[0]["total"])
        ids = await _sorted_there(wanted, where, values, part)
    return await _lines(campaign, ids), part


async def version(campaign: TeamCampaign, *watched: object) -> str:
    """Changes whenever the page may: something began, was answered, finished, sent, deleted, renamed.

    What learners do elsewhere, which may move their progression too, shows at the next of these.
    """
    rows = await Participation.raw(
        'SELECT COUNT(*) AS n, MAX(p.id) AS last, COUNT(p."user") AS users, COUNT(p.replaced_at) AS replaced,'
        " MAX(p.shared_at) AS shared, COUNT(p.shared_at) AS sharings, MAX(p.deleted_at) AS deleted,"
        " COUNT(p.deleted_at) AS deletions, MAX(a.id) AS test, SUM(a.answers) AS answers,"
        " COUNT(a.completed_at) AS completed, (SELECT MAX(e.id) FROM audit_event e WHERE e.organisation = {}) AS event"
        " FROM participation p LEFT JOIN assessment a ON a.id = p.assessment WHERE p.campaign = {}",
        campaign.member.organisation,
        campaign.id,
    )
    seen = (*rows[0].values(), campaign, *watched)
    return hashlib.sha256(repr(seen).encode()).hexdigest()[:16]


def _where(campaign: int, wanted: Wanted) -> tuple[str, list[Any]]:
    conditions = [CURRENT]
    found: list[Any] = [campaign]
    for word in wanted.searched:
        conditions.append("l.search_name LIKE {} ESCAPE '!'")
        found.append(f"%{_literal(word)}%")
    if wanted.states:
        conditions.append(f"{STATE} IN ({_marks(wanted.states)})")
        found += wanted.states
    if wanted.groups:
        conditions.append(f"l.group_name IN ({_marks(wanted.groups)})")
        found += wanted.groups
    return " AND ".join(conditions), found


async def _sorted_there(wanted: Wanted, where: str, values: Sequence[Any], part: Slice) -> list[int]:
    """Ids of one page, sorted by the database."""
    key, down = wanted.sorting.key, " DESC" if wanted.sorting.descending else ""
    order = [*filter(None, [EMPTY.get(key)]), *(column + down for column in COLUMNS[key]), "l.search_name", "p.id"]
    rows = await Participation.raw(
        f"SELECT p.id {LIST} {LAST_SENT} WHERE {where} ORDER BY {', '.join(order)} LIMIT {{}} OFFSET {{}}",
        *values,
        part.size,
        part.offset,
    )
    return [row["id"] for row in rows]


async def _sorted_here(campaign: TeamCampaign, wanted: Wanted, where: str, values: Sequence[Any]) -> list[int]:
    """Ids of everyone wanted, sorted by what the database cannot: unaccented first names, progressions."""
    rows = await Participation.raw(
        f"SELECT p.id, l.first_name, {STATE} AS state {LIST} WHERE {where} ORDER BY l.search_name, p.id", *values
    )
    if wanted.sorting.key == "prenom":
        keys: dict[int, Any] = {row["id"]: unaccented(row["first_name"] or "") for row in rows}
    else:
        keys = dict.fromkeys((row["id"] for row in rows), 1.0)
        keys |= await progressions(campaign.goal, [row["id"] for row in rows if row["state"] == "started"])
    return sorted(keys, key=lambda one: keys[one], reverse=wanted.sorting.descending)


async def _lines(campaign: TeamCampaign, ids: Sequence[int]) -> list[Participant]:
    if not ids:
        return []
    rows = await Participation.raw(
        f"SELECT p.id, p.external_id, p.started_at, l.first_name, l.last_name, l.group_name, {STATE} AS state,"
        " s.shared_at AS sent_at, s.validated, s.pix, s.certifiable,"
        f" (SELECT COUNT(*) {SENDINGS}) AS sendings {LIST} {LAST_SENT} WHERE p.id IN ({_marks(ids)})",
        *ids,
    )
    done = await progressions(campaign.goal, [row["id"] for row in rows if row["state"] == "started"])
    found = {row["id"]: _participant(row, campaign, done.get(row["id"], 1.0)) for row in rows}
    return [found[one] for one in ids]


def _participant(row: Mapping[str, Any], campaign: TeamCampaign, done: float) -> Participant:
    skills = len(campaign.goal.skills) if campaign.goal else 0
    sent = row["sent_at"] is not None
    return Participant(
        id=row["id"],
        first_name=row["first_name"] or "",
        last_name=row["last_name"] or "",
        external_id=row["external_id"],
        group=row["group_name"] or "",
        state=row["state"],
        started_at=row["started_at"],
        percent_done=min(99, int(100 * done)) if row["state"] == "started" else 100,
        sent_at=row["sent_at"],
        percent=(200 * row["validated"] + skills) // (2 * skills) if sent and skills else None,
        pix=row["pix"] or 0,
        certifiable=bool(row["certifiable"]),
        sendings=row["sendings"],
    )


def _marks(values: Sequence[Any]) -> str:
    return ", ".join(["{}"] * len(values))


def _literal(word: str) -> str:
    """A word to be found as it is written by LIKE … ESCAPE '!'."""
    return word.replace("!", "!!").replace("%", "!%").replace("_", "!_")
