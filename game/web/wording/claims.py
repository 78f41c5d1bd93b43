"""What the pages of the claims say beside the numbers: the same care for both theories."""

from collections.abc import Mapping

THEORIES: Mapping[str, str] = {"hrt": "HRT", "authors": "The authors"}
REASONS: Mapping[str, str] = {  # why each theory expects what it does, in the abstract's terms
    "hrt": "Toughness far away shows resolve",
    "authors": "It calls will and capacity into doubt",
}
EXPECTED: Mapping[str, Mapping[str, str]] = {  # by claim and sign
    "C1": {"+": "belief rises", "-": "belief falls"},
    "C2": {"+": "allies look elsewhere more often", "-": "allies look elsewhere less often"},
    "C3": {"+": "more support in public", "-": "less support in public"},
    "C4": {"+": "more forces away raise belief", "-": "more forces away lower belief"},
    "C5": {"0": "far allies are moved like near ones", "-": "far allies are moved for the worse"},
    "C6": {"+ or 0": "support holds, or grows", "-": "support wears away"},
    "C7": {"-": "who doubts hedges more"},
}
BELIEVES = {"hrt": "HRT expects", "authors": "the authors expect"}
SHORT = {"hrt": "HRT", "authors": "authors"}  # where there is little room
BOUNDS: Mapping[str, float] = {"C1": 100, "C2": 1, "C3": 2, "C5": 100}  # no effect can be larger
CAUSE: Mapping[str, str] = {  # by design: what was drawn, and what may be said of a difference
    "D1": "Patrons were drawn, group by group: a difference would be caused by them.",
    "D2": "Order cards were drawn: a difference would be caused by them.",
    "D2-lottery": "Postures were drawn: a difference would be caused by them.",
    "D3": "Patrons chose their posture: an association, whatever it shows.",
}
SLOPES = ("C4", "C7")  # nothing was drawn for these, in any design
SLOPE = "Nothing was drawn for this one: an association."
TILTED = ("C1", "C2")
TILT = "The payoffs alone make of escalation"
LAMBDA = (
    "The larger lambda, the more sharply players calculate; triangle and verdict take the middle "
    "one."
)
OWN = (
    "Beside their own beliefs: allies took a Plan B in {hedged} of their moves. What they believed "
    "and the payoffs imply {implied}; the difference is {beyond} points. {best} of moves were best "
    "responses to the ally’s own belief."
)
OWN_TABLE = "Plan B beside own beliefs"
KEY = (
    "Dot and bar: this class, 95 % interval. Triangle: the payoffs alone. Shaded: too small to "
    "matter."
)
OFF_SCALE = "An arrow: the interval has no end on that side."
OURS = "Our operationalisation"
ABSTRACT_ONLY = (
    "Of the article only the abstract was read. What goes further than it is marked as our "
    "operationalisation, and is not the authors’ own."
)
CHECKED: Mapping[str, str] = {  # what C7 found, for the card of C2
    "LINK_SUPPORTED": "Claim 7, the link check, holds here.",
    "LINK_REVERSED": "Claim 7, the link check, runs the other way here: this claim says little.",
    "NO_MEANINGFUL_EFFECT": "Claim 7, the link check, fails here: this claim says little.",
    "INCONCLUSIVE": "Claim 7, the link check, is open here: read this claim with care.",
    "NOT_ENOUGH_DATA": "Claim 7, the link check, cannot be made here: read this claim with care.",
}
SWINGS = "It rests on {groups} groups: one more could turn it."
NEEDLE = (
    "Three bars, never a needle. If nothing were true, a needle between two theories would still "
    "point hard one way in about one class in eight."
)
INDEX = (
    "Of an index of belief, alignment and support together, less what the payoffs alone predict."
)
MAY_EVEN = "The authors say only “may even”: no difference does not count against them."
LINK = "Both arguments need this one. Where it fails, claim 2 says little, whatever it shows."
BARS = ("HRT: toughness far away reassures", "About zero", "The authors: it divides priorities")
CAVEAT = "Students in a game with points are not governments."
FIXED = (
    "level {level}, Holm’s rule within a family; intervals {interval} and {equivalence_interval}; "
    "lambda {lambda}; omega of the gauge {gauge_omega}"
)
