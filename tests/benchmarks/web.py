"""What a learner waits for on a slow line and an old computer, in Chromium; prints the table of the README.

    make bench-web

Bytes first (`tests.benchmarks.bytes`), then the same visit at 400 kbit/s and 400 ms and at 50 kbit/s and 500 ms, with
a processor slowed six times, the EcoIndex of the learner's pages, and a class of thirty behind 2 Mbit/s.
Exits with 1 when a budget is exceeded.
"""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.benchmarks import bytes as weights
from tests.benchmarks import service
from tests.benchmarks.class_of_thirty import LEARNERS, class_of_thirty
from tests.benchmarks.eco_index import GRADE_A, eco_index
from tests.benchmarks.slow_line import SlowLine
from tests.browser.visitor import Visitor

LANDING = f"/campagnes/{weights.CODE}"
LINES = (
    ("400 kbit/s, 400 ms", 400, 0.4, 2.5, None),
    ("50 kbit/s, 500 ms", 50, 0.5, 10.0, 2.0),
)
"""Name, kilobits, round trip, budget of the cold landing page, of the next question (seconds)."""
MOST_ROUND_TRIPS, LONGEST_TASK, MOST_ELEMENTS, SLOWER = 1.2, 0.2, 300, 6
CLASS_LINE = (2000, 0.15, 0.02)
PAGES = ("/accueil", "/profil", "/mes-parcours", "/mes-tutos", "/campagnes", "/mon-compte", "/aide", "/competences/1.1")

PAINTED = """() => new Promise((done) => new PerformanceObserver((list) => {
  const paint = list.getEntriesByName("first-contentful-paint")[0];
  const [visit] = performance.getEntriesByType("navigation");
  if (paint) done({ paint: paint.startTime, ready: visit.domContentLoadedEventEnd });
}).observe({ type: "paint", buffered: true }))"""
NEXT = """() => new Promise((done) => {
  const main = document.querySelector("main"), asked = document.querySelector("form.challenge");
  const began = performance.now();
  new MutationObserver((_, watching) => {
    const now = main.querySelector("form.challenge, [data-checkpoint]");
    if (!now || now === asked) return;
    watching.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
  }).observe(main, { childList: true, subtree: true });
  document.querySelector("button[value=validate]").click();
})"""
WATCH_TASKS = """window.longest = 0;
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) window.longest = Math.max(window.longest, task.duration);
}).observe({ type: "longtask", buffered: true });"""


@dataclass
class Table:
    """Lines of what was measured against what is wanted."""

    lines: list[str] = field(default_factory=list)
    exceeded: list[str] = field(default_factory=list)

    def add(self, what: str, budget: str, measured: str, *, held: bool = True) -> None:
        self.lines.append(f"| {what} | {budget} | {'' if held else '**exceeded** '}{measured} |")
        if not held:
            self.exceeded.append(what)


def main() -> int:
    table = Table()
    with tempfile.TemporaryDirectory(prefix="pix-benchmark-") as name:
        database = service.settle(Path(name))
        answers = asyncio.run(weights.prepare(service.BANK))
        with service.pix(database) as server, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            add_bytes(table, browser, server, answers)
            for line in LINES:
                add_slow_line(table, browser, server, answers, *line)
            add_old_computer(table, browser, server, answers)
            browser.close()
        with service.pix(database) as server:
            add_class(table, server, answers)
    print(f"| {date.today():%B %Y} | Budget | Measured |\n|---|---|---|", *table.lines, sep="\n")
    return int(bool(table.exceeded))


def add_bytes(table: Table, browser: Browser, server: service.Server, answers: dict[str, Any]) -> None:
    cold, following = weights.measure(browser, server, answers)
    total, largest = sum(step.down for step in cold), max(step.document for step in cold)
    requests = max(len(step.all) for step in cold)
    table.add(
        "Campaign link to first question, cold cache, everything",
        "40 kB, aim 30",
        f"{total / 1000:.1f} kB",
        held=total <= weights.WHOLE_VISIT,
    )
    table.add("Largest document", "14 kB", f"{largest / 1000:.1f} kB", held=largest <= weights.DOCUMENT)
    table.add("Requests of a cold page", "6", str(requests), held=requests <= weights.REQUESTS)
    downs, ups = [step.down for step in following], [step.up for step in following]
    table.add(
        "Next question, headers included",
        "2 kB down, one request",
        f"{median(downs) / 1000:.1f} kB (most {max(downs) / 1000:.1f}), {median(ups) / 1000:.1f} kB up",
        held=max(downs) <= weights.NEXT_QUESTION and all(len(step.all) == 1 for step in following),
    )


