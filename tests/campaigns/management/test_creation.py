"""« Créer une campagne », as the guide for teachers tells it."""

from __future__ import annotations

import asyncio
import re
from datetime import date
from typing import Any

import html5lib
import httpx
import pytest

from app.accounts.tables import AuditEvent
from app.campaigns.tables import Campaign
from app.content.index import ContentIndex
from app.lib.clock import now
from app.lib.codes import is_campaign_code
from tests.campaigns.conftest import NewOne
from tests.campaigns.management.conftest import Fields
from tests.cast import Cast
from tests.evaluation.learner import HTMX

CREATION = "/orga/campagnes/creation"


@pytest.fixture
async def martine(client: httpx.AsyncClient, cast: Cast) -> httpx.AsyncClient:
    """Martine's browser, in Orga."""
    await cast.blaison()
    await cast.sign_in(client, "martine")
    return client


async def only() -> dict[str, Any]:
    """The one campaign there is."""
    rows = await Campaign.select()
    assert len(rows) == 1
    return rows[0]


async def test_the_form_offers_competences_by_domain_and_target_profiles(
    martine: httpx.AsyncClient, world: ContentIndex, cast: Cast
) -> None:
    page = (await martine.get(CREATION)).text
    for code, competence in world.competences.items():
        assert f'<option value="{code}">{code} {competence.name}' in page
    assert '<option value="decouverte">Découverte</option>' in page
    assert "numéro de sécurité sociale" in page
    assert f'<option value="{cast.ids["martine"]}" selected>Martine Antony</option>' in page
    assert '<option value="' + str(cast.ids["paul"]) in page


async def test_a_campaign_is_created_with_its_code(martine: httpx.AsyncClient, cast: Cast, fields: Fields) -> None:
    sent = fields(
        ask_external_id="yes",
        external_id_label="Numéro étudiant",
        landing_text="**CECI EST LE TITRE**",
        multiple_sendings="yes",
        opens_on="2026-11-09",
        closes_on="27/11/2026",
    )
    answer = await martine.post(CREATION, data=sent)
    made = await only()
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/orga/campagnes/{made['id']}"
    assert is_campaign_code(made["code"])
    assert made["organisation"] == cast.organisations["Université Blaison"]
    assert made["owner"] == cast.ids["martine"]
    assert (made["kind"], made["target"], made["target_name"]) == ("assessment", "decouverte", "Découverte")
    assert made["external_id_label"] == "Numéro étudiant"
    assert made["title"] == "UE 173 - gr. 1-4-5 Semaine 2"
    assert made["landing_text"] == "**CECI EST LE TITRE**"
    assert bool(made["multiple_sendings"])
    assert (made["opens_on"], made["closes_on"]) == (date(2026, 11, 9), date(2026, 11, 27))
    page = (await martine.get(answer.headers["location"])).text
    assert f"https://pix.test/campagnes/{made['code']}" in page
    events = await AuditEvent.select(AuditEvent.action, AuditEvent.actor, AuditEvent.subject)
    assert {"action": "campaign.created", "actor": cast.ids["martine"], "subject": str(made["id"])} in events


async def test_a_competence_is_a_target(martine: httpx.AsyncClient, fields: Fields) -> None:
    await martine.post(CREATION, data=fields(target="5.1"))
    assert (await only())["target"] == "5.1"


async def test_the_fields_of_the_contract_are_enough(martine: httpx.AsyncClient, cast: Cast) -> None:
    least = {"name": "UE 173", "kind": "assessment", "target": "decouverte", "ask_external_id": "no"}
    assert (await martine.post(CREATION, data=least)).status_code == 303
    made = await only()
    assert made["owner"] == cast.ids["martine"]
    assert not made["multiple_sendings"]


async def test_a_request_for_profiles_has_neither_target_nor_title(martine: httpx.AsyncClient, fields: Fields) -> None:
    answer = await martine.post(CREATION, data=fields(kind="profiles"))
    assert answer.status_code == 303
    made = await only()
    assert (made["kind"], made["target"], made["title"], made["goal"]) == ("profiles", "", "", "")


async def test_a_label_typed_then_given_up_is_not_asked(martine: httpx.AsyncClient, fields: Fields) -> None:
    await martine.post(CREATION, data=fields(ask_external_id="no", external_id_label="Numéro étudiant"))
    assert (await only())["external_id_label"] == ""


async def test_a_colleague_may_be_the_owner(martine: httpx.AsyncClient, cast: Cast, fields: Fields) -> None:
    await martine.post(CREATION, data=fields(owner=str(cast.ids["paul"])))
    assert (await only())["owner"] == cast.ids["paul"]
    event = (await AuditEvent.select().where(AuditEvent.action == "campaign.created"))[0]
    assert event["actor"] == cast.ids["martine"]


