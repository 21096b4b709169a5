"""Pix Orga, as a space where teams work."""

from __future__ import annotations

from app.lib.msgids import N_
from app.organisations.requests.tables import SpaceRequest
from app.organisations.spaces import RequestWords, Space, TeamWords
from app.organisations.tables import Membership, Organisation
from app.organisations.team.tables import Invitation

_WORDS = TeamWords(
    invites=N_(
        "L'équipe de « %(workplace)s » vous invite à la rejoindre sur Pix Orga, l'espace où l'on envoie des "
        "parcours de test Pix et où l'on suit leurs résultats."
    ),
    will=(
        ("mail", N_("envoyer des parcours de test à vos élèves, étudiants ou collègues ;")),
        ("eye", N_("suivre qui a commencé, fini, envoyé ses résultats ;")),
        ("bulb", N_("voir les sujets à retravailler et télécharger tous les résultats.")),
    ),
    enters=N_("Vous êtes connecté au nom de %(name)s. C'est avec ce compte que vous entrerez dans l'espace."),
    works_there=N_("Votre compte travaille déjà dans l'espace « %(workplace)s »."),
    is_closed=N_("Cet espace est fermé"),
    was_closed=N_("L'espace « %(workplace)s » n'est plus ouvert : on ne peut plus le rejoindre."),
    moved=N_("Vous travaillez maintenant dans l'espace « %(workplace)s » : relisez, puis envoyez."),
    member=N_("crée des campagnes, suit les participants, voit les résultats"),
    administrator=N_("gère aussi l'équipe et toutes les campagnes"),
    removed=N_("Cette personne ne fait plus partie de l'équipe. Ses campagnes restent."),
    removal_closes=N_("Cette personne n'entre plus dans l'espace « %(workplace)s », dès maintenant."),
    removal_keeps=N_("Les campagnes qu'elle a créées restent, avec leurs résultats : les administrateurs les gèrent."),
    leaving_closes=N_("Vous ne verrez plus les campagnes ni les résultats de cette organisation."),
    leaving_keeps=N_("Les campagnes que vous avez créées restent à la disposition de l'équipe."),
    leaving_alone=N_(
        "Invitez un collègue comme administrateur. Dès qu'il aura rejoint l'équipe, vous pourrez la quitter. "
        "Pour fermer l'espace, écrivez à l'organisme qui exploite ce service."
    ),
)

_REQUEST_WORDS = RequestWords(
    no_name=N_("Indiquez le nom de votre organisation"),
    no_kind=N_("Choisissez ce qui ressemble le plus à votre organisation"),
    subject=N_("Votre demande d'espace Pix Orga"),
    acknowledged=N_(
        "Bonjour,\n\nNous avons bien reçu votre demande d'espace Pix Orga. Une personne de l'équipe la lit et vous "
        "répond à cette adresse, en général sous une semaine.\n\n"
        "En attendant, voici ce que l'on fait avec Pix Orga :\n\n%(help)s\n\n"
        "Si vous n'avez rien demandé, ignorez ce message."
    ),
    opened_subject=N_("Votre espace Pix Orga est ouvert"),
    opened=N_(
        "Bonjour,\n\nVotre demande est acceptée : l'espace Pix Orga de « %(workplace)s » est ouvert, et "
        "vous en êtes le premier administrateur.\n\n"
        "Pour y entrer, ouvrez ce lien puis connectez-vous avec votre compte Pix, ou créez-en un :\n\n"
        "%(link)s\n\n"
        "Vous pourrez ensuite inviter vos collègues et créer votre première campagne."
    ),
    declined=N_(
        "Bonjour,\n\nNous avons lu votre demande d'espace Pix Orga avec attention et nous ne pouvons pas "
        "l'accepter aujourd'hui :\n\n%(reason)s\n\n"
        "Vous pouvez envoyer une nouvelle demande quand vous le souhaitez :\n\n%(link)s"
    ),
)

ORGA = Space(
    name="Orga",
    path="/orga",
    home="/orga/campagnes",
    joining="/rejoindre",
    entry="/orga/organisation",
    choice_page="space/organisations",
    noun="organisation",
    workplaces=Organisation,
    memberships=Membership,
    invitations=Invitation,
    requests=SpaceRequest,
    request_form="requests/ask",
    request_sent="requests/sent",
    logged_request="request",
    has_organisations=True,
    words=_WORDS,
    request_words=_REQUEST_WORDS,
)
