"""What keeps a session from being finalised."""

from __future__ import annotations

from app.lib.msgids import N_
from app.lib.refusals import Refusal


class NobodyStarted(Refusal):
    """No candidate began a test."""

    status = 409
    message = N_("Aucun candidat n’a commencé son test : il n’y a rien à finaliser.")


class ReasonMissing(Refusal):
    """A test was not finished, and nobody says why."""

    status = 409
    message = N_("Dites pourquoi chaque test non terminé s’est arrêté.")

    def __init__(self, tests: tuple[int, ...]) -> None:
        super().__init__()
        self.tests = tests


class AlreadyFinalized(Refusal):
    """Nothing is added to it any more."""

    status = 409
    message = N_("Cette session est finalisée : les signalements ne changent plus.")
