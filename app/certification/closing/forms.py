"""The forms of the finalisation: a report, and the whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.certification.closing.closing import Said
from app.certification.closing.drafts import Draft
from app.certification.results.queries import TakenTest
from app.certification.results.reports import ABOUT_QUESTIONS, CATEGORIES, MOST_QUESTION, NEEDS_TEXT
from app.lib.msgids import N_
from app.web.forms import Errors, Form
from app.web.messages import Message

REASONS: Mapping[str, str] = {
    "candidate": N_("Le candidat : il est parti, ou n’a pas eu le temps"),
    "technical": N_("Un problème technique"),
}
YES_NO: Mapping[str, str] = {"yes": N_("Oui"), "no": N_("Non")}
LONGEST = 500


@dataclass(frozen=True)
class TypedReport:
    """What was typed of a report, to show again."""

    code: str = ""
    question: str = ""
    text: str = ""


def read_report(form: Form) -> TypedReport:
    """What somebody typed."""
    return TypedReport(form.text("code")[:LONGEST], form.text("question")[:LONGEST], form.text("text"))


def check_report(typed: TypedReport) -> Errors:
    """Everything to correct, in the order of the form."""
    errors = Errors()
    if typed.code not in CATEGORIES:
        errors.add("code", N_("Choisissez une catégorie"))
    if typed.code in ABOUT_QUESTIONS and question_of(typed) is None:
        errors.add("question", Message(N_("Indiquez le numéro de la question, de 1 à %(most)s"), most=MOST_QUESTION))
    if typed.code in NEEDS_TEXT and not typed.text:
        errors.add("text", N_("Décrivez ce qui s’est passé"))
    elif len(typed.text) > LONGEST:
        errors.add("text", Message(N_("%(most)s caractères au plus"), most=LONGEST))
    return errors


def question_of(typed: TypedReport) -> int | None:
    """The number of the question, for the categories that have one."""
    number = typed.question
    if typed.code not in ABOUT_QUESTIONS or not (number.isascii() and number.isdigit() and len(number) < 4):
        return None
    return int(number) if 1 <= int(number) <= MOST_QUESTION else None


@dataclass(frozen=True)
class Typed:
    """What was typed of the whole, to show again. `reasons`: by test."""

    reasons: Mapping[int, str] = field(default_factory=dict)
    incident: str = ""
    joining: str = ""
    comment: str = ""
    sure: bool = False


def typed_before(draft: Draft) -> Typed:
    """The form as it was left: all of it, except that it must be confirmed."""
    yes_no = {True: "yes", False: "no", None: ""}
    return Typed(draft.reasons, yes_no[draft.has_incident], yes_no[draft.has_joining_issue], draft.comment)


def read(form: Form, tests: Sequence[TakenTest]) -> Typed:
    """What somebody typed about these tests."""
    return Typed(
        {one.id: form.text(reason_field(one.id)) for one in tests},
        form.text("incident")[:LONGEST],
        form.text("joining")[:LONGEST],
        form.text("comment"),
        form.flag("sure"),
    )


def to_correct(typed: Typed, tests: Sequence[TakenTest]) -> Errors:
    """Everything to correct, in the order of the form."""
    errors = Errors()
    for one in tests:
        if not one.finished and typed.reasons.get(one.id) not in REASONS:
            errors.add(reason_field(one.id), reason_missing(one))
    if typed.incident not in YES_NO:
        errors.add("incident", N_("Dites s’il y a eu un incident"))
    if typed.joining not in YES_NO:
        errors.add("joining", N_("Dites si des candidats ont eu du mal à rejoindre la session"))
    errors |= too_long(typed)
    if not typed.sure:
        errors.add("sure", N_("Cochez cette case pour confirmer la finalisation"))
    return errors


def too_long(typed: Typed) -> Errors:
    """What cannot be kept, even as a draft."""
    errors = Errors()
    if len(typed.comment) > LONGEST:
        errors.add("comment", Message(N_("%(most)s caractères au plus"), most=LONGEST))
    return errors


def reason_missing(test: TakenTest) -> Message:
    name = f"{test.first_name} {test.last_name}"
    return Message(N_("Dites pourquoi le test de %(name)s s’est arrêté"), name=name)


def reason_field(test: int) -> str:
    return f"reason-{test}"


def said_of(typed: Typed) -> Said:
    """What it means, once there is nothing to correct."""
    return Said(_reasons(typed), typed.incident == "yes", typed.joining == "yes", typed.comment)


def as_draft(typed: Typed) -> Draft:
    """What it means so far."""
    yes_no = {"yes": True, "no": False}
    return Draft(_reasons(typed), yes_no.get(typed.incident), yes_no.get(typed.joining), typed.comment)


def _reasons(typed: Typed) -> Mapping[int, str]:
    return {test: reason for test, reason in typed.reasons.items() if reason in REASONS}
