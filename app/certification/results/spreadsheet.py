"""Published results as a sheet, CSV or ODS. Pure. Source of the columns: facts of certification, A3."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

from app.certification.results.outcomes import LEVELS, Outcome
from app.certification.results.published import PublishedResult
from app.lib import csv_export
from app.lib.csv_export import Mark
from app.lib.msgids import N_
from app.lib.ods import OdsWorkbook
from app.lib.sheets import Cell, Heading, Sheet
from app.web.formats import local_time

STATUSES = {"validated": N_("Validée"), "rejected": N_("Rejetée"), "cancelled": N_("Annulée"), "error": N_("En erreur")}
SHEET, LEGEND = N_("Résultats"), N_("Lire ce fichier")

Translate = Callable[[str], str]
Value = str | int | date | datetime | Mark


@dataclass(frozen=True)
class Column:
    """Its heading, what it means for who opens the file, and its value; message ids, to be translated."""

    heading: str
    meaning: str
    value: Callable[[PublishedResult], Value]
    width: int = 16
    translated: bool = False


@dataclass(frozen=True)
class Words:
    """The language of a file: its messages, and the competences (code and name), in order."""

    translate: Translate
    competences: Sequence[tuple[str, str]]


def columns(words: Words, *, divisions: bool) -> Sequence[Column]:
    """In their order. `divisions`: the people are pupils of a school."""
    return [
        Column(N_("Numéro de certification"), N_("Numéro unique de ce passage."), lambda one: one.test),
        Column(N_("Prénom"), N_("Comme sur la pièce d’identité."), lambda one: one.first_name, 20),
        Column(N_("Nom de naissance"), N_("Comme sur la pièce d’identité."), lambda one: one.last_name, 24),
        Column(N_("Date de naissance"), N_("JJ/MM/AAAA"), lambda one: one.birthdate or ""),
        Column(N_("Lieu de naissance"), N_("Ville, puis département ou pays."), lambda one: one.birth_place, 24),
        *([Column(N_("Classe"), N_("Classe de l’élève."), lambda one: one.division)] if divisions else ()),
        Column(N_("Identifiant externe"), N_("Donné par le centre à l’inscription."), lambda one: one.external_id),
        Column(
            N_("Statut"),
            N_("Validée : certification obtenue. Rejetée : non obtenue. Annulée : le passage ne compte pas."),
            lambda one: STATUSES[one.outcome.status] if one.outcome else Mark.NO_VALUE,
            translated=True,
        ),
        Column(
            N_("Niveau global"),
            N_("Du plus bas au plus haut : Novice, Indépendant, Avancé, Expert, chacun en deux degrés."),
            _global_level,
            24,
            translated=True,
        ),
        Column(
            N_("Score (en pix)"),
            N_("Nombre de pix certifiés. 0 : certification rejetée. Tiret : annulée ou en erreur."),
            _score,
        ),
        *(_competence(code, f"{code} {name}") for code, name in words.competences),
        Column(
            N_("Commentaire du jury"),
            N_("Pour l’établissement : pourquoi la certification est rejetée ou annulée, et ce qu’il doit savoir."),
            lambda one: _comment(one.outcome, words.translate),
            48,
        ),
        Column(N_("Session"), N_("Numéro de la session."), lambda one: one.session),
        Column(N_("Centre de certification"), N_("Où le test a été passé."), lambda one: one.centre, 24),
        Column(N_("Date du test"), N_("JJ/MM/AAAA"), lambda one: local_time(one.started_at).date()),
    ]


def as_csv(results: Sequence[PublishedResult], words: Words, *, divisions: bool = False) -> bytes:
    """For any program. Dates as French offices write them, texts that no spreadsheet takes for formulas."""
    found = columns(words, divisions=divisions)
    lines = [csv_export.line(words.translate(one.heading) for one in found)]
    lines += [csv_export.line(_written(_said(column, one, words)) for column in found) for one in results]
    return (csv_export.BOM + "".join(lines)).encode()


def as_ods(results: Sequence[PublishedResult], words: Words, *, divisions: bool = False) -> bytes:
    """Typed cells; a second sheet says what each column means."""
    found, translate = columns(words, divisions=divisions), words.translate
    output = BytesIO()
    book = OdsWorkbook(output)
    book.begin(Sheet(translate(SHEET), tuple(Heading(translate(one.heading), one.width) for one in found)))
    book.rows([[_cell(_said(column, one, words)) for column in found] for one in results])
    book.begin(Sheet(translate(LEGEND), (Heading(translate(N_("Colonne")), 32), Heading(translate(N_("Sens")), 48))))
    book.rows([[translate(one.heading), translate(one.meaning)] for one in found])
    book.close()
    return output.getvalue()


def _competence(code: str, heading: str) -> Column:
    meaning = N_("Niveau certifié dans cette compétence. Tiret : pas de niveau certifié.")
    return Column(heading, meaning, lambda one: _level(one.outcome, code))


def _global_level(one: PublishedResult) -> str | Mark:
    if one.outcome is None or one.outcome.status != "validated":
        return Mark.NO_VALUE
    return LEVELS[one.outcome.level]


def _score(one: PublishedResult) -> int | Mark:
    score = one.outcome.told_score if one.outcome else None
    return Mark.NO_VALUE if score is None else score


def _level(outcome: Outcome | None, code: str) -> int | Mark:
    if outcome is None or outcome.status != "validated" or code not in outcome.levels:
        return Mark.NO_VALUE
    return max(0, outcome.levels[code])


def _comment(outcome: Outcome | None, translate: Translate) -> str:
    """The rules' words, then those of the jury for the establishment; never those for the candidate."""
    if outcome is None:
        return ""
    return " ".join([*map(translate, outcome.words), outcome.comments.centre]).strip()


def _said(column: Column, one: PublishedResult, words: Words) -> Value:
    value = column.value(one)
    return words.translate(value) if column.translated and isinstance(value, str) else value


def _written(value: Value) -> csv_export.Value:
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else value


def _cell(value: Value) -> Cell:
    return value.value if isinstance(value, Mark) else value
