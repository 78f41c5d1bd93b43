"""A group as text: all of it, or one of its moments as the omniscient reader sees it."""

from collections.abc import Iterator

from game.analysis.chronicle import rounds, tell
from game.analysis.chronicle.telling import scene_at
from game.analysis.replaying import Replay
from game.analysis.wording.figures import listed, plain
from game.cli.told.layout import heading, joined, listed_lines, paragraph, section
from game.cli.told.maps import forces_table
from game.core.rules.awaited import awaited
from game.core.state import GroupState
from game.core.views.public import forces
from game.web.dates import moment, to_the_second
from game.web.wording.chronicle import round_name
from game.web.wording.words import STAGES

AROUND = 3  # events before and after


def chronicle(replay: Replay) -> str:
    """The whole game in prose; the number behind a paragraph is that of its last event."""
    parts = [_title(replay)]
    for story in rounds(replay):
        told = [paragraph(f"{part.text} [{part.position}]") for part in story.paragraphs]
        parts.append("\n\n".join((heading(round_name(story.round)), *told)))
    return joined(parts)


def at(replay: Replay, position: int) -> str:
    """A moment: the state of play, what had just happened, what came next, and the map."""
    step = replay.step(position)
    first, last = max(1, position - AROUND), min(replay.last, position + AROUND)
    after = [line for other in range(position + 1, last + 1) for line in _lines(replay, other)]
    before = [line for other in range(first, position + 1) for line in _lines(replay, other)]
    state = step.state
    return joined(
        (
            _title(replay),
            section(
                f"Event {position} of {replay.last}, {moment(step.event.at)}",
                paragraph(standing(state)),
            ),
            section("What had happened", listed_lines(before)),
            section("What came next", listed_lines(after)),
            section("The map", forces_table(forces(state))),
            section("Points so far", listed_lines(_points(state))),
        )
    )


def _title(replay: Replay) -> str:
    title = replay.steps[0].state.scenario.title
    return heading(f"{title}, group {replay.opened.number}")


def _lines(replay: Replay, position: int) -> Iterator[str]:
    for entry in tell(scene_at(replay, position)):
        yield f"{position:>4}  {to_the_second(entry.at)}  {entry.full}"


def standing(state: GroupState) -> str:
    """Round and stage, and who is awaited."""
    if state.ended:
        return "The game was over."
    if state.stage is None:
        return "Before round 1."
    doing = "open" if state.open else "closed"
    said = f"Round {state.round.number}, {STAGES[state.stage].lower()}, {doing}."
    paused = " Paused." if state.paused_at is not None else ""
    names = [state.scenario.actor(state.seats[seat].actor).name for seat in awaited(state)]
    return f"{said}{paused}" + (f" Awaited: {listed(names)}." if names else "")


def _points(state: GroupState) -> Iterator[str]:
    for seat, held in state.seats.items():
        accounts = [
            account
            for played in state.reckoned
            for account in (played.reckoning.accounts if played.reckoning else ())
            if account.seat == seat
        ]
        if accounts:
            earned = plain(sum(account.points for account in accounts))
            par = plain(sum(account.par for account in accounts))
            yield f"{state.scenario.actor(held.actor).name}: {earned} (par {par})"
