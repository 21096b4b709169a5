"""What a campaign refuses to a learner."""

from __future__ import annotations

from app.lib.msgids import N_
from app.lib.refusals import Refusal


class CampaignArchived(Refusal):
    status = 410
    message = N_(
        "Ce parcours est terminé. Votre enseignant peut vous en donner un autre ; vos réponses restent"
        " dans votre profil."
    )


class CampaignClosed(Refusal):
    status = 410
    message = N_(
        "Ce parcours est fermé : on ne peut plus le commencer ni envoyer ses résultats."
        " Vos réponses restent dans votre profil."
    )


class CampaignNotOpen(Refusal):
    status = 403
    message = N_("Ce parcours n’est pas encore ouvert. Revenez à la date donnée par votre enseignant.")


class AlreadyShared(Refusal):
    status = 409
    message = N_("Vos résultats ont déjà été envoyés. Ce parcours ne peut être fait qu’une fois.")


class NotFinished(Refusal):
    status = 409
    message = N_("Terminez le parcours avant d’envoyer vos résultats.")


class TooEarlyToRetry(Refusal):
    status = 409
    message = N_("Vous pourrez recommencer ce parcours dans quelques jours, le temps de progresser.")


class ExternalIdMissing(Refusal):
    status = 422
    message = N_("Écrivez l’information demandée par l’organisateur.")


class ParticipationDeleted(Refusal):
    status = 403
    message = N_("Votre participation a été supprimée par l’organisateur : ce parcours ne peut plus être recommencé.")


class NotYourCampaign(Refusal):
    """A colleague's campaign: everyone of the team may see it, its owner and the administrators change it."""

    status = 403
    message = N_(
        "Cette campagne est celle d’un collègue : lui seul, ou un administrateur de votre espace, peut la modifier."
    )


class SomeoneTakesPart(Refusal):
    """Several sendings are allowed before the first participant, or never."""

    status = 409
    message = N_("Quelqu’un participe déjà à cette campagne : le nombre d’envois ne peut plus changer.")
