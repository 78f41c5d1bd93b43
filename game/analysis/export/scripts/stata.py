"""load.do: every table into a .dta file."""

from collections.abc import Iterator, Sequence

from game.analysis.codebook import COLUMNS, Column
from game.analysis.export.scripts.kinds import NUMBERS, WORDS, coded, label, of_kind, wrapped

HEAD = """\
* The tables of this export in Stata 14 or newer: each .csv becomes a .dta beside it.
*
*     cd "the folder in which this zip was unpacked"
*     do load.do
*     use ally_rounds, clear
*
* Written from codebook.csv. Numbers are numbers, yes and no are 1 and 0 with labels, codes are
* numbers with their words as labels, in the codebook's order, times are %tc in UTC. An empty cell
* is missing.
* The one apostrophe that keeps spreadsheets from running a text is taken away.

version 14
clear
"""
IMPORT = """\

* ---- {table}
import delimited using "{table}.csv", varnames(1) case(preserve) encoding("UTF-8") ///
    bindquote(strict) maxquotedrows(unlimited) stringcols(_all) clear
label drop _all
"""
APOSTROPHES = "    replace `v' = substr(`v', 2, .) if substr(`v', 1, 1) == \"'\""
TIMES = """\
    generate double _made = clock(subinstr(subinstr(`v', "T", " ", 1), "Z", "", 1), "YMDhms")
    format _made %tcCCYY-NN-DD_HH:MM:SS.sss
    drop `v'
    rename _made `v'"""
DATES = """\
    generate _made = date(`v', "YMD")
    format _made %tdCCYY-NN-DD
    drop `v'
    rename _made `v'"""


def stata() -> str:
    """The script."""
    parts = [HEAD, *("\n".join(_table(name, columns)) + "\n" for name, columns in COLUMNS.items())]
    return "".join(parts)


def _table(name: str, columns: Sequence[Column]) -> Iterator[str]:
    yield IMPORT.format(table=name).removesuffix("\n")
    if numbers := of_kind(columns, *NUMBERS):
        yield from _command("destring", numbers, ", replace")
    yield from _each(of_kind(columns, *WORDS), APOSTROPHES)
    yield from _each(of_kind(columns, "time"), TIMES)
    yield from _each(of_kind(columns, "date"), DATES)
    for place, (values, names) in enumerate(coded(columns).items(), start=1):
        yield from _codes(f"code{place}", values, names)
    if flags := of_kind(columns, "bool"):
        yield 'label define yesno 0 "no" 1 "yes"'
        yield from _command("label values", flags, " yesno")
    for column in columns:
        yield f'label variable {column.name} "{label(column)}"'
    yield from _command("order", [column.name for column in columns], "")
    yield f'save "{name}.dta", replace'


def _codes(name: str, values: Sequence[str], columns: Sequence[str]) -> Iterator[str]:
    said = " ".join(f'{place} "{value}"' for place, value in enumerate(values, start=1))
    yield f"label define {name} {said}"
    yield from _each(
        columns,
        "    generate byte _made = .\n"
        + "\n".join(
            f'    replace _made = {place} if `v\' == "{value}"'
            for place, value in enumerate(values, start=1)
        )
        + f"\n    label values _made {name}\n    drop `v'\n    rename _made `v'",
    )


def _each(names: Sequence[str], body: str) -> Iterator[str]:
    """The same for each of these variables."""
    if names:
        yield from _command("foreach v in", names, " {")
        yield body
        yield "}"


def _command(verb: str, names: Sequence[str], rest: str) -> Iterator[str]:
    """One command over many variables, in lines."""
    lines = list(wrapped(names))
    yield f"{verb} " + " ///\n    ".join(lines) + rest
