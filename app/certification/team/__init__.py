"""Who works for a centre: `app.organisations.team`, in Pix Certif."""
