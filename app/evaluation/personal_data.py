"""What the evaluation keeps about someone: shown, taken away, erased."""

from __future__ import annotations

from collections.abc import Sequence

from app.accounts import personal_data
from app.accounts.personal_data import Row
from app.evaluation.queries import knowledge_of
from app.evaluation.tables import Answer, Assessment, Knowledge, ProblemReport
from app.lib.msgids import N_


async def _export_answers(user: int) -> Sequence[Row]:
    return (
        await Answer.select(
            Answer.assessment, Answer.challenge, Answer.value, Answer.result, Answer.seconds, Answer.answered_at
        )
        .where(Answer.assessment.user == user)
        .order_by(Answer.id)
    )


async def _erase_answers(user: int) -> None:
    """What was typed goes; that a question was passed or failed, by nobody in particular, stays for its statistics."""
    own = Assessment.select(Assessment.id).where(Assessment.user == user)
    await Answer.update({Answer.value: ""}).where(Answer.assessment.is_in(own))


async def _export_knowledge(user: int) -> Sequence[Row]:
    return [
        {"topic": topic, "level": level, "validated": one.validated, "direct": one.direct, "at": one.at}
        for topic, elements in (await knowledge_of(user)).items()
        for level, one in sorted(elements.items())
    ]


async def _erase_knowledge(user: int) -> None:
    await Knowledge.delete().where(Knowledge.user == user)


async def _export_reports(user: int) -> Sequence[Row]:
    return (
        await ProblemReport.select(
            ProblemReport.challenge,
            ProblemReport.category,
            ProblemReport.comment,
            ProblemReport.value,
            ProblemReport.created_at,
        )
        .where(ProblemReport.user == user)
        .order_by(ProblemReport.id)
    )


async def _erase_reports(user: int) -> None:
    """That a challenge was signalled stays; who did it, and in which words, goes."""
    await ProblemReport.update({ProblemReport.user: None, ProblemReport.comment: "", ProblemReport.value: ""}).where(
        ProblemReport.user == user
    )


personal_data.register(
    "answers",
    _export_answers,
    _erase_answers,
    title=N_("Vos réponses"),
    labels={
        "assessment": N_("Évaluation"),
        "challenge": N_("Épreuve"),
        "value": N_("Réponse"),
        "result": N_("Résultat"),
        "seconds": N_("Temps passé, en secondes"),
        "answered_at": N_("Répondu le"),
    },
)
personal_data.register(
    "knowledge",
    _export_knowledge,
    _erase_knowledge,
    title=N_("Ce que vos réponses disent de vos compétences"),
    labels={
        "topic": N_("Sujet"),
        "level": N_("Niveau"),
        "validated": N_("Acquis"),
        "direct": N_("Question posée à ce niveau"),
        "at": N_("Le"),
    },
)
personal_data.register(
    "reports",
    _export_reports,
    _erase_reports,
    title=N_("Vos signalements"),
    labels={
        "challenge": N_("Épreuve"),
        "category": N_("Motif"),
        "comment": N_("Commentaire"),
        "value": N_("Réponse"),
        "created_at": N_("Envoyé le"),
    },
)
