"""README.txt: what is in the zip, how to read it, and what was left out."""

from collections.abc import Sequence

from game import __version__
from game.analysis.codebook import ABOUT, SCHEMA_VERSION
from game.analysis.export.agreed import agreed
from game.analysis.export.program import code_digest
from game.analysis.sessionlog import SessionLog
from game.analysis.tables import Table
from game.analysis.tables.cells import day

STAMP = """\
SIMULATED  SIMULATED  SIMULATED
Bots played this session. Nothing in it is evidence about people.

"""

WHAT = """\
Distant War: the data of one class session
==========================================

{title}Session {session}, {date}. Scenario: {scenario}. Design {design}.
Written by Distant War {version}, table schema {schema}.
Its code, SHA-256: {code}

Files
-----
{files}
codebook.csv       every column of every table: type, unit, values, missing, meaning
workbook.xlsx      the same tables as sheets
events.jsonl       the log: one line per event, in order; the groups can be replayed from it
session.json       what is known of the class beside its log: who agreed, who was placed by hand
scenario.yaml      the scenario as played
claims.yaml        the claims as fixed before round 1
manifest.json      versions, the SHA-256 of every file, the ends of the chains, the fingerprint
load.*             scripts that load the tables, with types and labels

Conventions
-----------
UTF-8, comma, header row, decimal point. An empty cell is a missing value, never -1 or NA.
Yes and no are 1 and 0. Times are UTC, ISO 8601 with Z. Players are pseudonyms.
The independent unit is the group, never the row: allies of one group see the same patron.
Rows with bot = 1 or timed_out = 1 are kept and marked; leave them out of outcomes.
Rows with move_source = instructor were entered for a student, from paper say: not a student's own.
A stage that was closed by mistake and opened again (reopened) has one row, with what counted.

A text cell that begins with = + - @ ' or a tab or line break has one apostrophe (') put in front,
so that a spreadsheet does not run it. Take one leading apostrophe away to have it as typed. Numbers
and the workbook have none.

Points by hand
--------------
payoff holds every round's own points. In its forecast round a seat is paid for its forecast
instead: total = sum of payoff - payoff where forecast_round = 1 + forecast_points. seats.csv has
the totals, and par in the same way with forecast_par.

"""

HOW = """\
How to load it
--------------
Unpack the zip, and in its folder:

R          source("load.R"); class <- load_export(".")        (base R, no packages)
pandas     from load import load; tables = load(".")
Stata      do load.do                                         (14 or newer; makes .dta files)
SPSS       load.sps: change the folder in its CD line, run all (makes .sav files)
spreadsheet  open workbook.xlsx; it needs no import dialogue. Opened as .csv, a text that looks like
           a number becomes one, and a spreadsheet may drop carriage returns.

The scripts set types and labels by the codebook and take the apostrophe away. Without them: an
empty cell is the only missing value. NA, None and none are words somebody may have typed, so turn
off what your reader takes for missing by itself.

Whether it is whole
-------------------
Every line of events.jsonl holds a hash over the line and the hash before it. The fingerprint is
over the ends of these chains: the same for every export of this class, with texts or without.

fingerprint  {fingerprint}

python3 run.py verify FILE.zip checks everything. Hold the fingerprint against the one that was
noted when the game was over: only that finds a file that was made anew as a whole.

"""


def readme(
    log: SessionLog,
    tables: Sequence[Table],
    *,
    texts: bool,
    research: bool,
    left_out: Sequence[str],
    fingerprint: str,
) -> str:
    """The whole text. `left_out`: groups whose streams are not in events.jsonl."""
    what = WHAT.format(
        title=f"{log.title}\n" if log.title else "",
        session=log.session,
        date=day(log.created_at),
        scenario=log.scenario.title,
        design=log.groups[0].opened.design if log.groups else "unknown",
        version=__version__,
        code=code_digest(),
        schema=SCHEMA_VERSION,
        files="\n".join(_file(table) for table in tables),
    )
    stamp = STAMP if is_simulated(log) else ""
    how = HOW.format(fingerprint=fingerprint)
    return stamp + what + how + agreed(tables) + _left_out(texts, research, left_out)


def is_simulated(log: SessionLog) -> bool:
    """Whether the session, or any group of it, was a rehearsal."""
    return log.simulated or any(group.opened.simulated for group in log.groups)


def _file(table: Table) -> str:
    rows = "1 row" if len(table.rows) == 1 else f"{len(table.rows)} rows"
    return f"{table.name + '.csv':<18} {ABOUT[table.name]} ({rows})"


def _left_out(texts: bool, research: bool, groups: Sequence[str]) -> str:
    lines = [
        "What is left out",
        "----------------",
        "Names, addresses and anything else from the roster: they are not in the log.",
    ]
    if texts:
        lines.append(
            "Free texts are IN this file (rationales.csv, messages.csv, answers.csv,\n"
            "events.jsonl). They can identify people: treat the file accordingly."
        )
    else:
        lines.append(
            "Free texts (cables, communiqués, reasons): rationales.csv and messages.csv have\n"
            "their header only, text in answers.csv is empty, and in events.jsonl each such\n"
            "text is null: a hash that nobody can guess it from stands for it."
        )
    return "\n".join([*lines, *_consent_lines(research, groups)]) + "\n"


def _consent_lines(research: bool, groups: Sequence[str]) -> list[str]:
    if not research:
        return [
            "This is the instructor's own file: it holds the rows of participants who did not\n"
            "agree to research use too (consent = 0). Make a research export before you pass it on."
        ]
    lines = [
        "This is a research export: rows of seats whose holders did not agree to research use\n"
        "are left out. What others saw of such a seat (a posture, a garrison, help) stays in\n"
        "their rows; what such a patron had sealed or put in writing does not. Who had extra time\n"
        "is left out for everybody."
    ]
    if groups:
        lines.append(
            "Not in events.jsonl, because somebody did not agree, or had extra time:\n"
            f"{', '.join(groups)}."
        )
    return lines
