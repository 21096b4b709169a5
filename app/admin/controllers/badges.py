"""`/admin/profils-cibles/{profile}/badges`: the badges (« résultats thématiques ») of a target."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from app.admin.controllers.target_profiles import LIST
from app.admin.guards import Staff, who_may
from app.admin.pages import admin_page
from app.campaigns.target_profiles import queries, rewards
from app.campaigns.target_profiles.badge_forms import (
    TypedBadge,
    as_it_is,
    badge_from,
    blank,
    read_badge,
    sending_of,
    to_correct,
    with_one_more,
    words_to_correct,
)
from app.campaigns.target_profiles.badges import ICONS, Badge
from app.campaigns.target_profiles.definition import caps_of
from app.campaigns.target_profiles.offer import offer_within
from app.campaigns.target_profiles.queries import Profile, badges_of
from app.campaigns.target_profiles.refusals import CriteriaFrozen
from app.content.releases import current_index
from app.lib.clock import now
from app.lib.refusals import NotFound
from app.web.confirming import CONFIRM_DELETION, unsure
from app.web.forms import Errors, read_form
from app.web.pages import AnyRequest, redirect


class BadgesController(Controller):
    """Badges: create, change, delete."""

    path = LIST + "/{profile:str}/badges"
    dependencies = {"staff": Provide(who_may("profiles.edit"))}  # noqa: RUF012

    @get("/creation")
    async def ask_new(
        self, request: AnyRequest, profile: FromPath[str], staff: NamedDependency[Staff]
    ) -> Response[bytes]:
        """The form, empty."""
        return _page(request, staff, await queries.profile(profile), None, blank())

    @post("/creation")
    async def create(self, request: AnyRequest, profile: FromPath[str], staff: NamedDependency[Staff]) -> Response[Any]:
        """« Créer », or « Ajouter un critère »."""
        found = await queries.profile(profile)
        form = await read_form(request)
        typed = read_badge(form)
        if form.text("action") == "more":
            return _page(request, staff, found, None, with_one_more(typed))
        if errors := to_correct(typed, caps_of(found.goal, current_index())):
            return _page(request, staff, found, None, typed, errors)
        sending = sending_of(typed, staff.user)
        await rewards.create_badge(found.key, badge_from(typed), staff.user, now(), sending=sending)
        return redirect(request, f"{LIST}/{found.key}#badges")

    @get("/{badge:int}")
    async def ask(
        self, request: AnyRequest, profile: FromPath[str], badge: FromPath[int], staff: NamedDependency[Staff]
    ) -> Response[bytes]:
        """The form of a badge."""
        found = await queries.profile(profile)
        one = await _badge(found, badge)
        return _page(request, staff, found, one, as_it_is(one))

    @post("/{badge:int}")
    async def edit(
        self, request: AnyRequest, profile: FromPath[str], badge: FromPath[int], staff: NamedDependency[Staff]
    ) -> Response[Any]:
        """« Enregistrer », or « Ajouter un critère »."""
        found = await queries.profile(profile)
        one = await _badge(found, badge)
        form = await read_form(request)
        typed, frozen = read_badge(form), found.campaigns > 0
        if form.text("action") == "more" and not frozen:
            return _page(request, staff, found, one, with_one_more(typed))
        errors = _frozen_errors(typed, one) if frozen else to_correct(typed, caps_of(found.goal, current_index()))
        if errors:
            return _page(request, staff, found, one, typed, errors)
        changed = badge_from(typed, one, criteria=one.criteria if frozen else None)
        try:
            await rewards.edit_badge(found.key, changed, staff.user, now())
        except CriteriaFrozen as refusal:  # a campaign was created meanwhile
            errors.add("form", refusal.message)
            return _page(request, staff, await queries.profile(profile), one, typed, errors)
        return redirect(request, f"{LIST}/{found.key}#badges")

    @post("/{badge:int}/suppression")
    async def delete(
        self, request: AnyRequest, profile: FromPath[str], badge: FromPath[int], staff: NamedDependency[Staff]
    ) -> Response[Any]:
        """« Supprimer », once the box is ticked. A badge that is gone stays gone."""
        found = await queries.profile(profile)
        one = next((one for one in await badges_of(found.key) if one.id == badge), None)
        if one is not None:
            if errors := unsure(await read_form(request), CONFIRM_DELETION):
                return _page(request, staff, found, one, as_it_is(one), errors)
            await rewards.delete_badge(found.key, one.id, staff.user, now())
        return redirect(request, f"{LIST}/{found.key}#badges")


async def _badge(found: Profile, badge: int) -> Badge:
    """One of the target's. Raises NotFound."""
    for one in await badges_of(found.key):
        if one.id == badge:
            return one
    raise NotFound


def _frozen_errors(typed: TypedBadge, before: Badge) -> Errors:
    """What to correct when only words may change; a form made before tells other criteria."""
    errors = words_to_correct(typed)
    sent = badge_from(typed).criteria
    if sent and sent != before.criteria:
        errors.add("form", CriteriaFrozen.message)
    return errors


def _page(
    request: AnyRequest,
    staff: Staff,
    found: Profile,
    badge: Badge | None,
    typed: TypedBadge,
    errors: Errors | None = None,
) -> Response[bytes]:
    index = current_index()
    return admin_page(
        request,
        staff,
        "admin/badge",
        status_code=422 if errors else 200,
        profile=found,
        badge=badge,
        typed=typed,
        frozen=badge is not None and found.campaigns > 0,
        icons=ICONS,
        offer=offer_within(caps_of(found.goal, index), index),
        topics=index.topics,
        errors=errors,
    )
