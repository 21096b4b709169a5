"""What was promised of the Bayesian engine, and whether it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean

from app.demo.placement_figures import Comparison, Figures, calibration_gap, compared, figures_of
from app.demo.placement_trial import Trial

OURS = "bayesian"
HALF, PANEL_MEAN, POINTS = 0.5, 0.6, 0.05
ENOUGH_SKILLS = 0.01
"""Part of the skills under which a tenth is too small to be judged."""


@dataclass(frozen=True)
class Tried:
    """Our engine and the reference on one truth."""

    ours: Figures
    reference: Figures
    beside: Comparison

    @property
    def ratio(self) -> float:
        """Questions needed to be as near the truth as the reference, over its own; all it asked when never reached."""
        most = len(self.ours.curve) - 1
        return (most if self.beside.needed is None else self.beside.needed) / self.beside.questions

    @property
    def asked(self) -> float:
        """Questions asked over those of the reference."""
        return self.ours.questions / self.reference.questions

    @property
    def farthest_tenth(self) -> float:
        """The greatest distance between stated and true in a tenth that has enough skills."""
        skills = sum(one.skills for one in self.ours.tenths)
        return max(abs(one.stated - one.true) for one in self.ours.tenths if one.skills >= ENOUGH_SKILLS * skills)


@dataclass(frozen=True)
class Verdict:
    """A promise, whether it holds, and the figures that say so."""

    promise: str
    holds: bool
    figures: str


def tried(trial: Trial) -> Tried:
    """What is compared, of one trial with both engines."""
    figures = figures_of(trial)
    return Tried(figures[OURS], figures["reference"], compared(trial, OURS))


def verdicts(tries: Mapping[str, Tried]) -> list[Verdict]:
    """Every promise, held or not, from what was tried: the promise first, the real bank last, the panel in between."""
    (_, promise), *others, (_, real) = tries.items()
    panel = dict(others)
    worst = max(panel, key=lambda name: panel[name].ratio)
    mean = fmean(one.ratio for one in panel.values())
    worse = [name for name, one in tries.items() if one.beside.at_its_end > one.beside.error]
    never = [name for name, one in tries.items() if one.beside.needed is None]
    gap, farthest = calibration_gap(promise.ours.tenths), promise.farthest_tenth
    stuck = sum(one.ours.ran_out + one.ours.endless for one in tries.values())
    return [
        Verdict(
            "As near the truth as the reference with half its questions, on the truth of the promise",
            promise.ratio <= HALF,
            f"{promise.ratio:.2f} of its questions ({promise.beside.questions:.1f})",
        ),
        Verdict(
            "At most 0.6 of its questions on average over the panel",
            mean <= PANEL_MEAN,
            f"{mean:.2f}; the worst truth is « {worst} », {panel[worst].ratio:.2f}"
            + (f"; never reached on {', '.join(never)}" if never else ""),
        ),
        Verdict(
            "Asks half as many questions at most, on the truth of the promise",
            promise.asked <= HALF,
            f"{promise.ours.questions:.1f} against {promise.reference.questions:.1f}: {promise.asked:.2f}",
        ),
        Verdict(
            "The same on the real bank",
            real.asked <= HALF,
            f"{real.ours.questions:.1f} against {real.reference.questions:.1f}: {real.asked:.2f}"
            f" (error {real.ours.end.error:.2f} against {real.reference.end.error:.2f})",
        ),
        Verdict(
            "Never worse than the reference after as many questions",
            not worse,
            "on no truth" if not worse else f"worse on {', '.join(worse)}",
        ),
        Verdict(
            "What it states is true within 5 points, on the truth of the promise",
            gap <= POINTS and farthest <= POINTS,
            f"{gap * 100:.1f} points on average, {farthest * 100:.1f} in the farthest tenth",
        ),
        Verdict("Nobody runs out of questions, no test is endless", not stuck, f"{stuck} tests"),
    ]
