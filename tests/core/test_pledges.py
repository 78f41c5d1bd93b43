"""Every request and pledge of the closed list, and when it is met or kept (rules 9)."""

import pytest

from game.core.pledges import Asked, Code, Condition, Facts, Proposal, due_round, judge, may_use
from game.core.vocabulary import ALLY_SEATS, PATRON, Move, Posture, Stance
from tests.builders import A1, A2

UP, HOLD, DOWN = Posture


def a_round(**changes):
    """A round in which A1 stands, silent, without units; P holds; nobody is attacked."""
    plain = {
        "posture": HOLD,
        "garrisons": {A1: 0, A2: 0},
        "moves": {A1: Move.STAND, A2: Move.STAND},
        "stances": {A1: Stance.SILENT, A2: Stance.SILENT},
        "units": {A1: 0, A2: 0},
        "attacked": (),
        "orders": {A1: False, A2: False},
        "cabled": frozenset(),
    }
    return Facts(**{**plain, **changes})


def label(code, facts, **more):
    """How the proposal between P and A1 is judged by these facts."""
    by_patron = may_use(code, PATRON)
    parties = (PATRON, A1) if by_patron else (A1, PATRON)
    judged = judge(Proposal(1, *parties, Asked(code, **more), False, 0), facts)
    return judged.label


def sent(units):
    """A1 sends units."""
    return a_round(units={A1: units, A2: 2})


def says(stance):
    """A1 says so in public."""
    return a_round(stances={A1: stance, A2: Stance.SILENT})


def does(move):
    """A1 moves so."""
    return a_round(moves={A1: move, A2: Move.STAND})


def guarded(units):
    """A1 gets a garrison."""
    return a_round(garrisons={A1: units, A2: 2})


def attacked(come):
    """A1 is attacked, and the order says."""
    return a_round(attacked=(A1,), orders={A1: come, A2: not come})


def in_posture(posture, wrote=False):
    """P takes a posture, having written to A1 or not."""
    return a_round(posture=posture, cabled=frozenset({A1} if wrote else {A2}))


UNITS = [(0, False), (1, False), (2, True)]
ENDORSED = [(Stance.ENDORSE, True), (Stance.SILENT, False), (Stance.DISSOCIATE, False)]
NO_DISSENT = [(Stance.ENDORSE, True), (Stance.SILENT, True), (Stance.DISSOCIATE, False)]
STOOD = [(move, move is Move.STAND) for move in Move]
RESTRAINED = [(UP, False), (HOLD, True), (DOWN, True)]
DREW_DOWN = [(UP, False), (HOLD, False), (DOWN, True)]

SIMPLE = [
    *[(Code.ASK_UNITS, sent(n), ok, {"units": 2}) for n, ok in UNITS],
    *[(Code.PROMISE_UNITS, sent(n), ok, {"units": 2}) for n, ok in UNITS],
    *[(Code.ASK_UNITS, sent(n), n > 0, {"units": 1}) for n, _ in UNITS],
    *[(Code.ASK_ENDORSE, says(s), ok, {}) for s, ok in ENDORSED],
    *[(Code.PROMISE_ENDORSE, says(s), ok, {}) for s, ok in ENDORSED],
    *[(Code.ASK_NO_DISSENT, says(s), ok, {}) for s, ok in NO_DISSENT],
    *[(Code.ASK_STAND, does(m), ok, {}) for m, ok in STOOD],
    *[(Code.PROMISE_STAND, does(m), ok, {}) for m, ok in STOOD],
    *[(Code.PROMISE_GARRISON, guarded(n), ok, {"units": 2}) for n, ok in UNITS],
    *[(Code.ASK_GARRISON, guarded(n), ok, {"units": 2}) for n, ok in UNITS],
    *[(Code.PROMISE_RESTRAINT, in_posture(p), ok, {}) for p, ok in RESTRAINED],
    *[(Code.ASK_RESTRAINT, in_posture(p), ok, {}) for p, ok in RESTRAINED],
    *[(Code.PROMISE_FIRMNESS, in_posture(p), not ok, {}) for p, ok in RESTRAINED],
    *[(Code.ASK_FIRMNESS, in_posture(p), not ok, {}) for p, ok in RESTRAINED],
    *[(Code.ANNOUNCE_DRAWDOWN, in_posture(p), ok, {"round": 1}) for p, ok in DREW_DOWN],
]


@pytest.mark.parametrize(("code", "facts", "done", "more"), SIMPLE)
def test_what_each_code_asks(code, facts, done, more):
    """Requests are met or unmet, pledges kept or broken."""
    words = ("met", "unmet") if code.value.startswith("ask_") else ("kept", "broken")
    assert label(code, facts, **more) == words[not done]


