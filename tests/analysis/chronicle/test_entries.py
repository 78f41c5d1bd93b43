"""Every event has its sentence: of countries, in the log's own numbers, with no code in it."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.analysis.chronicle import Kind, entries
from game.analysis.replaying import Replay
from game.core import pledges, vocabulary
from game.core.events import Event
from game.core.vocabulary import ALL_SEATS, PATRON, MoveSource, Refusal
from tests.analysis.chronicle.stories import taken_back, told
from tests.analysis.played import NASTY, SCENARIO, eventful
from tests.strategies import wild_plays, wild_seeds
from tests.twins import twin

# Words that are codes and plain English at once.
ENGLISH = {"dispatch", "consultation", "commitment", "response", "crisis", "reckoning"}
ENGLISH |= {"hold", "silent", "stand", "escalate", "instructor", "student", "bot", "more", "near"}
ENGLISH |= {"far", "no", "less", "same", "restraint", "yes", "guess", "none"}


def numbers(value: object) -> Iterator[float]:
    """Every number in an event."""
    if is_dataclass(value) and not isinstance(value, type):
        for item in fields(value):
            yield from numbers(getattr(value, item.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from numbers(item)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield value


def codes() -> set[str]:
    """Every value of the enumerations, and the seats."""
    kinds = [
        kind
        for module in (vocabulary, pledges)
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, Enum) and kind is not Refusal
    ]
    return {item.value for kind in kinds for item in kind} - ENGLISH | set(ALL_SEATS) | {"None"}


def test_the_tests_meet_every_kind_of_event():
    met = {type(event) for replay, _ in told() for event in replay.events}
    assert met == set(get_args(Event))


def test_every_event_has_its_sentence_in_order():
    for replay, found in told():
        assert {entry.position for entry in found} == set(range(1, replay.last + 1))
        assert [entry.position for entry in found] == sorted(entry.position for entry in found)
        for entry in found:
            assert entry.event == type(replay.event(entry.position)).__name__
            assert entry.at == replay.event(entry.position).at


def test_sentences_are_sentences_without_codes():
    banned = codes()
    for _, found in told():
        for entry in found:
            said = f"{entry.text} {entry.aside}".strip()
            assert re.fullmatch(r"[A-Z].*[.:]", said), said
            assert ("  " in said, ".." in said, "_" in said) == (False, False, False), said
            assert set(re.findall(r"[A-Za-z0-9]+", said)) & banned == set(), said
            assert entry.text.endswith(":") == bool(entry.quote), said


def test_every_number_is_the_logs():
    """Of the event, of the round's state, or the share that the units come to."""
    for replay, found in told():
        opened = set(numbers(replay.opened))
        for entry in found:
            state, event = replay.state(entry.position), replay.event(entry.position)
            known = opened | set(numbers(event)) | {state.pool, state.round.number}
            known |= {item.belief for item in state.round.before.values()}
            known |= set(
                numbers(
                    replay.state(max(1, entry.position - 1)).round.before.get(
                        entry.seats[0] if entry.seats else PATRON
                    )
                )
            )
            known |= _derived(state, event)
            text = _without_names(entry.text.replace("\N{MINUS SIGN}", "-") + entry.aside)
            for said in re.findall(r"-?\d+(?:\.\d+)?", text):
                assert any(abs(float(said) - value) < 0.006 for value in known), entry.full


def _derived(state, event) -> set[float]:
    found: set[float] = {state.numbers.stake(kind) for kind in state.opened.nature.types}
    if type(event).__name__ == "ForcesCommitted":
        pool = state.numbers.pool(len(event.garrisons))
        rest = pool - event.theatre - sum(units for _, units in event.garrisons)
        found |= {pool, rest, round(100 * event.theatre / pool)}
    if type(event).__name__ == "ResponsesRevealed":
        found |= {item.units for item in state.round.responses.values()}
    if type(event).__name__ == "RoundReckoned":
        found |= {account.points for account in event.accounts}
    if type(event).__name__ == "ClockShifted":
        found |= {event.by_ms / 1000}
    return found


def _without_names(text: str) -> str:
    """Datelines and headlines have numbers of their own."""
    for item in SCENARIO.dispatches:
        text = text.replace(item.dateline, "").replace(item.headline, "")
    return text


def test_what_was_written_stands_there_letter_by_letter():
    found = entries(Replay.of(SCENARIO, eventful().groups[0].events))
    said = {entry.quote for entry in found if entry.kind in (Kind.TALK, Kind.ANSWER)}
    assert set(NASTY) <= said


def test_words_that_an_export_left_out_are_missed():
    """Nothing is quoted that is not there."""
    group = eventful().groups[0]
    bare = [replace(event, text="") if hasattr(event, "text") else event for event in group.events]
    found = [entry for entry in entries(Replay.of(SCENARIO, bare)) if entry.kind is Kind.TALK]
    assert {entry.told for entry in found} == {
        "Belmar cabled Meridia. The words are not in this log.",
        "Meridia spoke in public. The words are not in this log.",
    }


def test_who_moved_is_said_where_it_was_no_student():
    sources = {entry.source for _, found in told() for entry in found}
    assert sources == {None, *MoveSource}
    for _, found in told():
        for entry in found:
            plain = entry.source in (None, MoveSource.STUDENT)
            assert plain != ("moved for it." in entry.aside), entry.full


@pytest.mark.noninterference
@settings(max_examples=60)
@given(wild_plays, st.data(), wild_seeds)
def test_what_a_seat_could_know_says_nothing_that_it_could_not(script, data, seed):
    """Another log that the seat cannot tell from this one has the same sentences for it."""
    viewer = data.draw(st.sampled_from(list(script.state.seats)))
    other = twin(script.scenario, script.log, viewer, seed)

    def known(log) -> list[str]:
        found = entries(Replay.of(script.scenario, log))
        return [entry.told for entry in found if entry.known_by(viewer)]

    assert known(script.log) == known(other)


def test_a_stage_that_was_taken_back_is_told():
    said = [entry.full for entry in entries(Replay.of(SCENARIO, taken_back().log))]
    for line in (
        "The stage of crisis was taken back: the one before it had been closed too early.",
        "The instructor gave 30 more seconds.",
        "The server had stopped for 4 seconds, which did not count.",
        "The game ended: the instructor stopped it.",
        "The game was opened again, and went on where it had been stopped.",
        "Belmar was given 50% more time than the others.",
        "A student left the seat of Arven.",
        "From now on a bot moved for Arven. Nobody held the seat any more.",
    ):
        assert line in said
