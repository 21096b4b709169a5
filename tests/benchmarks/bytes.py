"""What travels between a learner and the service, as Chromium counts it: headers and bodies, compressed.

    python -m tests.benchmarks.bytes

A new learner follows the link of a campaign with an empty cache, signs up, skips the rules of the game and meets the
first question: everything counts. Then question after question. Exits with 1 when a budget is exceeded.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from tests.benchmarks import service
from tests.browser.visitor import Visitor

CODE = "DECOUV123"
WHOLE_VISIT, REQUESTS, DOCUMENT, NEXT_QUESTION = 40_000, 6, 14_000, 2_000
QUESTIONS = 20


@dataclass
class Exchange:
    """One request and its answer; bytes."""

    address: str
    kind: str
    up: int = 0
    down: int = 0


@dataclass
class Step:
    """What one page needed."""

    name: str
    exchanges: dict[str, Exchange] = field(default_factory=dict)

    @property
    def all(self) -> list[Exchange]:
        """Those that travelled: what the browser kept costs nothing."""
        return [one for one in self.exchanges.values() if one.down]

    @property
    def down(self) -> int:
        return sum(one.down for one in self.all)

    @property
    def up(self) -> int:
        return sum(one.up for one in self.all)

    @property
    def document(self) -> int:
        return max((one.down for one in self.all if one.kind in ("Document", "Fetch")), default=0)


@dataclass
class Meter:
    """Listens to the network of a page."""

    session: CDPSession
    steps: list[Step] = field(default_factory=list)
    early: dict[str, int] = field(default_factory=dict)
    """Sizes of headers that came before the request they belong to."""

    def __post_init__(self) -> None:
        self.session.send("Network.enable")
        self.session.on("Network.requestWillBeSent", self.sent)
        self.session.on("Network.requestWillBeSentExtraInfo", self.headers_sent)
        self.session.on("Network.loadingFinished", self.finished)

    def step(self, name: str) -> None:
        self.steps.append(Step(name))

    def sent(self, event: dict[str, Any]) -> None:
        request, exchanges = event["request"], self.steps[-1].exchanges
        if request["url"].startswith("data:"):
            return
        if former := event.get("redirectResponse"):
            redirected = exchanges.pop(event["requestId"])
            redirected.down = int(former["encodedDataLength"])
            exchanges[f"{event['requestId']} {len(exchanges)}"] = redirected
        body = len(request.get("postData", ""))
        up = len(request["url"]) + 12 + body + self.early.pop(event["requestId"], 0)
        exchanges[event["requestId"]] = Exchange(request["url"], event["type"], up)

    def headers_sent(self, event: dict[str, Any]) -> None:
        size = sum(len(name) + len(value) + 4 for name, value in event["headers"].items())
        if exchange := self.steps[-1].exchanges.get(event["requestId"]):
            exchange.up += size
        else:
            self.early[event["requestId"]] = size

    def finished(self, event: dict[str, Any]) -> None:
        for step in self.steps:
            if exchange := step.exchanges.get(event["requestId"]):
                exchange.down = int(event["encodedDataLength"])


def main() -> int:
    arguments = _arguments()
    with tempfile.TemporaryDirectory(prefix="pix-benchmark-") as name:
        database = service.settle(Path(name))
        answers = asyncio.run(prepare(arguments.content))
        with service.pix(database) as server, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            cold, following = measure(browser, server, answers)
            browser.close()
    return _report(cold, following)


def measure(browser: Browser, server: service.Server, answers: dict[str, Any]) -> tuple[list[Step], list[Step]]:
    """The pages of a first visit, then question after question."""
    page = browser.new_context(base_url=server.url, locale="fr-FR").new_page()
    meter = Meter(page.context.new_cdp_session(page))
    meter.step("the link of the campaign")
    page.goto(f"/campagnes/{CODE}", wait_until="networkidle")
    sign_up_and_begin(page, meter.step)
    cold = list(meter.steps)
    _answer(Visitor(page, server), meter, answers)  # type: ignore[arg-type]
    page.context.close()
    return cold, meter.steps[len(cold) :]


async def prepare(content: Path) -> dict[str, Any]:
    """The campaign; gives a right answer to each challenge."""
    from app.accounts import people
    from app.campaigns import campaigns
    from app.campaigns.campaigns import NewCampaign
    from app.content import releases
    from app.lib.clock import now
    from app.organisations import organisations
    from app.persistence.database import database_running
    from tests.databases import make_schema

    await make_schema()
    async with database_running():
        index, _ = await releases.load_tree(content, now())
        teacher = await people.create_user(first_name="Martine", last_name="Antony", email="martine@exemple.fr")
        school = await organisations.create("Collège Jean-Moulin", "SCO", now())
        await campaigns.create(
            NewCampaign(school, teacher, "Classe de 6e B", target="decouverte", title="Parcours de rentrée"),
            now(),
            code=CODE,
        )
    return {name: next(iter(one.body.right_answers())) for name, one in index.challenges.items()}


def sign_up_and_begin(page: Page, step: Callable[[str], None]) -> None:
    """From the page of the campaign to its first question."""
    step("signing up")
    _press(page, "Je commence")
    for name, value in (("first_name", "Inès"), ("last_name", "Moreau"), ("email", f"ines{time.time_ns()}@exemple.fr")):
        page.fill(f"#{name}", value)
    page.fill("#password", "Demo2026!")
    page.check("#terms")
    step("the rules of the game")
    _press(page, "Je m’inscris")
    step("the first question")
    _press(page, "Passer les règles du jeu")
    page.locator("form[data-challenge]").wait_for()


def _answer(learner: Visitor, meter: Meter, answers: dict[str, Any]) -> None:
    """Answers question after question; only those that follow at once, without pictures, count."""
    page = learner.page
    page.set_default_timeout(15_000)
    for _ in range(QUESTIONS):
        if page.locator("form[action$='/depart']").count():
            _press(page, "Je commence", meter)
        asked = learner.challenge
        learner.fill(answers[asked])
        meter.step("next question")
        _press(page, "Je valide")
        following = page.locator("form[data-challenge]")
        if not following.count() or page.locator("form[action$='/depart'], figure.picture").count():
            meter.steps.pop()
        if page.get_by_role("button", name="Continuer mon parcours").count():
            _press(page, "Continuer mon parcours", meter)
        if not following.count():
            return
        assert learner.challenge != asked


def _press(page: Page, words: str, meter: Meter | None = None) -> None:
    """Presses a button or a link and waits for what follows; with a meter, without counting it."""
    if meter:
        meter.step("")
    page.evaluate("for (const one of document.querySelector('main').children) one.dataset.seen = ''")
    role = page.get_by_role("button", name=words, exact=True)
    role.or_(page.get_by_role("link", name=words, exact=True)).first.click()
    page.locator("main > :not([data-seen])").first.wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    if meter:
        meter.steps.pop()


def _report(cold: list[Step], following: list[Step]) -> int:
    print("| Cold visit | requests | bytes down | largest document | bytes up |")
    print("|---|---|---|---|---|")
    for step in cold:
        print(f"| {step.name} | {len(step.all)} | {step.down:,} | {step.document:,} | {step.up:,} |")
    total = sum(step.down for step in cold)
    print(f"| **all** | {sum(len(step.all) for step in cold)} | **{total:,}** | | {sum(step.up for step in cold):,} |")
    downs, ups = [step.down for step in following], [step.up for step in following]
    print(f"\nnext question ({len(following)} without pictures): {max(len(step.all) for step in following)} request,")
    print(f"{median(downs):,.0f} bytes down (most {max(downs):,}), {median(ups):,.0f} up, headers included")
    exceeded = {
        f"the whole visit weighs more than {WHOLE_VISIT} bytes": total > WHOLE_VISIT,
        f"a page needs more than {REQUESTS} requests": any(len(step.all) > REQUESTS for step in cold),
        f"a document weighs more than {DOCUMENT} bytes": any(step.document > DOCUMENT for step in cold),
        f"a question weighs more than {NEXT_QUESTION} bytes": max(downs) > NEXT_QUESTION,
        "a question needs more than one request": any(len(step.all) > 1 for step in following),
    }
    faults = [words for words, is_so in exceeded.items() if is_so]
    for words in faults:
        print("too much:", words, file=sys.stderr)
    for step in (*cold, *following) if faults else ():
        print(step.name, [(one.address, one.kind, one.down) for one in step.all], file=sys.stderr)
    return int(bool(faults))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--content", type=Path, default=service.BANK, help="the tree to load")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
