"""Whatever a member sends to the forms of a campaign: an answer that is no defect, and nothing wrong stored."""

from __future__ import annotations

from urllib.parse import urlencode

import httpx
import pytest

from app.campaigns.tables import Campaign, Participation
from tests.campaigns.conftest import NewOne
from tests.cast import Cast
from tests.house.routes import addresses
from tests.house.test_bad_input import BODIES, FORM

OURS = [
    one
    for one in addresses()
    if one.method == "POST"
    and one.path.startswith("/orga/campagnes")
    and "participants" not in one.path
    and one.path.rsplit("/", 1)[1] in ("creation", "apercu", "modification", "suppression")
]
FIELDS = """name owner kind target ask_external_id external_id_label title landing_text multiple_sendings opens_on
closes_on client_token campaign""".split()
VALUES = {
    "tags": "<script>alert(1)</script>{{ 7 * 7 }}",
    "NUL": "a\0b",
    "half a character": "\ud800",
    "huge number": "9" * 400,
    "just too large": str(2**63),
    "negative": "-1",
    "other digits": "²",
    "formula": "=cmd|' /C calc'!A0",
    "direction": "\u202egnp.exe",
    "only invisible": "\u200b\u2060",
}


@pytest.fixture
async def campaign(client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne) -> int:
    """Martine's campaign, and Martine in her browser."""
    number = await new_campaign()
    await cast.sign_in(client, "martine")
    return number


def test_there_are_forms() -> None:
    assert len(OURS) == 6


@pytest.mark.parametrize("name", BODIES)
async def test_a_bad_body_is_no_defect(client: httpx.AsyncClient, campaign: int, name: str) -> None:
    body, headers = BODIES[name]
    before = await Campaign.select().order_by(Campaign.id)
    for one in OURS:
        answer = await client.post(one.with_values(campaign=str(campaign)), content=body, headers=headers)
        assert answer.status_code < 500, str(one)
    assert await Campaign.select().order_by(Campaign.id) == before
    assert await Participation.count() == 0


@pytest.mark.parametrize("name", VALUES)
async def test_a_strange_value_in_every_field(client: httpx.AsyncClient, campaign: int, name: str) -> None:
    body = urlencode({field: VALUES[name].encode("utf-8", "surrogatepass") for field in FIELDS}).encode()
    before = await Campaign.select()
    for one in OURS:
        answer = await client.post(one.with_values(campaign=str(campaign)), content=body, headers=FORM)
        assert answer.status_code < 500, str(one)
    assert await Campaign.select() == before


@pytest.mark.parametrize("name", VALUES)
async def test_a_strange_name_is_shown_as_it_is(client: httpx.AsyncClient, campaign: int, name: str) -> None:
    """A right form, but for its words: stored, and every page that shows them holds."""
    words = VALUES[name].encode("utf-8", "surrogatepass")
    fields = {"name": b"A" + words, "title": words[:20], "landing_text": words, "external_id_label": b"B" + words}
    right = {"kind": "assessment", "target": "decouverte", "ask_external_id": "yes"}
    answer = await client.post("/orga/campagnes/creation", content=urlencode({**right, **fields}), headers=FORM)
    if answer.status_code == 422:
        assert name == "huge number", "too long, and nothing else"
        return
    here = answer.headers["location"]
    for path in (here, f"{here}/modification", f"{here}/fiche", f"{here}/suppression", "/orga/campagnes"):
        page = await client.get(path)
        assert page.status_code == 200
        assert "<script>alert" not in page.text
        assert "{{ 7" in page.text or name != "tags"
