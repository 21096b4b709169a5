"""The organisations and campaigns of the demo, filled by simulated learners."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from app.accounts import people as accounts
from app.campaigns import campaigns, participations, queries
from app.campaigns.campaigns import NewCampaign
from app.content.releases import current_index
from app.demo.certification_centre import certification_centre
from app.demo.certified import past_sessions
from app.demo.classes import SEED, Class, take, taker, test_oneself
from app.demo.people import ACCOUNTS, account
from app.demo.playing import play
from app.demo.simulated_learner import Ability, draw_ability
from app.demo.stages_and_badges import stages_and_badges
from app.organisations import organisations
from app.organisations.credits import lots
from app.organisations.orga import ORGA
from app.organisations.space.terms import accept_terms
from app.organisations.tables import Organisation
from app.organisations.team.memberships import choose

CLASSES = (
    Class("DECOUV123", 30, ("Groupe 1", "Groupe 4", "Groupe 5")),
    Class("NUMERO234", 14, ("Groupe 2",), unsent=1, numbered=True),
    Class("RENTRE246", 24, ("3e B",), unfinished=1, unsent=1),
    Class("LYCEES246", 18, ("2de 1", "2de 2"), unfinished=1, unsent=3),
    Class("PROFIL678", 12, ("Groupe 3",), unsent=3),
    Class("AMPHIT450", 450, tuple(f"TD {number}" for number in range(1, 16))),
)
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
    for name in ("prof", "chef"):
        await accept_terms(ids[name], now)
    blaison = await _organisation("Université Blaison", "SUP", now, uses_credits=True)
    await _credits(blaison, now)
    moulin = await _organisation("Collège Jean-Moulin", "SCO", now)
    for organisation in (blaison, moulin):
        await organisations.add_member(organisation, ids["prof"], "member", now)
        await organisations.add_member(organisation, ids["chef"], "administrator", now)
    for name in ("prof", "chef"):
        await choose(ORGA, ids[name], blaison, now)
    lycee = await _academy(ids["chef"], moulin, now)
    await stages_and_badges(now)
    centre = await certification_centre(ids["certif"], blaison, now)
    new = await _campaigns(blaison, moulin, lycee, ids, now)
    for one in CLASSES:
        if one.code in new:
            await take(one, now)
    if "NUMERO234" in new:
        await _louise(ids["eleve"], now)
    await past_sessions(centre, ids["certif"], ids["eleve"], ids["admin"], now)


async def _organisation(name: str, kind: organisations.Kind, now: datetime, *, uses_credits: bool = False) -> int:
    found = await Organisation.select(Organisation.id).where(Organisation.name == name).first()
    if found:
        return int(found["id"])
    return await organisations.create(name, kind, now, manages_learners=kind == "SCO", uses_credits=uses_credits)


async def _credits(organisation: int, now: datetime) -> None:
    """A free lot before classes begin, then a paid one."""
    for size, free, days in ((600, True, 90), (50, False, 30)):
        ordered = (now - timedelta(days=days)).date()
        sending = f"demo-{organisation}-{size}"
        await lots.add(organisation, lots.NewLot(size, free, ordered, sending=sending), by=None, at=now)


async def _academy(head: int, moulin: int, now: datetime) -> int:
    """A group of three establishments, one of which has not answered yet; the id of the lycée."""
    academy = await _organisation("Académie de la Vallée", "SCO", now)
    lycee = await _organisation("Lycée Olympe-de-Gouges", "SCO", now)
    silent = await _organisation("Collège des Deux-Rives", "SCO", now)
    for organisation in (academy, lycee):
        await organisations.add_member(organisation, head, "administrator", now)
    for establishment in (moulin, lycee, silent):
        await Organisation.update({Organisation.parent: academy}).where(Organisation.id == establishment)
    return lycee


async def _campaigns(blaison: int, moulin: int, lycee: int, ids: dict[str, int], now: datetime) -> set[str]:
    """Creates the campaigns that are missing; their codes."""
    owner = ids["prof"]
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
        "LYCEES246": NewCampaign(
            lycee, ids["chef"], "Campagne de rentrée - Secondes", target="rentree", title="Campagne de rentrée"
        ),
        "PROFIL678": NewCampaign(blaison, owner, "Profils avant la certification", kind="profiles"),
        "AMPHIT450": NewCampaign(
            blaison, owner, "Licence 1 - tous les groupes - Semaine 1", target="decouverte", title="Bienvenue en L1"
        ),
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


LEVEL_OF_LOUISE = 3.6
TESTED_BY_LOUISE = ("1.2", "2.1", "2.3", "3.1", "4.1", "4.3")


async def _louise(user: int, now: datetime) -> None:
    """A half-filled profile, and a journey under way."""
    random = Random(SEED + 1)
    usual = draw_ability(random, sorted(current_index().topics))
    ability = Ability(LEVEL_OF_LOUISE, usual.by_topic)
    tested = [code for code in TESTED_BY_LOUISE if code in current_index().competences]
    await test_oneself(user, tested, ability, random, now - timedelta(days=12))
    campaign, began = await queries.campaign_by_code("DECOUV123"), now - timedelta(days=9)
    begun = await participations.begin(campaign, taker(user), "", began)
    assert begun.assessment is not None
    played = await play(begun.assessment, user, ability, random, began)
    await participations.share(campaign, taker(user), played.at)
    other = await queries.campaign_by_code("NUMERO234")
    begun = await participations.begin(other, taker(user), "22107645", now - timedelta(days=1))
    assert begun.assessment is not None
    await play(begun.assessment, user, ability, random, now - timedelta(days=1), most=3)
