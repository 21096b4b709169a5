"""Tables of the profile: which assessment tests which competence of whom."""

from __future__ import annotations

from piccolo.columns import ForeignKey, Integer, Serial, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from app.accounts.tables import User
from app.evaluation.tables import Assessment


class CompetenceTest(Table, tablename="competence_test"):
    """The latest test of one competence by one person; its assessment says how far it is."""

    id: Serial

    user = ForeignKey(User, on_delete=OnDelete.cascade, null=False)
    competence = Varchar(length=3)
    assessment = ForeignKey(Assessment, on_delete=OnDelete.cascade, null=False)
    state = Varchar(length=10, default="started")
    """started (running or completed: the assessment knows), or reset: as if there had been none."""
    pix_before = Integer(default=0)
    """Pix held in the competence when the test began: what it brought is told at its end."""
    level_before = Integer(default=0)


UNIQUE_INDEXES: list[tuple[str, tuple[str, ...]]] = [("competence_test", ("user", "competence"))]
