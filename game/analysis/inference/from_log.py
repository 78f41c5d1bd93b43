"""The analysis of a session that has ended, from its log: by way of the very tables it exports."""

from game.analysis.inference.results import Analysis
from game.analysis.inference.source import Source, analyse_sources
from game.analysis.sessionlog import SessionLog
from game.analysis.tables import tables


def analyse_session(log: SessionLog) -> Analysis:
    """What `run.py analyse` says of the session's export."""
    return analyse_sources([source_of(log)])


def source_of(log: SessionLog) -> Source:
    """The session's tables, as they would be read from its zip."""
    made = {
        table.name: [dict(zip(table.columns, row, strict=True)) for row in table.rows]
        for table in tables(log, texts=False)
    }
    return Source(made, log.claims_text, log.session)