CORRECTIONS = [
    ({"name": " "}, "name", "Donnez un nom à votre campagne."),
    ({"name": "x" * 256}, "name", "255 caractères au plus"),
    ({"kind": "autre"}, "kind", "Choisissez entre évaluer"),
    ({"target": ""}, "target", "Choisissez ce que vous souhaitez tester"),
    ({"target": "nulle-part"}, "target", "Choisissez ce que vous souhaitez tester"),
    ({"target": None}, "target", "Choisissez ce que vous souhaitez tester"),
    ({"ask_external_id": "yes"}, "external_id_label", "Écrivez ce que vous demandez"),
    ({"ask_external_id": "yes", "external_id_label": "x" * 256}, "external_id_label", "255 caractères au plus"),
    ({"title": "x" * 51}, "title", "50 caractères au plus"),
    ({"landing_text": "x" * 5001}, "landing_text", "trop long d’un caractère"),
    ({"landing_text": "é" * 5042}, "landing_text", "trop long de 42 caractères"),
    ({"opens_on": "2026-11-27", "closes_on": "2026-11-09"}, "closes_on", "La clôture vient avant l’ouverture"),
    ({"opens_on": "31/02/2026"}, "opens_on", "Nous ne lisons pas cette date"),
    ({"closes_on": "demain"}, "closes_on", "Nous ne lisons pas cette date"),
    ({"closes_on": "0001-01-01"}, "closes_on", "Nous ne lisons pas cette date"),
    ({"owner": "0"}, "owner", "Choisissez un membre de votre équipe"),
    ({"owner": "martine"}, "owner", "Choisissez un membre de votre équipe"),
]


@pytest.mark.parametrize(("changes", "field", "words"), CORRECTIONS, ids=lambda value: str(value)[:40])
async def test_what_is_wrong_is_said_beside_its_field(
    martine: httpx.AsyncClient, fields: Fields, changes: dict[str, str], field: str, words: str
) -> None:
    answer = await martine.post(CREATION, data=fields(**changes))
    assert answer.status_code == 422
    said = re.search(rf'id="{field}-err">.*?</p>', answer.text, re.DOTALL)
    assert said
    assert words in said[0].replace("\u202f", " ").replace("\u00a0", " ")
    assert f'href="#{field}"' in answer.text, "and in the summary"
    assert await Campaign.count() == 0


async def test_everything_wrong_is_said_at_once_and_what_was_typed_stays(
    martine: httpx.AsyncClient, fields: Fields
) -> None:
    wrong = fields(name="", target="", title="x" * 51, landing_text="Bonjour **toutes**", opens_on="2026-11-09")
    answer = await martine.post(CREATION, data=wrong)
    assert set(re.findall(r'id="(\w+)-err"', answer.text)) == {"name", "target", "title"}
    assert "Il reste 3 points à corriger" in answer.text.replace("\u00a0", " ")
    assert "x" * 51 in answer.text
    assert "Bonjour **toutes**</textarea>" in answer.text
    assert 'value="2026-11-09"' in answer.text
    assert 'name="client_token" value="kx7m2q9w4z3t"' in answer.text


async def test_exactly_at_the_limits(martine: httpx.AsyncClient, fields: Fields) -> None:
    sent = fields(
        name="n" * 255, title="t" * 50, landing_text="l" * 5000, opens_on="2026-11-09", closes_on="2026-11-09"
    )
    assert (await martine.post(CREATION, data=sent)).status_code == 303


async def test_an_owner_of_another_organisation_is_refused(
    martine: httpx.AsyncClient, cast: Cast, fields: Fields
) -> None:
    await cast.elsewhere()
    assert (await martine.post(CREATION, data=fields(owner=str(cast.ids["nadia"])))).status_code == 422


async def test_sent_twice_it_is_created_once(martine: httpx.AsyncClient, fields: Fields) -> None:
    first = await martine.post(CREATION, data=fields())
    again = await martine.post(CREATION, data=fields())
    assert first.headers["location"] == again.headers["location"]
    assert await Campaign.count() == 1


async def test_sent_twice_at_once_it_is_created_once(martine: httpx.AsyncClient, fields: Fields) -> None:
    answers = await asyncio.gather(*(martine.post(CREATION, data=fields()) for _ in range(4)))
    assert len({one.headers["location"] for one in answers}) == 1
    assert await Campaign.count() == 1


async def test_changed_and_sent_again_it_is_another_campaign(martine: httpx.AsyncClient, fields: Fields) -> None:
    await martine.post(CREATION, data=fields())
    await martine.post(CREATION, data=fields(name="Un autre groupe"))
    assert await Campaign.count() == 2


