"""A badge for its holder, and what a verifier follows from it: `/badges/…` and `/.well-known/jwks.json`."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

import msgspec
from litestar import Controller, Response, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.types import ControllerRouterHandler

from app.accounts.guards import signed_in
from app.accounts.people import confirmed_address
from app.certification.badge.achievements import GIVEN, achievement, alone, issuer
from app.certification.badge.addresses import Addresses, Said
from app.certification.badge.credentials import Holder, claims, credential, status
from app.certification.badge.keys import badge_keys
from app.certification.badge.pictures import picture
from app.certification.badge.queries import stands
from app.certification.certificates.queries import Certificate, own_certificate
from app.certification.results.outcomes import LEVELS
from app.lib.msgids import N_
from app.lib.refusals import NotFound
from app.settings import settings
from app.web.downloads import download_headers
from app.web.languages import LANGUAGES, translator
from app.web.pages import AnyRequest, redirect
from app.web.visitor import visitor_of

CREDENTIAL = "/badges/certificats/{test:int}/{result:int}/{names:int}"
JSON, SVG = "application/json", "image/svg+xml"
BY_ANYONE = {"Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=3600"}
"""A verifier may be a page of another site; what it reads hardly ever changes."""
TODAY = {"Access-Control-Allow-Origin": "*", "Cache-Control": "no-store"}
_PIX = N_("%(pix)s pix")
_CERTIFIED = N_("Certifié")


class BadgeController(Controller):
    """For its holder, when she asks."""

    path = "/mes-certifications/{candidate:int}"
    dependencies = {"user": Provide(signed_in, sync_to_thread=False)}  # noqa: RUF012 (Litestar's way)

    @get("/badge.svg", media_type=SVG)
    async def image(self, request: AnyRequest, user: NamedDependency[int], candidate: FromPath[int]) -> Response[bytes]:
        """The image in which the badge is baked. Raises NotFound when there is no certificate."""
        found, language = await own_certificate(user, candidate), visitor_of(request).language
        say = translator(language)
        signed, name = await _signed(user, found, language)
        drawn = picture(name, say(LEVELS[found.outcome.level]), say(_PIX) % {"pix": found.outcome.score}, signed)
        return Response(drawn, media_type=SVG, headers=dict(download_headers("badge-pix.svg")))

    @get("/badge.jwt", media_type="text/plain")
    async def alone(self, request: AnyRequest, user: NamedDependency[int], candidate: FromPath[int]) -> Response[bytes]:
        """The signed badge without an image."""
        found = await own_certificate(user, candidate)
        signed, _ = await _signed(user, found, visitor_of(request).language)
        return Response(signed.encode(), media_type="text/plain", headers=dict(download_headers("badge-pix.jwt")))


class BadgeFactsController(Controller):
    """For whoever verifies a badge."""

    opt = {"public": True}  # noqa: RUF012

    @get("/.well-known/jwks.json", sync_to_thread=False)
    def keys(self) -> Response[bytes]:
        """Every key that signs, or signed, badges."""
        return _json({"keys": list(_published().values())})

    @get("/badges/cles/{name:str}", sync_to_thread=False)
    def key(self, name: FromPath[str]) -> Response[bytes]:
        """The one that a badge was signed with: its header leads here."""
        if name not in _published():
            raise NotFound
        return _json(_published()[name])

    @get("/badges/emetteur", sync_to_thread=False)
    def issuer(self) -> Response[bytes]:
        """Who gives badges: Pix."""
        return _json(alone(issuer(_addresses())))

    @get("/badges/certification/{language:str}/{level:int}", sync_to_thread=False)
    def achievement(self, language: FromPath[str], level: FromPath[int]) -> Response[bytes]:
        """What a badge of this level is given for."""
        _check_given(language, level)
        return _json(alone(achievement(_addresses(), level, translator(language), language)))

    @get("/badges/certification/{language:str}/{level:int}/image.svg", media_type=SVG, sync_to_thread=False)
    def picture(self, language: FromPath[str], level: FromPath[int]) -> Response[bytes]:
        """Its image, which names nobody."""
        _check_given(language, level)
        say = translator(language)
        what = achievement(_addresses(), level, say, language)
        return Response(picture(what["name"], say(LEVELS[level]), say(_CERTIFIED)), media_type=SVG, headers=BY_ANYONE)

    @get(CREDENTIAL)
    async def credential(
        self, request: AnyRequest, test: FromPath[int], result: FromPath[int], names: FromPath[int]
    ) -> Response[None]:
        """What identifies a badge shows nothing of it: who follows it is told how a certificate is verified."""
        del test, result, names
        return redirect(request, "/verification-certificat")

    @get(CREDENTIAL + "/statut")
    async def status(self, test: FromPath[int], result: FromPath[int], names: FromPath[int]) -> Response[bytes]:
        """Whether a badge still stands: not once its certificate is no longer published, or says something else."""
        said = Said(test, result, names)
        return _json(status(_addresses(), said, stands=await stands(said)), TODAY)


ROUTES: list[ControllerRouterHandler] = [BadgeController, BadgeFactsController]


async def _signed(user: int, one: Certificate, language: str) -> tuple[str, str]:
    """The badge, signed, and its name."""
    holder = Holder(f"{one.first_name} {one.last_name}", await confirmed_address(user), secrets.token_hex(8))
    badge = credential(one, holder, _addresses(), translator(language), language)
    key = badge_keys(settings().badge_signing_key, settings().secret_key)[0]
    return key.signed(claims(badge), _addresses().key(key.name)), badge["name"]


def _published() -> Mapping[str, Mapping[str, Any]]:
    keys = badge_keys(settings().badge_signing_key, settings().secret_key)
    return {one.name: one.published(_addresses().key(one.name)) for one in keys}


def _check_given(language: str, level: int) -> None:
    if language not in LANGUAGES or level not in GIVEN:
        raise NotFound


def _addresses() -> Addresses:
    return Addresses(settings().base_url)


def _json(document: Mapping[str, Any], headers: Mapping[str, str] = BY_ANYONE) -> Response[bytes]:
    return Response(msgspec.json.encode(document), media_type=JSON, headers=dict(headers))
