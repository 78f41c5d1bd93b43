"""The pages about bots and rehearsals: names, the mixed class, figures to be had again."""

import re
import shlex

import pytest
from click.testing import CliRunner

from game.classroom.strategies import ALLY_STRATEGIES, PATRON_STRATEGIES
from game.classroom.strategies.allies import MIXED
from game.cli.rehearse import command as rehearse
from game.core.rules.moves import REASON_LENGTH
from game.core.rules.talk import CABLE_LENGTH, CABLES_A_ROUND, COMMUNIQUE_LENGTH
from tests.pages import DOCS, Row, read, rows, section

BOTS = read(DOCS / "explain" / "bots.md")
RULES = read(DOCS / "explain" / "rules.md")
NUMBER = re.compile(r"[-+]?\d+\.\d+|[-+]?\d+")


def names(heading: str) -> set[str]:
    """The bots in the first column of a table."""
    return {name for row in rows(section(BOTS, heading)) for name in re.findall(r"`(\w+)`", row[0])}


def test_every_bot_is_described():
    """And no other."""
    assert names("Allies") == set(ALLY_STRATEGIES)
    assert names("Patrons") == set(PATRON_STRATEGIES)


def test_the_mixed_class_is_the_one_that_plays():
    """Of ten seats, so many of each."""
    drawn = {name: int(tenths) for tenths, name in re.findall(r"(\d) `(\w+)`", BOTS)}

    assert drawn == MIXED


def test_lengths_of_texts():
    """What fits into a cable is what the rules say."""
    said = " ".join(RULES.split())

    assert f"A cable has at most {CABLE_LENGTH} characters and there are {CABLES_A_ROUND}" in said
    assert f"words to everybody at most {COMMUNIQUE_LENGTH}" in said
    assert f"a reason at most {REASON_LENGTH}" in said


def shown() -> list[Row]:
    """The rows of section 14 that name a command."""
    return [row for row in rows(section(RULES, "14. What rehearsals show")) if "run.py" in row[2]]


def printed(row: Row) -> str:
    """What the command of a row prints."""
    arguments = shlex.split(row[2].strip("`"))[3:]
    result = CliRunner().invoke(rehearse, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


def line(output: str, beginning: str) -> list[float]:
    """The numbers of the line that begins so."""
    found = next(row for row in output.splitlines() if row.strip().startswith(beginning))
    return [float(number) for number in NUMBER.findall(found.strip().removeprefix(beginning))]


@pytest.mark.slow
@pytest.mark.parametrize("number", range(3))
def test_what_the_payoffs_and_the_two_theories_would_show(number):
    """Belief to a tenth, hedging to a hundredth."""
    row = shown()[number]
    output = printed(row)
    belief, hedging = (float(said) for said in NUMBER.findall(row[1])[-2:])

    assert round(line(output, "belief change ")[0], 1) == belief
    assert line(output, "hedging")[0] == hedging


@pytest.mark.slow
def test_what_else_rehearsals_show():
    """Cards, crises, ways used, luck: as the command prints them."""
    output = printed(shown()[3])
    said = " ".join(RULES.split())
    raw = line(output, "ally, raw, 5/25/50/75/95 %")
    par = line(output, "ally, against par, 5/25/50/75/95 %")

    assert f"In {100 * line(output, 'order cards obeyed')[0]:.0f} of 100 rounds" in said
    assert line(output, "rounds with a crisis") == [1]
    assert f"By {100 * line(output, 'both ways used, share of allies')[0]:.0f} of 100" in said
    assert f"run from {raw[0]:g} to {raw[-1]:g} (" in said
    assert f"against par from {par[0]:g} to +{par[-1]:g} " in said
