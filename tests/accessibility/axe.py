"""axe-core in a page: the rules of WCAG 2.2 AA, EN 301 549 and RGAA 4 that a program can check."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page

SCRIPT = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "RGAAv4", "EN-301-549"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""Those whose verdict may change with the colours."""
VISUAL = [*COLOURS, "target-size", "scrollable-region-focusable", "css-orientation-lock"]
"""Those whose verdict may change with the width."""
_RUN = """async ([type, values]) => {
  const found = await axe.run(document, { runOnly: { type, values }, resultTypes: ["violations"] });
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, target }) => `${id}: ${help}: ${target}: ${html.slice(0, 160)}`));
}"""


def ready(context: BrowserContext) -> None:
    """Its pages come with axe-core: sending it to each takes as long as all the rules."""
    context.add_init_script(path=SCRIPT)


def violations(page: Page, rules: list[str] | None = None) -> list[str]:
    """What a page breaks: of all the rules, or of these."""
    if not page.evaluate("!!globalThis.axe"):
        page.evaluate(SCRIPT.read_text("utf-8"))
    found: list[Any] = page.evaluate(_RUN, ["rule", rules] if rules else ["tag", TAGS])
    return [str(one) for one in found]
