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
ABOUT_TESTS: Final[Mapping[str, str]] = {"A1": N_("Plus de question à poser : le test s’est arrêté avant sa fin")}
"""What the service reports by itself."""
CATEGORIES: Final[Mapping[str, str]] = {**ABOUT_CANDIDATES, **ABOUT_QUESTIONS}
"""Those offered, by code."""
WORDS: Final[Mapping[str, str]] = {**CATEGORIES, **ABOUT_TESTS}
NEEDS_TEXT: Final = frozenset({"C1", "C2", "C4", "C7", "C8", "A2"})
HARMLESS: Final = frozenset({"C2", "C4", "C7", "C8"})
MOST_QUESTION = 500
RESOLUTIONS: Final[Mapping[str, str]] = {
    "on_the_day": N_(
        "Réglé pendant l’épreuve : le surveillant a répondu, la question a été remplacée s’il le fallait."
    ),
    "neutralised": N_("Par les règles : la question ne compte pas."),
    "accepted": N_("Par les règles : la question compte comme réussie."),
    "answer_was_right": N_("Sans effet : la réponse était juste."),
    "not_concerned": N_("Sans effet : cette question n’a rien de ce qui est signalé."),
    "no_such_question": N_("Sans effet : le test n’a pas de question de ce numéro."),
    "nothing_to_do": N_("Sans effet : la page n’a pas été quittée sur cette question."),
    "by_jury": N_("Lu par le jury."),
}
"""How a report was resolved by the rules, by key; what an officer wrote is no key."""


def is_impactful(code: str) -> bool:
    """Whether the result may depend on it."""
    return code not in HARMLESS
