"""What a global level means, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.lib.msgids import N_

_NOVICE = N_("Réalise des actions simples et courantes, et commence à se débrouiller sans aide.")
_INDEPENDENT = N_("Réalise en autonomie des tâches courantes, et adapte ses méthodes à des situations nouvelles.")
_ADVANCED = N_("Met en place des usages complexes, choisit ses outils et aide les autres à utiliser les leurs.")
_EXPERT = N_("Maîtrise des usages avancés, invente des solutions et guide les choix des autres.")
MEANINGS: Final[Mapping[int, str]] = {
    1: _NOVICE, 2: _NOVICE, 3: _INDEPENDENT, 4: _INDEPENDENT, 5: _ADVANCED, 6: _ADVANCED, 7: _EXPERT, 8: _EXPERT
}  # fmt: skip
"""By global level, from the first."""
