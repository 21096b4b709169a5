"""``pix.js`` and htmx in a real browser, under the real content security policy."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from jinja2 import ChoiceLoader, DictLoader
from litestar import Litestar, Response, get, post
from litestar.params import FromPath
from playwright.sync_api import Page, sync_playwright

from app.settings import settings
from app.web.components import environment
from app.web.controllers import ROUTES
from app.web.errors import EXCEPTION_HANDLERS
from app.web.forms import Errors, read_form
from app.web.languages import LANGUAGES
from app.web.pages import AnyRequest, page, redirect
from app.web.security_headers import security_headers

pytestmark = pytest.mark.browser

TEMPLATES = {
    "t/question_page.html": """{% extends "layouts/journey.html" %}
{% block title %}Question {{ n }}{% endblock %}
{% block main %}{% include "t/question.html" %}{% endblock %}""",
    "t/question.html": """{% from "ui/forms.html" import errors_summary, network_lost, waiting %}
{% from "ui/parts.html" import copy, steps, timer %}
<div id="t-question" class="wrap slim stack">
<form class="challenge stack" data-challenge="ch-{{ n }}" data-focus-url="/question/{{ n }}/sortie"
 method="post" action="/question/{{ n }}" hx-post="/question/{{ n }}" hx-target="main"
 hx-swap="innerHTML" hx-push-url="true">
<input type="hidden" name="challenge" value="ch-{{ n }}">
{{ errors_summary(errors) }}
{{ steps(n) }}
{% if n == 3 %}{{ timer(4, 4) }}{% endif %}
<h1 id="question" tabindex="-1">Que faire, en {{ n }} ?</h1>
<fieldset class="choices" id="answer"><legend class="vh">Votre réponse</legend>
{% for value in ("un", "deux", "panne") %}
<label class="choice"><input type="radio" name="answer" value="{{ value }}"> <span>{{ value }}</span></label>
{% endfor %}
</fieldset>
<p><label for="text">Texte</label> <input class="input" id="text" name="text"></p>
{{ network_lost() }}
<p id="left" data-focus-note hidden>Vous avez quitté la page.</p>
<p class="actions"><button class="btn">Je valide</button> {{ waiting() }}</p>
</form>
{{ copy("https://pix.test/campagnes/X", "Copier le lien", "Lien copié.") }}
</div>""",
}
focus_outs: list[str] = []


@get("/question/{n:int}")
async def ask(request: AnyRequest, n: FromPath[int]) -> Response[bytes]:
    return page(request, "t/question", n=n, journey_title="Essai", leave_url="/")


@post("/question/{n:int}")
async def answer(request: AnyRequest, n: FromPath[int]) -> Response[bytes] | Response[None]:
    chosen = (await read_form(request)).text("answer")
    if chosen == "panne":
        raise ZeroDivisionError
    if chosen:
        return redirect(request, f"/question/{n + 1}", swap=True)
    errors = Errors()
    errors.add("answer", "Choisissez une réponse")
    return page(request, "t/question", status_code=422, n=n, errors=errors, journey_title="Essai", leave_url="/")


@post("/question/{n:int}/sortie", status_code=204)
async def focus_out(request: AnyRequest, n: FromPath[int]) -> None:
    focus_outs.append((await read_form(request)).text("challenge"))


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The small application on a real port."""
    environments = [environment(language) for language in LANGUAGES]
    loaders = [env.loader for env in environments]
    for env, loader in zip(environments, loaders, strict=True):
        assert loader is not None
        env.loader = ChoiceLoader([loader, DictLoader(TEMPLATES)])
    app = Litestar(
        [*ROUTES, ask, answer, focus_out],
        exception_handlers=EXCEPTION_HANDLERS,
        before_send=[security_headers(settings())],
        openapi_config=None,
    )
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://localhost:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()
    for env, loader in zip(environments, loaders, strict=True):
        env.loader = loader


@pytest.fixture(scope="module")
def browser_page(address: str) -> Iterator[Page]:
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=arguments)
        yield browser.new_page(base_url=address, locale="fr-FR")
        browser.close()


@pytest.fixture
def shown(browser_page: Page) -> Iterator[Page]:
    """The first question, just loaded; what the content security policy refuses is a failure."""
    refused: list[str] = []

    def listen(message: object) -> None:
        if "Content Security Policy" in str(getattr(message, "text", "")):
            refused.append(str(getattr(message, "text", "")))

    browser_page.on("console", listen)
    browser_page.goto("/question/1")
    yield browser_page
    browser_page.remove_listener("console", listen)
    assert not refused


def _focus(page_: Page) -> str:
    return str(page_.evaluate("document.activeElement.id || document.activeElement.tagName"))


