"""Every code has its words, and the words keep to the law of the look."""

import re
from string import Formatter

import pytest

from game.core.commands import GiveExtraTime, StateBelief
from game.core.numbers import Numbers
from game.core.payoffs import (
    AllyRound,
    Attack,
    PatronRound,
    ally_lines,
    patron_lines,
)
from game.core.pledges import Code, Condition
from game.core.reading import READERS, Malformed, parse
from game.core.views.public import public_view
from game.core.views.shapes import Pledge
from game.core.vocabulary import (
    Alignment,
    Card,
    Design,
    Distance,
    Move,
    MoveSource,
    PatronKind,
    Posture,
    PrivateType,
    Refusal,
    Refused,
    Stage,
    Stance,
)
from game.web import wording
from game.web.wording import accounts, doors, entering, figures, patron, pledges, refusals, words
from tests.builders import A1, A2, PATRON, Script, a_scenario

COMPLETE = {
    "stages": (words.STAGES, Stage),
    "stage lines": (words.STAGE_LINES, Stage),
    "postures": (words.POSTURES, Posture),
    "postures now": (words.POSTURE_NOW, Posture),
    "postures done": (words.POSTURE_DONE, Posture),
    "stances": (words.STANCES, Stance),
    "stances done": (words.STANCE_DONE, Stance),
    "distances": (words.DISTANCES, Distance),
    "sources": (words.SOURCES, MoveSource),
    "conditions": (words.CONDITIONS, Condition),
    "moves": (words.MOVES, Move),
    "alignments": (words.ALIGNMENTS, Alignment),
    "cards": (words.CARDS, Card),
    "designs": (words.DESIGNS, Design),
    "patrons": (words.PATRONS, PatronKind),
    "types": (patron.TYPES, PrivateType),
    "orders": (patron.ORDERS, Card),
    "pledges": (pledges.OBJECTS, Code),
    "refusals": (refusals.SENTENCES, Refusal),
}
ATTACKS = (Attack(False), Attack(True, True), Attack(True), Attack(True, False, True))
BANNED = re.compile(r"\b(hedg\w*|reassur\w*|errors?|please|proves?|states?|oops)\b|!", re.I)


@pytest.mark.parametrize("name", COMPLETE)
def test_no_code_is_without_its_words(name):
    mapping, enum = COMPLETE[name]

    assert set(mapping) == set(enum)
    assert all(mapping.values()) or name == "orders"


def test_every_refusal_reads_as_a_sentence_with_and_without_its_details():
    details = {
        "stage": Stage.RESPONSE,
        "posture": Posture.ESCALATE,
        "field": "garrison:A1",
        "seat": "A1",
        "to": "A2",
        "allies": ("A1", "A2"),
        **dict.fromkeys(("value", "least", "most", "placed", "pool", "over", "longest"), 3),
        "what": "cables",
    }
    for code in Refusal:
        for given in ({}, details):
            sentence = refusals.sentence(code, given, {"A1": "Arven", "A2": "Belmar"})
            assert sentence[0].isupper()
            assert sentence.endswith(".")
            assert "{" not in sentence
            assert not BANNED.search(sentence), sentence


def test_details_fill_the_sentence():
    names = {"A1": "Arven", "A2": "Belmar"}
    said = wording.refusal_sentence

    assert said(Refused(Refusal.OVER_POOL, placed=14, pool=12)) == (
        "You have 12 units and placed 14. Take 2 back."
    )
    assert said(Refused(Refusal.TEXT_TOO_LONG, over=1, longest=280)) == (
        "This is 1 letter too long; 280 is the most. Nothing is lost."
    )
    out_of_range = Refused(Refusal.OUT_OF_RANGE, field="garrison:A1", value=3, least=0, most=2)
    assert said(out_of_range, names) == "Units for Arven must lie between 0 and 2. You typed 3."
    assert wording.field_of(out_of_range.details) == "garrisons.A1"
    belief = Refused(Refusal.OUT_OF_RANGE, field="belief", value=620, least=0, most=100)
    assert said(belief) == "The number must lie between 0 and 100. You typed 620."
    missing = Refused(Refusal.ORDERS_INCOMPLETE, allies=("A1", "A2"))
    assert (
        said(missing, names)
        == "An order is missing: say come, or do not come, for Arven and Belmar."
    )
    cables = Refused(Refusal.LIMIT_REACHED, what="cables", most=3)
    assert said(cables) == "You have sent 3 cables this way. More in the next round."


def test_who_comes_too_late_is_not_told_that_the_stage_has_closed():
    """It may be open still, for a seat with more time."""
    script = Script().do(GiveExtraTime(A1, 50)).opens(60)
    script.now += 70_000
    with pytest.raises(Refused) as refused:
        script.seat(A2, StateBelief(50))
    assert script.state.open
    assert "closed" not in wording.refusal_sentence(refused.value)


