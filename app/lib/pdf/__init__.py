"""Documents to print or to keep: PDF that screen readers read too (PDF/UA-1)."""
