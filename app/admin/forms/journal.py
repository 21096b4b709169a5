"""What the log is asked for, and how it says what was done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.accounts.audit import ACTIONS
from app.admin.queries.journal import Wanted
from app.certification.candidates.corrections import REASONS
from app.lib.msgids import N_
from app.lib.row_ids import row_id
from app.lib.typed_dates import read_date
from app.web.forms import Errors, Form

WORDS: Mapping[str, str] = {
    "member.invited": N_("Invitation envoyée"),
    "invitation.cancelled": N_("Invitation annulée"),
    "member.joined": N_("Entrée dans une équipe"),
    "member.role_changed": N_("Rôle changé dans une équipe"),
    "member.removed": N_("Retrait d’une équipe"),
    "member.left": N_("Départ d’une équipe"),
    "campaign.created": N_("Campagne créée"),
    "campaign.edited": N_("Campagne modifiée"),
    "campaign.archived": N_("Campagne archivée"),
    "campaign.unarchived": N_("Campagne rouverte"),
    "campaign.deleted": N_("Campagne supprimée"),
    "participation.deleted": N_("Participation supprimée"),
    "results.exported": N_("Résultats exportés"),
    "learner.grouped": N_("Participants mis dans un groupe"),
    "learner.renamed": N_("Participant renommé"),
    "learner.removed": N_("Participants supprimés"),
    "request.accepted": N_("Demande d’espace acceptée"),
    "request.declined": N_("Demande d’espace refusée"),
    "organisation.created": N_("Organisation créée"),
    "organisation.edited": N_("Organisation modifiée"),
    "organisation.archived": N_("Organisation archivée"),
    "organisation.unarchived": N_("Organisation rouverte"),
    "lot.added": N_("Crédits ajoutés"),
    "lot.cancelled": N_("Crédits annulés"),
    "target_profile.created": N_("Profil cible créé"),
    "target_profile.edited": N_("Profil cible modifié"),
    "target_profile.archived": N_("Profil cible archivé"),
    "target_profile.unarchived": N_("Profil cible rouvert"),
    "target_profile.shared": N_("Profil cible partagé"),
    "target_profile.unshared": N_("Profil cible retiré à des organisations"),
    "stages.changed": N_("Paliers changés"),
    "badge.saved": N_("Résultat thématique enregistré"),
    "badge.deleted": N_("Résultat thématique supprimé"),
    "user.edited": N_("Compte modifié"),
    "user.unblocked": N_("Compte débloqué"),
    "user.anonymised": N_("Compte anonymisé"),
    "staff.appointed": N_("Rôle dans l’équipe Pix changé"),
    "session.created": N_("Session de certification créée"),
    "session.edited": N_("Session de certification modifiée"),
    "session.deleted": N_("Session de certification supprimée"),
    "session.finalised": N_("Session de certification finalisée"),
    "candidates.enrolled": N_("Candidats inscrits"),
    "candidates.replaced": N_("Liste des candidats remplacée"),
    "candidate.edited": N_("Candidat modifié"),
    "candidate.removed": N_("Candidat retiré"),
    "sessions.imported": N_("Sessions et candidats importés"),
    "centre.edited": N_("Centre de certification modifié"),
    "centre.archived": N_("Centre de certification archivé"),
    "centre.unarchived": N_("Centre de certification rouvert"),
    "session.assigned": N_("Session de certification attribuée"),
    "session.released": N_("Session de certification libérée"),
    "session.reopened": N_("Session rouverte pour son centre"),
    "session.rescored": N_("Session notée à nouveau"),
    "session.published": N_("Résultats d’une session publiés"),
    "session.unpublished": N_("Résultats d’une session dépubliés"),
    "certification.cancelled": N_("Certification annulée"),
    "certification.rejected": N_("Certification rejetée pour fraude"),
    "certification.reinstated": N_("Certification rétablie"),
    "certification.rescored": N_("Certification notée à nouveau"),
    "certification.commented": N_("Commentaire du jury enregistré"),
    "certification.identity_corrected": N_("Identité d’un candidat corrigée"),
    "certification.question_changed": N_("Question neutralisée ou rétablie"),
    "report.resolved": N_("Signalement traité"),
    "report.reopened": N_("Signalement rouvert"),
    "results.fetched": N_("Résultats téléchargés par leur destinataire"),
    "results.read": N_("Résultats lus par un programme partenaire"),
    "client.created": N_("Programme partenaire créé"),
    "client.disabled": N_("Programme partenaire désactivé"),
}
"""What each action of `audit.ACTIONS` is called."""

DETAILS: Mapping[str, str] = {
    "action": N_("action"),
    "audience": N_("destinataire"),
    "badges": N_("résultats thématiques"),
    "campaign": N_("campagne"),
    "candidates": N_("candidats"),
    "client": N_("programme"),
    "code": N_("code"),
    "count": N_("nombre"),
    "effect": N_("effet"),
    "email": N_("adresse"),
    "fields": N_("champs"),
    "format": N_("format"),
    "free": N_("gratuits"),
    "group": N_("groupe"),
    "name": N_("nom"),
    "organisations": N_("organisations"),
    "question": N_("question"),
    "reason": N_("raison"),
    "role": N_("rôle"),
    "scope": N_("droit"),
    "scopes": N_("droits"),
    "session": N_("session"),
    "sessions": N_("sessions"),
    "title": N_("titre"),
}
"""What each key of their details is called."""

VALUES: Mapping[str, Mapping[str, str]] = {
    "audience": {"candidate": N_("le candidat"), "centre": N_("le centre"), "internal": N_("l’administration")},
    "effect": {"neutralised": N_("neutralisée"), "counted": N_("comptée")},
    "reason": dict(REASONS.items()),
    "role": {
        "administrator": N_("Administrateur"),
        "member": N_("Membre"),
        "superadmin": N_("Super-administrateur"),
        "support": N_("Support"),
        "metier": N_("Métier"),
        "certif": N_("Certification"),
    },
}
"""What their values are called, where they are words of the code."""

FIELDS: Mapping[str, str] = {
    "adjusted": N_("épreuve aménagée"),
    "billing": N_("facturation"),
    "birth_city": N_("ville de naissance"),
    "birth_code": N_("code de la commune de naissance"),
    "birth_country": N_("pays de naissance"),
    "birthdate": N_("date de naissance"),
    "category": N_("catégorie"),
    "closes_on": N_("fermeture"),
    "comment": N_("commentaire"),
    "description": N_("description"),
    "email": N_("adresse e-mail"),
    "examiners": N_("surveillants"),
    "external_id": N_("identifiant externe"),
    "extra_time": N_("temps majoré"),
    "first_name": N_("prénom"),
    "kind": N_("type"),
    "landing_text": N_("texte d’accueil"),
    "language": N_("langue"),
    "last_name": N_("nom"),
    "manages_learners": N_("gestion des élèves"),
    "method": N_("méthode"),
    "multiple_sendings": N_("envois multiples"),
    "name": N_("nom"),
    "opens_on": N_("ouverture"),
    "organisation": N_("organisation"),
    "owner": N_("propriétaire"),
    "parent": N_("organisation mère"),
    "prepayment_code": N_("code de prépaiement"),
    "province": N_("département"),
    "public": N_("public"),
    "results_email": N_("adresse pour les résultats"),
    "room": N_("salle"),
    "sex": N_("sexe"),
    "shows_skills": N_("affichage des acquis"),
    "site": N_("site"),
    "starts_at": N_("date et heure"),
    "tags": N_("étiquettes"),
    "title": N_("titre"),
    "username": N_("identifiant"),
    "uses_credits": N_("crédits"),
}
"""What the columns of `fields` are called; another one keeps the name that it has in the code."""


def fields_in(value: str) -> Sequence[str]:
    """What was changed, one by one."""
    return [FIELDS.get(one, one) for one in value.split(", ")]


def read_wanted(query: Form) -> tuple[Wanted, Errors]:
    """What the address asks for; a date that is none is said, other nonsense is the default."""
    errors, action = Errors(), query.text("action")
    wanted = Wanted(
        action=action if action in ACTIONS else "",
        who=query.text("qui")[:100],
        organisation=row_id(query.text("organisation")),
        since=read_date(query.text("du")),
        until=read_date(query.text("au")),
    )
    for name, read in (("du", wanted.since), ("au", wanted.until)):
        if query.text(name) and read is None:
            errors.add(name, N_("Indiquez une date. Exemple : 21/11/2026"))
    if wanted.since and wanted.until and wanted.until < wanted.since:
        errors.add("au", N_("La fin vient après le début"))
    return wanted, errors
