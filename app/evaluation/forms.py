"""What the pages of an assessment send."""

from __future__ import annotations

from dataclasses import dataclass

from app.evaluation.answers import Submission, new_token
from app.evaluation.reports import CATEGORIES, LONGEST_COMMENT
from app.lib.msgids import N_
from app.web.forms import Errors, Form
from app.web.messages import Message

LONGEST_TOKEN = 40


def read_submission(form: Form) -> Submission:
    """An answer: `answer` or `answer.<field>`, and which button was pressed. A missing token gets one."""
    return Submission(
        challenge=form.text("challenge"),
        client_token=form.text("client_token")[:LONGEST_TOKEN] or new_token(),
        values=read_values(form),
        skipped=form.text("action") == "skip",
    )


def read_values(form: Form) -> dict[str, list[str]]:
    """The values by field; the only field of a one-field challenge is `""`."""
    values = form.fields("answer.")
    if "answer" in form.raw:
        values[""] = form.all("answer")
    return values


@dataclass(frozen=True)
class Report:
    """A problem to signal."""

    challenge: str
    category: str
    comment: str


def read_report(form: Form) -> tuple[Report, Errors]:
    """The report, and what to correct."""
    report = Report(form.text("challenge"), form.text("category"), form.text("comment"))
    errors = Errors()
    if report.category not in CATEGORIES:
        errors.add("category", N_("Choisissez ce que le problème concerne."))
    if len(report.comment) > LONGEST_COMMENT:
        errors.add(
            "comment",
            Message(N_("Ce texte est trop long : %(most)s caractères au plus."), most=LONGEST_COMMENT),
        )
    return report, errors
