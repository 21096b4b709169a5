"""A small spreadsheet calculator with French names: what the simulated spreadsheet computes with.

`tokens` cuts a formula, `syntax` gives its tree, `calculation` walks from cell to cell, `functions` holds SOMME and the
others, `values` reads and shows numbers. Pure, with bounded work: whatever is typed is answered at once.
"""
