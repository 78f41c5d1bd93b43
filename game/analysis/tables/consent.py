"""What a research export leaves out: the rows of seats whose holders did not agree.

What others saw and met stays in their own rows: the posture, the garrison, the help that came.
What a patron who refused had sealed or put in writing does not. Who had extra time is told of
nobody: it may have to do with their health.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from game.analysis.codebook import Row
from game.analysis.codebook.wide import STEMS
from game.analysis.history import History, histories
from game.analysis.sessionlog import GroupLog, SessionLog
from game.core.events import ExtraTimeGiven
from game.core.vocabulary import PATRON, GroupId, SeatId

Refused = frozenset[tuple[GroupId, SeatId]]
PATRON_OWN = ("standing_order", "outcome", "requests", "pledges", "cost", "stake")  # ally_rounds
OF_ALLIES = ("ally_rounds", "wide")
SENSITIVE = ("extra_time",)
TEXT_ID = re.compile(r"-([RM]\d+)-")  # between the group and the seats of a text
PATRON_SECRETS = ("card", "patron_type")  # factors of assignments


def for_research(log: SessionLog) -> SessionLog:
    """Of an imported class: whose answer is not known has not agreed."""
    if not log.imported:
        return log
    asked = {one.participant for one in log.predictions}
    asked |= {one.participant for one in log.recognitions}
    placed = {one[0] for one in log.placings}
    named = {who for history in histories(log) for who in history.named}
    unknown = asked | placed | named | set(log.first_play)
    return replace(log, consent={**dict.fromkeys(unknown, False), **log.consent})


def refused_seats(log: SessionLog, followed: Iterable[History]) -> Refused:
    """Seats one of whose holders, at any time, did not agree to research use."""
    return frozenset(
        (history.state.opened.group, seat)
        for history in followed
        for seat, holders in history.held.items()
        if log.consent_of(holders) is False
    )


def given_away(log: SessionLog, group: GroupLog, history: History) -> bool:
    """Whether the group's stream may be: everybody it names agreed, nobody had extra time."""
    sensitive = any(isinstance(event, ExtraTimeGiven) for event in group.events)
    return not sensitive and log.consent_of(history.named) is not False


def kept(
    name: str, rows: Iterable[Row], log: SessionLog, followed: tuple[History, ...]
) -> Iterator[Row]:
    """The rows of this table that may be used for research."""
    refused = refused_seats(log, followed)
    may_stay = BY_TABLE.get(name, _by_consent)
    for row in rows:
        if may_stay(row, refused):
            shown = _without_patron(row, refused) if name in OF_ALLIES else row
            yield {key: None if _stem(key) in SENSITIVE else cell for key, cell in shown.items()}


def _by_consent(row: Row, _: Refused) -> bool:
    return row.get("consent") != 0


def _by_parties(row: Row, refused: Refused) -> bool:
    return not any((row["group"], row.get(party)) in refused for party in ("seat", "to"))


def _by_text_id(row: Row, refused: Refused) -> bool:
    """The id names whoever wrote it, and to whom."""
    parts = TEXT_ID.split(str(row["text_id"]), maxsplit=1)
    if len(parts) < 3:  # an id that is none of ours names nobody
        return False
    group, _, seats = parts
    return not any((group, seat) in refused for seat in seats.split("-"))


def _without_patron(row: Row, refused: Refused) -> Row:
    if (row["group"], PATRON) not in refused:
        return row
    return {key: None if _stem(key) in PATRON_OWN else cell for key, cell in row.items()}


def _stem(column: str) -> str:
    """The column of ally_rounds of which this one is a round, or itself."""
    return STEMS.get(column, column)


def _by_factor(row: Row, refused: Refused) -> bool:
    """What was dealt to a patron in secret goes with the patron."""
    return row["factor"] not in PATRON_SECRETS or (row["group"], PATRON) not in refused


BY_TABLE: Mapping[str, Callable[[Row, Refused], bool]] = {
    "rationales": _by_parties,
    "messages": _by_parties,
    "proposals": _by_parties,
    "codes": _by_text_id,
    "assignments": _by_factor,
}
