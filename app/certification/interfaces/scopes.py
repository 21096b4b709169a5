"""What a program may read, and how an OAuth request names it (RFC 6749, section 3.3). Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from app.lib.msgids import N_

SCHOOL_REPORTS: Final = "livret-scolaire"
ADMISSIONS: Final = "parcoursup"
SCOPES: Final[Mapping[str, str]] = {
    SCHOOL_REPORTS: N_("Livret scolaire (LSU, LSL) : les certifications des élèves d’un établissement"),
    ADMISSIONS: N_("Parcoursup : la certification d’un candidat, par son INE ou son code de vérification"),
}


def read_scopes(text: str) -> frozenset[str]:
    """The names in a text where spaces separate them, known or not."""
    return frozenset(text.split())


def written(scopes: Iterable[str]) -> str:
    """Back to that text, in a fixed order."""
    return " ".join(sorted(scopes))
