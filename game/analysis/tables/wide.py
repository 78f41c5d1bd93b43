"""wide: one row per ally seat of every group that began, its rounds beside each other."""

from collections.abc import Iterator, Mapping

from game.analysis.codebook import Row
from game.analysis.codebook.wide import ROUNDS, VARYING, beside
from game.analysis.history import History
from game.analysis.sessionlog import SessionLog
from game.analysis.tables.ally_rounds import ally_rows
from game.analysis.tables.cells import bit, number, word
from game.core.treatments import arm_name
from game.core.vocabulary import SeatId


def wide_rows(log: SessionLog, followed: tuple[History, ...]) -> Iterator[Row]:
    """By group and seat."""
    played: dict[tuple[object, object], dict[object, Row]] = {}
    for row in ally_rows(log, followed):
        played.setdefault((row["group"], row["seat"]), {})[row["round"]] = row
    for history in followed:
        for seat in history.state.allies if history.started else ():
            rounds = played.get((history.state.opened.group, seat), {})
            yield {
                **_of_the_seat(log, history, seat),
                "n_rounds": len(rounds),
                "consent": bit(log.consent_of(history.held[seat])),
                **_beside(rounds),
            }


def _of_the_seat(log: SessionLog, history: History, seat: SeatId) -> Row:
    state, opened = history.state, history.state.opened
    return {
        "session": opened.session,
        "group": opened.group,
        "seat": seat,
        "role": "ally",
        "treatment": arm_name(opened.arm),
        "distance": word(state.seats[seat].distance),
        "p_star": number(state.numbers.p_star()),
        "actor": state.seats[seat].actor,
        "simulated": bit(log.simulated or opened.simulated),
    }


def _beside(rounds: Mapping[object, Row]) -> Row:
    return {
        beside(column.name, number): rounds[number][column.name] if number in rounds else None
        for column in VARYING
        for number in ROUNDS
    }
