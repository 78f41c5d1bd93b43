"""events.jsonl is the log: read again, every group stands where it stood."""

import json
from dataclasses import replace

import pytest

from game.analysis.export import read_events
from game.analysis.export.event_lines import event_lines
from game.core.events import CableSent, CommuniquePublished, ResponseSealed
from game.core.evolve import replay
from game.log.streams import GROUP_CODEC
from tests.analysis import played


@pytest.mark.parametrize("make", played.ALL, ids=lambda make: make.__name__)
def test_replay_from_the_file_gives_equal_states(make):
    log = make()
    streams = read_events(event_lines(log.groups, texts=True), GROUP_CODEC)
    assert [replay(log.scenario, streams[group.group]) for group in log.groups] == [*log.states()]


def test_without_texts_the_texts_come_back_empty_and_all_else_equal():
    log = played.eventful()
    streams = read_events(event_lines(log.groups, texts=False))
    for group in log.groups:
        blank = tuple(_blank(event) for event in group.events)
        assert streams[group.group] == blank
        assert replay(log.scenario, streams[group.group]) == replay(log.scenario, blank)


def _blank(event):
    match event:
        case CableSent() | CommuniquePublished():
            return replace(event, text="")
        case ResponseSealed():
            return replace(event, reason="")
        case _:
            return event


def test_a_line_names_its_place_kind_version_and_time():
    lines = event_lines(played.free().groups, texts=True).decode().splitlines()
    first = json.loads(lines[0])
    assert {key: first[key] for key in ("stream", "position", "kind", "version", "at")} == {
        "stream": "S1-G1",
        "position": 1,
        "kind": "GroupOpened",
        "version": 1,
        "at": "2030-03-17T17:46:40.000Z",
    }
    assert first["body"]["group"] == "S1-G1"


def test_a_gap_is_noticed():
    lines = event_lines(played.free().groups, texts=True).split(b"\n")
    with pytest.raises(ValueError, match="lacks position 5"):
        read_events(b"\n".join(lines[:4] + lines[5:]))
