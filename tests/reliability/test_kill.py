"""`kill -9` in the middle of answers: what was acknowledged is there, once, and nothing is asked twice."""

from __future__ import annotations

import json
import random
import re
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

import httpx
import pytest

from tests.served import CAMPAIGNS, LEARNERS, MANY, PASSWORD, Action, Answer, Served, learner_address

KILLS = 4
SECONDS_ALIVE = (0.1, 0.6)
LONGEST_WAIT = 30


class Stop(Exception):
    """The test is over: leave things where they are."""


@dataclass
class Acknowledged:
    """The server said that it has this answer."""

    assessment: int
    challenge: str
    values: dict[str, list[str]]


@dataclass
class Learner:
    """Answers and answers; what the network loses is sent again, as it was."""

    served: Served
    number: int
    enough: threading.Event
    acknowledged: list[Acknowledged] = field(default_factory=list)
    interrupted: int = 0
    """Posts that were on their way when the server was killed."""
    failure: BaseException | None = None

    def __post_init__(self) -> None:
        self.draw = random.Random(self.number)
        self.client = httpx.Client(base_url=self.served.url, headers={"Origin": self.served.url}, timeout=5)

    def work(self) -> None:
        try:
            self.send(
                "/connexion", {"login": learner_address(self.number), "password": PASSWORD, "suite": "/mon-compte"}
            )
            for code in (*CAMPAIGNS, *MANY):
                self.follow(code)
        except Stop:
            pass
        except BaseException as failure:
            self.failure = failure

    def follow(self, code: str) -> None:
        """One campaign to its end."""
        page = self.send(f"/campagnes/{code}", {})
        while "data-finished" not in page.text:
            if self.enough.is_set():
                raise Stop
            page = self.next_step(page)

    def next_step(self, page: httpx.Response) -> httpx.Response:
        assessment = int(page.url.path.split("/")[2])
        if "data-checkpoint" in page.text:
            return self.send(f"/evaluations/{assessment}/bilans", {"answers": hidden(page, "answers")})
        challenge = hidden(page, "challenge")
        assert challenge not in {one.challenge for one in self.acknowledged if one.assessment == assessment}, (
            f"{challenge} is asked again in assessment {assessment}"
        )
        if "/depart" in page.text:
            return self.send(f"/evaluations/{assessment}/depart", {"challenge": challenge})
        return self.answer(assessment, challenge, page)

    def answer(self, assessment: int, challenge: str, page: httpx.Response) -> httpx.Response:
        answers = self.served.answers[challenge]
        given: Answer = self.draw.choice(answers["right"] + answers["wrong"])
        if challenge in self.served.paths:
            outcome = self.draw.choice(("right", "wrong"))
            given = answers[outcome][0]
            page = self.act(assessment, challenge, page, self.served.paths[challenge][outcome])
        values = {name: list(texts) for name, texts in given.items()}
        form: dict[str, str | list[str]] = {f"answer.{name}" if name else "answer": one for name, one in values.items()}
        form |= {"challenge": challenge, "client_token": hidden(page, "client_token"), "action": "validate"}
        sent = self.send(f"/evaluations/{assessment}/reponses", form)
        self.acknowledged.append(Acknowledged(assessment, challenge, values))
        return sent

    def act(self, assessment: int, challenge: str, page: httpx.Response, path: list[Action]) -> httpx.Response:
        """Acts in the environment; an action whose answer was lost may be done already: its step tells."""
        for rank, action in enumerate(path):
            if hidden(page, "step") == str(rank):
                form: dict[str, str | list[str]] = {"challenge": challenge, "step": str(rank), **action}
                page = self.send(f"/evaluations/{assessment}/environnement", form)
        return page

    def send(self, path: str, form: dict[str, str | list[str]]) -> httpx.Response:
        """Posts until it is acknowledged, then goes where the answer leads."""
        response = self.insist("POST", path, form)
        while response.has_redirect_location:
            response = self.insist("GET", response.headers["location"])
        assert response.status_code == 200, (path, response.status_code, response.text)
        return response

    def insist(self, method: str, path: str, form: dict[str, str | list[str]] | None = None) -> httpx.Response:
        deadline = time.monotonic() + LONGEST_WAIT
        while True:
            try:
                return self.client.request(method, path, data=form)
            except httpx.TransportError as error:
                assert time.monotonic() < deadline, f"{method} {path}: the server never came back"
                self.interrupted += method == "POST" and not isinstance(error, httpx.ConnectError)
                time.sleep(0.1)


def hidden(page: httpx.Response, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page.text)
    assert found, page.text
    return unescape(found[1])


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    one = Served.made_in(tmp_path)
    one.start()
    yield one
    one.kill()


def test_no_acknowledged_answer_is_lost_nor_stored_twice_when_the_server_is_killed(served: Served) -> None:
    enough, moments = threading.Event(), random.Random()
    learners = [Learner(served, number, enough) for number in range(LEARNERS)]
    threads = [threading.Thread(target=learner.work, daemon=True) for learner in learners]
    for thread in threads:
        thread.start()
    for _ in range(KILLS):
        time.sleep(moments.uniform(*SECONDS_ALIVE))
        served.kill()
        served.start()
    time.sleep(0.5)
    enough.set()
    for thread in threads:
        thread.join(LONGEST_WAIT)
    assert not any(thread.is_alive() for thread in threads)
    for learner in learners:
        assert learner.failure is None, learner.failure
        assert learner.acknowledged, "a learner who answers nothing proves nothing"
    assert any(learner.interrupted for learner in learners), "kills must meet answers on their way"
    served.kill()
    check_database(served, [one for learner in learners for one in learner.acknowledged])


def check_database(served: Served, acknowledged: list[Acknowledged]) -> None:
    with closing(sqlite3.connect(served.folder / "pix.sqlite")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        stored = connection.execute("SELECT assessment, challenge, value FROM answer").fetchall()
        positions = connection.execute("SELECT assessment, position FROM answer ORDER BY 1, 2").fetchall()
        counts = dict(connection.execute("SELECT id, answers FROM assessment").fetchall())
        topics = connection.execute(
            'SELECT DISTINCT a."user", substr(r.skill, 1, length(r.skill) - 2) FROM answer r'
            ' JOIN assessment a ON a.id = r.assessment EXCEPT SELECT "user", topic FROM knowledge'
        ).fetchall()
    times = Counter((assessment, challenge) for assessment, challenge, _ in stored)
    values = {(assessment, challenge): json.loads(value) for assessment, challenge, value in stored}
    for one in acknowledged:
        assert times[one.assessment, one.challenge] == 1, one
        assert values[one.assessment, one.challenge] == one.values
    assert set(times.values()) == {1}
    for assessment, count in counts.items():
        assert [place for which, place in positions if which == assessment] == list(range(1, count + 1))
    assert topics == [], "an answer is stored with what it teaches, or not at all"
