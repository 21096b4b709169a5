"""What a certification is worth: from the answers to a status, a score, levels and the jury's automatic comments. Pure.

Source of the rules: facts of certification, sections A2.1 (the test on the profile), A2.2 (the adaptive test) and A3
(automatic handling of reports). Results are plain data (`results.py`); texts are elsewhere.
"""
