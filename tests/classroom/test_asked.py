"""The two questions beside the game: until when each is asked, what counts, what the log keeps."""

from dataclasses import replace

import pytest

from game.classroom import conducting, undoing
from game.classroom.asked import MOST_LETTERS, NotTaken, predict, recognise
from game.classroom.live import SESSION_CODEC, stream_of
from game.classroom.placing import remove, watch
from game.core.vocabulary import Expectation, Recognised
from game.web.session_log import session_log
from tests.rooms import Room

MORE, LESS = Expectation.MORE, Expectation.LESS
YES, GUESS, NO = Recognised.YES, Recognised.GUESS, Recognised.NO


@pytest.fixture
def room():
    return Room().makes(students=3)


def who(room, place):
    return room.live.state.participants[place]


def expects(room, place, what=MORE, reason=""):
    predict(room.classroom, room.live, who(room, place), what, reason)


def knew(room, place, what=YES, at=None, clue=""):
    recognise(room.classroom, room.live, who(room, place), what, at, clue)


def expected(room):
    """By place, what was said."""
    order = room.live.state.participants
    return {order.index(one): said.expects for one, said in room.live.state.predictions.items()}


def rows(room):
    return room.writer.store.read(stream_of(room.id))


def why(attempt, *args):
    with pytest.raises(NotTaken) as refused:
        attempt(*args)
    return str(refused.value)


@pytest.fixture
def over(room):
    """Stopped in round 1; the case is a disguised one."""
    room.begins()
    conducting.end(room.classroom, room.live)
    return room


# ------------------------------------------------------------------ what one expects


def test_an_answer_can_be_changed_until_round_1_begins(room):
    expects(room, 0)
    conducting.deal_seats(room.classroom, room.live)
    expects(room, 0, LESS, "  it is\nbusy ")
    expects(room, 1)
    conducting.begin(room.classroom, room.live)

    assert why(expects, room, 0) == "over"
    assert expected(room) == {0: LESS, 1: MORE}
    assert room.live.state.predictions[who(room, 0)].reason == "it is busy"


def test_the_same_answer_twice_is_one_event(room):
    before = len(rows(room))
    expects(room, 0)
    expects(room, 0)
    expects(room, 0, MORE, "because")

    assert len(rows(room)) == before + 2


def test_a_restart_and_an_undone_deal_lose_no_answer(room):
    expects(room, 2, LESS)
    conducting.deal_seats(room.classroom, room.live)
    undoing.undo_deal(room.classroom, room.live)

    assert expected(room.restart()) == {2: LESS}


def test_who_left_before_the_game_expected_nothing_of_it(room):
    expects(room, 0)
    expects(room, 1)
    gone = who(room, 0)
    remove(room.classroom, room.live, gone)
    assert list(room.live.state.predictions) == [who(room, 0)]
    assert why(predict, room.classroom, room.live, gone, MORE) == "nobody"

    room.begins()
    remove(room.classroom, room.live, who(room, 0))
    assert len(room.live.state.predictions) == 1


def test_who_looks_on_is_asked_and_who_comes_late_is_not(room):
    watch(room.classroom, room.live, who(room, 2))
    expects(room, 2)
    room.begins()
    room.joins()

    assert why(expects, room, 3) == "over"
    assert expected(room) == {2: MORE}


def test_a_class_may_go_without_the_question():
    room = Room().makes(students=1, predictions=False)

    assert why(expects, room, 0) == "unasked"
    assert not room.restart().live.state.created.predictions


def test_a_session_of_the_first_version_asks():
    """Its first event knows nothing of the question."""
    row = rows(Room().makes())[0]
    old = row.body.replace(',"predictions":true', "")

    assert old != row.body
    assert SESSION_CODEC.decode(row.kind, 1, old) == SESSION_CODEC.decode(row.kind, 2, row.body)


def test_a_reason_is_as_long_as_it_may_be(room):
    expects(room, 0, MORE, "x" * MOST_LETTERS)

    assert why(expects, room, 0, MORE, "x" * (MOST_LETTERS + 1)) == "long"


def test_the_log_holds_no_name(room):
    expects(room, 1)

    assert rows(room)[-1].kind == "PredictionStated"
    assert "Student" not in rows(room)[-1].body


# ------------------------------------------------------------------ whether one recognised it


def test_it_is_asked_after_the_end_and_until_the_case_is_told(room):
    assert why(knew, room, 0) == "early"
    room.begins()
    assert why(knew, room, 0) == "early"
    conducting.end(room.classroom, room.live)
    knew(room, 0, YES, 1, "the names")
    conducting.turn_debrief(room.classroom, room.live, "recognised")
    knew(room, 0, GUESS)
    conducting.turn_debrief(room.classroom, room.live, "reveal-1")
    conducting.turn_debrief(room.classroom, room.live, "recognised")

    assert why(knew, room, 1) == "told"
    (said,) = room.restart().live.state.recognitions.values()
    assert (said.recognised, said.round, said.clue) == (GUESS, None, "")
    assert room.live.state.told


def test_a_round_that_was_not_played_is_none(over):
    assert why(knew, over, 0, YES, 2) == "round"
    assert why(knew, over, 0, YES, 0) == "round"


def test_who_did_not_recognise_it_names_no_round(over):
    before = len(rows(over))
    knew(over, 0, NO, 1, "nothing")
    knew(over, 0, NO)

    (said,) = over.live.state.recognitions.values()
    assert (said.round, said.clue) == (None, "")
    assert len(rows(over)) == before + 1


def test_a_case_under_its_own_name_is_not_asked_about(over):
    over.live.scenario = replace(over.live.scenario, reveal=None)

    assert why(knew, over, 0) == "early"


def test_a_session_that_ended_in_the_lobby_has_no_case(room):
    conducting.end(room.classroom, room.live)

    assert why(knew, room, 0) == "early"


# ------------------------------------------------------------------ as data


def test_the_tables_are_made_from_what_was_said(over):
    knew(over, 1, YES, 1, "the names")
    log = session_log(over.classroom, over.live)

    assert [(one.participant, one.recognised, one.round) for one in log.recognitions] == [
        (who(over, 1), YES, 1)
    ]
    assert log.predictions == ()
