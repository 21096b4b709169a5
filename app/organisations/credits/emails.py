"""What the team is told about its credits."""

from __future__ import annotations

from app.lib.msgids import N_
from app.organisations.credits.queries import administrators
from app.organisations.emails import link, write
from app.organisations.tables import Organisation


async def post_none_left(organisation: int) -> None:
    """To the administrators, when the last credit has just been used: after its transaction."""
    row = await Organisation.select(Organisation.name).where(Organisation.id == organisation).first()
    for person in await administrators(organisation):
        write(
            person.email or "",
            person.language,
            N_("Votre espace Pix Orga n'a plus de crédit"),
            N_(
                "Bonjour,\n\nLe dernier crédit de « %(organisation)s » vient d'être utilisé : de nouveaux participants "
                "ne peuvent plus commencer vos campagnes. Ceux qui ont déjà commencé continuent, et ceux qu'un crédit "
                "couvre encore peuvent en commencer d'autres.\n\nVos crédits, et qui ils couvrent :\n\n%(link)s\n\n"
                "Pour en demander, répondez à la personne de l'équipe Pix qui suit votre espace, ou écrivez-nous "
                "depuis la page d'aide."
            ),
            organisation=row["name"] if row else "",
            link=link("/orga/credits"),
        )
