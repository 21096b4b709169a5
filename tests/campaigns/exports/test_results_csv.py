"""« Exporter les résultats (.csv) »: an assessment (orga 3.1, 3.2)."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import unquote

import httpx
import pytest

from app.accounts.tables import AuditEvent
from app.campaigns.participations import read_snapshot
from app.campaigns.tables import Participation
from app.campaigns.target_profiles.badges import Badge, Criterion
from app.campaigns.target_profiles.rewards import create_badge, save_stages
from app.campaigns.target_profiles.stages import Stage
from app.content.index import ContentIndex
from app.lib.clock import now
from app.organisations.learners.tables import Learner
from app.organisations.tables import Organisation
from tests.campaigns.classroom import Classroom
from tests.campaigns.conftest import NewOne
from tests.campaigns.exports.conftest import CODE, Files
from tests.cast import Cast

FIRST = [
    "Nom de l’organisation",
    "ID Campagne",
    "Code",
    "Nom de la campagne",
    "Nom du profil cible",
    "Nom du participant",
    "Prénom du participant",
    "Groupe",
    "Numéro d’étudiant",
    "% de progression",
    "Date de début",
    "Partage (O/N)",
    "Date du partage",
    "% maîtrise de l’ensemble des acquis du profil",
]


def three(of: str, inside: str, name: str) -> list[str]:
    return [
        f"% de maîtrise des acquis {of} {name}",
        f"Nombre d’acquis du profil cible {inside} {name}",
        f"Acquis maîtrisés {inside} {name}",
    ]


async def martine(client: httpx.AsyncClient, cast: Cast, campaign: int) -> Files:
    await cast.sign_in(client, "martine")
    return Files(client, campaign)


async def test_columns_are_in_their_order(
    client: httpx.AsyncClient, cast: Cast, a_class: int, world: ContentIndex
) -> None:
    table = await (await martine(client, cast, a_class)).table()
    one, five = (world.competences[code].name for code in ("1.1", "5.1"))
    areas = {area.code: area.name for area in world.areas}
    assert list(table[0]) == [
        *FIRST,
        *three("de la compétence", "dans la compétence", f"1.1 {one}"),
        *three("de la compétence", "dans la compétence", f"5.1 {five}"),
        *three("du domaine", "dans le domaine", f"1 {areas[1]}"),
        *three("du domaine", "dans le domaine", f"5 {areas[5]}"),
    ]


async def test_a_line_for_each_participation_with_how_far_it_is(
    client: httpx.AsyncClient, cast: Cast, a_class: int
) -> None:
    table = await (await martine(client, cast, a_class)).table()
    assert [(line["Nom du participant"], line["Prénom du participant"]) for line in table] == [
        ("Moreau", "Inès"),
        ("Abadie", "Zoé"),
        ("Villiers", "Tom"),
        ("Collet", "Malo"),
    ]
    assert [line["Groupe"] for line in table] == ["TD 1", "", "", ""]
    assert [line["Numéro d’étudiant"] for line in table] == ["0042", "E-7", "20-31", "x"]
    assert [line["Partage (O/N)"] for line in table] == ["Oui", "Non", "Non", "Non"]
    ines, zoe, tom, malo = (line["% de progression"] for line in table)
    assert (ines, zoe, malo) == ("1", "1", "0")
    assert re.fullmatch(r"0,\d{1,3}", tom)
    assert {line["Code"] for line in table} == {CODE}
    assert {line["ID Campagne"] for line in table} == {str(a_class)}
    assert {line["Nom du profil cible"] for line in table} == {"Découverte"}


async def test_figures_are_those_of_the_knowledge_that_was_sent(
    client: httpx.AsyncClient, cast: Cast, a_class: int, world: ContentIndex
) -> None:
    """Recounted from the snapshot: another way than the letters that the file is made from."""
    line = (await (await martine(client, cast, a_class)).table())[0]
    stored = await Participation.select(Participation.snapshot).where(Participation.shared_at.is_not_null()).first()
    assert stored is not None
    known = read_snapshot(stored["snapshot"])
    target = [one for one in world.skills.values() if one.topic == "gamma" or (one.topic == "alpha" and one.level <= 3)]
    good = [one for one in target if (e := known.get(one.topic, {}).get(one.level)) is not None and e.validated]
    assert 0 < len(good) < len(target), "a case that says something"
    shown = number(line["% maîtrise de l’ensemble des acquis du profil"])
    assert shown == pytest.approx(len(good) / len(target), abs=0.005)
    for of, inside, key, name in [
        *(("de la compétence", "dans la compétence", one.code, one.name) for one in world.competences.values()),
        *(("du domaine", "dans le domaine", str(one.code), one.name) for one in world.areas),
    ]:
        total, mine = (sum(one.competence.startswith(key) for one in skills) for skills in (target, good))
        rate, aimed, validated = (line[heading] for heading in three(of, inside, f"{key} {name}"))
        assert (aimed, validated) == (str(total), str(mine))
        assert number(rate) == pytest.approx(mine / total, abs=0.005)
        assert len(rate) <= len("0,67")


def number(text: str) -> float:
    assert "." not in text
    return float(text.replace(",", "."))


async def test_what_was_not_sent_is_not_available(client: httpx.AsyncClient, cast: Cast, a_class: int) -> None:
    for line in (await (await martine(client, cast, a_class)).table())[1:]:
        filled = {name for name, value in line.items() if value != "NA"}
        assert filled == set(FIRST) - {"Date du partage", "% maîtrise de l’ensemble des acquis du profil"}


async def test_dates_are_those_of_the_clocks_of_paris(
    client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne
) -> None:
    campaign = await new_campaign(CODE)
    winter, summer = datetime(2026, 1, 31, 23, 30, tzinfo=UTC), datetime(2026, 7, 14, 22, 30, tzinfo=UTC)
    for number, start in enumerate((winter, summer)):
        taker = await Classroom(CODE).takes("Inès", f"Moreau {number}", send=True)
        await Participation.update({Participation.started_at: start, Participation.shared_at: start}).where(
            Participation.id == taker.participation
        )
    table = await (await martine(client, cast, campaign)).table()
    assert [line["Date de début"] for line in table] == ["01/02/2026 00:30", "15/07/2026 00:30"]
    assert [line["Date du partage"] for line in table] == ["01/02/2026 00:30", "15/07/2026 00:30"]


async def test_bytes_are_those_that_spreadsheets_expect(client: httpx.AsyncClient, cast: Cast, a_class: int) -> None:
    content = (await (await martine(client, cast, a_class)).get("export.csv")).content
    assert content.startswith(b'\xef\xbb\xbf"Nom de l')
    assert content.count(b"\n") == 5
    assert b"\r" not in content
    assert all(not one.endswith((b" ", b";")) for one in content.splitlines())
    second = content.splitlines()[1].decode()
    assert (
        f'"Université Blaison";{a_class};"{CODE}";"UE 173 - gr. 1";"Découverte";"Moreau";"Inès";"TD 1";0042;1;'
        in second
    )


async def test_skills_have_their_columns_where_the_organisation_wants_them(
    client: httpx.AsyncClient, cast: Cast, a_class: int
) -> None:
    files = await martine(client, cast, a_class)
    without = list((await files.table())[0])
    await Organisation.update({Organisation.shows_skills: True}).where(Organisation.id == await cast.blaison())
    table = await files.table()
    skills = list(table[0])[len(without) :]
    assert skills == [
        "1.1 Le sujet alpha, niveau 1",
        "1.1 Le sujet alpha, niveau 2",
        "1.1 Le sujet alpha, niveau 3",
        "5.1 Le sujet gamma, niveau 1",
        "5.1 Le sujet gamma, niveau 2",
        "5.1 Le sujet gamma, niveau 3",
    ]
    stored = await Participation.select(Participation.outcomes).where(Participation.shared_at.is_not_null()).first()
    assert stored is not None
    words = {"V": "OK", "F": "KO", "-": "Non testé"}
    assert [table[0][name] for name in skills] == [words[letter] for letter in stored["outcomes"]]
    assert {table[1][name] for name in skills} == {"NA"}


async def test_all_sendings_are_there_but_neither_trials_nor_deleted_ones(
    client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne
) -> None:
    campaign = await new_campaign(CODE, multiple_sendings=True)
    classroom = Classroom(CODE)
    then = now() - timedelta(days=9)
    ines = await classroom.takes("Inès", "Moreau", send=True, level=1.0, at=then)
    await classroom.takes("Inès", "Moreau", user=ines.user, send=True, level=6.0)
    trial = await classroom.takes("Martine", "Antony", send=True)
    gone = await classroom.takes("Tom", "Villiers", send=True)
    await Participation.update({Participation.trial: True}).where(Participation.id == trial.participation)
    await Participation.update({Participation.deleted_at: now()}).where(Participation.id == gone.participation)
    table = await (await martine(client, cast, campaign)).table()
    assert [line["Nom du participant"] for line in table] == ["Moreau", "Moreau"]
    assert table[0]["Date du partage"] != table[1]["Date du partage"]


async def test_groups_and_identifiers_have_no_column_where_there_are_none(
    client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne
) -> None:
    campaign = await new_campaign(CODE)
    await Classroom(CODE).takes("Inès", "Moreau", answers=0)
    (line,) = await (await martine(client, cast, campaign)).table()
    assert not {"Groupe", "Classe", ""} & set(line)
    assert list(line)[5:8] == ["Nom du participant", "Prénom du participant", "% de progression"]


async def test_a_school_speaks_of_classes(client: httpx.AsyncClient, cast: Cast, a_class: int) -> None:
    await Organisation.update({Organisation.kind: "SCO"}).where(Organisation.id == await cast.blaison())
    assert "Classe" in (await (await martine(client, cast, a_class)).table())[0]


async def test_no_name_runs_as_a_formula(client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne) -> None:
    campaign = await new_campaign(CODE, name='=HYPERLINK("http://x")', external_id_label="@label")
    hostile = ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "\t=1", 'a";=1', "=1\n=2"]
    takers = [await Classroom(CODE).takes("Zoé", f"N{n}", answers=0, external_id="=1+1") for n in range(len(hostile))]
    for taker, name in zip(takers, hostile, strict=True):
        await Learner.update({Learner.last_name: name, Learner.first_name: name}).where(Learner.id == taker.learner)
    files = await martine(client, cast, campaign)
    table = await files.table()
    assert [line["Nom du participant"] for line in table] == [f"'{one}" if one[0] != "a" else one for one in hostile]
    for line in table:
        assert not any(str(cell).startswith(("=", "+", "-", "@", "\t")) for pair in line.items() for cell in pair)
    assert {line["'@label"] for line in table} == {"'=1+1"}


async def test_long_and_foreign_names_come_whole(client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne) -> None:
    campaign = await new_campaign(CODE, name="Été " * 60)
    names = ["Ñuñez-Łódź", "王小明", "محمد", "🙂", "x" * 255, 'O’Brien; "Bob"']
    for name in names:
        taker = await Classroom(CODE).takes("Zoé", "N", answers=0)
        await Learner.update({Learner.last_name: name}).where(Learner.id == taker.learner)
    files = await martine(client, cast, campaign)
    assert [line["Nom du participant"] for line in await files.table()] == names
    disposition = (await files.get("export.csv")).headers["content-disposition"]
    assert disposition.isascii()
    assert re.search(rf"-{campaign}-\d{{4}}-\d\d-\d\d-\d{{4}}\.csv$", unquote(disposition))


async def test_the_file_has_a_dated_name_and_nothing_keeps_a_copy(
    client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne
) -> None:
    campaign = await new_campaign(CODE, name="Éval. 1/2 : « été »")
    response = await (await martine(client, cast, campaign)).get("export.csv")
    plain, whole = response.headers["content-disposition"].split("; filename*=UTF-8''")
    ending = rf"-{campaign}-\d{{4}}-\d\d-\d\d-\d{{4}}\.csv"
    assert re.fullmatch(rf'attachment; filename="Resultats-Eval\. 1-2 - +ete *{ending}"', plain)
    assert re.fullmatch(rf"Resultats-Éval\. 1-2 - « été »{ending}", unquote(whole))
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert response.headers["cache-control"] == "private, no-store"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "content-encoding" not in response.headers


async def test_nobody_yet_gives_titles_alone(client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne) -> None:
    files = await martine(client, cast, await new_campaign(CODE))
    assert await files.table() == []
    assert (await files.get("export.csv")).content.count(b"\n") == 1


async def test_a_download_is_written_down_once(client: httpx.AsyncClient, cast: Cast, a_class: int) -> None:
    files = await martine(client, cast, a_class)
    await files.get("export")
    for name in ("export.csv", "questions.csv", "export.ods", "export.xlsx"):
        await files.get(name)
    events = await AuditEvent.select().where(AuditEvent.action == "results.exported").order_by(AuditEvent.id)
    assert [event["details"] for event in events] == [
        f'{{"format":"{one}"}}' for one in ("csv", "questions.csv", "ods", "xlsx")
    ]
    assert {(event["actor"], event["subject"]) for event in events} == {(cast.ids["martine"], str(a_class))}


async def test_a_colleague_exports_too(client: httpx.AsyncClient, cast: Cast, a_class: int) -> None:
    await cast.sign_in(client, "paul")
    assert len(await Files(client, a_class).table()) == 4


@pytest.mark.parametrize("name", ["export", "export.csv", "export.ods", "export.xlsx", "questions.csv"])
async def test_a_stranger_finds_nothing(client: httpx.AsyncClient, cast: Cast, a_class: int, name: str) -> None:
    await cast.elsewhere()
    await cast.sign_in(client, "nadia")
    assert (await client.get(f"/orga/campagnes/{a_class}/{name}")).status_code == 404
    assert (await client.get(f"/orga/campagnes/999999/{name}")).status_code == 404
    assert not await AuditEvent.exists().where(AuditEvent.action == "results.exported")


@pytest.mark.parametrize("name", ["export", "export.csv", "export.ods", "export.xlsx", "questions.csv"])
async def test_a_visitor_signs_in_first(client: httpx.AsyncClient, a_class: int, name: str) -> None:
    response = await client.get(f"/orga/campagnes/{a_class}/{name}")
    assert response.status_code == 303
    assert response.headers["location"].startswith("/connexion")


STAGES = (
    Stage("Zéro", "Bienvenue.", threshold=0),
    Stage("Premier acquis", "Bravo.", first_skill=True),
    Stage("Moitié", "Bien.", threshold=50),
    Stage("Tout", "Parfait.", threshold=100),
)


def badge(title: str, *criteria: Criterion) -> Badge:
    return Badge(0, "", title, "", "", "star", False, False, criteria)


async def test_stages_and_badges_have_their_columns(
    client: httpx.AsyncClient, cast: Cast, a_class: int, world: ContentIndex
) -> None:
    files = await martine(client, cast, a_class)
    without = list((await files.table())[0])
    stored = await Participation.select(Participation.outcomes).where(Participation.shared_at.is_not_null()).first()
    assert stored is not None
    percent = 100 * stored["outcomes"].count("V") / len(stored["outcomes"])
    assert 0 < percent < 100, "a case that says something"
    await save_stages("decouverte", STAGES, None, now())
    await create_badge("decouverte", badge("Premiers pas", Criterion(10)), None, now(), sending="1")
    await create_badge("decouverte", badge("Tout", Criterion(10), Criterion(100)), None, now(), sending="2")
    table = await files.table()
    place = without.index("% maîtrise de l’ensemble des acquis du profil")
    three_more = ["Palier obtenu (/3)", "Premiers pas obtenu (O/N)", "Tout obtenu (O/N)"]
    assert list(table[0]) == without[:place] + three_more + without[place:]
    assert [table[0][name] for name in three_more] == ["2" if percent >= 50 else "1", "Oui", "Non"]
    assert {table[1][name] for name in three_more} == {"NA"}
    page = (await files.get("export")).text
    assert "le palier obtenu" in page
    assert "résultat thématique" in page
