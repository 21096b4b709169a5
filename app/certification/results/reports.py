"""The categories of what may go wrong in a test. Pure. Source: facts of certification, section A3."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.lib.msgids import N_

ABOUT_CANDIDATES: Final[Mapping[str, str]] = {
    "C1": N_("Nom, prénom ou date de naissance à corriger"),
    "C2": N_("Temps majoré absent ou à corriger"),
    "C4": N_("Problème de signature"),
    "C6": N_("Suspicion de fraude"),
    "C7": N_("Incident technique, qui n’a pas bloqué le test"),
    "C8": N_("Incident lié au candidat, qui n’a pas bloqué le test"),
    "A2": N_("Autre problème"),
}
ABOUT_QUESTIONS: Final[Mapping[str, str]] = {
    "E1": N_("Image absente ou illisible"),
    "E2": N_("Simulateur ou application qui ne marche pas"),
    "E3": N_("Fichier qui ne s’ouvre pas"),
    "E4": N_("Site indisponible"),
    "E5": N_("Site bloqué par l’établissement"),
    "E8": N_("Temps majoré dépassé sur une question chronométrée"),
    "E9": N_("Logiciel manquant sur l’ordinateur"),
    "E10": N_("Page quittée malgré elle, sur une question à faire sans la quitter"),
    "E11": N_("Page d’erreur de la plateforme"),
    "E12": N_("Problème d’accessibilité"),
}
CATEGORIES: Final[Mapping[str, str]] = {**ABOUT_CANDIDATES, **ABOUT_QUESTIONS}
"""Those offered, by code."""
NEEDS_TEXT: Final = frozenset({"C1", "C2", "C4", "C7", "C8", "A2"})
HARMLESS: Final = frozenset({"C2", "C4", "C7", "C8"})
MOST_QUESTION = 500


def is_impactful(code: str) -> bool:
    """Whether the result may depend on it."""
    return code not in HARMLESS
