"""The organisations and campaigns of the demo, filled by simulated learners."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from app.accounts import people as accounts
from app.campaigns import campaigns, participations, queries
from app.campaigns.campaigns import NewCampaign
from app.campaigns.participations import Learner
from app.content.releases import current_index
from app.demo.people import ACCOUNTS, account, participant
from app.demo.playing import play
from app.demo.simulated_learner import draw_ability
from app.organisations import organisations
from app.organisations.tables import Organisation
from app.settings import settings

SEED = 2026
PARTICIPANTS = 30
WELCOME = """Bonjour à toutes et à tous,

Ce parcours prépare notre séance de **jeudi prochain**. Il n’est *pas noté* : il nous sert à
choisir ensemble les points à travailler.

* Domaines
    * information et données
    * communication
    * protection
* Une demi-heure environ, **en une ou plusieurs fois**

Comment faire :

1. allez jusqu’au bout ;
2. envoyez vos résultats avant mercredi soir.

Martine Antony
"""


async def fill(now: datetime) -> None:
    """Everything of the demo that is not there yet."""
    ids = {one.email.split("@")[0]: await account(one, now) for one in ACCOUNTS}
    for name in ("eleve", "prof", "chef"):
        await accounts.opening_cards_seen(ids[name])
    blaison = await _organisation("Université Blaison", "SUP", now)
    moulin = await _organisation("Collège Jean-Moulin", "SCO", now)
    for organisation in (blaison, moulin):
        await organisations.add_member(organisation, ids["prof"], "member", now)
        await organisations.add_member(organisation, ids["chef"], "administrator", now)
    new = await _campaigns(blaison, moulin, ids["prof"], now)
    if "DECOUV123" in new:
        await _participants("DECOUV123", now)
    if "NUMERO234" in new:
        await _louise(ids["eleve"], now)


async def _organisation(name: str, kind: organisations.Kind, now: datetime) -> int:
    found = await Organisation.select(Organisation.id).where(Organisation.name == name).first()
    if found:
        return int(found["id"])
    return await organisations.create(name, kind, now, manages_learners=kind == "SCO")


async def _campaigns(blaison: int, moulin: int, owner: int, now: datetime) -> set[str]:
    """Creates the campaigns that are missing; their codes."""
    wanted = {
        "DECOUV123": NewCampaign(
            blaison,
            owner,
            "Madame Antony - UE 172 - gr. 1-4-5 Semaine 2",
            target="decouverte",
            title="Découverte de Pix",
            landing_text=WELCOME,
        ),
        "NUMERO234": NewCampaign(
            blaison,
            owner,
            "Madame Villo - UE 173 - gr. 1-4-5 Semaine 4",
            target="5.1",
            title="UE 173 – gr. 1-4-5 Semaine 4",
            external_id_label="Numéro de l’étudiant",
            multiple_sendings=True,
        ),
        "RENTRE246": NewCampaign(
            moulin, owner, "Campagne de rentrée - 3e B", target="rentree", title="Campagne de rentrée"
        ),
        "PROFIL678": NewCampaign(blaison, owner, "Profils avant la certification", kind="profiles"),
        "ARCHIV999": NewCampaign(blaison, owner, "Ancien groupe", target="decouverte", title="Ancien parcours"),
    }
    created = set()
    for code, new in wanted.items():
        if not await queries.code_exists(code):
            campaign = await campaigns.create(new, now - timedelta(days=20), code=code)
            created.add(code)
            if code == "ARCHIV999":
                await campaigns.archive(campaign, owner, now)
    return created


async def _participants(code: str, now: datetime) -> None:
    """Thirty people in every state: some have just begun, some finished without sending, most sent."""
    campaign, random = await queries.campaign_by_code(code), Random(SEED)
    topics = sorted(current_index().topics)
    for number in range(PARTICIPANTS):
        user = await participant(number, code.lower(), now)
        began = now - timedelta(days=random.uniform(0.1, 12))
        ability = draw_ability(random, topics)
        learner = _learner(user)
        begun = await participations.begin(campaign, learner, "", began)
        assert begun.assessment is not None
        played = await play(
            begun.assessment, user, ability, random, began, most=random.randint(1, 8) if number % 5 == 0 else None
        )
        if played.finished and number % 5 != 1:
            await participations.share(campaign, learner, played.at + timedelta(minutes=2))


async def _louise(user: int, now: datetime) -> None:
    """A half-filled profile, and a journey under way."""
    random = Random(SEED + 1)
    ability = draw_ability(random, sorted(current_index().topics))
    campaign, began = await queries.campaign_by_code("DECOUV123"), now - timedelta(days=9)
    begun = await participations.begin(campaign, _learner(user), "", began)
    assert begun.assessment is not None
    played = await play(begun.assessment, user, ability, random, began)
    await participations.share(campaign, _learner(user), played.at)
    other = await queries.campaign_by_code("NUMERO234")
    begun = await participations.begin(other, _learner(user), "22107645", now - timedelta(days=1))
    assert begun.assessment is not None
    await play(begun.assessment, user, ability, random, now - timedelta(days=1), most=3)


def _learner(user: int) -> Learner:
    configuration = settings()
    return Learner(user, "fr", configuration.placement_engine, configuration.max_reachable_level)
