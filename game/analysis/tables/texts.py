"""rationales, codes and messages: what was written, and how coders read it.

Free text can identify people: these tables stay empty, the codes apart, unless texts are asked for.
"""

from collections.abc import Iterable, Iterator

from game.analysis.codebook import Row
from game.analysis.history import History
from game.analysis.records import ally_records
from game.analysis.sessionlog import Coding, GroupLog, SessionLog
from game.analysis.tables.cells import bit, iso, word
from game.core.events import CableSent, CommuniquePublished, Event, StageOpened
from game.core.vocabulary import GroupId, MoveSource, SeatId

Written = CableSent | CommuniquePublished


def text_id(group: GroupId, round_number: int, seat: SeatId) -> str:
    """The id under which coders know a reason."""
    return f"{group}-R{round_number}-{seat}"


def message_id(group: GroupId, position: int, event: Written) -> str:
    """The id under which coders know a cable or communiqué."""
    to = f"-{event.to}" if isinstance(event, CableSent) else ""
    return f"{group}-M{position}-{event.seat}{to}"


def rationale_rows(log: SessionLog, followed: tuple[History, ...]) -> Iterator[Row]:
    """By group, round and seat; seats that gave no reason have no row."""
    for history in followed:
        opened = history.state.opened
        for record in ally_records(history):
            if record.response.reason:
                yield {
                    "text_id": text_id(opened.group, record.played.number, record.seat),
                    "group": opened.group,
                    "round": record.played.number,
                    "seat": record.seat,
                    "text": record.response.reason,
                    "session": opened.session,
                    "move_source": word(record.response.source),
                    "simulated": bit(log.simulated or opened.simulated),
                }


def code_rows(codings: Iterable[Coding]) -> Iterator[Row]:
    """By codebook, text and coder."""
    for item in sorted(codings, key=lambda one: (one.codebook, one.text_id, one.coder)):
        yield {
            "text_id": item.text_id,
            "coder": item.coder,
            "code": item.code,
            "coded_at": iso(item.coded_at),
            "blind": bit(item.blind),
            "codebook": word(item.codebook),
            "settled": word(item.settled),
        }


def message_rows(log: SessionLog) -> Iterator[Row]:
    """By group and position in its stream."""
    for group in sorted(log.groups, key=lambda item: item.opened.number):
        for round_number, position, event in written(group):
            yield {
                "session": group.opened.session,
                "group": group.group,
                "position": position,
                "at": iso(event.at),
                "round": round_number,
                **_letter(event),
                "simulated": bit(log.simulated or group.opened.simulated),
                "text_id": message_id(group.group, position, event),
            }


def written(group: GroupLog) -> Iterator[tuple[int, int, Written]]:
    """Round, position (from 1) and event of everything written."""
    round_number = 0
    event: Event
    for position, event in enumerate(group.events, start=1):
        if isinstance(event, StageOpened):
            round_number = event.round
        elif isinstance(event, CableSent | CommuniquePublished):
            yield round_number, position, event


def _letter(event: Written) -> Row:
    private = isinstance(event, CableSent)
    return {
        "kind": "cable" if private else "communique",
        "seat": event.seat,
        "to": event.to if isinstance(event, CableSent) else None,
        "source": word(event.source),
        "player": event.by[-1] if event.by and event.source is not MoveSource.BOT else None,
        "text": event.text,
    }
