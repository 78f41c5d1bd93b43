"""When nobody could think: pauses, an end that was taken back, a stage closed by mistake, and the
server's absences."""

from collections.abc import Iterable

from game.core.events import (
    ClockShifted,
    ClosingUndone,
    Event,
    GameEnded,
    GamePaused,
    GameReopened,
    GameResumed,
    StageClosed,
)

Span = tuple[int, int]  # from, to; UTC in milliseconds


def idle_spans(events: Iterable[Event]) -> tuple[Span, ...]:
    """In order, none touching another: a pause in a closed stage is no second one."""
    spans: list[Span] = []
    paused = ended = 0
    closed: list[int] = []  # the closings that stand; taken back from the last
    for event in events:
        match event:
            case GamePaused():
                paused = event.at
            case GameResumed():
                spans.append((paused, event.at))
            case GameEnded():
                ended = event.at
            case GameReopened():
                spans.append((ended, event.at))
            case ClockShifted():
                spans.append((event.at - event.by_ms, event.at))
            case StageClosed():
                closed.append(event.at)
            case ClosingUndone():
                spans.append((closed.pop(), event.at))
            case _:
                continue
    return _merged(spans)


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for begin, end in sorted(spans):
        if merged and begin <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((begin, end))
    return tuple(merged)
