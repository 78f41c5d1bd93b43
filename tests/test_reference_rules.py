"""docs/explain/rules.md against the rules: its tables of points, types, treatments and classes."""

import re

import pytest

from game.classroom.assignment import group_sizes
from game.core.numbers import Numbers
from game.core.payoffs import (
    AllyRound,
    Attack,
    PatronRound,
    ally_lines,
    ally_par,
    patron_lines,
    patron_par,
    security,
)
from game.core.pledges import BY_PATRON, Code
from game.core.treatments import LEVELS
from game.core.vocabulary import Card, Move, Posture, PrivateType, Stance
from tests.pages import DOCS, Row, read, rows, section

PAGE = read(DOCS / "explain" / "rules.md")
NUMBERS = Numbers()
SEATS = ("P", "A1", "A2")
HELPED, ALONE = Attack(True, defended=True), Attack(True)


def table(heading: str) -> dict[str, Row]:
    """The rows of a section by what stands first in them."""
    return {row[0].strip("`"): row[1:] for row in rows(section(PAGE, heading))}


def test_points_of_moves():
    """Not attacked, helped, alone; another protector comes or does not."""
    shown = table("6. Payoffs")
    for move in Move:
        without_chances = re.sub(r"\(.*?\)", "", " ".join(shown[move]))
        said = [int(number) for number in re.findall(r"-?\d+", without_chances)]
        attacks = [Attack(False), HELPED]
        attacks += [Attack(True, partnered=True), ALONE] if move is Move.SEEK_PARTNER else [ALONE]
        assert said == [security(NUMBERS, move, attack) for attack in attacks]


def test_types():
    """Stake, worth of the war, and how often a patron comes."""
    shown = table("5. Types, cards and scripts")
    for kind in PrivateType:
        _, stake, worth, comes = shown[kind]
        assert float(stake) == NUMBERS.stake(kind)
        assert float(worth) == NUMBERS.war_value(kind)
        assert int(comes.split()[0]) == 10 * NUMBERS.defence_chance(kind)


def test_requests_and_pledges():
    """The closed list, and whose each of them is."""
    shown = table("9. Requests and pledges")

    assert {code: row[0] for code, row in shown.items()} == {
        code.value: "patron" if code in BY_PATRON else "ally" for code in Code
    }


def test_treatments():
    """Each with its levels."""
    shown = table("10. Treatments")

    assert {name: tuple(re.findall(r"`(\w+)`", row[0])) for name, row in shown.items()} == LEVELS


@pytest.mark.parametrize(("line", "seats", "most"), [
    ("students play patrons", 3, 6),
    ("the computer plays them", 2, 5),
])  # fmt: skip
def test_classes_of_every_size(line, seats, most):
    """How many students sit in each group."""
    text = section(PAGE, "12. Classes of every size")
    head = next(row for row in text.splitlines() if row.startswith("| students | "))
    sizes = [int(cell) for cell in head.split("|")[2:-1]]
    for students, said in zip(sizes, table("12. Classes of every size")[line], strict=True):
        assert sorted(_groups(said)) == sorted(group_sizes(students, seats, most))


def _groups(said: str) -> list[int]:
    """`4, 4 × 3` is a group of four and four of three; `4 3 3` lists them."""
    found: list[int] = []
    for part in said.split(","):
        many, times, size = part.partition("×")
        found += [int(size)] * int(many) if times else map(int, part.split())
    return found


def an_ally(move: Move, stance: Stance, units: int, attack: Attack) -> tuple[float, float]:
    """Points and par of an ally with one unit of the patron in its home."""
    lines = ally_lines(NUMBERS, AllyRound(move, stance, units, 1, attack))
    return sum(line.points for line in lines), ally_par(NUMBERS, attack)


def the_patron(*, came: bool) -> tuple[float, float]:
    """Points and par of the patron of the example."""
    played = PatronRound(
        private_type=PrivateType.HIGH_PERIPHERY, news=0, card=Card.TOUGH,
        posture=Posture.ESCALATE, allies=2, stands=1, endorsements=1, dissociations=0,
        units_received=1, garrisons=2, bills=((8, came),),
    )  # fmt: skip
    lines = patron_lines(NUMBERS, played)
    return sum(line.points for line in lines), patron_par(NUMBERS, played)


def test_the_worked_example():
    """The table's totals, and what would have been had the patron stayed away."""
    shown = table("6. Payoffs")
    totals = {seat: tuple(float(sum_.split("= ")[1]) for sum_ in shown[seat]) for seat in SEATS}

    assert totals == {
        "P": the_patron(came=True),
        "A1": an_ally(Move.STAND, Stance.ENDORSE, 1, HELPED),
        "A2": an_ally(Move.BUILD_ARMS, Stance.SILENT, 0, Attack(False)),
    }
    left_alone = an_ally(Move.STAND, Stance.ENDORSE, 1, ALONE)
    assert f"P 21 + 8 - 10 = {the_patron(came=False)[0]:g}" in PAGE
    assert f"11 - 20 = {left_alone[0]:g}" in PAGE
    assert f"10 + (-19 - 7) / 2 = {left_alone[1]:g}" in PAGE


def test_sections_that_the_code_refers_to():
    """Comments say `(rules 6)`: the numbers must go on meaning what they mean."""
    titles = re.findall(r"^## (\d+)\. (.+)$", PAGE, re.MULTILINE)

    assert [int(number) for number, _ in titles] == list(range(1, 15))
    assert dict(titles)["6"] == "Payoffs"
    assert dict(titles)["9"] == "Requests and pledges"
    assert dict(titles)["12"] == "Classes of every size"
