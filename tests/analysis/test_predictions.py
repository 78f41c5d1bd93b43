"""What was said beside the game: counted, withheld where few answered, and a row each."""

from dataclasses import replace

from game.analysis.export import export_zip
from game.analysis.predictions import (
    Expected,
    Prediction,
    RecognisedIn,
    Recognition,
    expected,
    recognised,
)
from game.analysis.tables import tables
from game.core.vocabulary import Expectation, ParticipantId, Recognised
from tests.analysis import played

MORE, SAME, LESS = Expectation
NO, GUESS, YES = Recognised
AT = 1_900_000_000_000


def predicted(*said):
    return tuple(Prediction(ParticipantId(f"P{i}"), e, "why", AT + i) for i, e in enumerate(said))


def heard(*said):
    return tuple(
        Recognition(ParticipantId(f"P{i}"), what, at, "clue", AT)
        for i, (what, at) in enumerate(said)
    )


def test_every_answer_is_counted_once():
    assert expected(predicted(MORE, LESS, MORE, SAME)) == Expected(more=2, same=1, less=1)


def test_two_answers_are_too_few_to_be_shown():
    assert [expected(predicted(*[MORE] * n)).discreet for n in (0, 2, 3)] == [False, False, True]


def test_rounds_in_order_and_those_without_last():
    found = recognised(heard((YES, 4), (GUESS, 2), (YES, None), (NO, None), (GUESS, 4)))

    assert (found.no, found.guess, found.yes) == (1, 2, 2)
    assert found.by_round == (
        RecognisedIn(2, 1, 0),
        RecognisedIn(4, 1, 1),
        RecognisedIn(None, 0, 1),
    )


def test_of_two_who_recognised_it_nobody_learns_when():
    found = recognised(heard((YES, 4), (GUESS, 2), (NO, None), (NO, None)))

    assert found.discreet
    assert found.by_round == ()


def answered():
    """A class in which P0 agreed to research and P1 did not."""
    consent = {ParticipantId("P0"): True, ParticipantId("P1"): False}
    log = replace(played.eventful(), consent=consent)
    return replace(log, predictions=predicted(MORE, LESS), recognitions=heard((NO, None), (YES, 2)))


def rows(**how):
    (table,) = (one for one in tables(answered(), **how) if one.name == "answers")
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def test_a_row_for_each_answer():
    found = [
        (r["player"], r["question"], r["answer"], r["round"], r["text"]) for r in rows(texts=True)
    ]

    assert found == [
        ("P0", "prediction", "more", None, "why"),
        ("P1", "prediction", "less", None, "why"),
        ("P0", "recognition", "no", None, "clue"),
        ("P1", "recognition", "yes", 2, "clue"),
    ]
    assert rows(texts=True)[1]["at"] == "2030-03-17T17:46:40.001Z"


def test_without_texts_the_answers_stay_and_the_words_go():
    assert [row["text"] for row in rows(texts=False)] == [None] * 4
    assert b"clue" not in export_zip(answered(), texts=False)


def test_research_has_the_answers_of_those_who_agreed():
    assert {row["player"] for row in rows(texts=True, research=True)} == {"P0"}
