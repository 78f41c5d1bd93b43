"""What is compared: the facts of rounds, on every side the log's own."""

from dataclasses import replace

from game.analysis.comparing import Fact, group_side, record_side, seat_side
from game.analysis.replaying import Replay
from game.core.scenario import RecordEntry
from tests.analysis.played import SCENARIO, eventful, stopped
from tests.builders import A1, A3, PATRON

TALKERS, ABSENTEES, MIRRORS = (Replay.of(SCENARIO, one.events) for one in eventful().groups)


def texts(side, number):
    """A round's facts in words."""
    return {cell.fact: cell.text for cell in side.rounds[number]}


def test_a_seat_by_hand():
    """Belmar in round 2 of the group that talks."""
    assert texts(seat_side(TALKERS, A1), 2) == {
        Fact.POSTURE: "drew down",
        Fact.AWAY: "10% (1 of 10 units)",
        Fact.GARRISON: "2 units",
        Fact.BELIEF: "32 → 55",
        Fact.HALVES: "60 and 70",
        Fact.STANCE: "endorsed the war",
        Fact.MOVE: "stood with Meridia",
        Fact.UNITS: "2 units",
        Fact.REASON: '“+1 for standing, -1 for "hedging", ça va?”',
        Fact.ORDER: "to come",
        Fact.ATTACK: "attacked; Meridia came",
        Fact.POINTS: "12 (par 9)",
    }


def test_a_group_and_a_patron_by_hand():
    """The same round of all, and of Meridia."""
    assert texts(group_side(TALKERS), 2) == {
        Fact.POSTURE: "drew down",
        Fact.AWAY: "10% (1 of 10 units)",
        Fact.BELIEF: "50 → 45",
        Fact.STANCE: "1 endorsed, 1 dissociated",
        Fact.MOVE: "1 of 2 stood with Meridia",
        Fact.UNITS: "2 units",
        Fact.ATTACK: "Meridia came to Belmar",
        Fact.POINTS: "11 (par 11)",
    }
    assert texts(seat_side(TALKERS, PATRON), 2) == {
        Fact.POSTURE: "drew down",
        Fact.AWAY: "10% (1 of 10 units)",
        Fact.GARRISON: "2 in Belmar",
        Fact.ORDER: "to come to Belmar",
        Fact.ATTACK: "Meridia came to Belmar",
        Fact.POINTS: "11 (par 11)",
    }


def test_a_seat_has_the_rounds_in_which_it_was_there():
    """A late one begins later; a game that was stopped ends sooner, and may have none."""
    assert min(seat_side(ABSENTEES, A3).rounds) == 3
    sides = [group_side(Replay.of(SCENARIO, one.events)) for one in stopped().groups]
    assert [sorted(side.rounds) for side in sides] == [[1, 2, 3], [1, 2], []]


def test_who_moved_is_said_where_it_was_no_student():
    """Time-outs, bots and the instructor; of a group, by country."""
    seats = [seat_side(one, A1) for one in (ABSENTEES, TALKERS)]
    said = [{texts(side, n).get(Fact.MOVED) for n in side.rounds} for side in seats]
    assert said == [{"time ran out", "bot", None}, {None}]
    assert texts(group_side(MIRRORS), 4)[Fact.MOVED] == "Arven: instructor"


def test_every_cell_leads_to_where_it_came_about():
    """The position is that of the event of this round and seat."""
    kinds = {Fact.POSTURE: "ForcesCommitted", Fact.MOVE: "ResponseSealed"}
    kinds |= {Fact.ATTACK: "CrisisStruck", Fact.POINTS: "RoundReckoned"}
    for number, cells in seat_side(ABSENTEES, A1).rounds.items():
        for cell in cells:
            if cell.text == "none stated":
                continue
            assert cell.position is not None
            assert ABSENTEES.state(cell.position).round.number == number
            if cell.fact in kinds:
                assert type(ABSENTEES.event(cell.position)).__name__ == kinds[cell.fact]


def test_the_record_stands_at_its_turning_points():
    """By the rounds of the cut; what is not established is missing."""
    entries = (
        RecordEntry("belmar", "d2", "R", False, "It backed it.", ("S1",)),
        RecordEntry("belmar", "d5", "M", True, "It had doubts.", ("S1",)),
        RecordEntry("arven", "d1", "H", False, "It went.", ("S1",)),
    )
    side = record_side(replace(SCENARIO, record=entries), "full", "belmar")
    assert sorted(side.rounds) == [2, 5]
    assert [cell.same for cell in side.rounds[2]] == ["REASSURE", None]
    assert texts(side, 5) == {
        Fact.MOVE: "with reservations, inferred",
        Fact.REASON: "It had doubts.",
    }
