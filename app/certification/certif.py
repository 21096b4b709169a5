"""Pix Certif, as a space where teams work."""

from __future__ import annotations

from app.certification.tables import CentreInvitation, CentreMembership, CertificationCentre
from app.lib.msgids import N_
from app.organisations.spaces import Space, TeamWords

_WORDS = TeamWords(
    invites=N_(
        "L'équipe de « %(workplace)s » vous invite à la rejoindre sur Pix Certif, l'espace où l'on prépare des "
        "sessions de certification et où l'on suit leurs candidats."
    ),
    will=(
        ("mail", N_("créer des sessions de certification et y inscrire des candidats ;")),
        ("eye", N_("imprimer la feuille d'émargement et les documents du surveillant ;")),
        ("bulb", N_("surveiller la session, la finaliser et suivre ses résultats.")),
    ),
    enters=N_("Vous êtes connecté au nom de %(name)s. C'est avec ce compte que vous entrerez dans le centre."),
    works_there=N_("Votre compte travaille déjà dans le centre « %(workplace)s »."),
    is_closed=N_("Ce centre est fermé"),
    was_closed=N_("Le centre « %(workplace)s » n'est plus ouvert : on ne peut plus le rejoindre."),
    moved=N_("Vous travaillez maintenant dans le centre « %(workplace)s » : relisez, puis envoyez."),
    member=N_("crée des sessions, inscrit les candidats, imprime les documents"),
    administrator=N_("gère aussi l'équipe : invitations, rôles, départs"),
    removed=N_("Cette personne ne fait plus partie de l'équipe. Ses sessions restent."),
    removal_closes=N_("Cette personne n'entre plus dans le centre « %(workplace)s », dès maintenant."),
    removal_keeps=N_("Les sessions qu'elle a créées restent, avec leurs candidats : toute l'équipe les gère."),
    leaving_closes=N_("Vous ne verrez plus les sessions de ce centre ni leurs candidats."),
    leaving_keeps=N_("Les sessions que vous avez créées restent à la disposition de l'équipe."),
    leaving_alone=N_(
        "Invitez un collègue comme administrateur. Dès qu'il aura rejoint l'équipe, vous pourrez la quitter. "
        "Pour fermer le centre, écrivez à l'organisme qui exploite ce service."
    ),
)

CERTIF = Space(
    name="Certif",
    path="/certif",
    joining="/certif/rejoindre",
    entry="/certif/sessions",
    noun="centre",
    workplaces=CertificationCentre,
    memberships=CentreMembership,
    invitations=CentreInvitation,
    has_organisations=False,
    words=_WORDS,
)
