"""Who gives the badge, and what it is given for: the public half of it. Pure.

Source of the shapes: Open Badges 3.0 (1EdTech), Profile, Achievement, ResultDescription.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeAlias

from app.certification.badge.addresses import Addresses
from app.certification.certificates.meanings import MEANINGS
from app.certification.results.outcomes import LEVELS
from app.lib.msgids import N_
from app.web.languages import LANGUAGES

Document: TypeAlias = Mapping[str, Any]
Translate: TypeAlias = Callable[[str], str]

CONTEXTS: Final = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)
GIVEN: Final[Sequence[int]] = sorted(MEANINGS)
"""The global levels that a certificate may have."""
MOST_PIX = 1024
"""Eight levels of eight pix in sixteen competences: what the scale goes to, whatever can be reached today."""
_NAME = N_("Certification Pix, niveau %(level)s")
_DESCRIPTION = N_("Ses compétences numériques sont certifiées au niveau %(level)s.")
_CRITERIA = N_(
    "Passer le test de certification dans un centre, sous surveillance et après vérification de l’identité, et y"
    " obtenir le niveau global %(level)s. Le test couvre seize compétences : information et données, communication et"
    " collaboration, création de contenu, protection et sécurité, environnement numérique."
)
_SCORE = N_("Score en pix")


def issuer(at: Addresses) -> Document:
    """The profile of the service."""
    return {"id": at.issuer, "type": ["Profile"], "name": "Pix", "url": at.base}


def achievement(at: Addresses, level: int, words: Translate, language: str) -> Document:
    """What a badge of this global level is given for, in a language."""
    name, meaning = {"level": words(LEVELS[level])}, words(MEANINGS[level])
    here = at.achievement(language, level)
    return {
        "id": here,
        "type": ["Achievement"],
        "achievementType": "Certification",
        "creator": issuer(at),
        "name": words(_NAME) % name,
        "description": f"{words(_DESCRIPTION) % name} {meaning}",
        "criteria": {"narrative": words(_CRITERIA) % name},
        "image": {"id": at.picture(language, level), "type": "Image", "caption": words(_NAME) % name},
        "inLanguage": language,
        "related": [
            {"id": at.achievement(other, level), "type": ["Related"], "inLanguage": other}
            for other in LANGUAGES
            if other != language
        ],
        "resultDescription": [
            {
                "id": score_of(here),
                "type": ["ResultDescription"],
                "name": words(_SCORE),
                "resultType": "RawScore",
                "valueMin": "0",
                "valueMax": str(MOST_PIX),
            }
        ],
    }


def score_of(achievement: str) -> str:
    """Names the score among the results of an achievement."""
    return f"{achievement}#score"


def alone(document: Document) -> Document:
    """The same with the contexts that give its words their meaning, for who finds it at its address."""
    return {"@context": CONTEXTS, **document}
