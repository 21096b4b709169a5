"""What target profiles are for: how they are grouped where one chooses them."""

from __future__ import annotations

from collections.abc import Mapping

from app.lib.msgids import N_

CATEGORIES: Mapping[str, str] = {
    "predefined": N_("Profils cibles prédéfinis"),
    "back_to_school": N_("Parcours de rentrée"),
    "competences": N_("Les seize compétences"),
    "discipline": N_("Disciplines"),
    "subject": N_("Thèmes"),
    "targeted": N_("Publics particuliers"),
    "pix_plus": N_("Pix+"),
    "custom": N_("Profils cibles sur mesure"),
    "other": N_("Autres profils cibles"),
}
"""Code -> words, in the order of lists."""
