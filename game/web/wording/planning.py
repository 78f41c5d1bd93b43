"""What the instructor reads of what a class could find, before it plays."""

from collections.abc import Mapping

from game.core.vocabulary import Design
from game.web.wording.figures import MINUS

OUTCOMES: Mapping[str, str] = {"C1": "Belief", "C2": "Alignment", "C3": "Support"}
TITLE = "What could be found"
EMPTY = "Type the number of students, and see here what such a class could find."
LEGEND = (
    "Suppose one of the two theories is right, and its effect is medium: about {points} points of "
    "belief in this design. Of ten classes like this one, so many would find it:"
)
NOTHING = "This class could not tell: {reason}. It can still be a good class, as an illustration."
REASONS: Mapping[Design, str] = {
    Design.D1: "to compare groups one needs at least 9 of them, and here are {groups}",
    Design.D3: "free play needs at least 7 groups whose patrons vary what they do, and here are "
    "{groups}",
    Design.D2_CARDS: "there are too few ways in which the cards can fall ({groups})",
    Design.D2_LOTTERY: "there are too few ways in which the postures can be drawn ({groups})",
}
UNSCRIPTED = (
    "The claims compare patrons that escalate with patrons that do not. These versions differ in "
    "something else, so the claims would not be tested."
)
FOUND = "Belief: a change of about {points} points would be found in 8 of 10 classes"
SELDOM = (
    "Belief: even an effect four times as large, about {points} points, would be found in fewer "
    "than 8 of 10 classes"
)
REACH = "; the 95 per cent interval would reach about {half} points to either side."
NO_END = "; the 95 per cent interval would often have no end."
ALIGNMENT = "Alignment, whether allies stand or look elsewhere, hardly ever settles in one class."
ILLUSTRATION = (
    "Take it as an illustration: where a theory is right, two classes in three or more would not "
    "find it."
)
ASSOCIATION = "What it finds is an association: patrons choose what they do."
TOO_LITTLE = "In {count} of 10 such classes too few patrons vary what they do for any test."
CARDS = "Counted is the effect of the card, when patrons follow three cards in four."
PART = "With a third version only two thirds of the groups enter this comparison."
BEYOND = "The class lies outside what was simulated; the nearest kind of class is shown."
BETWEEN = "Read between the classes that were simulated."
OTHERS = "The same students in other designs"
HEADS = ("Design", *OUTCOMES.values())
CAPTION = "Of ten classes, how many find a medium effect"
RESTS = "What these figures rest on"
ASSUMPTIONS = (
    "Simulated classes, a thousand of each kind, with the tests that the debrief uses: two-sided, "
    "at 5 per cent, before the correction for three claims.",
    "How large “medium” is, and how alike the members of a group are, is our assumption, not a "
    f"measurement: while it lasts, an escalating round adds 6 points to belief (one theory) or "
    f"takes away 4 to 8 (the other). Belief runs from 0 to 100, support from {MINUS}1 to +1.",
    "Half the effect is found more seldom. Everybody is taken to play every round. The script "
    "that made the figures, and where they are doubtful: docs/explain/power.md.",
)
NEVER, HARDLY, NEARLY = "no test", "hardly any", "nearly all"


def often(power: float) -> str:
    """`7 in 10`, or in words at the ends."""
    if power < 0.05:
        return HARDLY
    return NEARLY if power >= 0.95 else f"{round(10 * power)} in 10"
