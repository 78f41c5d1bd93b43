"""A bot ally plays by what an ally may see: re-deal the rest, and it moves the same (rules 11)."""

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from game.classroom.strategies import moves_of
from game.classroom.strategies.allies import ALLY_BOTS
from game.core.vocabulary import PATRON, Stage
from tests.strategies import wild_plays, wild_seeds
from tests.twins import folded, twin

pytestmark = pytest.mark.noninterference


def answer(state, seat, bot, reads_posture):
    """What the bot would send for the seat now."""
    held = replace(state.seats[seat], bot=bot, cover=None)
    return moves_of(
        replace(state, seats={**state.seats, seat: held}), seat, reads_posture=reads_posture
    )


def same_dice(other, mine):
    """The twin with the dice, the design and the news' points of the true game: a bot's own."""
    opened, theirs = mine.opened, other.opened
    common = replace(theirs.nature.common, news=opened.nature.common.news)
    kept = replace(
        theirs,
        seed=opened.seed,
        number=opened.number,
        design=opened.design,
        nature=replace(theirs.nature, common=common),
    )
    return replace(other, opened=kept, numbers=mine.numbers)


@settings(max_examples=150)
@given(wild_plays, st.data(), wild_seeds, st.sampled_from(sorted(ALLY_BOTS)), st.booleans())
def test_what_it_may_not_see_does_not_move_it(script, data, seed, bot, reads_posture):
    """Others' beliefs and sealed moves, orders, types, cards, costs, cables, names, the future."""
    moments = [n for n in range(1, len(script.log)) if folded_stage(script, n)]
    assume(moments)
    length = data.draw(st.sampled_from(moments))
    log = script.log[:length]
    mine, _ = folded(script.scenario, log)
    seat = data.draw(st.sampled_from(mine.allies))
    other, _ = folded(script.scenario, twin(script.scenario, log, seat, seed))
    other = same_dice(other, mine)
    assert answer(other, seat, bot, reads_posture) == answer(mine, seat, bot, reads_posture)


def folded_stage(script, length):
    """Whether an ally's input is asked for after so many events."""
    event = script.log[length - 1]
    return getattr(event, "stage", None) in (Stage.DISPATCH, Stage.RESPONSE) or (
        getattr(event, "seat", PATRON) != PATRON
    )
