"""A round as connected prose: one by hand, and what holds of all."""

from game.analysis.chronicle import rounds
from game.analysis.replaying import Replay
from tests.analysis.chronicle.stories import told
from tests.analysis.played import SCENARIO, eventful

ROUND_TWO = """
Round 2 began. Month 2: The front in the Straits, part 2. The front has moved back. Arven read \
in private: “A line only Arven reads in round 2.”
Belmar cabled Meridia: “+1 for standing, -1 for "hedging", ça va?”
In a cable, Belmar asked Meridia for 1 unit in Belmar lands.
In a cable, Meridia promised to come if Belmar is attacked this round.
In a cable, Meridia announced that forces are drawn down by round 3.
In a cable, Meridia asked Arven for 1 unit in the Straits.
In public, Arven warned of a Plan B if Meridia escalates.
Meridia spoke in public: “+1 for standing, -1 for "hedging", ça va?”
Meridia drew down: 10% of its forces (1 of 10 units) were in the Straits. The others: 2 units \
in Belmar lands and 7 units in reserve.
Belmar’s belief rose from 32 to 55 (would 60, could 70); in public it endorsed the war; \
sealed, it stood with Meridia and sent 2 units to the Straits. It asked for more forces at \
home. Its reason: “+1 for standing, -1 for "hedging", ça va?”
Arven’s belief fell from 67 to 35 (would 30, could 40); in public it dissociated itself from \
the war; sealed, it looked for another protector and sent no units. Its reason: “?av aç \
,"gnigdeh" rof 1- ,gnidnats rof 1+”
Meridia sealed its orders: to come if Belmar was attacked and not to come if Arven was.
Belmar was attacked at home, and Meridia came.
In round 1 Meridia had announced that forces are drawn down by round 2: kept. Belmar had asked \
Meridia for 1 unit in Belmar lands: met. Arven had warned of a Plan B if Meridia escalates: \
untested. Meridia had promised to come if Belmar is attacked this round: kept. The sealed \
order was to come. Meridia had asked Arven for 1 unit in the Straits: not met.
Meridia earned 11 points; par was 11. Belmar earned 12 points; par was 9. Arven earned 6 \
points; par was 9.
""".strip()


def test_a_round_reads_as_one_would_write_it():
    """By hand, from the events."""
    found = rounds(Replay.of(SCENARIO, eventful().groups[0].events))
    assert "\n".join(paragraph.text for paragraph in found[2].paragraphs) == ROUND_TWO


def test_every_round_is_told_once_and_in_order():
    """With what was before the first, and with positions at which all of it had happened."""
    for replay, found in told():
        stories = rounds(replay)
        assert [one.round for one in stories] == sorted({entry.round for entry in found})
        for one in stories:
            assert one.paragraphs
            assert all(one.first <= part.position <= replay.last for part in one.paragraphs)


def test_what_was_sealed_and_void_is_not_told_as_done():
    """The stage of response was closed too early: what the rules had played does not count."""
    replay, found = told()[-1]
    void = [e for e in found if e.event == "ResponseSealed" and e.source == "timeout"]
    assert {entry.round for entry in void} == {1}
    said = " ".join(part.text for part in rounds(replay)[1].paragraphs if part.kind == "answer")
    assert "Time had run out" not in said
