"""patron_rounds: one row per group and round whose responses were revealed."""

from collections.abc import Iterator

from game.analysis.codebook import Row
from game.analysis.history import History
from game.analysis.records import PatronRecord, patron_records
from game.analysis.sessionlog import SessionLog
from game.analysis.tables.ally_rounds import posture_assigned, theatre_share
from game.analysis.tables.by_hand import by_hand
from game.analysis.tables.cells import DECIMALS, bit, number, together, word
from game.core.payoffs import card_points, complied, war
from game.core.treatments import arm_name
from game.core.vocabulary import PATRON


def patron_rows(log: SessionLog, followed: tuple[History, ...]) -> Iterator[Row]:
    """By group and round."""
    for history in followed:
        substituted = False
        for record in patron_records(history):
            substituted = substituted or record.substituted
            yield {
                **_identity(record),
                **_decision(record),
                **_results(record),
                "actor": record.held.actor,
                "move_source": word(record.commitment.source),
                "orders_source": word(record.orders.source),
                "substituted_so_far": bit(substituted),
                "posture_assigned": posture_assigned(record.state.opened, record.played.number),
                **_division(record),
                **_worth(record),
                **_people(log, record),
                **by_hand(log, record, PATRON),
            }


def _identity(record: PatronRecord) -> Row:
    opened = record.state.opened
    return {
        "session": opened.session,
        "group": opened.group,
        "round": record.played.number,
        "seat": PATRON,
        "player": record.player,
        "role": "patron",
        "treatment": arm_name(opened.arm),
        "patron_kind": "bot_substitute" if record.substituted else word(opened.patron_kind),
    }


def _decision(record: PatronRecord) -> Row:
    state, posture = record.state, record.commitment.posture
    card = state.opened.nature.cards[record.played.number - 1]
    away = round(theatre_share(state, record.played), DECIMALS)
    return {
        "card": word(card),
        "complied": bit(complied(card, posture)),
        "posture": word(posture),
        "theatre_share": number(away),
        "core_share": number(1 - away),
        "patron_type": word(state.patron_type(record.played.number)),
    }


def _results(record: PatronRecord) -> Row:
    crisis = record.played.crisis
    return {
        "n_attacks": len(crisis.attacked) if crisis else None,
        "n_defended": len(crisis.defended) if crisis else None,
        "payoff": number(record.account.points if record.account else None),
        "bot": bit(record.bot),
        "timed_out": bit(record.timed_out),
        "decision_ms": record.decision_ms,
    }


def _division(record: PatronRecord) -> Row:
    commitment = record.commitment
    pool = record.state.numbers.pool(len(commitment.garrisons))
    placed = commitment.theatre + sum(units for _, units in commitment.garrisons)
    return {
        "theatre_units": commitment.theatre,
        "garrisons": ";".join(f"{seat}={units}" for seat, units in commitment.garrisons),
        "reserve": pool - placed,
        "pool": pool,
    }


def _worth(record: PatronRecord) -> Row:
    state, round_number = record.state, record.played.number
    numbers, nature = state.numbers, state.opened.nature
    dealt, posture = state.patron_type(round_number), record.commitment.posture
    news = nature.common.news[round_number - 1]
    return {
        "term": state.term_of(round_number),
        "news": number(news),
        "stake": number(numbers.stake(dealt)),
        "war_points": number(war(numbers, dealt, posture, news)),
        "card_points": number(card_points(numbers, nature.cards[round_number - 1], posture)),
        "par": number(record.account.par if record.account else None),
    }


def _people(log: SessionLog, record: PatronRecord) -> Row:
    player = record.player
    return {
        "holders": together(record.holders),
        "consent": bit(log.consent_of(record.holders)),
        "first_play": bit(log.first_play_of([player])) if player else None,
        "simulated": bit(log.simulated or record.state.opened.simulated),
    }
