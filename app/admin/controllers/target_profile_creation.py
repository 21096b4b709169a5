"""`/admin/profils-cibles/creation` and `/import`: a new profile, from topics, from a list, from a file."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide

from app.admin.controllers.target_profiles import LIST
from app.admin.guards import Staff, who_may
from app.admin.pages import admin_page
from app.campaigns.target_profiles import target_profiles
from app.campaigns.target_profiles.categories import CATEGORIES
from app.campaigns.target_profiles.exchange import LARGEST_FILE, import_faults, read_file
from app.campaigns.target_profiles.forms import (
    TypedProfile,
    blank,
    definition_of,
    read_profile,
    sending_of,
    to_correct,
    words_of,
)
from app.campaigns.target_profiles.offer import offer_of
from app.campaigns.target_profiles.target_profiles import Words
from app.content.releases import current_index
from app.lib.clock import now
from app.lib.codes import draw_id
from app.lib.msgids import N_
from app.web.forms import Errors, read_form, read_upload
from app.web.pages import AnyRequest, redirect


class TargetProfileCreationController(Controller):
    """« Créer un profil cible »."""

    path = f"{LIST}/creation"
    dependencies = {"staff": Provide(who_may("profiles.edit"))}  # noqa: RUF012

    @get()
    async def ask(self, request: AnyRequest, staff: NamedDependency[Staff]) -> Response[bytes]:
        """The form, empty."""
        return _creation_page(request, staff, blank(), None)

    @post()
    async def create(self, request: AnyRequest, staff: NamedDependency[Staff]) -> Response[Any]:
        """« Créer le profil cible »."""
        typed = read_profile(await read_form(request))
        if errors := to_correct(typed, current_index()):
            return _creation_page(request, staff, typed, errors)
        key = await target_profiles.create(
            words_of(typed), definition_of(typed), staff.user, now(), sending=sending_of(typed, staff.user)
        )
        return redirect(request, f"{LIST}/{key}")


class TargetProfileImportController(Controller):
    """« Importer un profil cible »."""

    path = f"{LIST}/import"
    dependencies = {"staff": Provide(who_may("profiles.edit"))}  # noqa: RUF012

    @get()
    async def ask(self, request: AnyRequest, staff: NamedDependency[Staff]) -> Response[bytes]:
        """The form."""
        return _import_page(request, staff, "", draw_id(), None)

    @post()
    async def create(self, request: AnyRequest, staff: NamedDependency[Staff]) -> Response[Any]:
        """« Importer »: all of it, or nothing and everything that is wrong."""
        form = await read_form(request)
        content, pasted = await read_upload(request, "file"), form.text("content")
        token = form.text("client_token")[:40]
        errors, read = Errors(), None
        if not content and not pasted:
            errors.add("file", N_("Choisissez un fichier, ou collez son contenu."))
        elif len(content) > LARGEST_FILE:
            errors.add("file", N_("Ce fichier est trop grand : 200 ko au plus."))
        elif (read := read_file(content or pasted.encode())) is None:
            errors.add("file", N_("Ce n’est pas le fichier d’un profil cible."))
        else:
            for number, fault in enumerate(import_faults(read, current_index()), 1):
                errors.add("file" if number == 1 else f"file.{number}", fault)
        if errors or read is None:
            return _import_page(request, staff, pasted, token, errors)
        key = await target_profiles.create(
            Words(read.name, read.description, read.category, read.comment, public=False),
            read.definition,
            staff.user,
            now(),
            sending=f"import {staff.user} {token} {content or pasted!r}",
            stages=read.stages,
            badges=read.badges,
        )
        return redirect(request, f"{LIST}/{key}")


def _creation_page(request: AnyRequest, staff: Staff, typed: TypedProfile, errors: Errors | None) -> Response[bytes]:
    return admin_page(
        request,
        staff,
        "admin/target_profile_creation",
        status_code=422 if errors else 200,
        typed=typed,
        offer=offer_of(current_index()),
        categories=CATEGORIES,
        errors=errors,
    )


def _import_page(request: AnyRequest, staff: Staff, pasted: str, token: str, errors: Errors | None) -> Response[bytes]:
    return admin_page(
        request,
        staff,
        "admin/target_profile_import",
        status_code=422 if errors else 200,
        pasted=pasted,
        client_token=token or draw_id(),
        errors=errors,
    )