def _wait(page_: Page, selector: str, text: str) -> None:
    page_.locator(selector, has_text=text).wait_for(state="attached", timeout=3000)


def _go(page_: Page, n: int) -> None:
    page_.keyboard.press("1")
    page_.click("text=Je valide")
    _wait(page_, "h1", f"en {n}")


def test_the_next_question_is_swapped_in_read_out_and_has_its_address(shown: Page) -> None:
    shown.evaluate("window.same = true")
    _go(shown, 2)
    _wait(shown, "#annonce", "Question 2 sur 5. Que faire, en 2\u202f?")
    assert shown.evaluate("window.same") is True
    assert shown.title() == "Question 2 – Pix"
    assert shown.url.endswith("/question/2")
    assert _focus(shown) == "question"


def test_mistakes_take_the_focus_and_are_not_added_to_the_history(shown: Page) -> None:
    _go(shown, 2)
    shown.click("text=Je valide")
    _wait(shown, "#erreurs", "Il reste un point")
    assert _focus(shown) == "erreurs"
    assert shown.title().startswith("Erreur")
    shown.go_back()
    _wait(shown, "h1", "en 1")


def test_back_and_forward_show_whole_pages(shown: Page) -> None:
    _go(shown, 2)
    _go(shown, 3)
    shown.go_back()
    _wait(shown, "h1", "en 2")
    assert shown.locator("header.quiz").count() == 1
    assert shown.title() == "Question 2 – Pix"
    shown.go_forward()
    _wait(shown, "h1", "en 3")


def test_digits_choose_unless_one_is_typing(shown: Page) -> None:
    shown.keyboard.press("2")
    assert shown.locator("input[value=deux]").is_checked()
    shown.click("#text")
    shown.keyboard.type("1")
    assert shown.locator("input[value=deux]").is_checked()
    assert shown.input_value("#text") == "1"
    shown.keyboard.press("Control+3")
    assert shown.locator("input[value=deux]").is_checked()


def test_our_fault_takes_the_page_and_says_a_reference(shown: Page) -> None:
    shown.keyboard.press("3")
    shown.click("text=Je valide")
    _wait(shown, "h1", "de notre côté")
    assert shown.locator("main > #web-defect strong.code").count() == 1
    assert shown.url.endswith("/question/1")


def test_a_cut_network_keeps_what_was_typed_and_says_so(shown: Page) -> None:
    shown.keyboard.press("1")
    shown.fill("#text", "gardé")
    shown.context.set_offline(True)
    shown.click("text=Je valide")
    shown.locator("#panne").wait_for(state="visible", timeout=3000)
    assert shown.input_value("#text") == "gardé"
    shown.context.set_offline(False)
    shown.click("text=Je valide")
    _wait(shown, "h1", "en 2")


def test_the_time_left_is_shown_each_second_and_said_twice(shown: Page) -> None:
    shown.goto("/question/3")
    assert shown.inner_text("[role=timer]").strip().startswith("Il reste")
    _wait(shown, "#annonce", "Il reste 2")
    _wait(shown, "#annonce", "Le temps est écoulé")
    _wait(shown, "[role=timer]", "Le temps est écoulé")


def test_leaving_a_focused_question_is_reported_once_and_said(shown: Page) -> None:
    focus_outs.clear()
    assert not shown.locator("#left").is_visible()
    with shown.expect_response("**/sortie"):
        shown.evaluate("dispatchEvent(new Event('blur'))")
    shown.evaluate("dispatchEvent(new Event('blur'))")
    shown.locator("#left").wait_for(state="visible")
    _go(shown, 2)
    with shown.expect_response("**/sortie"):
        shown.evaluate("dispatchEvent(new Event('blur'))")
    assert focus_outs == ["ch-1", "ch-2"]


def test_copying_appears_with_the_script_and_says_it_is_done(shown: Page) -> None:
    shown.context.grant_permissions(["clipboard-read", "clipboard-write"])
    shown.click("text=Copier le lien")
    _wait(shown, "#annonce", "Lien copié.")
    assert shown.evaluate("navigator.clipboard.readText()") == "https://pix.test/campagnes/X"


def test_everything_works_without_the_script(address: str, browser_page: Page) -> None:
    browser = browser_page.context.browser
    assert browser is not None
    plain = browser.new_page(base_url=address, locale="fr-FR", java_script_enabled=False)
    plain.goto("/question/1")
    assert not plain.locator("button[data-copy]").is_visible()
    plain.click("text=Je valide")
    assert plain.title() == "Erreur\u202f: Question 1 – Pix"
    plain.check("input[value=un]")
    plain.click("text=Je valide")
    assert plain.url.endswith("/question/2")
    plain.close()
