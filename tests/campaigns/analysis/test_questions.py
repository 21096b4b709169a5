"""A teacher reads success and failure on each question."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from pathlib import Path

import httpx
import pytest

from app.campaigns import participations, queries
from app.campaigns.tables import Participation
from app.content import releases
from app.content.index import ContentIndex
from app.demo.classes import taker
from app.evaluation import answers, runs
from app.evaluation.answers import Submission, new_token
from app.evaluation.tables import Answer
from app.lib.clock import now
from app.web.formats import inline
from tests.campaigns.analysis.conftest import CODE, Sent
from tests.campaigns.analysis.screen import table
from tests.campaigns.classroom import Classroom
from tests.campaigns.conftest import NewOne
from tests.cast import Cast
from tests.conftest import WORLD

CHOICE = "ch-c6ep34wk"


async def shown(client: httpx.AsyncClient, address: str) -> list[str]:
    """The challenges of the list, in its order."""
    response = await client.get(address)
    assert response.status_code == 200
    return re.findall(r'<tr id="question-([^"]+)">', response.text)


async def percents(client: httpx.AsyncClient, address: str) -> list[tuple[int, int]]:
    """Rate of success and number of answers of each, in the order of the list."""
    rows = table((await client.get(address)).text, "Réussite par question")
    return [(int(row["Réussite"].removesuffix(" %")), int(row["Réponses"].split()[0])) for row in rows]


async def test_the_most_failed_first_among_those_asked_to_several(client: httpx.AsyncClient, sent: Sent) -> None:
    found = await percents(client, f"{sent.home}/questions?taille=100")
    several = [rate for rate, number in found if number > 2]
    assert several == sorted(several)
    assert [number > 2 for _, number in found] == sorted((number > 2 for _, number in found), reverse=True)
    up = [rate for rate, number in await percents(client, f"{sent.home}/questions?tri=-reussite") if number > 2]
    assert up == sorted(several, reverse=True)


@pytest.mark.parametrize(
    ("sort", "column"), [("reponses", "Réponses"), ("a-revoir", "À revoir"), ("passees", "Passées"), ("temps", "Temps")]
)
async def test_each_column_sorts(client: httpx.AsyncClient, sent: Sent, sort: str, column: str) -> None:
    for sign, reverse in (("", False), ("-", True)):
        html = (await client.get(f"{sent.home}/questions?tri={sign}{sort}&taille=100")).text
        numbers = [int(row[column].split()[0]) for row in table(html, "Réussite par question")]
        assert numbers == sorted(numbers, reverse=reverse)


async def test_questions_of_one_competence(client: httpx.AsyncClient, sent: Sent, world: ContentIndex) -> None:
    everything = await shown(client, f"{sent.home}/questions?taille=100&tri=sujet")
    both = []
    for code in ("1.1", "5.1"):
        own = await shown(client, f"{sent.home}/questions?taille=100&tri=sujet&competence={code}")
        assert own
        assert all(world.challenges[one].skill.competence == code for one in own)
        both += own
    assert both == everything
    assert await shown(client, f"{sent.home}/questions?taille=100&tri=sujet&competence=9.9") == everything
    assert await shown(client, f"{sent.home}/questions?taille=100&tri=-sujet") == everything[::-1]


async def give(code: str, names: str, values: dict[str, list[str]] | None) -> None:
    """People who answer the first question so, skip the others, and send."""
    campaign = await queries.campaign_by_code(code)
    for name in names:
        user = await Classroom(code).person(name, f"Martin {name}")
        begun = await participations.begin(campaign, taker(user), "", now())
        assert begun.assessment is not None
        run = await runs.load(begun.assessment, user)
        first = True
        while run.challenge:
            given = values if first else None
            sending = Submission(run.challenge, new_token(), given or {}, given is None)
            run = (await answers.answer(begun.assessment, user, sending, now())).run
            first = False
        await participations.share(campaign, taker(user), now())


@pytest.fixture
async def fixed(client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne, world: ContentIndex) -> str:
    """Everyone has the same three questions; the first is a choice. The address of the questions."""
    assert world.target_profiles["liste"].challenges[0] == CHOICE
    campaign = await new_campaign(CODE, target="liste")
    await cast.sign_in(client, "martine")
    return f"/orga/campagnes/{campaign}/questions"


def proposals(world: ContentIndex) -> tuple[str, list[str]]:
    """The right one, and the wrong ones."""
    body = world.challenges[CHOICE].body
    ids = {one.id: one.right for one in body.proposals}  # type: ignore[union-attr]
    return next(name for name in ids if ids[name]), [name for name in ids if not ids[name]]


async def test_how_many_chose_each_proposal(client: httpx.AsyncClient, fixed: str, world: ContentIndex) -> None:
    right, (wrong, *_) = proposals(world)
    await give(CODE, "abcd", {"": [right]})
    await give(CODE, "e", {"": [wrong]})
    await give(CODE, "fg", None)
    html = (await client.get(f"{fixed}/{CHOICE}")).text
    texts = {one.id: str(inline(one.text)) for one in world.challenges[CHOICE].body.proposals}  # type: ignore[union-attr]
    shown_as = re.findall(r"<li[^>]*>((?:(?!</li>).)*?choisie par (\d+)\spersonne)", html, re.S)
    counts = {name: int(number) for name, text in texts.items() for words, number in shown_as if text in words}
    assert counts == {name: {right: 4, wrong: 1}.get(name, 0) for name in texts}
    rows = {row["Résultat"]: row["Nombre"] for row in table(html, "7 réponses")}
    assert rows["Réussies"] == "4"
    assert rows["À revoir"] == "1"
    assert rows["Passées"] == "2"
    assert "La bonne réponse" in html
    assert [int(number) for _, number in shown_as] == [4, 1, 0]
    assert f'tabindex="-1">{world.challenges[CHOICE].question_html}</h1>' in html


async def test_what_two_people_typed_is_told_to_nobody(
    client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne, world: ContentIndex
) -> None:
    campaign = await new_campaign(CODE, target="1.1")
    await cast.sign_in(client, "martine")
    room = Classroom(CODE)
    takers = [await room.takes("Ana", f"Martin {one}", send=True) for one in "abcde"]
    text = next(one for one in world.challenges.values() if one.body.kind == "text")
    for rank, one in enumerate(takers):
        # As if each had typed something wrong to the same question of words.
        words = ["Le nom de mon chat", "le nom  de mon chat", "LE NOM DE MON CHAT", "Mon secret", "mon secret"][rank]
        await Answer.delete().where((Answer.assessment == one.assessment) & (Answer.challenge == text.id))
        await Answer.insert(
            Answer(
                assessment=one.assessment,
                position=100,
                challenge=text.id,
                body=text.fingerprint,
                skill=text.skill.id,
                value=json.dumps({"": [words]}),
                result="ko",
                client_token="t",
                answered_at=now(),
            )
        )
    html = (await client.get(f"/orga/campagnes/{campaign}/questions/{text.id}")).text
    assert "nom de mon chat" in html.lower()
    assert "3\xa0personnes" in html or "3 personnes" in html
    assert "secret" not in html.lower()


async def test_the_mistakes_of_an_order_are_told_by_item(
    client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne, world: ContentIndex
) -> None:
    campaign = await new_campaign(CODE, target="1.1")
    await cast.sign_in(client, "martine")
    one = await Classroom(CODE).takes("Ana", "Martin", send=True)
    order = next(found for found in world.challenges.values() if found.body.kind == "ordering")
    wrong = next(iter(order.body.wrong_answers()))
    await Answer.delete().where((Answer.assessment == one.assessment) & (Answer.challenge == order.id))
    await Answer.insert(
        Answer(
            assessment=one.assessment,
            position=100,
            challenge=order.id,
            body=order.fingerprint,
            skill=order.skill.id,
            value=json.dumps({name: list(values) for name, values in wrong.items()}),
            result="ko",
            client_token="t",
            answered_at=now(),
        )
    )
    html = (await client.get(f"/orga/campagnes/{campaign}/questions/{order.id}")).text
    assert "Erreurs les plus fréquentes" in html
    assert html.count("mis en place") >= 2
    assert "Une réponse écrite" not in html


async def test_a_question_that_nobody_answered_is_not_found(client: httpx.AsyncClient, sent: Sent) -> None:
    for name in ("ch-v7rt94mb", "rien", "x" * 500, "%00"):
        assert (await client.get(f"{sent.home}/questions/{name}")).status_code == 404


async def test_every_question_opens_and_leads_back(client: httpx.AsyncClient, sent: Sent) -> None:
    names = await shown(client, f"{sent.home}/questions?taille=100&groupe=TD 2&groupe=TD 10")
    assert len(names) > 5
    for name in names:
        html = (await client.get(f"{sent.home}/questions/{name}?groupe=TD 2&groupe=TD 10")).text
        assert f'href="{sent.home}/questions?groupe=TD+2&amp;groupe=TD+10"' in html
        assert "Pourquoi" in html


async def test_a_group_sees_its_own_answers(client: httpx.AsyncClient, sent: Sent) -> None:
    own = [sent.takers[name].assessment for name in ("tom", "deniz")]
    rows = await Answer.select(Answer.challenge).where(Answer.assessment.is_in(own))
    expected = Counter(row["challenge"] for row in rows)
    html = (await client.get(f"{sent.home}/questions?groupe=TD 2&taille=100&tri=sujet")).text
    numbers = [int(row["Réponses"].split()[0]) for row in table(html, "Réussite par question")]
    names = re.findall(r'<tr id="question-([^"]+)">', html)
    assert dict(zip(names, numbers, strict=True)) == expected


async def test_a_question_gone_since_keeps_its_place(client: httpx.AsyncClient, sent: Sent, tmp_path: Path) -> None:
    name = (await shown(client, f"{sent.home}/questions?tri=-reponses"))[0]
    tree = Path(shutil.copytree(WORLD, tmp_path / "content"))
    shutil.rmtree(next(tree.glob(f"challenges/*/*/{name[:11]}*")))
    for profile in tree.glob("target-profiles/liste.yaml"):
        profile.unlink()
    for showcase in tree.glob("showcase/*"):
        showcase.unlink()
    await releases.load_tree(tree, now())
    assert name in await shown(client, f"{sent.home}/questions?taille=100")
    assert (await client.get(f"{sent.home}/questions/{name}")).status_code == 200


async def test_an_account_that_was_erased_keeps_its_count_and_loses_its_words(
    client: httpx.AsyncClient, fixed: str, world: ContentIndex
) -> None:
    _, (wrong, *_) = proposals(world)
    await give(CODE, "ab", {"": [wrong]})
    await Answer.update({Answer.value: ""}).where(Answer.challenge == CHOICE)
    html = (await client.get(f"{fixed}/{CHOICE}")).text
    assert {row["Résultat"]: row["Nombre"] for row in table(html, "2 réponses")}["À revoir"] == "2"
    assert "choisie par 1" not in html


async def test_answers_of_an_earlier_sending_do_not_count(client: httpx.AsyncClient, sent: Sent) -> None:
    before = await percents(client, f"{sent.home}/questions?taille=100")
    await Participation.update({Participation.shared_at: None}).where(
        Participation.id == sent.takers["tom"].participation
    )
    after = await percents(client, f"{sent.home}/questions?taille=100")
    assert sum(number for _, number in after) < sum(number for _, number in before)
