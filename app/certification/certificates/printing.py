"""The certificate on two pages of A4, to print or to send: `certificate.typ` is its layout."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.certification.certificates.codes import VERIFICATION, verification_link
from app.certification.certificates.meanings import MEANINGS
from app.certification.certificates.queries import AreaLevels, Certificate
from app.certification.papers.words import Words
from app.certification.results.outcomes import LEVELS
from app.certification.scoring.meshes import THRESHOLDS
from app.lib.msgids import N_
from app.lib.pdf.documents import document
from app.lib.pdf.letters import cut
from app.lib.qr_codes import qr_svg
from app.web.formats import date_filter, number_filter

TEMPLATE = Path(__file__).with_name("certificate.typ")
LONGEST_NAME = 60
LONGEST_PLACE = 70
_FIXED = {
    "heading": N_("Certification des compétences numériques"),
    "delivered_to": N_("Certificat délivré à"),
    "score": N_("Score"),
    "level": N_("Niveau global"),
    "scale": N_("Échelle des niveaux"),
    "scale_from": N_("À partir de"),
    "own": N_("obtenu"),
    "code": N_("Code de vérification"),
    "qr": N_("QR code de l’adresse où ce certificat se vérifie"),
    "levels": N_("Niveau par compétence"),
    "level_of_competence": N_("Niveau"),
    "note": N_(
        "Le score certifié vient des seules réponses données pendant le test : il peut différer du nombre de pix"
        " affiché dans le profil."
    ),
}


async def certificate_pdf(one: Certificate, areas: Sequence[AreaLevels], base_url: str, language: str) -> bytes:
    """Its PDF; `base_url`: where its code is verified."""
    words, day, number = Words(language), date_filter(language), number_filter(language)
    name = cut(words.shown(f"{one.first_name} {one.last_name}"), LONGEST_NAME)
    born = [day(one.birthdate) if one.birthdate else "", words.shown(one.birth_city)]
    facts = {
        "words": _words(words, one, base_url),
        "name": name,
        "birth": cut(", ".join(filter(None, born)), LONGEST_PLACE),
        "pairs": [
            (words(N_("Centre de certification")), cut(words.shown(one.centre), LONGEST_PLACE)),
            (words(N_("Test passé le")), day(one.started_at)),
            (words(N_("Délivré le")), day(one.published_at)),
        ],
        "score": number(one.outcome.score),
        "score_out_of": words(N_("pix sur %(total)s"), total=number(one.max_score)),
        "level": words(LEVELS[one.outcome.level]),
        "meaning": words(MEANINGS[one.outcome.level]),
        "scale": _scale(words, one.outcome.level, one.max_level),
        "code": one.code,
        "qr": qr_svg(verification_link(base_url, one.code)).decode(),
        "areas": [_area(area, words) for area in areas],
    }
    return await document(TEMPLATE, facts, title=f"{words(_FIXED['heading'])} – {name}", language=language)


def _words(words: Words, one: Certificate, base_url: str) -> dict[str, str]:
    where = base_url.partition("://")[2] + VERIFICATION
    verify = N_(
        "Pour vérifier que Pix a délivré ce certificat, scannez ce QR code, ou saisissez ce code sur %(address)s"
    )
    read = N_(
        "Un niveau va de 1 à 8 : novice (1 et 2), indépendant (3 et 4), avancé (5 et 6), expert (7 et 8). Le plus haut"
        " qui puisse être certifié aujourd’hui est %(level)s."
    )
    highest = N_("Le niveau le plus haut aujourd’hui est %(name)s (%(pix)s pix).")
    return {
        **{name: words(text) for name, text in _FIXED.items()},
        "highest": words(highest, name=words(LEVELS[one.max_level]), pix=one.max_score),
        "how_to_verify": words(verify, address=where),
        "how_to_read": words(read, level=one.max_level),
    }


def _scale(words: Words, own: int, most: int) -> list[dict[str, Any]]:
    """Each global level that can be reached, and its first score."""
    return [
        {
            "name": words(LEVELS[level]),
            "from": words(N_("%(pix)s pix"), pix=THRESHOLDS[level]),
            "own": level == own,
        }
        for level in range(1, most + 1)
    ]


def _area(one: AreaLevels, words: Words) -> dict[str, Any]:
    none = words(N_("non certifiée"))
    return {
        "code": one.area.code,
        "name": _name(one.area.name, one.area.english, words),
        "levels": [
            (_name(competence.name, competence.english, words), level, none if level is None else str(level))
            for competence, level in one.levels
        ],
    }


def _name(french: str, english: str, words: Words) -> str:
    return english if words.language == "en" else words.shown(french)
