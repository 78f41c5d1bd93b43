"""Sources from files: an export zip, or a bare ally_rounds.csv from anywhere."""

import csv
import io
import zipfile
from pathlib import Path

from game.analysis.export.delimited import read_csv
from game.analysis.inference.source import NotAnalysable, Source

TABLES = ("ally_rounds", "patron_rounds", "assignments", "sessions")
MOST_BYTES = 200_000_000  # of one member: no class comes near


def source_from(path: Path) -> Source:
    """The tables of a file.

    Raises:
        NotAnalysable: it is neither kind of file, or cannot be read.
    """
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise NotAnalysable(f"{path} cannot be read: {fault.strerror}.") from fault
    try:
        return from_zip(content, path.name) if content[:2] == b"PK" else _bare(content, path.name)
    except (UnicodeDecodeError, csv.Error) as fault:
        raise NotAnalysable(f"{path} is no export zip and no CSV in UTF-8.") from fault


def from_zip(content: bytes, name: str) -> Source:
    """An export zip's tables and its claims file."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _opened(archive, name)
    except zipfile.BadZipFile as fault:
        raise NotAnalysable(f"{name} is damaged: it cannot be opened as a zip.") from fault


def _opened(archive: zipfile.ZipFile, name: str) -> Source:
    sizes = {item.filename: item.file_size for item in archive.infolist()}
    if "ally_rounds.csv" not in sizes:
        raise NotAnalysable(f"{name} is no export of a session: it has no ally_rounds.csv.")
    wanted = [table for table in TABLES if f"{table}.csv" in sizes]
    if any(sizes[f"{table}.csv"] > MOST_BYTES for table in wanted):
        raise NotAnalysable(f"{name} is larger than any class can be.")
    tables = {table: read_csv(archive.read(f"{table}.csv")) for table in wanted}
    claims = archive.read("claims.yaml").decode() if "claims.yaml" in sizes else ""
    return Source(tables, claims, "ally_rounds.csv")


def _bare(content: bytes, name: str) -> Source:
    text = content.decode("utf-8-sig")
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    rows = [
        {key.strip(): value or "" for key, value in row.items() if isinstance(key, str)}
        for row in reader
    ]
    return Source({"ally_rounds": rows}, name=name)
