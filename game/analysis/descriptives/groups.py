"""One group, round by round: what everybody may know once it is over, the orders opened."""

from game.analysis.descriptives.shapes import (
    Answer,
    Compliance,
    GroupPicture,
    GroupRound,
    SeatResult,
)
from game.analysis.descriptives.summaries import Counting, counts, summary
from game.analysis.history import History
from game.analysis.records import AllyRecord, PatronRecord, ally_records, patron_records
from game.analysis.scores import score
from game.analysis.tables.proposals import asked_for_forces
from game.analysis.tables.seats import seat_kind
from game.core.payoffs import complied
from game.core.treatments import arm_name
from game.core.vocabulary import PATRON, Card, Posture, SeatId


def group_picture(history: History, rule: Counting) -> GroupPicture:
    """Everything of one group."""
    state, records = history.state, list(ally_records(history))
    return GroupPicture(
        group=state.opened.group,
        number=state.opened.number,
        design=state.opened.design,
        treatment=arm_name(state.opened.arm),
        patron_kind=state.opened.patron_kind,
        ended=state.ended.reason if state.ended else "",
        rounds=tuple(_round(patron, records, rule) for patron in patron_records(history)),
        postures=tuple(summary(records, rule, posture) for posture in Posture),
        seats=tuple(_result(history, seat) for seat in (PATRON, *state.allies)),
        counts=counts(records, rule),
    )


def compliance(patrons: list[PatronRecord]) -> tuple[Compliance, ...]:
    """Obedience to each order card that was dealt; empty in a session without cards."""
    return tuple(
        Compliance(
            card,
            len(dealt),
            sum(complied(card, record.commitment.posture) is True for record in dealt),
            sum(record.substituted for record in dealt),
        )
        for card in (Card.TOUGH, Card.RESTRAINT)
        if (dealt := [record for record in patrons if card_of(record) is card])
    )


def card_of(record: PatronRecord) -> Card:
    """The order card of the round."""
    return record.state.opened.nature.cards[record.played.number - 1]


def _round(patron: PatronRecord, records: list[AllyRecord], rule: Counting) -> GroupRound:
    commitment, card = patron.commitment, card_of(patron)
    pool = patron.state.numbers.pool(len(commitment.garrisons))
    here = [record for record in records if record.played.number == patron.played.number]
    return GroupRound(
        round=patron.played.number,
        term=patron.state.term_of(patron.played.number),
        posture=commitment.posture,
        theatre=commitment.theatre,
        pool=pool,
        reserve=pool - commitment.theatre - sum(units for _, units in commitment.garrisons),
        card=card,
        complied=complied(card, commitment.posture),
        patron_source=commitment.source,
        answers=tuple(_answer(record, rule) for record in here),
    )


def _answer(record: AllyRecord, rule: Counting) -> Answer:
    response, seat = record.response, record.seat
    return Answer(
        seat=seat,
        actor=record.held.actor,
        distance=record.held.distance,
        source=response.source,
        counted=rule.row(record),
        alignment=response.move.alignment,
        move=response.move,
        stance=response.stance,
        units=response.units,
        garrison=record.played.garrison(seat),
        voice=response.voice or asked_for_forces(record.played, seat),
        attacked=record.attacked,
        defended=record.defended,
        order=record.played.order(seat) if record.state.ended else None,
    )


def _result(history: History, seat: SeatId) -> SeatResult:
    total, held = score(history, seat), history.state.seats[seat]
    return SeatResult(
        seat=seat,
        actor=held.actor,
        kind=seat_kind(history, seat),
        points=total.points,
        par=total.par,
        against_par=total.against_par,
        calibration=total.calibration,
    )
