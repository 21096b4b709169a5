"""Pix Certif, as a space where teams work."""

from __future__ import annotations

from app.certification.tables import CentreInvitation, CentreMembership, CentreRequest, CertificationCentre
from app.lib.msgids import N_
from app.organisations.spaces import RequestWords, Space, TeamWords

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

_REQUEST_WORDS = RequestWords(
    no_name=N_("Indiquez le nom de votre établissement"),
    no_kind=N_("Choisissez ce qui ressemble le plus à votre établissement"),
    subject=N_("Votre demande de centre de certification"),
    acknowledged=N_(
        "Bonjour,\n\nNous avons bien reçu votre demande de centre de certification. Une personne de l'équipe la "
        "lit et vous répond à cette adresse, en général sous une semaine.\n\n"
        "Si vous n'avez rien demandé, ignorez ce message."
    ),
    opened_subject=N_("Votre centre de certification est ouvert"),
    opened=N_(
        "Bonjour,\n\nVotre demande est acceptée : le centre de certification « %(workplace)s » est ouvert, et "
        "vous en êtes le premier administrateur.\n\n"
        "Pour y entrer, ouvrez ce lien puis connectez-vous avec votre compte Pix, ou créez-en un :\n\n"
        "%(link)s\n\n"
        "Vous pourrez ensuite inviter vos collègues et créer votre première session."
    ),
    declined=N_(
        "Bonjour,\n\nNous avons lu votre demande de centre de certification avec attention et nous ne pouvons pas "
        "l'accepter aujourd'hui :\n\n%(reason)s\n\n"
        "Vous pouvez envoyer une nouvelle demande quand vous le souhaitez :\n\n%(link)s"
    ),
)

CERTIF = Space(
    name="Certif",
    path="/certif",
    home="/certif/sessions",
    joining="/certif/rejoindre",
    entry="/certif/sessions",
    choice_page="certification/centres",
    noun="centre",
    workplaces=CertificationCentre,
    memberships=CentreMembership,
    invitations=CentreInvitation,
    requests=CentreRequest,
    request_form="certification/request",
    request_sent="certification/request_sent",
    logged_request="centre_request",
    has_organisations=False,
    words=_WORDS,
    request_words=_REQUEST_WORDS,
)
