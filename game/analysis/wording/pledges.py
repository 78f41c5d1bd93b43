"""Requests and pledges in words: the verb, and what follows it."""

from collections.abc import Mapping

from game.analysis.wording.figures import units
from game.analysis.wording.words import CONDITIONS
from game.core.pledges import Asked, Code, Condition

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


def verb(code: Code) -> tuple[str, str, str]:
    """Infinitive, present, past."""
    if code.is_request:
        return ASK
    return {Code.ANNOUNCE_DRAWDOWN: ANNOUNCE, Code.WARN_ELSEWHERE: WARN}.get(code, PROMISE)


def asked_for(asked: Asked, names: Mapping[str, str]) -> str:
    """What follows the verb: `Arven for 2 units in the Straits`. `names`: of ally, home, patron
    and theatre."""
    condition = asked.condition or Condition.NO_GARRISON
    return OBJECTS[asked.code].format(
        **names,
        units=units(asked.units),
        round=asked.round,
        condition=CONDITIONS[condition].format(**names),
    )