@pytest.mark.parametrize(
    ("code", "came", "stayed"),
    [(Code.PROMISE_TO_COME, "kept", "broken"), (Code.ASK_TO_COME, "met", "unmet")],
)
def test_help_is_tested_only_by_an_attack(code, came, stayed):
    """Attacked: came or did not; else untested, whatever the sealed order says."""
    assert label(code, attacked(come=True)) == came
    assert label(code, attacked(come=False)) == stayed
    for come in (True, False):
        assert label(code, a_round(orders={A1: come, A2: not come})) == "untested"
        assert label(code, a_round(attacked=(A2,), orders={A1: come, A2: come})) == "untested"


@pytest.mark.parametrize("code", [Code.PROMISE_TO_COME, Code.ASK_TO_COME])
@pytest.mark.parametrize("come", [True, False])
@pytest.mark.parametrize("hit", [(), (A1,)])
def test_the_log_also_holds_what_the_sealed_order_would_have_done(code, come, hit):
    """`kept_in_order` or `broken_in_order`, attacked or not; for the debrief."""
    facts = a_round(attacked=hit, orders={A1: come, A2: not come})
    parties = (PATRON, A1) if code is Code.PROMISE_TO_COME else (A1, PATRON)
    judged = judge(Proposal(1, *parties, Asked(code), True, 0), facts)
    assert judged.in_order == ("kept_in_order" if come else "broken_in_order")


def test_no_other_code_speaks_of_orders():
    """`in_order` is empty for the rest."""
    for code in set(Code) - {Code.PROMISE_TO_COME, Code.ASK_TO_COME}:
        asked = Asked(code, units=1, round=1, condition=Condition.ESCALATE)
        assert judge(Proposal(1, PATRON, A1, asked, True, 0), a_round()).in_order == ""


@pytest.mark.parametrize(
    ("code", "kept", "broken"),
    [(Code.PROMISE_CONSULT, "kept", "broken"), (Code.ASK_CONSULT, "met", "unmet")],
)
def test_consultation_before_escalating(code, kept, broken):
    """Escalation with a cable to this ally: kept; without: broken; no escalation: untested."""
    assert label(code, in_posture(UP, wrote=True)) == kept
    assert label(code, in_posture(UP)) == broken
    for posture in (HOLD, DOWN):
        assert label(code, in_posture(posture, wrote=True)) == "untested"


@pytest.mark.parametrize(
    ("condition", "present", "absent"),
    [
        (Condition.ESCALATE, {"posture": UP}, {"posture": HOLD}),
        (Condition.NOT_ESCALATE, {"posture": DOWN}, {"posture": UP}),
        (Condition.NO_GARRISON, {"garrisons": {A1: 0, A2: 2}}, {"garrisons": {A1: 1, A2: 0}}),
    ],
)
@pytest.mark.parametrize("move", list(Move))
def test_a_warning_to_look_elsewhere(condition, present, absent, move):
    """Condition absent: untested; present: kept if the move is not stand, broken if it is."""
    moves = {A1: move, A2: Move.STAND}
    warned = {"condition": condition}
    expected = "broken" if move is Move.STAND else "kept"
    assert label(Code.WARN_ELSEWHERE, a_round(**present, moves=moves), **warned) == expected
    assert label(Code.WARN_ELSEWHERE, a_round(**absent, moves=moves), **warned) == "untested"


BY_THE_PATRON = {
    "ask_units",
    "ask_endorse",
    "ask_no_dissent",
    "ask_stand",
    "promise_garrison",
    "promise_to_come",
    "promise_restraint",
    "promise_firmness",
    "announce_drawdown",
    "promise_consult",
}
BY_AN_ALLY = {
    "ask_garrison",
    "ask_consult",
    "ask_to_come",
    "ask_restraint",
    "ask_firmness",
    "promise_units",
    "promise_endorse",
    "promise_stand",
    "warn_elsewhere",
}


def test_the_list_is_closed():
    """Ten codes for the patron, nine for an ally, and no more."""
    assert {code.value for code in Code if may_use(code, PATRON)} == BY_THE_PATRON
    for ally in ALLY_SEATS:
        assert {code.value for code in Code if may_use(code, ally)} == BY_AN_ALLY
    assert {code.value for code in Code} == BY_THE_PATRON | BY_AN_ALLY


@pytest.mark.parametrize("code", list(Code))
def test_when_each_falls_due(code):
    """This round; consultation the next; drawing down in the round announced."""
    asked = Asked(code, round=5)
    expected = {"announce_drawdown": 5, "promise_consult": 4, "ask_consult": 4}
    assert due_round(Proposal(3, PATRON, A1, asked, True, 0)) == expected.get(code.value, 3)
