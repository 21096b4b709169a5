"""`/admin/profils-cibles/{profile}/paliers`: the whole set of stages of a target, in one form."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from app.admin.controllers.target_profiles import LIST
from app.admin.guards import Staff, who_may
from app.admin.pages import admin_page
from app.campaigns.target_profiles import queries, rewards
from app.campaigns.target_profiles.queries import Profile, stages_of
from app.campaigns.target_profiles.refusals import CriteriaFrozen
from app.campaigns.target_profiles.stage_forms import (
    TypedStages,
    as_they_are,
    moved_criteria,
    read_stages,
    stages_from,
    to_correct,
    with_one_more,
    with_words,
)
from app.content.releases import current_index
from app.lib.clock import now
from app.web.forms import Errors, read_form
from app.web.pages import AnyRequest, redirect


class StagesController(Controller):
    """« Paliers »."""

    path = LIST + "/{profile:str}/paliers"
    dependencies = {"staff": Provide(who_may("profiles.edit"))}  # noqa: RUF012

    @get()
    async def ask(self, request: AnyRequest, profile: FromPath[str], staff: NamedDependency[Staff]) -> Response[bytes]:
        """The form."""
        found = await queries.profile(profile)
        stages, levels = await stages_of(found.key), _levels(found)
        typed = as_they_are(stages, levels)
        frozen = bool(stages and found.campaigns)
        return _page(request, staff, found, with_words(stages, levels, typed) if frozen else typed, frozen=frozen)

    @post()
    async def save(self, request: AnyRequest, profile: FromPath[str], staff: NamedDependency[Staff]) -> Response[Any]:
        """« Enregistrer les paliers », or « Ajouter un palier »."""
        found = await queries.profile(profile)
        stages, levels = await stages_of(found.key), _levels(found)
        form = await read_form(request)
        typed, frozen = read_stages(form), bool(stages and found.campaigns)
        errors = Errors()
        if frozen:
            asked, typed = typed, with_words(stages, levels, typed)
            errors = moved_criteria(form, asked, typed)
        elif form.text("action") == "more":
            return _page(request, staff, found, with_one_more(typed), frozen=False)
        errors = errors or to_correct(typed, max(levels, default=0))
        if errors:
            return _page(request, staff, found, typed, errors, frozen=frozen)
        try:
            await rewards.save_stages(found.key, stages_from(typed), staff.user, now())
        except CriteriaFrozen as refusal:  # a campaign was created meanwhile
            errors.add("form", refusal.message)
            return _page(request, staff, found, typed, errors, frozen=True)
        return redirect(request, f"{LIST}/{found.key}#paliers")


def _levels(found: Profile) -> list[int]:
    index = current_index()
    return [index.skills[one].level for one in found.goal.skills]


def _page(
    request: AnyRequest,
    staff: Staff,
    found: Profile,
    typed: TypedStages,
    errors: Errors | None = None,
    *,
    frozen: bool,
) -> Response[bytes]:
    return admin_page(
        request,
        staff,
        "admin/stages",
        status_code=422 if errors else 200,
        profile=found,
        typed=typed,
        highest_level=max(_levels(found), default=0),
        frozen=frozen,
        errors=errors,
    )
