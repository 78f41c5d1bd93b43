"""docs/reference/export.md, written from the codebook; a test compares the two."""

from collections.abc import Iterator

from game.analysis.codebook import ABOUT, COLUMNS, NO_UNIT, SCHEMA_VERSION, Column
from game.analysis.codebook.wide import ROUNDS, STEMS, beside

HEAD = f"""\
# The export: files and columns

<!-- Written by `python3 -m game.analysis.codebook > docs/reference/export.md`. Do not edit. -->

One zip per class session, table schema {SCHEMA_VERSION}. Column names never change within a schema
version; new columns come last. The same session gives the same bytes.

| file | what it is |
|---|---|
| `README.txt` | what is in the zip, how to load it, what was left out |
| `codebook.csv` | this page as a table |
| `workbook.xlsx` | all tables as sheets; texts as texts, so without the guard below |
| `events.jsonl` | the log, one line per event: `stream, position, kind, version, at, body, hash`; \
also `text_sha256, salt` where something was written |
| `session.json` | what is known of the class beside its log: its title, who agreed, who \
was placed by hand, what was asked beside the game |
| `load.R`, `load.py`, `load.do`, `load.sps` | load the tables, with types and labels, in R, \
pandas, Stata and SPSS: [from the zip](../review/from-the-zip.md#how-to-load-it) |
| `scenario.yaml`, `claims.yaml` | as played, and as fixed before round 1 |
| `manifest.json` | versions, size and SHA-256 of every other file, the ends of the chains, \
the fingerprint |

**Conventions.** UTF-8, comma, header row, LF, RFC 4180 quoting, decimal point. An empty cell is a
missing value. `bool` is 0 or 1. Times are UTC, ISO 8601 with `Z`. Players are pseudonyms; there are
no names, addresses or e-mails anywhere. A text cell that begins with `=`, `+`, `-`, `@`, an
apostrophe, a tab or a line break has one apostrophe in front, so that no spreadsheet runs it: take
one leading apostrophe away to have it as typed.

**Free texts** (cables, communiqués, reasons) are left out unless asked for: then `rationales.csv`
and `messages.csv` have their header only, `text` in `answers.csv` is empty, and the texts in
`events.jsonl` are null, with a commitment in their place.

**Schemas.** 2 added `wide.csv`, `session.json`, the scripts, and the hash chain in `events.jsonl`
([decision 17](../decisions/0017-a-chain-over-the-log.md)). Zips of every schema are read.

**Research exports** leave out the rows of seats whose holders did not agree to it, and the streams
of groups in which somebody did.

**Points by hand.** A seat's total is the sum of `payoff`, minus `payoff` where `forecast_round` is
1, plus `forecast_points`. Its par is the sum of `par`, minus `par` in that round, plus
`forecast_par` of `seats.csv`.

**Rows.** A round has rows from the moment its responses were revealed; if the game was stopped
before the crisis, the columns of outcomes are empty. A late seat has rows from its first round. A
group that never began has none. Bots' and timed-out rows are kept and marked.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(_section(table) for table in COLUMNS)])


def _section(table: str) -> str:
    lines = [f"## `{table}.csv`", "", f"{ABOUT[table].capitalize()}.", ""]
    lines += ["| column | type | unit | values | missing | meaning |", "|---|---|---|---|---|---|"]
    return "\n".join([*lines, *_lines(COLUMNS[table]), ""])


def _lines(columns: tuple[Column, ...]) -> Iterator[str]:
    for column in columns:
        name, meaning = f"`{column.name}`", column.meaning
        if stem := STEMS.get(column.name):
            if column.name != beside(stem, ROUNDS[0]):
                continue
            name = f"{name} to `{beside(stem, ROUNDS[-1])}`"
            meaning = f"`{stem}` of `ally_rounds.csv`, round by round."
        unit = column.unit or NO_UNIT
        cells = (name, column.kind, unit, column.allowed, column.missing, meaning)
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
