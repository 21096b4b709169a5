"""The certificate as an Open Badge 3.0: a file signed by Pix, that any verifier reads without asking us who it is."""
