"""What is shown in which stage, to whom, and what is not yet (rules 3)."""

import pytest

from game.core.commands import (
    CommitForces,
    DeclareReady,
    PublishCommunique,
    PutIn,
    SealOrders,
    SealResponse,
    SendCable,
    StateAppraisal,
    StateBelief,
)
from game.core.pledges import Asked, Code
from game.core.views import public_view, seat_view
from game.core.vocabulary import Card, Move, Posture, Stage, Stance
from tests.builders import A1, A2, PATRON, Script, an_opening, leaves

SECRET_REASON = "because the second port is mined"
SECRET_CABLE = "we shall have two divisions in the harbour"
SEATS = (PATRON, A1, A2)


def a_group():
    """A patron and two allies; round 1 has been dealt."""
    return Script(an_opening(3))


def seen(script, seat):
    """The view of a seat, or the wall for None."""
    return seat_view(script.state, seat) if seat else public_view(script.state)


def texts(script, seat):
    """Every text and number in a view."""
    return {value for _, value in leaves(seen(script, seat))}


def responded(script, seat, move=Move.ACCOMMODATE, stance=Stance.DISSOCIATE, units=2):
    """The ally appraises and seals; A1 for a reason of its own."""
    reason = SECRET_REASON if seat == A1 else "a matter of trust"
    return script.seat(
        seat, StateAppraisal(61, 43, 52), SealResponse(move, stance, units, True, reason)
    )


def in_response(posture=Posture.ESCALATE):
    """Round 1 with the response open, after a division of six, two and one."""
    return (
        a_group()
        .at(1, Stage.COMMITMENT)
        .seat(PATRON, CommitForces(posture, 6, {A1: 2, A2: 1}))
        .opens()
    )


def test_before_round_one_a_seat_reads_its_role_card_and_nothing_of_the_round():
    """No news, no card, no price of war, no cost, no crisis."""
    script = a_group()
    for seat in SEATS:
        view = seen(script, seat)
        assert (view.task, view.may, view.public.news, view.public.present) == (
            "brief",
            (),
            None,
            None,
        )
    patron = seen(script, PATRON).patron
    assert (patron.card, patron.offers, patron.defences) == (Card.NONE, (), ())


def test_the_patron_knows_its_type_from_the_start_of_the_term():
    """The type is on the role card, before the first dispatch."""
    script = a_group()
    assert seen(script, PATRON).patron.private_type is script.state.opened.nature.types[0]


def test_in_the_dispatch_everybody_reads_the_news_in_words():
    """Round, news and the state of the war; points of the news for the patron alone."""
    script = a_group().opens()
    words = {-2: "bad", 0: "mixed", 2: "good"}[script.state.opened.nature.common.news[0]]
    for seat in SEATS:
        news = seen(script, seat).public.news
        assert (news.headline, news.tide) == ("The front in the Straits, part 1", words)
        assert not news.new_government
    assert all(seen(script, ally).patron is None for ally in (A1, A2))


def test_in_the_dispatch_the_patron_has_its_type_card_and_three_war_numbers_but_no_costs():
    """Rules 3, stage 1, private."""
    script = a_group().opens()
    patron = seen(script, PATRON).patron
    nature = script.state.opened.nature
    assert patron.card is nature.cards[0]
    assert [offer.posture for offer in patron.offers] == list(Posture)
    assert patron.defences == ()


@pytest.mark.parametrize("reader", [PATRON, A2, None])
def test_a_belief_is_sealed(reader):
    """What A1 believes is seen by A1 alone, in play and afterwards."""
    script = a_group().opens().seat(A1, StateBelief(37))
    paths = {path for path, value in leaves(seen(script, reader)) if value == 37}
    assert paths == set()
    assert seen(script, A1).ally.beliefs[-1].before == 37


def test_a_cable_is_read_by_its_two_parties_alone():
    """Cables: the two parties; communiqués: all."""
    script = a_group().at(1, Stage.CONSULTATION)
    script.seat(PATRON, SendCable(A1, SECRET_CABLE))
    script.seat(A2, PublishCommunique("Bel stands firm."))
    readers = {seat for seat in (*SEATS, None) if SECRET_CABLE in texts(script, seat)}
    assert readers == {PATRON, A1}
    assert all("Bel stands firm." in texts(script, seat) for seat in (*SEATS, None))


