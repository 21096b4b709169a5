"""What a test asks: the scope of its assessment, and the engine that chooses."""

from __future__ import annotations

from collections.abc import Sequence

from app.certification.scoring.configurations import configuration_on
from app.certification.taking.engines import engine_name
from app.certification.taking.profile_questions import profile_questions
from app.certification.taking.queries import Candidacy
from app.content.challenge import Mark
from app.content.releases import current_index
from app.evaluation.scope import Scope
from app.lib.msgids import N_
from app.web.languages import translator

TITLE = N_("Certification Pix")
SPARED: tuple[Mark, ...] = ("sight", "colour")
"""What the challenges of an adjusted test do not ask for: who sees badly, or no colours, can do the others."""


async def what_to_ask(user: int, seen: Candidacy, locale: str) -> tuple[Scope, str]:
    """By the version in force when she joined; the same scope for all who have the same needs."""
    configuration = configuration_on(seen.joined_at.date())
    index = current_index()
    spared = SPARED if seen.adjusted else ()
    picked: Sequence[str] = ()
    if seen.method == "profile":
        picked = await profile_questions(user, seen, index, spared)
    scope = Scope(
        title=translator(locale)(TITLE),
        leave="/certifications/quitter",
        after="/certifications/fin",
        method="fixed" if picked else "adaptive",
        skills=() if picked else tuple(sorted(one for one in index.skills if index.challenges_of(one))),
        challenges=tuple(picked),
        checkpoints=False,
        level_ups=False,
        exam=True,
        focus_counts=not seen.adjusted,
        extra_percent=seen.extra_time,
        spared=spared,
        length=len(picked) or configuration.maximum_length,
        report="/certifications/alerte",
    )
    return scope, engine_name(configuration)
