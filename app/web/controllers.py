"""Pages and files that belong to no room."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import quote, urlsplit

import msgspec
from litestar import Controller, MediaType, Request, Response, get, post
from litestar.params import FromPath
from litestar.types import ControllerRouterHandler

from app.lib.clock import now
from app.lib.refusals import NotFound
from app.settings import settings
from app.web.cookies import comfort_cookie, language_cookie
from app.web.forms import parse_form, read_form
from app.web.languages import LANGUAGES, translator
from app.web.local_paths import safe_local_path
from app.web.pages import page, redirect
from app.web.reading_comfort import SIZES, SPACINGS, TYPEFACES, chosen, comfort_in, cookie_value
from app.web.requests import headers_of
from app.web.service_worker import service_worker
from app.web.static import static, static_file
from app.web.visitor import visitor_of

_ROBOTS = """\
User-agent: *
Disallow: /accueil
Disallow: /admin
Disallow: /campagnes/
Disallow: /certif
Disallow: /evaluations
Disallow: /mot-de-passe
Disallow: /orga
Disallow: /resultats-de-certification
"""


class MachineController(Controller):
    """What programs read."""

    opt = {"public": True}  # noqa: RUF012 (Litestar's way)

    @get("/sante", media_type=MediaType.TEXT, sync_to_thread=False)
    def alive(self) -> Response[str]:
        """The process answers; nothing else is looked at."""
        return Response("ok\n", media_type=MediaType.TEXT, headers={"Cache-Control": "no-store"})

    @get("/robots.txt", media_type=MediaType.TEXT, sync_to_thread=False)
    def robots(self) -> Response[str]:
        """Public pages may be indexed; nothing that belongs to a person or a class."""
        return _text(_ROBOTS)

    @get("/.well-known/security.txt", media_type=MediaType.TEXT, sync_to_thread=False)
    def security_contact(self) -> Response[str]:
        """Where to report a vulnerability (RFC 9116)."""
        base = settings().base_url
        expires = (now() + timedelta(days=180)).strftime("%Y-%m-%dT00:00:00Z")
        return _text(
            f"Contact: {base}/aide\nExpires: {expires}\nPreferred-Languages: fr, en\n"
            f"Canonical: {base}/.well-known/security.txt\n"
        )

    @get("/manifest.webmanifest", sync_to_thread=False)
    def manifest(self) -> Response[bytes]:
        """What makes the site an application that can be installed."""
        body = msgspec.json.encode(_manifest())
        headers = {"Cache-Control": "public, max-age=86400"}
        return Response(body, media_type="application/manifest+json", headers=headers)

    @get("/sw.js", sync_to_thread=False)
    def worker(self) -> Response[bytes]:
        """The service worker, at the root since it answers for every page."""
        return Response(service_worker(), media_type="text/javascript", headers={"Cache-Control": "no-cache"})


class VisitController(Controller):
    """Pages for any visitor that belong to no room."""

    opt = {"public": True}  # noqa: RUF012

    @get("/hors-connexion")
    async def offline(self, request: Request) -> Response[bytes]:  # type: ignore[type-arg]
        """Kept by the browser, shown when the network is gone."""
        return page(request, "web/offline")

    @get("/affichage")
    async def show_display(self, request: Request) -> Response[bytes]:  # type: ignore[type-arg]
        """How this browser shows pages; one goes back to `suite`, or to where one came from."""
        asked = parse_form(request.scope["query_string"])
        return page(
            request,
            "web/display",
            comfort=comfort_in(headers_of(request.scope).get(b"cookie", b"")),
            sizes=_offered(request, SIZES),
            spacings=_offered(request, SPACINGS),
            typefaces=_offered(request, TYPEFACES),
            after=safe_local_path(asked.text("suite")) or _came_from(request),
            done=asked.text("fait") == "oui",
        )

    @post("/affichage")
    async def choose_display(self, request: Request) -> Response[None]:  # type: ignore[type-arg]
        """« Enregistrer »: kept in a cookie, then the same page, to look at it."""
        form = await read_form(request)
        wanted = chosen(form.text("size"), form.text("spacing"), form.text("typeface"), no_keys=not form.flag("keys"))
        after = quote(safe_local_path(form.text("suite")) or "/", safe="/")
        response = redirect(request, f"/affichage?fait=oui&suite={after}")
        response.cookies.append(comfort_cookie(cookie_value(wanted)))
        return response

    @post("/langue/{code:str}")
    async def choose_language(self, request: Request, code: FromPath[str]) -> Response[None]:  # type: ignore[type-arg]
        """A visitor without an account chooses a language; kept in a cookie."""
        if code not in LANGUAGES:
            raise NotFound
        form = await read_form(request)
        return _with_language(redirect(request, safe_local_path(form.text("suite")) or "/"), code)


ROUTES: list[ControllerRouterHandler] = [MachineController, VisitController, static_file]


def _came_from(request: Request) -> str:  # type: ignore[type-arg]
    """The page of ours whose link was followed; a form sent without a script stays at the address it was sent to."""
    referer = urlsplit(headers_of(request.scope).get(b"referer", b"").decode("latin-1"))
    ours = referer.netloc == headers_of(request.scope).get(b"host", b"").decode("latin-1")
    return (ours and safe_local_path(referer.path.removesuffix("/reponses"))) or "/"


def _offered(request: Request, choices: dict[str, str]) -> list[tuple[str, str]]:  # type: ignore[type-arg]
    say = translator(visitor_of(request).language)
    return [(value, say(words)) for value, words in choices.items()]


def _with_language(response: Response[None], code: str) -> Response[None]:
    response.cookies.append(language_cookie(code))
    return response


def _text(content: str) -> Response[str]:
    return Response(content, media_type=MediaType.TEXT, headers={"Cache-Control": "public, max-age=86400"})


def _manifest() -> dict[str, object]:
    icons = [
        {
            "src": static(f"icon-{size}.png"),
            "sizes": f"{size}x{size}",
            "type": "image/png",
            "purpose": purpose,
        }
        for size in (192, 512)
        for purpose in ("any", "maskable")
    ]
    return {
        "id": "/",
        "name": "Pix, compétences numériques",
        "short_name": "Pix",
        "description": "Évaluer, développer et certifier ses compétences numériques.",
        "lang": "fr",
        "dir": "ltr",
        "start_url": "/accueil",
        "scope": "/",
        "display": "standalone",
        "background_color": "#F1F6F5",
        "theme_color": "#0A4352",
        "icons": icons,
        "shortcuts": [
            {"name": "J’ai un code", "url": "/campagnes"},
            {"name": "Mon profil", "url": "/profil"},
            {"name": "Mes tutos", "url": "/mes-tutos"},
        ],
        "screenshots": [
            {
                "src": static(f"screenshots/{name}.webp"),
                "sizes": size,
                "type": "image/webp",
                "form_factor": form,
                "label": "Une question, et de quoi y répondre",
            }
            for name, size, form in (("question-phone", "780x1688", "narrow"), ("question-desktop", "1280x900", "wide"))
        ],
    }
