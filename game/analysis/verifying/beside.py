"""What lies beside the tables: the workbook, README.txt, and what the manifest says itself."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from game.analysis.chain import fingerprint
from game.analysis.codebook import COLUMNS, HEADER, Cell, Column
from game.analysis.export.archive import workbook_of
from game.analysis.export.delimited import csv_bytes, unguarded
from game.analysis.export.readme import readme
from game.analysis.export.unpacking import DAMAGED, MANIFEST, MOST_IN_ALL, NoExport, Packed
from game.analysis.tables import Table
from game.analysis.verifying.differences import lines_differ
from game.analysis.verifying.findings import Problem, counted
from game.analysis.verifying.recount import Recount

ENTRY = b"PK\x01\x02"  # begins what a zip says of a file in it
MOST_SHEETS = 100  # files in a workbook; ours has some twenty
WORKBOOK, README = "workbook.xlsx", "README.txt"
OWN_WORDS = ("files", "engine_version", "code_sha256")


def beside(recount: Recount, made: Mapping[str, bytes]) -> Iterator[Problem]:
    """What does not fit the tables as they are in the zip."""
    yield from _said(recount, made)
    if not recount.same_program:
        return
    tables: list[Table] = []
    for name in (*COLUMNS, "codebook"):
        try:
            tables.append(_table(recount.packed, name))
        except NoExport as fault:
            yield from recount.unread(f"{name}.csv", fault)
            return
        except (KeyError, ValueError, csv.Error):
            yield Problem(f"{name}.csv", "", f"{name}.csv has a cell that its column cannot hold.")
            return
        if csv_bytes(tables[-1]) != recount.packed.file(f"{name}.csv"):
            yield Problem(f"{name}.csv", "", f"{name}.csv is not written as this program does.")
    yield from _workbook(recount, tables)
    if recount.log.groups:
        yield from _readme(recount, tables[:-1])


def _said(recount: Recount, made: Mapping[str, bytes]) -> Iterator[Problem]:
    """The manifest's own words against the log."""
    said, again = recount.packed.manifest, json.loads(made[MANIFEST])
    heads = recount.facts.heads
    if recount.facts.fingerprint not in (None, fingerprint(recount.log.session, heads)):
        yield Problem(MANIFEST, "", "The fingerprint is not that of the chains it stands for.")
    if recount.facts.fingerprint and not _names_code(recount.packed):
        sentence = f"{MANIFEST}, code_sha256, is not what {README} says."
        yield Problem(MANIFEST, "code_sha256", sentence)
    known = recount.log.groups or not recount.log.absent
    for key in again if recount.same_program and known else ():
        if key not in OWN_WORDS and said.get(key) != again[key]:
            sentence = f"{MANIFEST}, {key}, is not what the log gives."
            yield Problem(MANIFEST, key, sentence)


def _names_code(packed: Packed) -> bool:
    """Whether README.txt names the code that the manifest names: it decides what is compared."""
    try:
        return str(packed.manifest.get("code_sha256")).encode() in packed.file(README)
    except NoExport:
        return True  # said already: the manifest's files are looked at first


def _workbook(recount: Recount, tables: Sequence[Table]) -> Iterator[Problem]:
    """Sheet by sheet: how they are packed may differ from machine to machine."""
    try:
        found = _members(recount.packed.file(WORKBOOK))
    except NoExport as fault:
        yield from recount.unread(WORKBOOK, fault)
        return
    except DAMAGED:
        yield Problem(WORKBOOK, "", f"{WORKBOOK} in it is damaged.")
        return
    made = _members(workbook_of(tables, recount.log.session))
    names = {f"xl/worksheets/sheet{n}.xml": one.name for n, one in enumerate(tables, start=1)}
    differ = [name for name in sorted({*found, *made}) if found.get(name) != made.get(name)]
    sheets = [names[name] for name in differ if name in names]
    for sheet in sheets:
        sentence = f"{WORKBOOK}, sheet {sheet}, and {sheet}.csv differ."
        yield Problem(WORKBOOK, f"sheet {sheet}", sentence)
    if differ and not sheets:
        yield Problem(WORKBOOK, "", f"{WORKBOOK} and the tables differ, in {differ[0][:80]}.")


def _members(book: bytes) -> dict[str, tuple[Any, bytes]]:
    """What is in a workbook: a stranger's, which may be packed to fill the memory.

    Raises:
        NoExport: more than any of ours holds, or a file twice.
    """
    if book.count(ENTRY) >= MOST_SHEETS:  # before they are listed
        raise NoExport("there are too many files in it")
    found: dict[str, tuple[Any, bytes]] = {}
    left = MOST_IN_ALL
    with zipfile.ZipFile(io.BytesIO(book)) as packed:
        for one in packed.infolist():
            with packed.open(one) as member:
                content = member.read(left + 1)
            left -= len(content)
            if left < 0 or one.filename in found:
                raise NoExport("it is too large" if left < 0 else "a file is in it twice")
            said = (one.date_time, one.external_attr, one.comment, one.extra, one.file_size)
            found[one.filename] = said, content
    return {**found, "its end": ((), book[-2:])}  # how long a comment follows: none


def _readme(recount: Recount, tables: Sequence[Table]) -> Iterator[Problem]:
    facts, log = recount.facts, recount.log
    made = readme(
        log,
        tables,
        texts=facts.texts,
        research=facts.research,
        left_out=[head.stream for head in log.absent],
        fingerprint=facts.fingerprint or "",
    )
    try:
        yield from counted(lines_differ(README, recount.packed.file(README), made.encode()))
    except NoExport as fault:
        yield from recount.unread(README, fault)


def _table(packed: Packed, name: str) -> Table:
    """A table as it is in the zip."""
    file = io.StringIO(packed.file(f"{name}.csv").decode(), newline="")
    rows = csv.reader(file, strict=True)  # one at a time: the first that cannot be ends it
    header = next(rows, [])
    kinds = [_column(name, column) for column in header]
    cells = (tuple(_cell(*one) for one in zip(kinds, row, strict=True)) for row in rows)
    return Table(name, tuple(header), tuple(cells))


def _column(table: str, name: str) -> str:
    if table == "codebook":
        return "text" if name in HEADER else ""
    columns: dict[str, Column] = {column.name: column for column in COLUMNS[table]}
    return columns[name].kind


def _cell(kind: str, cell: str) -> Cell:
    if not cell:
        return None
    if kind in ("int", "bool"):
        return int(cell)
    if kind == "float":
        return float(cell) if "." in cell or "e" in cell else int(cell)
    return unguarded(cell)