@pytest.mark.parametrize(("public", "readers"), [(True, 4), (False, 2)])
def test_a_pledge_is_public_in_a_communique_and_private_in_a_cable(public, readers):
    """Pledges made in communiqués stand on the wall; those in cables do not."""
    script = a_group().at(1, Stage.CONSULTATION)
    script.seat(PATRON, PutIn(A1, Asked(Code.PROMISE_GARRISON, units=2), public))
    known = [s for s in (*SEATS, None) if "promise_garrison" in texts(script, s)]
    assert len(known) == readers
    assert A1 in known
    assert PATRON in known


def test_the_commitment_is_public_at_once():
    """Posture, units in the theatre, garrisons, reserve: as soon as P confirms."""
    script = a_group().at(1, Stage.COMMITMENT)
    assert seen(script, A1).public.present.division is None
    script.seat(PATRON, CommitForces(Posture.ESCALATE, 6, {A1: 2, A2: 1}))
    for seat in SEATS:
        division = seen(script, seat).public.present.division
        assert division.posture is Posture.ESCALATE
        assert (division.theatre, division.reserve) == (6, 1)
        assert division.garrisons == ((A1, 2), (A2, 1))
    forces = public_view(script.state).forces
    assert (forces.at_war, forces.pool, [place.here for place in forces.places]) == (
        6,
        10,
        [1, 2, 1],
    )


def test_costs_are_shown_to_the_patron_when_the_response_opens():
    """Each ally's cost this round and the stake; to nobody else."""
    script = in_response()
    costs = script.state.opened.nature.common.costs[0]
    assert [d.cost for d in seen(script, PATRON).patron.defences] == list(costs[:2])
    for ally in (A1, A2):
        assert not [path for path, _ in leaves(seen(script, ally)) if "cost" in path]


@pytest.mark.parametrize("reader", [PATRON, A2, None])
def test_responses_are_sealed_until_all_are_in(reader):
    """A1's move, stance, units and reason: nothing of it, to nobody, before the reveal."""
    script = in_response()
    before = seen(script, reader)
    responded(script, A1)
    after = seen(script, reader)
    changed = {
        path
        for (path, old), (_, new) in zip(leaves(before), leaves(after), strict=False)
        if old != new
    }
    assert all("awaited" in path or "decided" in path for path in changed)
    assert public_view(script.state).present.answers == ()


def test_the_reveal_shows_moves_stances_and_units_of_all_together():
    """And neither reasons nor beliefs nor standing orders."""
    script = responded(in_response(), A1)
    responded(script, A2, Move.STAND, Stance.ENDORSE, 1)
    assert public_view(script.state).present.answers == ()
    script.seat(PATRON, SealOrders({A1: True, A2: False}))
    answers = public_view(script.state).present.answers
    assert [(a.seat, a.move, a.stance, a.units) for a in answers] == [
        (A1, Move.ACCOMMODATE, Stance.DISSOCIATE, 2),
        (A2, Move.STAND, Stance.ENDORSE, 1),
    ]
    for reader in (PATRON, A2, None):
        assert SECRET_REASON not in texts(script, reader)
    assert public_view(script.state).present.attacked is None


def test_the_order_for_an_ally_that_is_not_attacked_stays_sealed_until_the_end():
    """Only the debrief opens it."""
    script = in_response()
    responded(script, A1)
    responded(script, A2)
    script.seat(PATRON, SealOrders({A1: True, A2: True}))
    script.opens().all_ready().opens()
    attacked = public_view(script.state).present.attacked
    assert len(attacked) == 1
    assert attacked[0].sent
    for ally in (A1, A2):
        assert seen(script, ally).ally.orders == ()
    script.to_the_end()
    for ally in (A1, A2):
        orders = seen(script, ally).ally.orders
        assert [number for number, _ in orders] == [1, 2, 3, 4, 5, 6]
        assert orders[0] == (1, True)