async def test_two_forms_make_two_campaigns(martine: httpx.AsyncClient, fields: Fields) -> None:
    tokens = {re.findall(r'name="client_token" value="(\w+)"', (await martine.get(CREATION)).text)[0] for _ in range(2)}
    assert len(tokens) == 2
    for token in tokens:
        await martine.post(CREATION, data=fields(client_token=token))
    assert await Campaign.count() == 2


async def test_what_a_target_covers_is_shown_without_a_script(martine: httpx.AsyncClient, fields: Fields) -> None:
    sent = fields(name="Groupe 4", target="decouverte", landing_text="Bonjour", ask_external_id="yes")
    answer = await martine.post(f"{CREATION}/apercu", data=sent)
    assert answer.status_code == 200
    assert "Un peu de tout." in answer.text
    assert 'value="Groupe 4"' in answer.text
    assert '<option value="decouverte" selected>' in answer.text
    assert 'value="yes" checked> <label for="ask_external_id-yes">' in answer.text
    assert 'id="name-err"' not in answer.text
    assert await Campaign.count() == 0


async def test_what_a_target_covers_is_put_beside_the_choice(martine: httpx.AsyncClient, world: ContentIndex) -> None:
    answer = await martine.get(f"{CREATION}/cible?target=liste", headers=HTMX)
    assert answer.text.lstrip().startswith('<section id="management-coverage"')
    figures = dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", answer.text))
    skills = {world.challenges[one].skill for one in world.target_profiles["liste"].challenges}
    assert figures["Questions"] == "3"
    assert figures["Acquis"] == str(len(skills))
    assert figures["Sujets"] == str(len({one.topic for one in skills}))
    assert figures["Niveau maximal"] == str(max(one.level for one in skills))
    assert "toujours les mêmes" in answer.text.lower()


@pytest.mark.parametrize("key", ["", "nulle-part", "x" * 500, "%00"])
async def test_an_unknown_target_covers_nothing(martine: httpx.AsyncClient, key: str) -> None:
    answer = await martine.get(f"{CREATION}/cible", params={"target": key}, headers=HTMX)
    assert answer.status_code == 200
    assert "Choisissez une compétence" in answer.text


async def test_the_address_of_a_part_leads_to_the_form(martine: httpx.AsyncClient) -> None:
    answer = await martine.get(f"{CREATION}/cible?target=liste")
    assert answer.headers["location"] == CREATION


async def test_the_words_look_as_learners_will_see_them(
    martine: httpx.AsyncClient, open_client: Any, fields: Fields
) -> None:
    text = (
        "**CECI EST LE TITRE**\n\nVous *choisissez* :\n\n* Domaine\n* Compétences Pix\n    * Gérer des données\n\n"
        "1. un\n2. deux"
    )
    preview = (await martine.post(f"{CREATION}/apercu", data=fields(landing_text=text), headers=HTMX)).text
    assert preview.lstrip().startswith('<section id="management-preview"')
    await martine.post(CREATION, data=fields(landing_text=text))
    landing = (await open_client().get(f"/campagnes/{(await only())['code']}")).text
    words = re.search(r"</h3>\n(.*?)\n</section>", preview, re.DOTALL)
    assert words
    for piece in ("<strong>CECI EST LE TITRE</strong>", "<em>choisissez</em>", "<ol>", "Gérer des données"):
        assert piece in words[1]
    assert re.search(r"Compétences Pix\s*<ul>\s*<li>Gérer", words[1]), "a list in the list"
    assert words[1] in landing


ATTACKS = [
    "<script>alert(1)</script>",
    '<img src="https://ailleurs.example/espion.png" onerror="alert(1)">',
    "![espion](https://ailleurs.example/espion.png)",
    "![espion](//ailleurs.example/espion.png)",
    "[cliquez](javascript:alert(1))",
    "[cliquez](JaVaScRiPt&colon;alert(1))",
    "[cliquez](data:text/html;base64,PHNjcmlwdD4=)",
    "[x]: javascript:alert(1)\n\n[cliquez][x]",
    "<a href='javascript:alert(1)'>x</a>",
    "<iframe src='https://ailleurs.example'></iframe>",
    "<style>body { display: none }</style>",
    '[x](https://bien.example "onmouseover=alert(1)")',
    "<svg/onload=alert(1)>",
    "<textarea></textarea></textarea><script>alert(1)</script>",
    "<form action='https://ailleurs.example'><input name=password></form>",
]


