"""ally_rounds: one row per ally seat and round whose responses were revealed."""

from collections.abc import Iterator

from game.analysis.codebook import Row
from game.analysis.history import History
from game.analysis.records import AllyRecord, ally_records
from game.analysis.scores import paid_forecast
from game.analysis.sessionlog import SessionLog
from game.analysis.tables.by_hand import by_hand
from game.analysis.tables.cells import bit, number, together, word
from game.analysis.tables.proposals import asked_for_forces, listed
from game.core.events import ForecastPaid, GroupOpened
from game.core.payoffs import best_response
from game.core.settle import PLACE
from game.core.state import GroupState, Round
from game.core.treatments import arm_name
from game.core.vocabulary import Card, Move, PatronKind, Posture

FORM = {
    Move.STAND: None,
    Move.BUILD_ARMS: "arms",
    Move.ACCOMMODATE: "accommodation",
    Move.SEEK_PARTNER: "partner",
}


def ally_rows(log: SessionLog, followed: tuple[History, ...]) -> Iterator[Row]:
    """By group, round and seat."""
    for history in followed:
        for record in ally_records(history):
            yield {
                **_identity(record),
                **_conditions(record),
                **_answers(record),
                **_results(record),
                **_provenance(record),
                "consent": bit(log.consent_of(record.holders)),
                **_more_answers(record),
                **_circumstances(record),
                **_forecast(record),
                **_talk(record),
                **_people(log, record),
                **by_hand(log, record, record.seat),
            }


def posture_assigned(opened: GroupOpened, round_number: int) -> str | None:
    """The server's draw for this group and round, by card or lottery; None in D1 and D3."""
    nature, row = opened.nature, round_number - 1
    if nature.cards[row] is not Card.NONE:
        return "escalate" if nature.cards[row] is Card.TOUGH else "restrain"
    if opened.patron_kind is PatronKind.LOTTERY:
        return "escalate" if nature.postures[row] is Posture.ESCALATE else "restrain"
    return None


def theatre_share(state: GroupState, played: Round) -> float:
    """Share of the pool in the distant theatre (0-1), the pool being that of the round's size."""
    if played.commitment is None:
        return 0.0
    return played.commitment.theatre / state.numbers.pool(len(played.commitment.garrisons))


def _identity(record: AllyRecord) -> Row:
    opened = record.state.opened
    return {
        "session": opened.session,
        "group": opened.group,
        "round": record.played.number,
        "seat": record.seat,
        "player": record.player,
        "role": "ally",
        "treatment": arm_name(opened.arm),
        "distance": word(record.held.distance),
    }


def _conditions(record: AllyRecord) -> Row:
    state, played = record.state, record.played
    return {
        "posture": word(played.posture),
        "posture_assigned": posture_assigned(state.opened, played.number),
        "theatre_share": number(theatre_share(state, played)),
    }


def _answers(record: AllyRecord) -> Row:
    response = record.response
    return {
        "belief_before": record.before.belief if record.before else None,
        "belief_after": record.appraisal.belief if record.appraisal else None,
        "stance": word(response.stance),
        "contribution": response.units,
        "move": word(response.move),
        "alignment": word(response.move.alignment),
    }


def _results(record: AllyRecord) -> Row:
    numbers, appraisal = record.state.numbers, record.appraisal
    return {
        "attacked": bit(record.attacked),
        "defended": bit(record.defended),
        "payoff": number(record.account.points if record.account else None),
        "best_response": best_response(numbers, appraisal.belief) if appraisal else None,
        "p_star": number(numbers.p_star()),
    }


def _provenance(record: AllyRecord) -> Row:
    return {
        "bot": bit(record.bot),
        "timed_out": bit(record.timed_out),
        "decision_ms": record.decision_ms,
    }


def _more_answers(record: AllyRecord) -> Row:
    response, before, after = record.response, record.before, record.appraisal
    order = record.played.order(record.seat)
    return {
        "actor": record.held.actor,
        "form": FORM[response.move],
        "move_source": word(response.source),
        "would": after.would if after else None,
        "could": after.could if after else None,
        "belief_before_source": word(before.source) if before else None,
        "belief_after_source": word(after.source) if after else None,
        "voice": bit(response.voice or asked_for_forces(record.played, record.seat)),
        "garrison": record.played.garrison(record.seat),
        "standing_order": "come" if order else "stay",
        "outcome": bit(record.outcome),
        "partner_came": bit(_partner_came(record)),
    }


def _partner_came(record: AllyRecord) -> bool | None:
    """Only of an ally that had sought a partner, was attacked and got no help from the patron."""
    crisis = record.played.crisis
    sought = record.response.move is Move.SEEK_PARTNER
    if crisis is None or not sought or not record.attacked or record.defended:
        return None
    return record.seat in crisis.partnered


def _circumstances(record: AllyRecord) -> Row:
    state, round_number = record.state, record.played.number
    common = state.opened.nature.common
    return {
        "term": state.term_of(round_number),
        "news": number(common.news[round_number - 1]),
        "cost": number(common.costs[round_number - 1][PLACE[record.seat]]),
        "stake": number(state.numbers.stake(state.patron_type(round_number))),
        "par": number(record.account.par if record.account else None),
    }


def _forecast(record: AllyRecord) -> Row:
    if record.state.ended is None:
        return {"forecast_round": None, "forecast_points": None}
    paid: ForecastPaid | None = paid_forecast(record.history, record.seat)
    here = paid is not None and paid.round == record.played.number
    return {
        "forecast_round": bit(here),
        "forecast_points": number(paid.points) if paid and here else None,
    }


def _talk(record: AllyRecord) -> Row:
    return {
        "requests": listed(record.state, record.played, record.seat, requests=True),
        "pledges": listed(record.state, record.played, record.seat, requests=False),
    }


def _people(log: SessionLog, record: AllyRecord) -> Row:
    player = record.player
    return {
        "holders": together(record.holders),
        "first_play": bit(log.first_play_of([player])) if player else None,
        "simulated": bit(log.simulated or record.state.opened.simulated),
    }
