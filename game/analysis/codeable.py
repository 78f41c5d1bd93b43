"""The texts that are coded: what students wrote themselves, by the ids of rationales.csv and of
messages.csv. What a bot wrote, or nobody, argues with nothing."""

from collections.abc import Mapping

from game.analysis.history import histories
from game.analysis.records import ally_records
from game.analysis.sessionlog import SessionLog
from game.analysis.tables.consent import for_research, kept
from game.analysis.tables.texts import message_id, text_id, written
from game.core.vocabulary import MoveSource

Texts = Mapping[str, str]  # the words, by id


def codeable(log: SessionLog) -> Mapping[str, Texts]:
    """The texts of a session by kind."""
    return {"reasons": reasons(log), "messages": messages(log)}


def agreed(log: SessionLog, texts: Texts) -> Texts:
    """Those of them whose writers, and whom they wrote to, did not refuse research."""
    log, rows = for_research(log), ({"text_id": one} for one in texts)
    return {
        one: texts[one]
        for row in kept("codes", rows, log, histories(log))
        if (one := str(row["text_id"]))
    }


def reasons(log: SessionLog) -> Texts:
    """The sentence of each response that counted."""
    return {
        text_id(history.state.opened.group, record.played.number, record.seat): words
        for history in histories(log)
        for record in ally_records(history)
        if record.response.source is MoveSource.STUDENT
        and (words := record.response.reason.strip())
    }


def messages(log: SessionLog) -> Texts:
    """Cables and communiqués."""
    return {
        message_id(group.group, position, event): words
        for group in log.groups
        for _, position, event in written(group)
        if event.source is MoveSource.STUDENT and (words := event.text.strip())
    }
