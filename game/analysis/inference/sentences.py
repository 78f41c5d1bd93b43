"""Verdicts in words: fixed templates, the same for both theories."""

from collections.abc import Callable
from dataclasses import dataclass
from math import isinf

from game.analysis.claims.reading import Claim
from game.analysis.inference.verdicts import Interval, Verdict

FEW_GROUPS = 10
SMALLEST_SHOWN = 0.001
UNITS = {
    "C0": ("on the index (0 to 1)", 2),
    "C1": ("belief points", 1),
    "C2": ("in the rate of hedging (0 to 1)", 2),
    "C3": ("in public support (−1 to +1)", 2),
    "C4": ("belief points for each tenth of the forces sent away", 1),
    "C5": ("belief points, far allies against near ones", 1),
    "C6": ("in public support from one round to the next", 2),
    "C7": ("in the rate of hedging for every 10 belief points", 2),
}
AXES = {  # the same as a heading, or under an axis
    "C0": "index, 0 to 1",
    "C1": "belief points",
    "C2": "rate of hedging (Plan B), 0 to 1",
    "C3": "support, −1 to +1",
    "C4": "belief points for each tenth of the forces",
    "C5": "belief points, far against near",
    "C6": "support, from round to round",
    "C7": "rate of hedging (Plan B) for each 10 belief points",
}
SUBJECT = {"C4": "sending forces away", "C7": "a higher belief"}
TAIL = ", in these groups"


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the sentence is made from. `cause`: the posture was drawn."""

    groups: int
    cause: bool
    estimate: float
    ci: Interval
    baseline: float
    uneven: bool  # attrition differs between arms


def not_enough(min_p: float | None, reason: str, groups: int) -> str:
    """Decided before any outcome is looked at."""
    if min_p is None:
        return f"Not enough independent groups to tell. {reason}"
    return _ended(
        "Not enough independent groups to tell. With this class even the most extreme result "
        f"possible would have p = {p_words(min_p)}.",
        groups,
    )


def sentence(claim: Claim, verdict: Verdict, numbers: Numbers) -> str:
    """The verdict as it stands on the card."""
    said = TEMPLATES[verdict](claim, numbers)
    if verdict in SIDES and (numbers.estimate - numbers.baseline) * numbers.estimate < 0:
        said += f" {_short_of(claim, numbers)}"
    if numbers.uneven:
        said = f"Attrition differs between arms. {said}"
    return _ended(said, numbers.groups)


def amount(claim_id: str, value: float) -> str:
    """A number with its sign, in the claim's own decimals."""
    return with_sign(value, UNITS[claim_id][1])


def with_sign(value: float, digits: int) -> str:
    """A number with its sign; an infinite one as a printer sets it."""
    if isinf(value):
        return "+∞" if value > 0 else "−∞"
    size = f"{abs(value):.{digits}f}"
    return size if float(size) == 0 else f"{'+' if value > 0 else '−'}{size}"


def p_words(p: float) -> str:
    """A p-value as it is printed."""
    return f"{p:.3f}" if p >= SMALLEST_SHOWN else "less than 0.001"


def _short_of(claim: Claim, n: Numbers) -> str:
    """Where the payoffs alone give more than was found, on the same side."""
    return (
        "But payoff-maximising players would show more of it in this scenario "
        f"({amount(claim.id, n.baseline)}): the class fell short of its payoffs."
    )


def _ended(said: str, groups: int) -> str:
    """Below ten groups the line says that it speaks of these."""
    return said if groups >= FEW_GROUPS else f"{said.removesuffix('.')}{TAIL}."


def _found(claim: Claim, n: Numbers) -> str:
    low, high = (amount(claim.id, end) for end in n.ci)
    drawn = n.cause and claim.id not in SUBJECT
    verb = "made a difference of" if drawn else "went with"
    groups = "1 group" if n.groups == 1 else f"{n.groups} groups"
    subject = SUBJECT.get(claim.id, "escalation")
    unit = UNITS[claim.id][0]
    said = f"In {groups}, {subject} {verb} {amount(claim.id, n.estimate)} {unit}"
    said += f" (95 % CI {low} to {high})"
    return said if drawn else f"{said}, {_association(claim)}"


def _association(claim: Claim) -> str:
    if claim.id == "C4":
        return "an association: how much goes was not drawn for this test"
    if claim.id == "C7":
        return "an association: beliefs are the allies’ own"
    return "an association: patrons chose their posture"


def _for_hrt(claim: Claim, n: Numbers) -> str:
    return (
        f"{_found(claim, n)}. This is consistent with Hawkish Reassurance Theory and not what the "
        "authors expect."
    )


def _for_authors(claim: Claim, n: Numbers) -> str:
    return (
        f"{_found(claim, n)}. This is consistent with the authors and not what Hawkish "
        "Reassurance Theory expects."
    )


def _explained(claim: Claim, n: Numbers) -> str:
    return (
        f"{_found(claim, n)}. The difference is about what payoff-maximising players would show in "
        f"this scenario ({amount(claim.id, n.baseline)}); it is no evidence for either theory."
    )


def _small(claim: Claim, n: Numbers) -> str:
    size = f"{claim.smallest_effect:g} {UNITS[claim.id][0]}"
    if claim.id == "C2":
        return (
            f"Any effect is probably smaller than {size}: the fall that Hawkish Reassurance Theory "
            "expects does not show here. The authors say only that allies may look elsewhere, so "
            "this does not count against them."
        )
    if claim.expects["hrt"] in ("0", "+ or 0"):
        return (
            f"Any effect is probably smaller than {size}: the authors’ effect does not show here."
        )
    if claim.id == "C7":
        return (
            f"Any link is probably weaker than {size}: belief and alignment hardly move together, "
            "so that C2 says little here."
        )
    return f"Any effect is probably smaller than {size}: neither theory’s effect shows here."


def _open(claim: Claim, n: Numbers) -> str:
    low, high = (amount(claim.id, end) for end in n.ci)
    unit = UNITS[claim.id][0]
    if claim.id == "C7":
        return f"The data leave the link open: the interval runs from {low} to {high} {unit}."
    return f"The data fit both theories: the interval runs from {low} to {high} {unit}."


def _opposite(claim: Claim, n: Numbers) -> str:
    return f"{_found(claim, n)}. This is the opposite of what the authors expect."


def _linked(claim: Claim, n: Numbers) -> str:
    return f"Belief and alignment move together, as both theories assume. {_found(claim, n)}."


def _reversed(claim: Claim, n: Numbers) -> str:
    return (
        f"{_found(claim, n)}. Allies who believed more hedged more, against what both theories "
        "assume: C2 says little here."
    )


SIDES = (
    Verdict.CONSISTENT_WITH_HRT,
    Verdict.CONSISTENT_WITH_AUTHORS,
    Verdict.OPPOSITE_TO_AUTHORS,
)
Template = Callable[[Claim, Numbers], str]
TEMPLATES: dict[Verdict, Template] = {
    Verdict.CONSISTENT_WITH_HRT: _for_hrt,
    Verdict.CONSISTENT_WITH_AUTHORS: _for_authors,
    Verdict.EXPLAINED_BY_PAYOFFS: _explained,
    Verdict.NO_MEANINGFUL_EFFECT: _small,
    Verdict.INCONCLUSIVE: _open,
    Verdict.OPPOSITE_TO_AUTHORS: _opposite,
    Verdict.LINK_SUPPORTED: _linked,
    Verdict.LINK_REVERSED: _reversed,
}