def add_slow_line(
    table: Table,
    browser: Browser,
    server: service.Server,
    answers: dict[str, Any],
    name: str,
    kilobits: float,
    round_trip: float,
    cold: float,
    following: float | None,
) -> None:
    with SlowLine(server.port, kilobits, round_trip) as line:
        far = replace(server, port=line.port)
        learner = arrived(browser, far)
        shown = learner.page.evaluate(PAINTED)
        seconds = max(shown["paint"], shown["ready"]) / 1000
        table.add(
            f"Landing page usable, cold, {name}",
            f"{cold:g} s",
            f"{seconds:.2f} s (readable {shown['paint'] / 1000:.2f} s)",
            held=seconds <= cold,
        )
        at_first_question(learner)
        waits = [wait / 1000 for wait in next_questions(learner, answers)]
        wait, budget = median(waits), following or MOST_ROUND_TRIPS * round_trip + 2000 / (kilobits * 125)
        table.add(
            f"« Je valide » to the next question, {name}",
            f"{budget:.2f} s",
            f"{wait:.2f} s, {wait / round_trip:.2f} round trips",
            held=wait <= budget,
        )
        learner.page.context.close()


def add_old_computer(table: Table, browser: Browser, server: service.Server, answers: dict[str, Any]) -> None:
    """The processor slowed, then what the pages are made of."""
    learner = arrived(browser, server, slower=SLOWER)
    at_first_question(learner)
    tasks, elements = [longest(learner.page)], [size_of(learner.page)]
    for _ in next_questions(learner, answers):
        tasks.append(longest(learner.page))
        elements.append(size_of(learner.page))
    table.add(
        f"Longest task, processor slowed {SLOWER} times",
        f"{LONGEST_TASK * 1000:.0f} ms",
        f"{max(tasks):.0f} ms",
        held=max(tasks) <= LONGEST_TASK * 1000,
    )
    table.add("Elements of a question", str(MOST_ELEMENTS), str(max(elements)), held=max(elements) <= MOST_ELEMENTS)
    grades = {path: eco_index_of(learner.page, path) for path in (*PAGES, LANDING, learner.path)}
    worst = min(grades, key=lambda path: grades[path])
    table.add(
        f"EcoIndex of {len(grades)} learner's pages, cold",
        f"A: above {GRADE_A}",
        f"at least {grades[worst]:.0f} ({worst.split('/')[1]})",
        held=grades[worst] > GRADE_A,
    )
    learner.page.context.close()


def add_class(table: Table, server: service.Server, answers: dict[str, Any]) -> None:
    kilobits, round_trip, loss = CLASS_LINE
    with SlowLine(server.port, kilobits, round_trip, loss) as line:
        times = asyncio.run(class_of_thirty(f"http://localhost:{line.port}", weights.CODE, answers))
    name = f"A class of {LEARNERS} at once on {kilobits / 1000:g} Mbit/s, {round_trip * 1000:.0f} ms, {loss:.0%} lost"
    table.add(
        f"{name}: the last one’s first question",
        "no failed request",
        f"{times.first_question:.1f} s, signing up included; {times.failed} failed",
        held=not times.failed,
    )
    table.add("The same: the last one’s next question", "", f"{times.next_question:.2f} s")


def arrived(browser: Browser, server: service.Server, slower: float = 1) -> Visitor:
    """A new learner on the page of the campaign, with an empty cache."""
    context = browser.new_context(base_url=server.url, locale="fr-FR")
    context.set_default_timeout(60_000)
    context.add_init_script(WATCH_TASKS)
    page = context.new_page()
    if slower > 1:
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.goto(LANDING)
    return Visitor(page, server)  # type: ignore[arg-type]


def at_first_question(learner: Visitor) -> None:
    weights.sign_up_and_begin(learner.page, lambda _: None)


def next_questions(learner: Visitor, answers: dict[str, Any]) -> list[float]:
    """How long each of the next ones took to come, in milliseconds."""
    waits = []
    while not learner.at_checkpoint:
        learner.start_if_timed()
        learner.fill(answers[learner.challenge])
        waits.append(learner.page.evaluate(NEXT))
    return waits


def longest(page: Page) -> float:
    return float(page.evaluate("window.longest"))


def size_of(page: Page) -> int:
    return int(page.evaluate("document.querySelectorAll('*').length"))


def eco_index_of(page: Page, path: str) -> float:
    """Of the page loaded with an empty cache."""
    devtools = page.context.new_cdp_session(page)
    meter = weights.Meter(devtools)
    devtools.send("Network.clearBrowserCache")
    meter.step(path)
    page.goto(path, wait_until="networkidle")
    [step] = meter.steps
    devtools.detach()
    return eco_index(size_of(page), len(step.all), step.down / 1000)


if __name__ == "__main__":
    sys.exit(main())