@pytest.mark.parametrize("name", READERS)
def test_an_empty_form_is_answered_with_a_sentence_of_its_own(name):
    """What a student forgot to fill in is named, not called unreadable."""
    message = {"name": name, "round": 1, "stage": "dispatch", "args": {}}
    try:
        parse(message)
    except Malformed as fault:
        sentence = wording.malformed_sentence(fault.field, fault.expected)
        assert sentence != refusals.UNREADABLE
        assert not BANNED.search(sentence)


def test_every_line_of_an_account_has_its_words():
    names = {"patron": "Meridia", "patron_of": "Meridia’s", "home": "Arven", "theatre": "the war"}
    codes = set()
    for move in Move:
        for stance in Stance:
            for attack in (
                Attack(False),
                Attack(True, True),
                Attack(True),
                Attack(True, False, True),
            ):
                lines = ally_lines(Numbers(), AllyRound(move, stance, 1, 1, attack))
                codes |= {line.code for line in lines}
    for posture in Posture:
        played = PatronRound(
            PrivateType.HIGH_CORE, 2, Card.TOUGH, posture, 3, 1, 1, 1, 2, 3, ((4, True), (8, False))
        )
        codes |= {line.code for line in patron_lines(Numbers(), played)}

    for code in codes:
        said = accounts.line(code, "You stood with Meridia", names)
        assert said
        assert "{" not in said


@pytest.mark.parametrize("code", Code)
@pytest.mark.parametrize("reader", [PATRON, A1])
def test_every_pledge_is_a_sentence_to_both_sides(code, reader):
    public = public_view(Script().state)
    maker, other = (PATRON, A1) if code in list(Code)[:10] else (A1, PATRON)
    pledge = Pledge(
        1, maker, other, code.value, 2, 3, "escalate", False, code.is_request, "kept", 0
    )

    phrase = pledges.phrase(public, pledge)
    sentence = pledges.sentence(public, pledge, reader)

    assert phrase.endswith(".")
    assert sentence.startswith("You " if maker == reader else public.name_of(maker))
    assert "{" not in phrase + sentence
    assert not BANNED.search(phrase + sentence)


def test_every_outcome_has_a_word():
    assert {"kept", "broken", "untested", "met", "unmet"} <= set(pledges.OUTCOMES)


def test_fixed_texts_keep_to_the_words_of_the_look():
    fixed = [
        *refusals.SENTENCES.values(),
        *refusals.MALFORMED.values(),
        *words.STAGE_LINES.values(),
        *entering.CONNECTION.values(),
        *entering.NAMES.values(),
        *entering.CLOCK.values(),
        patron.TOLD,
        *(part for pair in patron.TYPES.values() for part in pair),
        *(part for pair in patron.ORDERS.values() for part in pair),
        *(text for page in doors.PLAIN.values() for text in (page.heading, page.fact, page.safe)),
    ]
    for text in fixed:
        assert not BANNED.search(text), text


def test_templates_of_sentences_name_only_what_is_filled():
    known = {"ally", "home", "patron", "theatre", "units", "round", "condition"}
    for text in pledges.OBJECTS.values():
        assert {field for _, field, _, _ in Formatter().parse(text) if field} <= known


@pytest.mark.parametrize(
    ("value", "text"), [(1, "+1"), (-19, "−19"), (0, "0"), (2.5, "+2.5"), (-0.001, "0")]
)
def test_points_are_set_with_their_sign(value, text):
    assert figures.signed(value) == text


def test_numbers_and_lists_in_sentences():
    assert figures.listed(["A", "B", "C"]) == "A, B and C"
    assert figures.chance(0.5) == "one chance in two"
    assert figures.chance(1 / 3) == "one chance in three"
    assert figures.chance(0.3) == "30 chances in 100"
    assert figures.times(0.8) == ("4 times in 5", "1 in 5")
    assert figures.of("Honduras") == "Honduras’"


def test_the_type_and_order_cards_carry_the_scenarios_numbers():
    stake = a_scenario().numbers.stake(PrivateType.HIGH_CORE)

    assert patron.type_card(PrivateType.HIGH_CORE, stake)[1].endswith("costs you 18.")
    assert patron.order_card(Card.TOUGH, 6)[1] == "Escalate this round and you gain 6."
    assert patron.order_card(Card.NONE, 6) == ("", "")
    lengths = [sum(map(len, patron.ORDERS[card])) for card in (Card.TOUGH, Card.RESTRAINT)]
    assert abs(lengths[0] - lengths[1]) < 15
