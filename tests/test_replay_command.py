"""`run.py replay`: the chronicle, a moment, and what one seat knew then and nothing else."""

from dataclasses import replace
from unittest.mock import Mock

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from game.analysis.export import export_zip
from game.analysis.export.unpacking import NoExport
from game.analysis.replaying import Replay
from game.cli.replay import command, told
from game.cli.told.layout import paragraph, plain, shown
from game.core.vocabulary import ALLY_SEATS, PATRON
from game.log.writers import Direct
from game.web.review.shelf import Shelf
from tests.analysis.played import SCENARIO, eventful
from tests.analysis.real import real
from tests.builders import A2
from tests.rooms import Room
from tests.strategies import wild_plays, wild_seeds
from tests.twins import twin

TALKERS = Replay.of(SCENARIO, eventful().groups[0].events)


def run(*words):
    """The command's exit status and what it printed."""
    result = CliRunner().invoke(command, [str(word) for word in words])
    return result.exit_code, result.output


@pytest.mark.noninterference
@settings(max_examples=60)
@given(wild_plays, st.data(), wild_seeds)
def test_what_a_seat_could_not_know_changes_no_byte_of_its_text(script, data, seed):
    """At any moment of any game, through any seat's eyes."""
    length = data.draw(st.integers(1, len(script.log)))
    seats = [setup.seat for setup in script.log[0].seats]
    log, viewer = script.log[:length], data.draw(st.sampled_from(seats))

    def text(events) -> str:
        numbered = [replace(events[0], number=1), *events[1:]]  # a seat knows its group's number
        return told(Replay.of(script.scenario, numbered), None, viewer)

    assert text(log) == text(twin(script.scenario, log, viewer, seed))


def test_a_seats_text_has_what_its_view_has():
    """The news, its beliefs and points, the cables it read; at every moment of a whole game."""
    for position in range(1, TALKERS.last + 1):
        for seat in (PATRON, A2):
            view = TALKERS.seat_view(position, seat)
            text = told(TALKERS, position, seat)
            flat = " ".join(text.split())
            assert f"as {view.brief.name} knew it" in text
            for message in view.messages:
                assert " ".join(shown(message.text).split()) in flat
            for own in view.accounts:
                assert f"Round {own.number}: " in text
            assert ("In all: " in text) == bool(view.accounts)
            if view.public.news:
                assert view.public.news.headline in flat


def test_a_moment_tells_what_was_before_and_after_it():
    """Three events each way, who is awaited, and the map."""
    text = told(TALKERS, 20, None)
    assert "Event 20 of" in text
    assert "Round 1, response, open. Awaited: Meridia, Belmar and Arven." in text
    before, after = text.split("What came next")
    assert [n for n in range(10, 30) if f"\n  {n:>4}  " in before] == [17, 18, 19, 20]
    assert [n for n in range(10, 30) if f"\n  {n:>4}  " in after] == [21, 22, 23]
    assert "Round 1. The Straits: 2 of Meridia’s 10 units." in text


def test_the_chronicle_of_a_file(tmp_path):
    """All rounds in prose; a group or an event that is not there is said."""
    file = tmp_path / "class.zip"
    file.write_bytes(export_zip(real("eventful"), texts=True))
    code, output = run(file, "--group", 1)
    assert code == 0
    assert all(f"\nRound {n}\n-------\n" in output for n in range(1, 7))
    assert "’s belief rose from 32 to 55 (would 60, could 70)" in " ".join(output.split())
    for words, sentence in (
        (("--group", 9), "There is no group 9. Groups here: 1, 2, 3."),
        (("--group", 1, "--at", 9999), "This group has no event 9999"),
        (("--group", 1, "--as", ALLY_SEATS[4]), "There was no seat A5 in this group at event"),
        (("--group", 2, "--at", 3, "--as", "A3"), "There was no seat A3 in this group at event 3."),
    ):
        code, output = run(file, *words)
        assert (code, sentence in output) == (1, True)
    file = tmp_path / "\x1b[2J.zip"
    file.write_text("no zip")
    assert "is no zip" in run(file, "--group", 1)[1]
    assert "\x1b" not in run(file, "--group", 1)[1]


def test_the_chronicle_of_a_session(tmp_path, monkeypatch):
    """By its code, from the database of a folder."""
    room = Room(url=f"sqlite:///{tmp_path / 'distant-war.db'}").makes(3, cut="short").begins()
    room.to_the_end()
    monkeypatch.setattr("game.cli.sessions.read_scenario", lambda _: room.scenario)
    code, output = run(room.live.state.created.code, "--group", 1, "--data", tmp_path)
    assert (code, "The game ended: all rounds had been played." in output) == (0, True)
    code, output = run("NOBODY", "--group", 1, "--data", tmp_path)
    assert (code, "There is no session NOBODY." in output) == (1, True)
    assert "There is no group 2." in run(room.id, "--group", 2, "--data", tmp_path)[1]
    with monkeypatch.context() as damaged:
        damaged.setattr(Shelf, "replay", Mock(side_effect=NoExport("it is damaged")))
        code, output = run(room.id, "--group", 1, "--data", tmp_path)
    assert (code, output) == (1, f"Error: {room.id} cannot be read: it is damaged.\n")
    assert isinstance(room.writer, Direct)
    room.writer.store.close()


def test_what_somebody_wrote_does_not_steer_the_terminal():
    """No escape, no bell, no override of direction; lines stay lines."""
    assert shown("a\x1b[31mb\x07\u202ec\r\nd\te") == "a�[31mb��c\nd\te"
    assert plain("a\x1b]0;b\nNothing is wrong.\ud800") == "a�]0;b�Nothing is wrong.�"
    assert paragraph("one\n\ntwo") == "  one\n\n  two"
