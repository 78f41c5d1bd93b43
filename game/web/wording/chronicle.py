"""What stands on the page of a chronicle beside what is told."""

from collections.abc import Mapping

from game.analysis.chronicle import Kind

KINDS: Mapping[Kind, str] = {
    Kind.NEWS: "news and private cards",
    Kind.BELIEF: "beliefs",
    Kind.TALK: "cables and public words",
    Kind.PLEDGE: "requests and pledges",
    Kind.FORCES: "forces",
    Kind.ANSWER: "answers and reasons",
    Kind.ORDERS: "standing orders",
    Kind.CRISIS: "attacks",
    Kind.POINTS: "points",
    Kind.SEATS: "who sat where",
    Kind.CLOCK: "stages and the clock",
}
CHOICES: Mapping[str, tuple[str, str]] = {  # of the form: label, and what stands for no choice
    "seat": ("About", "everybody"),
    "stage": ("In the stage of", "any"),
    "kind": ("Of the kind", "any"),
    "as": ("As known to", "the reader of the log"),
}
NOTHING_FITS = "Nothing in this group’s log fits what you chose."
BEFORE = "Before round 1"
ALL = "everything"
TEXT, EVENTS = "text", "events"
VIEWS: Mapping[str, str] = {TEXT: "As a text", EVENTS: "Event by event"}


def only(parts: list[str], eyes: str) -> str:
    """The choice as a line of text, for paper: `Only: Bonn, cables. As Bonn could know it.`"""
    said = [f"Only {', '.join(parts)}."] if parts else []
    said += [f"Only what {eyes} could know when it happened."] if eyes else []
    return " ".join(said)


def round_name(number: int) -> str:
    """A heading."""
    return f"Round {number}" if number else BEFORE