@pytest.mark.parametrize("attack", ATTACKS)
async def test_attacks_in_the_words_do_nothing(
    martine: httpx.AsyncClient, open_client: Any, fields: Fields, attack: str
) -> None:
    preview = await martine.post(f"{CREATION}/apercu", data=fields(landing_text=attack), headers=HTMX)
    await martine.post(CREATION, data=fields(landing_text=attack))
    made = await only()
    seen = [
        re.sub(r"<textarea.*?</textarea>", "", one.text, flags=re.DOTALL)
        for one in (
            preview,
            await martine.get(f"/orga/campagnes/{made['id']}"),
            await martine.get(f"/orga/campagnes/{made['id']}/modification"),
            await open_client().get(f"/campagnes/{made['code']}"),
        )
    ]
    for page in seen:
        assert dangers(page) == []


def dangers(page: str) -> list[str]:
    """What would run, or come from another site, in a page."""
    found = []
    for one in html5lib.HTMLParser(namespaceHTMLElements=False).parse(page).iter():
        if one.tag in ("iframe", "style", "img", "object") or (one.tag == "script" and not one.get("src")):
            found.append(str(one.tag))
        for name, value in one.items():
            if name.startswith("on") or re.match(r"\s*(javascript|data|vbscript):", value, re.IGNORECASE):
                found.append(f"{one.tag} {name}")
            elif "ailleurs.example" in value:
                found.append(f"{one.tag} {name} {value}")
    return found


async def test_tags_in_a_name_are_text(martine: httpx.AsyncClient, fields: Fields) -> None:
    await martine.post(CREATION, data=fields(name="<b>1. *Groupe* A</b>", title="<i>t</i>"))
    for address in ("/orga/campagnes", f"/orga/campagnes/{(await only())['id']}"):
        page = (await martine.get(address)).text
        assert "&lt;b&gt;1. *Groupe* A&lt;/b&gt;" in page
        assert "<b>1." not in page


async def test_a_copy_opens_the_form_filled_in(
    martine: httpx.AsyncClient, new_campaign: NewOne, fields: Fields
) -> None:
    source = await new_campaign(
        name="UE 173",
        target="5.1",
        title="Mon titre",
        landing_text="Bonjour",
        external_id_label="Numéro",
        multiple_sendings=True,
        closes_on=date(2026, 6, 1),
    )
    page = (await martine.get(f"{CREATION}?copie={source}")).text
    assert 'value="Copie de UE 173"' in page
    assert '<option value="5.1" selected>' in page
    assert 'value="Mon titre"' in page
    assert "Bonjour</textarea>" in page
    assert 'value="Numéro"' in page
    assert 'name="multiple_sendings" type="checkbox" value="yes" checked' in page
    assert "2026-06-01" not in page


async def test_a_colleague_may_copy_and_owns_the_copy(
    client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne
) -> None:
    source = await new_campaign()
    await cast.sign_in(client, "paul")
    page = (await client.get(f"{CREATION}?copie={source}")).text
    assert f'<option value="{cast.ids["paul"]}" selected>' in page


@pytest.mark.parametrize("copied", ["0", "-1", "999", "abc", "9" * 40, ""])
async def test_what_is_not_there_is_not_copied(martine: httpx.AsyncClient, copied: str) -> None:
    assert (await martine.get(f"{CREATION}?copie={copied}")).status_code == 404


async def test_a_stranger_copies_nothing(client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne) -> None:
    source = await new_campaign()
    await cast.elsewhere()
    await cast.sign_in(client, "nadia")
    assert (await client.get(f"{CREATION}?copie={source}")).status_code == 404


async def test_nobody_else_creates(client: httpx.AsyncClient, cast: Cast, fields: Fields) -> None:
    await cast.blaison()
    assert (await client.post(CREATION, data=fields())).headers["location"].startswith("/connexion")
    await cast.sign_in(client, "louise")
    assert (await client.post(CREATION, data=fields())).headers["location"].startswith("/orga")
    assert await Campaign.count() == 0


async def test_a_profile_not_shared_with_the_organisation_is_unknown(
    martine: httpx.AsyncClient, cast: Cast, fields: Fields
) -> None:
    from app.campaigns.target_profiles.tables import TargetProfile, TargetProfileShare

    elsewhere = await cast.elsewhere()
    rows = await TargetProfile.insert(
        TargetProfile(
            key="tp-abcdefgh", name="Sur mesure", category="custom", body='{"topics":{"alpha":2}}', created_at=now()
        )
    )
    await TargetProfileShare.insert(TargetProfileShare(profile=rows[0]["id"], organisation=elsewhere))
    assert "Sur mesure" not in (await martine.get(CREATION)).text
    assert (await martine.post(CREATION, data=fields(target="tp-abcdefgh"))).status_code == 422
    blaison = cast.organisations["Université Blaison"]
    await TargetProfileShare.insert(TargetProfileShare(profile=rows[0]["id"], organisation=blaison))
    assert "Sur mesure" in (await martine.get(CREATION)).text
    assert (await martine.post(CREATION, data=fields(target="tp-abcdefgh"))).status_code == 303
