"""Requests and pledges in words: on the list one picks from, in a cable, and judged."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.core.pledges import Code, Condition
from game.core.views.shapes import Pledge, PublicView
from game.core.vocabulary import PATRON, SeatId
from game.web.wording.figures import units
from game.web.wording.words import CONDITIONS

ASK, PROMISE, ANNOUNCE, WARN = (
    ("Ask", "asks", "asked"),
    ("Promise", "promises", "promised"),
    ("Announce", "announces", "announced"),
    ("Warn", "warns", "warned"),
)
# What follows the verb. {units} is “2 units”, {home} the ally's home, {theatre} the war.
OBJECTS: Mapping[Code, str] = {
    Code.ASK_UNITS: "{ally} for {units} in {theatre}",
    Code.ASK_ENDORSE: "{ally} to endorse the war in public",
    Code.ASK_NO_DISSENT: "{ally} not to speak against the war",
    Code.ASK_STAND: "{ally} to stand with {patron}",
    Code.PROMISE_GARRISON: "{units} in {home} this round",
    Code.PROMISE_TO_COME: "to come if {ally} is attacked this round",
    Code.PROMISE_RESTRAINT: "not to escalate this round",
    Code.PROMISE_FIRMNESS: "to escalate this round",
    Code.ANNOUNCE_DRAWDOWN: "that forces are drawn down by round {round}",
    Code.PROMISE_CONSULT: "to consult {ally} before escalating next round",
    Code.ASK_GARRISON: "{patron} for {units} in {home}",
    Code.ASK_CONSULT: "{patron} for word before it escalates next round",
    Code.ASK_TO_COME: "{patron} to come if {ally} is attacked",
    Code.ASK_RESTRAINT: "{patron} not to escalate this round",
    Code.ASK_FIRMNESS: "{patron} to escalate this round",
    Code.PROMISE_UNITS: "{units} for {theatre} this round",
    Code.PROMISE_ENDORSE: "to endorse the war in public this round",
    Code.PROMISE_STAND: "to stand with {patron} this round",
    Code.WARN_ELSEWHERE: "of a Plan B {condition}",
}
OUTCOMES: Mapping[str, str] = {
    "kept": "kept",
    "broken": "broken",
    "untested": "untested",
    "met": "met",
    "unmet": "not met",
    "": "open",
}
OUTCOME_LINES: Mapping[str, str] = {
    "kept": "It came as promised.",
    "broken": "It was promised and did not come.",
    "untested": "The round did not put it to the test.",
    "met": "What was asked was given.",
    "unmet": "What was asked was not given.",
    "": "It has not fallen due.",
}


@dataclass(frozen=True, slots=True)
class Option:
    """A line of the list one picks from; `needs` names the one extra field it uses."""

    code: str
    text: str
    request: bool
    needs: str


def verb(code: Code) -> tuple[str, str, str]:
    """Infinitive, present, past."""
    if code.is_request:
        return ASK
    return {Code.ANNOUNCE_DRAWDOWN: ANNOUNCE, Code.WARN_ELSEWHERE: WARN}.get(code, PROMISE)


def phrase(public: PublicView, pledge: Pledge) -> str:
    """`Asks Arven for 2 units in the Straits.`: under the maker's name."""
    present = verb(Code(pledge.code))[1]
    return f"{present.capitalize()} {_object(public, pledge)}."


def sentence(public: PublicView, pledge: Pledge, reader: SeatId | None = None) -> str:
    """`You promised 2 units in Arven this round.` or `Meridia promised …`."""
    maker = "You" if pledge.seat == reader else public.name_of(pledge.seat)
    return f"{maker} {verb(Code(pledge.code))[2]} {_object(public, pledge)}."


def _object(public: PublicView, pledge: Pledge) -> str:
    ally = pledge.to if pledge.seat == PATRON else pledge.seat
    actor = next(item for item in public.allies if item.seat == ally)
    names = {
        "ally": actor.name,
        "home": actor.home,
        "patron": public.patron.name,
        "theatre": public.theatre,
    }
    condition = Condition(pledge.condition or Condition.NO_GARRISON)
    return OBJECTS[Code(pledge.code)].format(
        **names,
        units=units(pledge.units),
        round=pledge.round,
        condition=CONDITIONS[condition].format(**names),
    )


def option(code: Code, names: Mapping[str, str], needs: str) -> Option:
    """The line of the list: `Promise units for the Straits this round`."""
    filled = OBJECTS[code].format(**names, units="units", round="…", condition="in some case")
    said = filled.replace(" in some case", ", if …")
    return Option(code.value, f"{verb(code)[0]} {said}", code.is_request, needs)
