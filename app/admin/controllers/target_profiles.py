"""`/admin/profils-cibles`: the list, and one profile with its words, its sharing, its state, its file."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from app.admin.guards import Staff, staff, who_may
from app.admin.pages import admin_page
from app.campaigns.target_profiles import target_profiles
from app.campaigns.target_profiles.categories import CATEGORIES
from app.campaigns.target_profiles.definition import caps_of
from app.campaigns.target_profiles.exchange import file_of, file_words
from app.campaigns.target_profiles.forms import (
    TypedProfile,
    TypedShare,
    as_it_is,
    numbers_to_correct,
    read_profile,
    read_share,
    unknown_organisations,
    words_of,
    words_to_correct,
)
from app.campaigns.target_profiles.offer import list_of, parts_of
from app.campaigns.target_profiles.queries import (
    Profile,
    badges_of,
    profile,
    profile_list,
    shared_with,
    stages_of,
)
from app.campaigns.target_profiles.refusals import ContentProfile
from app.campaigns.target_profiles.stages import ordered, threshold_of
from app.campaigns.target_profiles.target_profiles import Words
from app.content.releases import current_index
from app.lib.clock import now
from app.lib.codes import draw_id
from app.lib.typography import french_spaces
from app.web.downloads import download_headers, file_name
from app.web.formats import local_time
from app.web.forms import Errors, parse_form, read_form
from app.web.languages import translator
from app.web.listing import address, number_of, slice_of
from app.web.pages import AnyRequest, redirect

LIST = "/admin/profils-cibles"
ARCHIVED = "archives"
LONGEST_WORDS = 100


class TargetProfilesController(Controller):
    """What everybody of the staff reads."""

    path = LIST
    dependencies = {"staff": Provide(staff)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, staff: NamedDependency[Staff]) -> Response[bytes]:
        """The list: those made here, then those of the content, then competences."""
        query = parse_form(request.scope["query_string"])
        words, category = query.text("q")[:LONGEST_WORDS], query.text("categorie")
        archived = query.text("etat") == ARCHIVED
        found = await profile_list(words, category if category in CATEGORIES else "", archived=archived)
        part = slice_of(query, len(found))
        return admin_page(
            request,
            staff,
            "admin/target_profiles",
            lines=found[part.offset : part.offset + part.size],
            part=part,
            words=words,
            category=category,
            archived=archived,
            categories=CATEGORIES,
            here={
                "active": address(LIST, query, etat=None),
                "archived": address(LIST, query, etat=ARCHIVED),
                "page": address(LIST, query, page=""),
            },
        )

    @get("/{profile:str}")
    async def one(self, request: AnyRequest, profile: FromPath[str], staff: NamedDependency[Staff]) -> Response[bytes]:
        """What a profile tests, its stages, its badges, who may use it."""
        shared = number_of(parse_form(request.scope["query_string"]), "partage")
        return await _profile_page(request, staff, profile, shared=shared)


class TargetProfileController(Controller):
    """What editors do to one profile."""

    path = LIST + "/{profile:str}"
    dependencies = {"staff": Provide(who_may("profiles.edit"))}  # noqa: RUF012

    @get("/export.json")
    async def export(self, profile: FromPath[str], staff: NamedDependency[Staff]) -> Response[bytes]:
        """The profile with its stages and badges, as a file."""
        del staff
        found = await _found(profile)
        levels = [current_index().skills[one].level for one in found.goal.skills]
        body = file_of(
            (found.name, found.category, found.description, found.comment),
            found.definition,
            ordered(await stages_of(found.key), levels),
            await badges_of(found.key),
        )
        name = file_name(file_words(found.name, local_time(now()).date()), "json")
        return Response(body, media_type="application/json", headers=dict(download_headers(name)))

    @get("/modification")
    async def ask(self, request: AnyRequest, profile: FromPath[str], staff: NamedDependency[Staff]) -> Response[bytes]:
        """The form of its words."""
        found = await _ours(profile)
        return _edition_page(request, staff, found, as_it_is(found), None)

    @post("/modification")
    async def edit(self, request: AnyRequest, profile: FromPath[str], staff: NamedDependency[Staff]) -> Response[Any]:
        """« Enregistrer »."""
        found = await _ours(profile)
        typed = read_profile(await read_form(request))
        if errors := words_to_correct(typed):
            return _edition_page(request, staff, found, typed, errors)
        await target_profiles.edit(found.key, words_of(typed), staff.user, now())
        return redirect(request, f"{LIST}/{found.key}")

    @post("/copie")
    async def duplicate(
        self, request: AnyRequest, profile: FromPath[str], staff: NamedDependency[Staff]
    ) -> Response[Any]:
        """« Dupliquer »: its words can be changed on the next page."""
        found = await _found(profile)
        token = (await read_form(request)).text("client_token")[:40]
        name = translator("fr")("Copie de %(name)s") % {"name": found.name}
        category = "custom" if found.source == "competence" else found.category
        words = Words(name[:255], found.description, category, found.comment, public=False)
        sending = f"copy {staff.user} {found.key} {token}"
        copy = await target_profiles.duplicate(found.key, found.definition, words, staff.user, now(), sending=sending)
        return redirect(request, f"{LIST}/{copy}/modification")

    @post("/partage")
    async def share(self, request: AnyRequest, profile: FromPath[str], staff: NamedDependency[Staff]) -> Response[Any]:
        """« Partager »: by numbers of organisations, or with those of another profile."""
        found = await _ours(profile)
        typed = read_share(await read_form(request))
        errors = numbers_to_correct(typed)
        if not errors:
            asked = {int(one) for one in typed.numbers}
            errors = unknown_organisations(typed, await target_profiles.known_organisations(asked))
        if errors:
            return await _profile_page(request, staff, profile, typed=typed, errors=errors)
        others = {one.id for one in await shared_with(typed.like)} if typed.like else set()
        more = await target_profiles.share(found.key, asked | others, staff.user, now())
        return redirect(request, f"{LIST}/{found.key}?partage={more}#organisations")

    @post("/partage/retrait")
    async def unshare(
        self, request: AnyRequest, profile: FromPath[str], staff: NamedDependency[Staff]
    ) -> Response[Any]:
        """An organisation may use it no more."""
        found = await _ours(profile)
        organisation = number_of(await read_form(request), "organisation")
        await target_profiles.unshare(found.key, organisation, staff.user, now())
        return redirect(request, f"{LIST}/{found.key}#organisations")

    @post("/archivage")
    async def archive(
        self, request: AnyRequest, profile: FromPath[str], staff: NamedDependency[Staff]
    ) -> Response[Any]:
        """« Archiver »."""
        found = await _ours(profile)
        await target_profiles.archive(found.key, staff.user, now())
        return redirect(request, f"{LIST}/{found.key}")

    @post("/desarchivage")
    async def unarchive(
        self, request: AnyRequest, profile: FromPath[str], staff: NamedDependency[Staff]
    ) -> Response[Any]:
        """« Désarchiver »."""
        found = await _ours(profile)
        await target_profiles.unarchive(found.key, staff.user, now())
        return redirect(request, f"{LIST}/{found.key}")


async def _profile_page(
    request: AnyRequest,
    staff: Staff,
    key: str,
    *,
    typed: TypedShare | None = None,
    errors: Errors | None = None,
    shared: int = 0,
) -> Response[bytes]:
    found, index = await _found(key), current_index()
    levels = [index.skills[one].level for one in found.goal.skills]
    caps = caps_of(found.goal, index)
    stages = await stages_of(key)
    return admin_page(
        request,
        staff,
        "admin/target_profile",
        status_code=422 if errors else 200,
        profile=found,
        categories=CATEGORIES,
        parts=parts_of(caps, index),
        challenges=list_of(found.goal, index),
        stages=[(one, threshold_of(one, levels)) for one in ordered(stages, levels)],
        badges=await badges_of(key),
        organisations=await shared_with(key) if found.is_ours else [],
        others=await _shared_profiles(key),
        typed=typed or TypedShare(),
        shared=shared,
        client_token=draw_id(),
        topics=index.topics,
        aimed=len(caps),
        errors=errors,
    )


def _edition_page(
    request: AnyRequest, staff: Staff, found: Profile, typed: TypedProfile, errors: Errors | None
) -> Response[bytes]:
    return admin_page(
        request,
        staff,
        "admin/target_profile_edition",
        status_code=422 if errors else 200,
        profile=found,
        typed=typed,
        categories=CATEGORIES,
        errors=errors,
    )


async def _shared_profiles(key: str) -> list[tuple[str, str]]:
    """Other profiles that organisations share, to share like them."""
    lines = await profile_list("", "", archived=False)
    return [(one.key, french_spaces(one.name)) for one in lines if one.organisations and one.key != key]


async def _found(key: str) -> Profile:
    return await profile(key)


async def _ours(key: str) -> Profile:
    """Raises NotFound, or ContentProfile for one that is changed in the content."""
    found = await _found(key)
    if not found.is_ours:
        raise ContentProfile
    return found
