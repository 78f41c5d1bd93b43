"""What the simulated students are like. These are assumptions, not measurements.

The first block is what the design of the claims fixes; the second is ours, chosen so that rows
resemble each other within a group as the design says (belief .42, hedging .18).
"""

from dataclasses import dataclass
from enum import StrEnum


class Truth(StrEnum):
    """Which theory holds in a simulated world."""

    NULL = "null"
    HRT = "hrt"
    AUTHORS = "authors"


class Setting(StrEnum):
    """A design, with the patrons that it meets."""

    D1 = "D1"
    D2_LOTTERY = "D2-lottery"
    D2_CARDS = "D2"
    D3 = "D3"
    D3_REACTS = "D3-reacts"  # patrons escalate after hedging


@dataclass(frozen=True, slots=True)
class Behaviour:
    """Beliefs in points (0-100); hedging and support on the logit scale."""

    class_sd: float = 4
    group_sd: float = 9
    person_sd: float = 12
    carry_over: float = 0.6
    shock_sd: float = 6
    noise_sd: float = 8
    taste_sd: float = 0.6  # of groups and of persons, in hedging and in support
    complies: float = 0.75  # order cards: how much likelier a patron escalates when pressed to
    reacts: float = 2  # how strongly a reacting patron answers last round's hedging

    belief_mean: float = 50
    faithful: float = 0.85  # a script's chance to do what its arm stands for
    noise_before_sd: float = 6  # what is said before the news wavers less
    doubt_hedges: float = 0.5  # logit of hedging, per 10 points of doubt
    imitation: float = 1.0  # logit of hedging, from nobody to everybody having hedged before
    trust_supports: float = 0.45  # latent support, per 10 points of belief
    silence: float = 0.85  # support within this distance from zero stays silent


@dataclass(frozen=True, slots=True)
class Effect:
    """What one escalating round does. Size 1 is what we call a medium effect."""

    near: float
    far: float
    hedging: float
    support: float
    support_later: float  # added for each round that has passed


EFFECTS = {
    Truth.NULL: Effect(0, 0, 0, 0, 0),
    Truth.HRT: Effect(6, 6, -0.3, 0.4, 0),
    Truth.AUTHORS: Effect(-4, -8, 0.3, -0.3, -0.1),
}
NEAR = (True, False, False, True, False)  # by seat, as the game deals them
USUAL = Behaviour()
