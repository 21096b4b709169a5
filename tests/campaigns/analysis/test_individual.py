"""A teacher reads one person's results: what she sent, and nothing else."""

from __future__ import annotations

import re
import shutil
from datetime import timedelta
from pathlib import Path
from random import Random

import httpx
import pytest

from app.campaigns import participations, queries
from app.campaigns.outcomes import outcomes_of
from app.campaigns.tables import Participation
from app.content import releases
from app.content.index import ContentIndex
from app.demo.classes import taker
from app.demo.playing import play
from app.demo.simulated_learner import Ability
from app.evaluation.queries import knowledge_of
from app.evaluation.tables import Answer, Knowledge
from app.lib.clock import now
from app.persistence.engine import Database
from tests.campaigns.analysis.conftest import CODE, Sent
from tests.campaigns.analysis.screen import dots, has_table, table
from tests.campaigns.classroom import Classroom
from tests.campaigns.conftest import NewOne
from tests.cast import Cast
from tests.conftest import WORLD
from tests.content.bad_examples import challenge, replace
from tests.evaluation.learner import HTMX
from tests.house.swap import assert_swap_equals

RESULTS = ("Acquis validés", "Résultats par compétence", "Résultats par question", "de réussite")


async def test_who_she_is_and_how_far(client: httpx.AsyncClient, sent: Sent) -> None:
    html = (await client.get(sent.of("tom"))).text
    assert "Tom Gauthier</h2>" in html
    assert "Numéro de l’étudiant" in html
    assert ">E2</span>" in html
    assert "TD 2" in html
    assert "<dt>Avancement</dt><dd>100\xa0%</dd>" in html
    for words in ("Commencé le", "Partagé le", *RESULTS):
        assert words in html
    assert '<strong class="huge">100\xa0%</strong>' in html
    assert "<dt>Acquis validés</dt><dd>6</dd>" in html
    assert "<dt>Acquis évalués</dt><dd>6</dd>" in html


async def test_as_long_as_nothing_is_sent_only_progress_and_dates(client: httpx.AsyncClient, sent: Sent) -> None:
    waiting = (await client.get(sent.of("malik"))).text
    assert "En attente" in waiting
    assert "<dt>Avancement</dt><dd>100\xa0%</dd>" in waiting
    going = (await client.get(sent.of("lena"))).text
    assert "En cours de test" in going
    assert "<dt>Avancement</dt><dd>100\xa0%</dd>" not in going
    for html in (waiting, going):
        assert "<dt>Partagé le</dt><dd>–</dd>" in html
        assert not any(words in html for words in RESULTS)
        assert not dots(html)
        assert "/reponses/" not in html


async def test_answers_that_were_not_sent_cannot_be_opened(client: httpx.AsyncClient, sent: Sent) -> None:
    rows = await Answer.select(Answer.id).where(Answer.assessment == sent.takers["malik"].assessment)
    assert rows
    assert (await client.get(f"{sent.of('malik')}/reponses/{rows[0]['id']}")).status_code == 404


async def test_every_answer_with_its_verdict_in_order(client: httpx.AsyncClient, sent: Sent) -> None:
    html = (await client.get(sent.of("ines"))).text
    rows = table(html, "Résultats par question")
    stored = (
        await Answer.select(Answer.result)
        .where(Answer.assessment == sent.takers["ines"].assessment)
        .order_by(Answer.position)
    )
    words = {"ok": "Réussie", "ko": "À revoir", "skipped": "Passée"}
    assert [row["Résultat"] for row in rows] == [words[one["result"]] for one in stored]
    assert [row["Nº"] for row in rows] == [str(rank) for rank in range(1, len(stored) + 1)]


async def test_each_answer_beside_the_right_one(client: httpx.AsyncClient, sent: Sent) -> None:
    seen = 0
    for name in ("ines", "deniz", "zoe", "tom"):
        html = (await client.get(sent.of(name))).text
        for link in dict.fromkeys(re.findall(r'href="([^"]+/reponses/\d+)"', html)):
            page = await client.get(link)
            assert page.status_code == 200
            assert "Pourquoi" in page.text
            assert "Votre réponse" not in page.text
            row = (await Answer.select().where(Answer.id == int(link.rsplit("/", 1)[1])))[0]
            if row["result"] == "ok":
                assert "Sa réponse" in page.text
            elif row["result"] == "skipped":
                assert "Cette question a été passée" in page.text
            seen += 1
    assert seen > 8


