"""Someone in front of the pages: fills forms in, presses buttons, reads."""

from __future__ import annotations

import os
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.served import PASSWORD, Answer, Served

NUMBERS = count(1)
MARK = """() => {
  window.same = true;
  for (const one of document.querySelector("main").children) one.dataset.seen = "";
}"""
SHOWN = "main > :not([data-seen])"


@dataclass
class Visitor:
    """One browser page and what is done with it; works with JavaScript or without."""

    page: Page
    served: Served
    email: str = ""

    # Going about

    def open(self, path: str) -> int:
        """Types an address; the status of the answer."""
        response = self.page.goto(path)
        return response.status if response else 0

    def back(self) -> None:
        """The page before; taken from memory, it is not loaded again."""
        self.page.go_back(wait_until="commit")
        self.page.locator("main h1").wait_for()

    def press(self, what: Locator | str) -> None:
        """Presses a button or a link (by its words) and waits for the next page, swapped in or loaded."""
        button = self.button(what) if isinstance(what, str) else what
        self.mark()
        button.click()
        self.wait_for_the_next_page()

    def button(self, words: str) -> Locator:
        role = self.page.get_by_role("button", name=words, exact=True)
        return role.or_(self.page.get_by_role("link", name=words, exact=True)).first

    def mark(self) -> None:
        """Marks what is shown and this document, to know later what replaced what."""
        self.page.evaluate(MARK)

    def wait_for_the_next_page(self) -> None:
        """The page has changed; when it was swapped in, the reader is at the new title and hears it."""
        self.page.locator(SHOWN).first.wait_for(state="attached")
        if not self.page.evaluate("window.same === true"):
            return
        mistakes = self.page.locator("#erreurs")
        if mistakes.count():
            expect(mistakes).to_be_focused()
            return
        title = self.page.locator("main h1")
        expect(title).to_be_focused()
        expect(self.page.locator("#annonce")).to_contain_text(title.inner_text().strip())

    def sees(self, text: str) -> None:
        expect(self.page.locator("main")).to_contain_text(text)

    @property
    def title(self) -> str:
        return self.page.locator("main h1").inner_text().strip()

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.served.url)

    # Who she is

    def sign_up(self) -> None:
        """On the page of sign-up, someone new."""
        self.email = f"ines{next(NUMBERS)}@exemple.fr"
        self.page.fill("#first_name", "Inès")
        self.page.fill("#last_name", "Moreau")
        self.page.fill("#email", self.email)
        self.page.fill("#password", PASSWORD)
        self.page.check("#terms")
        self.press("Je m’inscris")

    def sign_in(self, email: str = "") -> None:
        """On the page of sign-in."""
        self.page.fill("#login", email or self.email)
        self.page.fill("#password", PASSWORD)
        self.press("Je me connecte")

    def begin(self, code: str) -> None:
        """Someone new, from the campaign's link to its first question."""
        self.open(f"/campagnes/{code}")
        self.press("Je commence")
        self.sign_up()
        self.press("Passer les règles du jeu")

    # What she is asked

    @property
    def challenge(self) -> str:
        """The challenge on the page, empty when there is none."""
        form = self.page.locator("form[data-challenge]")
        return form.get_attribute("data-challenge") or "" if form.count() else ""

    @property
    def at_checkpoint(self) -> bool:
        return bool(self.page.locator("[data-checkpoint]").count())

    @property
    def finished(self) -> bool:
        return bool(self.page.locator("[data-finished]").count())

    @property
    def assessment(self) -> int:
        return int(self.path.split("/")[2].partition("?")[0])

    def right(self) -> Answer:
        return self.served.answers[self.challenge]["right"][0]

    def wrong(self) -> Answer:
        return self.served.answers[self.challenge]["wrong"][0]

    def fill(self, answer: Answer) -> None:
        """Puts an answer in the fields, whatever they are."""
        for name, values in answer.items():
            fields = self.page.locator(f'form.challenge [name="{f"answer.{name}" if name else "answer"}"]')
            kind = fields.first.evaluate("one => one.tagName === 'SELECT' ? 'select' : one.type")
            for value in values:
                if kind in ("radio", "checkbox"):
                    fields.and_(self.page.locator(f'[value="{value}"]')).check()
                elif kind == "select":
                    fields.select_option(value)
                else:
                    fields.fill(value)

    def start_if_timed(self) -> None:
        if self.page.locator("#evaluation-timed-start").count():
            self.press("Je commence")

    def answer(self, answer: Answer) -> None:
        self.fill(answer)
        self.press("Je valide")

    def stored(self) -> list[tuple[str, str]]:
        """Her answers in the database: challenge and result, in order."""
        rows = self.served.rows(
            "SELECT r.challenge, r.result FROM answer r JOIN assessment a ON a.id = r.assessment"
            ' JOIN pix_user u ON u.id = a."user" WHERE u.email = ? ORDER BY r.id',
            self.email,
        )
        return [(str(challenge), str(result)) for challenge, result in rows]

    def picture(self, name: str) -> None:
        """Keeps a picture of the page, when PIX_SCREENSHOTS names a folder."""
        folder = os.environ.get("PIX_SCREENSHOTS")
        if folder:
            self.page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)
