"""« Questions (.csv) »: success and failure on each question, for who sent her results."""

from __future__ import annotations

import httpx

from app.campaigns.tables import Participation
from app.content.index import ContentIndex
from app.evaluation.tables import Answer
from app.lib.clock import now
from tests.campaigns.classroom import Classroom
from tests.campaigns.conftest import NewOne
from tests.campaigns.exports.conftest import CODE, Files
from tests.cast import Cast

WORDS = {"ok": "OK", "ko": "KO", "skipped": "Passée", "timed_out": "Temps écoulé", "focused_out": "Page quittée"}


async def test_a_column_for_each_question_asked_in_the_order_of_the_framework(
    client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne, world: ContentIndex
) -> None:
    campaign = await new_campaign(CODE, target="liste")
    await Classroom(CODE).takes("Inès", "Moreau", send=True, group="TD 1")
    await cast.sign_in(client, "martine")
    (line,) = await Files(client, campaign).table("questions.csv")
    identity, questions = list(line)[:4], list(line)[4:]
    assert identity == ["Nom du participant", "Prénom du participant", "Groupe", "Date du partage"]
    ids = [one.rpartition("[")[2].rstrip("]") for one in questions]
    assert ids == ["ch-c6ep34wk", "ch-cgmzgdb9", "ch-nhmvg4w4"]
    assert questions[0].startswith("1.1 Le sujet alpha, niveau 1 – ")
    assert questions[2].startswith("5.1 Le sujet gamma, niveau 1 – ")
    assert world.challenges["ch-nhmvg4w4"].skill.id == "gamma-1"


async def test_cells_are_the_results_of_the_answers(client: httpx.AsyncClient, cast: Cast, a_class: int) -> None:
    stored = await Participation.select(Participation.assessment).where(Participation.shared_at.is_not_null()).first()
    assert stored is not None
    given = await Answer.select().where(Answer.assessment == stored["assessment"]).order_by(Answer.id)
    for answer, result in zip(given, WORDS, strict=False):
        await Answer.update({Answer.result: result}).where(Answer.id == answer["id"])
    await cast.sign_in(client, "martine")
    (line,) = await Files(client, a_class).table("questions.csv")
    shown = {name.rpartition("[")[2].rstrip("]"): value for name, value in list(line.items())[5:]}
    raw = await Answer.select(Answer.challenge, Answer.result).where(Answer.assessment == stored["assessment"])
    assert shown == {one["challenge"]: WORDS[one["result"]] for one in raw}
    assert len(set(shown.values())) >= 3, "a case that says something"


async def test_a_question_that_was_not_asked_is_an_empty_cell(
    client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne
) -> None:
    campaign = await new_campaign(CODE)
    for level, name in ((1.0, "Moreau"), (6.0, "Abadie"), (3.0, "Collet")):
        await Classroom(CODE).takes("Inès", name, send=True, level=level)
    await cast.sign_in(client, "martine")
    table = await Files(client, campaign).table("questions.csv")
    asked = [{name for name, value in line.items() if "[" in name and value} for line in table]
    assert [len(one) for one in asked] == [
        await Answer.count().where(Answer.assessment == row["assessment"])
        for row in await Participation.select(Participation.assessment).order_by(Participation.id)
    ]
    assert set.union(*asked) == {name for name in table[0] if "[" in name}
    assert len({frozenset(one) for one in asked}) > 1, "they were not asked the same"


async def test_nothing_shows_before_it_is_sent(client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne) -> None:
    campaign = await new_campaign(CODE)
    classroom = Classroom(CODE)
    await classroom.takes("Zoé", "Abadie")
    trial = await classroom.takes("Martine", "Antony", send=True)
    gone = await classroom.takes("Tom", "Villiers", send=True)
    await Participation.update({Participation.trial: True}).where(Participation.id == trial.participation)
    await Participation.update({Participation.deleted_at: now()}).where(Participation.id == gone.participation)
    await cast.sign_in(client, "martine")
    files = Files(client, campaign)
    assert await files.table("questions.csv") == []
    assert "[" not in (await files.get("questions.csv")).text


async def test_a_question_that_the_content_lost_keeps_its_column(
    client: httpx.AsyncClient, cast: Cast, a_class: int
) -> None:
    answer = await Answer.select(Answer.id).order_by(Answer.id).first()
    assert answer is not None
    await Answer.update({Answer.challenge: "ch-zzzzzzzz", Answer.result: "ko"}).where(Answer.id == answer["id"])
    await cast.sign_in(client, "martine")
    (line,) = await Files(client, a_class).table("questions.csv")
    assert list(line)[-1] == "ch-zzzzzzzz"
    assert line["ch-zzzzzzzz"] == "KO"
