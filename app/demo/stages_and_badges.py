"""Stages and badges of « Découverte de Pix » in the demo."""

from __future__ import annotations

from datetime import datetime

from app.campaigns.target_profiles.badges import Badge, Criterion
from app.campaigns.target_profiles.queries import badges_of, stages_of
from app.campaigns.target_profiles.rewards import create_badge, save_stages
from app.campaigns.target_profiles.stages import Stage

TARGET = "decouverte"
STAGES = (
    Stage(
        "tout est à découvrir",
        "Chacun commence quelque part : les tutos proposés plus bas sont faits pour vous.",
        threshold=0,
        prescriber_title="À accompagner",
        prescriber_description="Aucun acquis validé : une reprise en petit groupe, avec les tutos, est conseillée.",
    ),
    Stage(
        "premiers repères",
        "Vos premiers acquis sont là. Continuez, les suivants viennent plus vite.",
        first_skill=True,
        prescriber_title="Débutant",
        prescriber_description="Quelques gestes sont connus ; les sujets restent à travailler un par un.",
    ),
    Stage(
        "en chemin",
        "Les gestes les plus courants vous sont familiers ; il reste des sujets à éclaircir.",
        threshold=30,
        prescriber_title="En chemin",
        prescriber_description="Les usages courants sont acquis ; visez un ou deux sujets précis.",
    ),
    Stage(
        "à l’aise",
        "Vous vous débrouillez dans la plupart des situations du quotidien.",
        threshold=60,
        prescriber_title="À l’aise",
        prescriber_description="Autonome dans la plupart des situations.",
    ),
    Stage(
        "prêt à aider les autres",
        "Vous maîtrisez presque tout ce parcours : vos camarades peuvent compter sur vous.",
        threshold=85,
        prescriber_title="Ressource pour le groupe",
        prescriber_description="Peut accompagner les autres, ou tenter un parcours plus exigeant.",
    ),
)
BADGES = (
    Badge(
        id=0,
        key="",
        title="Premiers pas",
        message="La moitié du parcours est derrière vous.",
        alt="Une boussole",
        icon="compass",
        always_visible=True,
        certifiable=False,
        criteria=(Criterion(50, name="Tout le parcours"),),
    ),
    Badge(
        id=0,
        key="",
        title="Messages en confiance",
        message="Vous savez écrire un courriel qui atteint son but, et flairer celui qui vous tend un piège.",
        alt="Un bouclier",
        icon="shield",
        always_visible=True,
        certifiable=False,
        criteria=(
            Criterion(60, {"email-writing": 4}, "Écrire un courriel"),
            Criterion(60, {"scams-and-phishing": 4}, "Déjouer les arnaques"),
        ),
    ),
)


async def stages_and_badges(now: datetime) -> None:
    """Those that are missing; what the staff changed since then stays."""
    if not await stages_of(TARGET):
        await save_stages(TARGET, STAGES, None, now)
    if not await badges_of(TARGET):
        for one in BADGES:
            await create_badge(TARGET, one, None, now, sending=f"demo {one.title}")
