"""What a mass import refuses."""

from __future__ import annotations

from collections.abc import Sequence

from app.certification.mass_import.problems import Problem
from app.lib.msgids import N_
from app.lib.refusals import Refusal


class ImportTooOld(Refusal):
    """Nobody confirmed it in time: what it held is no longer kept."""

    status = 410
    message = N_("Cet import date de plus de deux heures : il n’est plus conservé. Envoyez le fichier à nouveau.")


class ImportOutdated(Refusal):
    """What it would change has changed since the file was read."""

    status = 409
    message = N_("Depuis l’envoi du fichier, une session a changé : rien n’est enregistré.")

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self.problems = problems
