"""The columns of the file: those of a session, then those of a candidate, which are the sheet's. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.certification.mass_import.problems import Problem, Problems
from app.certification.sheet.columns import Translate, columns_of, heading_form, places_of
from app.lib.csv_export import BOM, line
from app.lib.msgids import N_


@dataclass(frozen=True)
class Column:
    """One column: its key in the errors, its title, and what is written there."""

    key: str
    heading: str
    needed: str
    """A message id."""
    hint: str
    """A message id."""


MOST_TITLES = 200
"""Ours, those of somebody's own sheet, and empty ones; reading a million of them would take ten seconds."""
_NEW = N_("Pour une nouvelle session")
_YES, _NO = N_("Oui"), N_("Non")
_FRENCH = N_("Si né en France")
_WITHOUT_CODE = N_("Sans code Insee")

OF_SESSIONS: tuple[Column, ...] = (
    Column(
        "number",
        N_("Numéro de session"),
        _NO,
        N_("Celui d’une session déjà créée, pour y ajouter des candidats. Ses autres cellules restent alors vides."),
    ),
    Column("site", N_("Nom du site"), _NEW, N_("Exemple : Université Blaison, bâtiment C")),
    Column("room", N_("Salle"), _NEW, N_("Exemple : Salle 204")),
    Column("date", N_("Date de début (JJ/MM/AAAA)"), _NEW, N_("Pas encore passée. Exemple : 27/11/2026")),
    Column("time", N_("Heure de début (HH:MM)"), _NEW, N_("Heure de Paris. Exemple : 15:30")),
    Column("examiners", N_("Surveillant(s)"), _NEW, N_("Prénom et nom. Exemple : Élise Villo, Karim Haddad")),
    Column("description", N_("Observations"), _NO, N_("Pour votre équipe : 2 000 caractères au plus.")),
)
_OF_CANDIDATES: Mapping[str, tuple[str, str]] = {
    "last_name": (_YES, N_("Comme sur la pièce d’identité.")),
    "first_name": (_YES, N_("Comme sur la pièce d’identité.")),
    "birthdate": (_YES, N_("Exemple : 23/06/2005")),
    "sex": (_YES, N_("F ou M")),
    "insee_code": (_FRENCH, N_("Celui de la commune, ou bien son code postal et son nom. Exemples : 51454, 2A004")),
    "postal_code": (_WITHOUT_CODE, N_("Né en France seulement. Exemple : 51100")),
    "city": (_WITHOUT_CODE, N_("Exemples : Reims, Izmir")),
    "country": (_YES, N_("En français. Exemple : France")),
    "results_email": (_NO, N_("Qui a demandé la certification et recevra les résultats.")),
    "email": (_NO, N_("Pour votre propre convocation : Pix n’écrit pas à cette adresse.")),
    "external_id": (_NO, N_("Numéro d’étudiant, matricule.")),
    "extra_time": (_NO, N_("En pour cent. Exemple : 33")),
    "adjusted": (_NO, N_("« oui » : seulement des questions accessibles.")),
    "billing": (_YES, N_("gratuite, payante ou prépayée")),
    "prepayment_code": (N_("Si prépayée"), N_("Celui que Pix vous a donné.")),
}
"""By key: whether it is needed, and what is written there."""


def of_candidates(*, school: bool) -> Sequence[Column]:
    return [Column(one.key, one.heading, *_OF_CANDIDATES[one.key]) for one in columns_of(school=school)]


ALL: tuple[Column, ...] = (*OF_SESSIONS, *of_candidates(school=False))
HEADINGS: Mapping[str, str] = {one.key: one.heading for one in ALL}


def model(translate: Translate, *, school: bool) -> str:
    """The file to fill in: its titles, as spreadsheets open them."""
    return BOM + line(translate(one.heading) for one in (*OF_SESSIONS, *of_candidates(school=school)))


def read_titles(
    titles: Sequence[str], translators: Sequence[Translate], problems: Problems, *, school: bool
) -> dict[str, int]:
    """Where each column is, by key, whatever their order; a needed one that misses, or one that nobody knows, is told.

    A column that is never needed may miss, but a title that is written must be understood: what is under it would be
    lost without a word.
    """
    titles, beyond = titles[:MOST_TITLES], titles[MOST_TITLES:]
    places = {} if any(title.strip() for title in beyond) else places_of(titles, ALL, translators)
    if not places:
        problems.block(Problem(1, "", "FILE_TITLES", N_("La première ligne n’a pas les titres du modèle")))
        return places
    known = {heading_form(translate(one.heading)) for one in ALL for translate in translators}
    for place, title in enumerate(titles):
        if not heading_form(title) or place in places.values():
            continue
        values = {"title": " ".join(title.split())[:60]}
        if heading_form(title) in known:
            words = N_("La colonne « %(title)s » est là deux fois")
            problems.block(Problem(1, "", "COLUMN_TWICE", words, values))
        else:
            words = N_("Le modèle n’a pas de colonne « %(title)s »")
            problems.block(Problem(1, "", "COLUMN_UNKNOWN", words, values))
    for one in (*OF_SESSIONS, *of_candidates(school=school)):
        if one.needed != _NO and one.key not in places:
            problems.block(Problem(1, one.heading, "COLUMN_MISSING", N_("Cette colonne manque, ou son titre a changé")))
    return places