def test_who_is_attacked_is_known_in_the_crisis_and_points_in_the_reckoning():
    """Nothing may be shown earlier."""
    script = a_group().at(1, Stage.CRISIS)
    assert len(public_view(script.state).present.attacked) == 1
    assert all(seen(script, seat).accounts == () for seat in SEATS)
    script.at(1, Stage.RECKONING)
    assert all(len(seen(script, seat).accounts) == 1 for seat in SEATS)


def test_points_of_other_seats_are_never_shown():
    """A view holds one account a round: its own."""
    script = a_group().to_the_end()
    for seat in SEATS:
        own = [a for r in script.state.rounds for a in r.reckoning.accounts if a.seat == seat]
        assert [account.points for account in seen(script, seat).accounts] == [
            a.points for a in own
        ]
    assert not [path for path, _ in leaves(public_view(script.state)) if "points" in path]


def test_the_partners_answer_is_the_allys_own():
    """Another protector comes, or does not: the ally alone reads it in the crisis."""
    script = in_response()
    for ally in (A1, A2):
        responded(script, ally, Move.SEEK_PARTNER)
    script.seat(PATRON, SealOrders({A1: False, A2: False})).opens()
    (attacked,) = script.state.round.crisis.attacked
    (spared,) = {A1, A2} - {attacked}
    came = script.state.opened.nature.partner[0][0 if attacked == A1 else 1]
    assert seen(script, attacked).ally.partner_came is came
    assert seen(script, spared).ally.partner_came is None
    assert not [path for path, _ in leaves(public_view(script.state)) if "partner" in path]


def test_one_allys_partner_says_nothing_to_another():
    """Two are attacked and left alone; one's protector comes, the other's does not."""
    script = Script(an_opening(5, group_size=5, seed="two protectors 0"))
    script.at(1, Stage.RESPONSE)
    for ally in script.state.allies:
        responded(script, ally, Move.SEEK_PARTNER)
    script.seat(PATRON, SealOrders(dict.fromkeys(script.state.allies, False))).opens()
    attacked = script.state.round.crisis.attacked
    row = script.state.opened.nature.partner[0]
    came = {seat: row[script.state.allies.index(seat)] for seat in attacked}
    assert sorted(came.values()) == [False, True]
    assert {seat: seen(script, seat).ally.partner_came for seat in attacked} == came


def test_nobody_is_told_who_plays_the_patron():
    """Rules 5: "some are played by the computer, some by students; you do not know which"."""
    script = a_group().at(1, Stage.CONSULTATION)
    for seat in (A1, A2, None):
        assert not public_view(script.state).patron.bot
        assert "student" not in texts(script, seat)


def test_ready_is_public_and_says_nothing_else():
    """For whom the stage waits is said to everybody, by country."""
    script = a_group().at(1, Stage.CONSULTATION).seat(A1, DeclareReady())
    assert public_view(script.state).awaited == (PATRON, A2)
    assert public_view(script.state).decided == (A1,)


def test_a_new_government_is_announced_and_its_type_is_the_patrons_alone():
    """Half-way: "a new government has taken office"; the type changes for P at that dispatch."""
    script = a_group().at(3, Stage.RECKONING)
    first, second = script.state.opened.nature.types
    assert seen(script, PATRON).patron.private_type is first
    script.at(4, Stage.DISPATCH)
    assert public_view(script.state).news.new_government
    assert seen(script, PATRON).patron.private_type is second
    script.at(5, Stage.DISPATCH)
    assert not public_view(script.state).news.new_government


def test_the_secret_of_an_actor_is_on_its_own_card_alone():
    """Role cards and private intelligence are for one seat."""
    script = a_group().opens()
    for seat in SEATS:
        name = script.state.scenario.actor(script.state.seats[seat].actor).name
        known = {s for s in (*SEATS, None) if f"Only {name} knows this." in texts(script, s)}
        assert known == {seat}
    arven = next(s for s in SEATS if script.state.seats[s].actor == "arven")
    line = "A line only Arven reads in round 1."
    assert {s for s in (*SEATS, None) if line in texts(script, s)} == {arven}
