"""load.sps: every table into a .sav file."""

from collections.abc import Iterator, Sequence

from game.analysis.codebook import COLUMNS, Column
from game.analysis.export.scripts.kinds import WORDS, coded, label, of_kind

HEAD = """\
* Encoding: UTF-8.
* The tables of this export in SPSS: each becomes a .sav file beside it.
* Change the folder in the next line to the one in which this zip was unpacked, then run all.
CD ".".
* Written from codebook.csv. Yes and no are 1 and 0 with labels, codes are numbers with their words
  as labels, in the codebook's order, times are date-times in UTC. An empty cell is missing.
* The one apostrophe that keeps spreadsheets from running a text is taken away.
* rationales, messages and answers hold texts with line breaks, which SPSS cannot read from CSV:
  they come from workbook.xlsx.
* The column "to" is called to_seat, because TO is a word of SPSS.
SET DECIMAL=DOT.
"""
FROM_WORKBOOK = ("rationales", "messages", "answers")
WIDTHS = {"text": "A100", "list": "A1000", "code": "A24", "time": "A24", "date": "A10"}
FORMATS = {"bool": "F1.0", "int": "F11.0", "float": "F20.9"}
RESERVED = {"to": "to_seat"}
AT_ONCE = 40  # variables of one command


def spss() -> str:
    """The script."""
    return "\n".join(line for name in ("", *COLUMNS) for line in _part(name)) + "\n"


def _part(name: str) -> Iterator[str]:
    if not name:
        yield HEAD
    elif name in FROM_WORKBOOK:
        yield from _sheet(name)
    else:
        yield from _table(name, COLUMNS[name])


def _sheet(name: str) -> Iterator[str]:
    yield f"* ---- {name}."
    yield f'GET DATA /TYPE=XLSX /FILE="workbook.xlsx" /SHEET=NAME "{name}" /CELLRANGE=FULL'
    yield "  /READNAMES=ON."
    yield f'SAVE OUTFILE="{name}.sav".\n'


def _table(table: str, columns: Sequence[Column]) -> Iterator[str]:
    yield f"* ---- {table}."
    yield f'GET DATA /TYPE=TXT /FILE="{table}.csv" /ENCODING="UTF8" /ARRANGEMENT=DELIMITED'
    yield '  /DELCASE=LINE /FIRSTCASE=2 /DELIMITERS="," /QUALIFIER=\'"\' /VARIABLES='
    for column in columns:
        yield f"  {_name(column.name)} {(WIDTHS | FORMATS)[column.kind]}"
    yield "."
    for name in map(_name, of_kind(columns, *WORDS)):
        yield f'IF (SUBSTR({name},1,1)="\'") {name}=SUBSTR({name},2).'
    for name in of_kind(columns, "time", "date"):
        yield from _moment(name, timed=name in of_kind(columns, "time"))
    for values, names in coded(columns).items():
        yield from _codes(values, list(map(_name, names)))
    for flags in _batches(of_kind(columns, "bool")):
        yield f"VALUE LABELS {' '.join(flags)} 0 'no' 1 'yes'."
    for column in columns:
        yield f'VARIABLE LABELS {_name(column.name)} "{label(column)}".'
    yield "EXECUTE."
    yield f'SAVE OUTFILE="{table}.sav".\n'


def _moment(name: str, *, timed: bool) -> Iterator[str]:
    def part(start: int, length: int) -> str:
        return f"NUMBER(SUBSTR({name},{start},{length}),F{length})"

    yield f"COMPUTE made_=DATE.DMY({part(9, 2)},{part(6, 2)},{part(1, 4)})."
    if timed:
        yield f"COMPUTE made_=made_+{part(12, 2)}*3600+{part(15, 2)}*60."
        yield f"COMPUTE made_=made_+NUMBER(SUBSTR({name},18,6),F6.3)."
    yield f"FORMATS made_ ({'DATETIME24.3' if timed else 'DATE11'})."
    yield from _instead(name)


def _codes(values: Sequence[str], names: Sequence[str]) -> Iterator[str]:
    recoded = " ".join(f"('{value}'={place})" for place, value in enumerate(values, start=1))
    labels = " ".join(f"{place} '{value}'" for place, value in enumerate(values, start=1))
    for name in names:
        yield f"RECODE {name} {recoded} INTO made_."
        yield "FORMATS made_ (F2.0)."
        yield from _instead(name)
    for batch in _batches(names):
        yield f"VALUE LABELS {' '.join(batch)} {labels}."


def _instead(name: str) -> Iterator[str]:
    """What was made takes the place of the variable."""
    yield "EXECUTE."
    yield f"DELETE VARIABLES {name}."
    yield f"RENAME VARIABLES (made_={name})."


def _name(column: str) -> str:
    return RESERVED.get(column, column)


def _batches(names: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(names), AT_ONCE):
        yield names[start : start + AT_ONCE]
