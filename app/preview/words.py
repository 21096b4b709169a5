"""What authors' words are called on the screen (French msgids)."""

from __future__ import annotations

from collections.abc import Mapping

from app.lib.msgids import N_

KINDS: Mapping[str, str] = {
    "single_choice": N_("Choix unique"),
    "multiple_choice": N_("Choix multiple"),
    "text": N_("Texte court"),
    "number": N_("Nombre"),
    "date": N_("Date"),
    "long_text": N_("Texte long"),
    "fields": N_("Plusieurs champs"),
    "fields_any_order": N_("Champs dans n’importe quel ordre"),
    "dropdowns": N_("Listes dans un texte"),
    "ordering": N_("Remise en ordre"),
    "matching": N_("Association"),
    "environment": N_("Environnement"),
}
STATUSES: Mapping[str, str] = {"active": N_("Active"), "draft": N_("Brouillon"), "retired": N_("Retirée")}
MARKS: Mapping[str, str] = {
    "sight": N_("Vue nécessaire"),
    "colour": N_("Couleurs nécessaires"),
    "sound": N_("Son nécessaire"),
    "pointing": N_("Pointage fin"),
    "computer": N_("Ordinateur"),
}
CHANGES: Mapping[str, str] = {"added": N_("Ajoutée"), "changed": N_("Modifiée"), "deleted": N_("Supprimée")}
EVERYTHING: Mapping[str, Mapping[str, str]] = {"kind": KINDS, "status": STATUSES, "mark": MARKS, "change": CHANGES}
