"""What the documents of a session all say of it, in the language of who prints them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.certification.sessions.queries import TeamSession
from app.lib.msgids import N_
from app.lib.pdf.letters import cut
from app.lib.typography import french_spaces
from app.web.formats import date_filter, time_filter
from app.web.languages import translator

LONGEST_EXAMINERS = 40
LONGEST_PLACE = 60


@dataclass(frozen=True)
class Words:
    """Messages and dates in one language."""

    language: str

    def __call__(self, text: str, **params: Any) -> str:
        """A message id, translated."""
        words = translator(self.language)(text)
        return words % params if params else words

    def head_of(self, session: TeamSession) -> dict[str, Any]:
        """What the head of `session.typ` shows: which session, when, where, who looks after it."""
        pairs = (
            (N_("Session"), str(session.id)),
            (N_("Date"), self.day(session.starts_at)),
            (N_("Heure locale de début"), self.hour(session.starts_at)),
            (N_("Site"), cut(self.shown(session.site), LONGEST_PLACE)),
            (N_("Salle"), cut(self.shown(session.room), LONGEST_PLACE)),
            (N_("Surveillant(s)"), cut(self.shown(session.examiners), LONGEST_EXAMINERS)),
        )
        return {
            "words": {"signature": self(N_("Signature du surveillant"))},
            "centre": cut(self.shown(session.member.centre_name), LONGEST_PLACE),
            "pairs": [(self(label), value) for label, value in pairs],
        }

    def day(self, moment: datetime) -> str:
        """26/11/2026, on the clocks of Paris."""
        return date_filter(self.language)(moment, "short")

    def hour(self, moment: datetime) -> str:
        """15 h 30, on the clocks of Paris."""
        return time_filter(self.language)(moment)

    def shown(self, typed: str) -> str:
        """What people wrote, with the spaces that French wants."""
        return french_spaces(typed)
