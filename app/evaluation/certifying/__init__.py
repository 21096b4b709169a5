"""The adaptive test of a certification: one capacity, found in 32 questions over the sixteen competences. Pure.

Source of the rules: facts of certification, section A2.2. Each question is an item of the two-parameter logistic model
(`items.py`); after each answer the capacity is estimated again (`capacity.py`), and the next question is one of the
most informative there that the rules of coverage allow (`choice.py`). Every constant is in a version of the
configuration (`configuration.py`), the one in force when the candidate joined the session.
"""
