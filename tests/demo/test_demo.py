"""The demo: believable, made by the real engine, made once."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from random import Random

import pytest

from app.accounts.tables import User
from app.campaigns.queries import unfinished
from app.campaigns.tables import Campaign, Participation
from app.campaigns.target_profiles.badges import criterion_faults, earned
from app.campaigns.target_profiles.definition import caps_of
from app.campaigns.target_profiles.queries import badges_of, stages_of
from app.campaigns.target_profiles.stages import reached_stage, stage_faults
from app.campaigns.target_profiles.tables import Badge, Stage
from app.campaigns.target_profiles.targets import content_target
from app.certification.tables import CertificationResult, CertificationSession
from app.content import releases
from app.demo.people import ACCOUNTS, name_of
from app.demo.simulated_learner import Ability, respond
from app.demo.world import CLASSES, fill
from app.evaluation import runs
from app.evaluation.tables import Answer
from app.lib.clock import now
from app.persistence.engine import Database, engine
from tests.databases import PostgresServer, SQLiteFiles

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture
async def database(databases: SQLiteFiles | PostgresServer) -> AsyncIterator[Database]:
    """A copy of the demonstration, which is made once."""
    async with databases.fresh(await databases.with_demo()):
        yield engine()


@pytest.fixture
async def filled(database: Database) -> None:
    del database
    releases.forget()
    runs.forget()
    await releases.refresh()


@pytest.mark.usefixtures("filled")
async def test_accounts_and_campaigns_of_the_readme_are_there() -> None:
    emails = {row["email"] for row in await User.select(User.email)}
    assert {one.email for one in ACCOUNTS} <= emails
    codes = {row["code"]: row["archived_at"] for row in await Campaign.select(Campaign.code, Campaign.archived_at)}
    assert set(codes) == {"AMPHIT450", "DECOUV123", "NUMERO234", "RENTRE246", "LYCEES246", "PROFIL678", "ARCHIV999"}
    assert [code for code, archived in codes.items() if archived] == ["ARCHIV999"]
    readme = (CONTENT.parent / "README.md").read_text()
    assert all(one.email in readme for one in ACCOUNTS)
    assert all(code in readme for code in codes)


@pytest.mark.usefixtures("filled")
async def test_participants_are_in_every_state_and_answered_for_real() -> None:
    rows = await Participation.raw(
        "SELECT p.shared_at, a.state, a.answers FROM participation p JOIN campaign c ON c.id = p.campaign"
        " JOIN assessment a ON a.id = p.assessment WHERE c.code = 'DECOUV123'"
    )
    states = Counter("shared" if row["shared_at"] else row["state"] for row in rows)
    assert len(rows) == sum(one.size for one in CLASSES if one.code == "DECOUV123") + 1
    assert states["shared"] >= 10
    assert states["completed"] >= 3
    assert states["started"] >= 3
    results = {row["result"] for row in await Answer.select(Answer.result)}
    assert {"ok", "ko", "skipped"} <= results
    louise = await User.select(User.id).where(User.email == "eleve@pix.example").first()
    assert louise is not None
    assert await unfinished(louise["id"], now()) is not None


@pytest.mark.usefixtures("filled")
async def test_everyone_of_a_large_class_took_part_in_a_group() -> None:
    rows = await Participation.raw(
        "SELECT l.group_name, p.shared_at, p.outcomes FROM participation p JOIN campaign c ON c.id = p.campaign"
        " JOIN learner l ON l.id = p.learner WHERE c.code = 'AMPHIT450'"
    )
    assert len(rows) == 450
    assert len({row["group_name"] for row in rows}) == 15
    assert all("V" in row["outcomes"] or "F" in row["outcomes"] for row in rows if row["shared_at"])


@pytest.mark.usefixtures("filled")
async def test_stages_and_badges_are_usable_and_tell_a_large_class_apart() -> None:
    index = releases.current_index()
    goal = content_target("decouverte", index).goal
    levels = [index.skills[one].level for one in goal.skills]
    stages, badges = await stages_of("decouverte"), await badges_of("decouverte")
    assert not list(stage_faults(stages, max(levels)))
    assert not [fault for one in badges for fault in criterion_faults(one.criteria, caps_of(goal, index))]
    rows = await Participation.raw(
        "SELECT p.outcomes FROM participation p JOIN campaign c ON c.id = p.campaign"
        " WHERE c.code = 'AMPHIT450' AND p.shared_at IS NOT NULL"
    )
    reached = Counter(reached_stage(stages, row["outcomes"].count("V"), levels) for row in rows)
    assert len({one.number for one in reached if one}) >= 3
    for one in badges:
        assert 0 < sum(earned(one, row["outcomes"], goal.skills, index) for row in rows) < len(rows), one.title


@pytest.mark.usefixtures("filled")
async def test_profiles_sent_are_profiles_of_somebody() -> None:
    rows = await Participation.raw(
        "SELECT p.pix FROM participation p JOIN campaign c ON c.id = p.campaign"
        " WHERE c.code = 'PROFIL678' AND p.shared_at IS NOT NULL"
    )
    assert rows
    assert all(row["pix"] > 0 for row in rows)


@pytest.mark.usefixtures("filled")
async def test_filling_again_changes_nothing() -> None:
    tables = (User, Participation, Answer, Stage, Badge, CertificationSession, CertificationResult)
    before = [await table.count() for table in tables]
    await fill(now())
    assert [await table.count() for table in tables] == before


@pytest.mark.usefixtures("filled")
async def test_someone_able_answers_better() -> None:
    challenges = list(releases.current_index().challenges.values())

    def right(level: float) -> int:
        random = Random(1)
        given = [(one, respond(Ability(level, {}), one, random)) for one in challenges]
        return sum(not answer.skipped and one.body.grade(answer.values).ok for one, answer in given)

    assert right(1.0) < right(4.0) < right(7.0)


def test_a_large_class_has_no_two_people_of_the_same_name() -> None:
    assert len({name_of(number) for number in range(450)}) == 450


@pytest.mark.usefixtures("filled")
async def test_louise_has_a_certificate_and_a_session_waits_for_the_jury() -> None:
    rows = await User.raw(
        "SELECT s.published_at, t.ended_by, r.status, r.score, k.last_name FROM certification_session s"
        " JOIN candidate k ON k.session = s.id JOIN certification_test t ON t.candidate = k.id"
        " JOIN certification_result r ON r.test = t.id ORDER BY k.id"
    )
    published = [row for row in rows if row["published_at"]]
    assert len(published) == 5
    assert {row["status"] for row in published} == {"validated"}
    (louise,) = (row for row in published if row["last_name"] == "Carré")
    assert 256 < louise["score"] < 640
    waiting = [row["ended_by"] for row in rows if not row["published_at"]]
    assert sorted(waiting) == ["candidate"] * 3 + ["finalisation"]
