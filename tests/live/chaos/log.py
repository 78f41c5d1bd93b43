"""The database of a server that has stopped, opened directly; and the same from the zip."""

import io
import json
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from game.authoring import load_text
from game.core.scenario import Scenario
from game.log.store import Row
from tests.live.stranger import Json


@dataclass(frozen=True, slots=True)
class Log:
    """All that a session's streams hold: its own and its groups', in order."""

    session: list[Row]
    groups: dict[str, list[Row]]
    scenario: Scenario

    @property
    def rows(self) -> list[Row]:
        """Everything the groups did."""
        return [row for rows in self.groups.values() for row in rows]


def read_log(folder: Path, session: str) -> Log:
    """Read it, stream by stream."""
    with closing(sqlite3.connect(folder / "distant-war.db")) as database:
        own = _stream(database, f"{session}-session")
        dealt = next(json.loads(row.body) for row in own if row.kind == "SeatsDealt")
        groups = {group: _stream(database, group) for group in dealt["groups"]}
        digest = json.loads(own[0].body)["scenario"]
        query = "SELECT text FROM documents WHERE hash = ?"
        (text,) = database.execute(query, (digest,)).fetchone()
    scenario = load_text(text, "scenario.yaml").scenario
    assert scenario
    return Log(own, groups, scenario)


def _stream(database: sqlite3.Connection, stream: str) -> list[Row]:
    query = (
        "SELECT stream, position, kind, version, at, command_id, body FROM events"
        " WHERE stream = ? ORDER BY position"
    )
    return [Row(*row) for row in database.execute(query, (stream,))]


def zipped_events(data: bytes) -> list[tuple[str, int, str, Json]]:
    """Stream, position, kind and body of every line of `events.jsonl`."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        lines = archive.read("events.jsonl").decode().splitlines()
    return [
        (line["stream"], line["position"], line["kind"], line["body"])
        for line in map(json.loads, lines)
    ]