async def test_a_question_edited_since_is_shown_as_it_was(
    client: httpx.AsyncClient, sent: Sent, tmp_path: Path
) -> None:
    html = (await client.get(sent.of("tom"))).text
    link = re.search(r'href="([^"]+/reponses/\d+)"', html)
    assert link
    before = (await client.get(link[1])).text
    question = re.search(r'<h1 id="question" tabindex="-1">(.*?)</h1>', before)
    assert question
    tree = Path(shutil.copytree(WORLD, tmp_path / "content"))
    for path in tree.glob("challenges/*/*/*/challenge.yaml"):
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"(?m)^question: ", "question: Changée, ", text), "utf-8")
    await releases.load_tree(tree, now())
    assert (await client.get(link[1])).text == before
    assert "Changée" not in (await client.get(sent.of("tom"))).text


async def test_what_she_learns_after_sending_moves_nothing(
    client: httpx.AsyncClient, sent: Sent, new_campaign: NewOne, world: ContentIndex
) -> None:
    await new_campaign("BBBBBB222", target="1.1")
    pages = [sent.of("zoe"), *(f"{sent.home}/{page}" for page in ("resultats", "analyse", "questions"))]
    before = [(await client.get(page)).text for page in pages]
    elsewhere = await Classroom("BBBBBB222").takes(
        "", "", user=sent.takers["zoe"].user, level=9.0, at=now() + timedelta(days=5), send=True
    )
    stored = await Participation.select(Participation.outcomes).where(
        Participation.id == sent.takers["zoe"].participation
    )
    goal = ("alpha-1", "alpha-2", "alpha-3", "gamma-1", "gamma-2", "gamma-3")
    assert outcomes_of(goal, await knowledge_of(elsewhere.user), world).count("V") > stored[0]["outcomes"].count("V")
    assert [(await client.get(page)).text for page in pages] == before


async def test_each_sending_has_its_page(client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne) -> None:
    campaign = await new_campaign(CODE, multiple_sendings=True)
    room = Classroom(CODE)
    first = await room.takes("Inès", "Moreau", level=-9.0, send=True, at=now() - timedelta(days=10))
    second = await room.takes("", "", user=first.user, level=9.0, send=True, at=now() - timedelta(days=5))
    third = await room.takes("Tom", "Gauthier", send=True)
    await cast.sign_in(client, "martine")
    home = f"/orga/campagnes/{campaign}/participants"
    early, late = [(await client.get(f"{home}/{one.participation}")).text for one in (first, second)]
    for html in (early, late):
        assert "Tous ses envois" in html
        assert f'href="{home}/{first.participation}"' in html
        assert f'href="{home}/{second.participation}"' in html
        assert f'href="{home}/{third.participation}"' not in html
    assert '<strong class="huge">100\xa0%</strong>' in late
    assert '<strong class="huge">100\xa0%</strong>' not in early
    assert "Tous ses envois" not in (await client.get(f"{home}/{third.participation}")).text


async def test_sorting_her_topics_both_ways(client: httpx.AsyncClient, sent: Sent) -> None:
    down = list(dots((await client.get(sent.of("ines"))).text).values())
    assert down == sorted(down, reverse=True)
    address = f"{sent.of('ines')}?tri=pertinence"
    up = list(dots((await client.get(address)).text).values())
    assert up == sorted(up)
    before, answer = await client.get(sent.of("ines")), await client.get(address, headers=HTMX)
    after = await client.get(address)
    assert_swap_equals(before.text, answer.text, after.text, target="#analysis-participant", swap="outerHTML")


