"""Who works for an organisation: members, roles, invitations."""
