"""What answers let one believe of somebody's abilities: a hierarchical Bayesian model, on a grid. Pure.

An ability is a level, on the scale of the skills': somebody of ability 4 masters the skills of level 4 and below. The
ability in a topic is that in its competence, more or less; the one in a competence is the general one, more or less
(`spreads.py`). An answer is right with a chance that rises with the ability in the topic of its skill (`responses.py`).

The tree of abilities is cut into points (`grid.py`), so that the posterior is computed by messages from the answers
up to the general ability and back, exactly but for the width of the grid (`posterior.py`): sum-product on a tree, J.
Pearl, *Probabilistic Reasoning in Intelligent Systems*, 1988; testlets as branches of an ability, E. Bradlow, H. Wainer
and X. Wang, « A Bayesian random effects model for testlets », *Psychometrika* 64, 1999.

Nothing of it is stored: what is kept of a learner is what was asked directly (`evidence.py`), from which it is computed
in half a millisecond, so that a new calibration counts at once and nothing can be out of date.
"""