async def test_deleted_or_of_another_campaign_is_not_found(
    client: httpx.AsyncClient, sent: Sent, new_campaign: NewOne
) -> None:
    other = await new_campaign("BBBBBB222")
    elsewhere = await Classroom("BBBBBB222").takes("Ana", "Petit", send=True)
    answer = (await Answer.select(Answer.id).where(Answer.assessment == elsewhere.assessment))[0]["id"]
    assert (await client.get(f"/orga/campagnes/{other}/participants/{elsewhere.participation}")).status_code == 200
    assert (await client.get(f"{sent.home}/participants/{elsewhere.participation}")).status_code == 404
    assert (await client.get(f"{sent.of('tom')}/reponses/{answer}")).status_code == 404
    for nonsense in (0, 999_999, 2**40):
        assert (await client.get(f"{sent.home}/participants/{nonsense}")).status_code == 404
        assert (await client.get(f"{sent.of('tom')}/reponses/{nonsense}")).status_code == 404
    tom = sent.takers["tom"].participation
    await Participation.update({Participation.deleted_at: now()}).where(Participation.id == tom)
    assert (await client.get(sent.of("tom"))).status_code == 404


async def test_a_trial_is_seen_by_who_tried_only(client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne) -> None:
    campaign = await new_campaign(CODE)
    martine = await cast.person("martine")
    facts = await queries.campaign_by_code(CODE)
    tried = await participations.begin(facts, taker(martine), "", now(), trial=True)
    assert tried.assessment is not None
    await play(tried.assessment, martine, Ability(3, {}), Random(1), now())
    await participations.share(facts, taker(martine), now())
    address = f"/orga/campagnes/{campaign}/participants/{tried.id}"
    await cast.sign_in(client, "martine")
    html = (await client.get(address)).text
    assert "C’est votre essai" in html
    assert "Martine Antony</h2>" in html
    assert has_table(html, "Résultats par question")
    for colleague in ("paul", "helene"):
        await cast.sign_in(client, colleague)
        assert (await client.get(address)).status_code == 404


async def test_a_skill_that_the_content_lost_does_not_break_the_page(
    client: httpx.AsyncClient, sent: Sent, tmp_path: Path
) -> None:
    tree = Path(shutil.copytree(WORLD, tmp_path / "content"))
    replace(challenge(tree, "date"), "status: active", "status: retired")
    await releases.load_tree(tree, now())
    assert (await client.get(sent.of("ines"))).status_code == 200


@pytest.mark.parametrize("name", ["ines", "malik", "lena"])
async def test_few_queries_whatever_she_answered(
    client: httpx.AsyncClient, sent: Sent, database: Database, name: str
) -> None:
    await client.get(sent.of(name))
    before = database.query_id
    await client.get(sent.of(name))
    assert database.query_id - before <= 12


async def test_a_profile_sent(client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne) -> None:
    await new_campaign("BBBBBB222", target="1.1")
    campaign = await new_campaign(CODE, kind="profiles", target="", title="")
    user = await Classroom("BBBBBB222").person("Inès", "Moreau")
    await Classroom("BBBBBB222").takes("", "", user=user, level=9.0)
    sent = await Classroom(CODE).takes("", "", user=user, send=True)
    waiting = await Classroom(CODE).takes("Tom", "Gauthier")
    await cast.sign_in(client, "martine")
    home = f"/orga/campagnes/{campaign}/participants"
    html = (await client.get(f"{home}/{sent.participation}")).text
    rows = table(html, "Niveau, intervalle et pix dans chaque compétence")
    row = (await Participation.select(Participation.pix).where(Participation.id == sent.participation))[0]
    assert row["pix"] > 0
    assert sum(int(one["Pix"]) for one in rows) == row["pix"]
    assert f"<strong>{row['pix']}</strong>" in html
    assert "Pas encore certifiable" in html
    assert len(rows) == 2
    assert [bool(re.fullmatch(r"\d (presque sûr|entre \d et \d)", one["Niveau"])) for one in rows] == [True, False]
    assert rows[1]["Niveau"] == "0 pas encore mesuré"
    nothing = (await client.get(f"{home}/{waiting.participation}")).text
    assert "En attente" in nothing
    assert not has_table(nothing, "Niveau et pix")
    await Knowledge.delete().where(Knowledge.user == user)  # what is known now is not what she sent
    await Classroom("BBBBBB222").takes("Ana", "Petit", level=9.0)
    assert (await client.get(f"{home}/{sent.participation}")).text == html
