"""The EcoIndex of a page, from 0 to 100: its elements, requests and kilobytes against those of the web.

Source: the method published by GreenIT.fr (ecoindex.fr, « Comment ça marche »): three quantiles of twenty, weighted
3, 2 and 1. Grade A begins above 80.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

ELEMENTS = (0, 47, 75, 159, 233, 298, 358, 417, 476, 537, 603, 674, 753, 843, 949, 1076, 1237, 1459, 1801, 2479, 594601)
REQUESTS = (0, 2, 15, 25, 34, 42, 49, 56, 63, 70, 78, 86, 95, 105, 117, 130, 147, 170, 205, 281, 3920)
KILOBYTES = (
    *(0, 1.37, 144.7, 319.53, 479.46, 631.97, 783.38, 937.91, 1098.62, 1265.47, 1448.32, 1648.27, 1876.08),
    *(2142.06, 2465.37, 2866.31, 3401.59, 4155.73, 5400.08, 8037.54, 223212.26),
)
GRADE_A = 80


def eco_index(elements: int, requests: int, kilobytes: float) -> float:
    weighted = 3 * _rank(ELEMENTS, elements) + 2 * _rank(REQUESTS, requests) + _rank(KILOBYTES, kilobytes)
    return 100 - 5 * weighted / 6


def _rank(quantiles: Sequence[float], value: float) -> float:
    """Between which quantiles, and how far from the lower one."""
    above = min(bisect_right(quantiles, value), len(quantiles) - 1)
    lower, upper = quantiles[above - 1], quantiles[above]
    return above - 1 + (value - lower) / (upper - lower)
