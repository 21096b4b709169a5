"""The team of a certification centre: members, roles, invitations."""
