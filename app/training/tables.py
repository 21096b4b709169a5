"""Tables of the training: what people keep and like among the tutorials."""

from __future__ import annotations

from piccolo.columns import ForeignKey, Serial, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from app.accounts.tables import User


class SavedTutorial(Table, tablename="saved_tutorial"):
    """A tutorial in someone's list."""

    id: Serial

    user = ForeignKey(User, on_delete=OnDelete.cascade, null=False)
    tutorial = Varchar(length=100)
    skill = Varchar(length=64, default="")
    """What it was kept for; empty when no skill points to it."""
    created_at = Timestamptz(default=None, null=True)


class TutorialVote(Table, tablename="tutorial_vote"):
    """« Tuto utile », said once by someone."""

    id: Serial

    user = ForeignKey(User, on_delete=OnDelete.cascade, null=False)
    tutorial = Varchar(length=100, index=True)
    created_at = Timestamptz(default=None, null=True)


UNIQUE_INDEXES: list[tuple[str, tuple[str, ...]]] = [
    ("saved_tutorial", ("user", "tutorial")),
    ("tutorial_vote", ("user", "tutorial")),
]
