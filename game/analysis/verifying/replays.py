"""The groups played again: what follows from the moves and from Nature's draws is in the log."""

from collections.abc import Callable, Iterator, Sequence

from game.analysis.sessionlog import GroupLog, SessionLog
from game.analysis.verifying.findings import Problem
from game.analysis.verifying.moves import would_be_refused
from game.core.events import (
    CrisisStruck,
    Event,
    GameEnded,
    GroupOpened,
    RoundReckoned,
    StageOpened,
)
from game.core.evolve import evolve
from game.core.nature import deal
from game.core.rules.clock import next_stage
from game.core.scenario import Scenario
from game.core.settle import forecasts, reckon, strike
from game.core.state import GroupState, opening_state
from game.core.vocabulary import RULES_VERSION

LOG = "events.jsonl"


def rules_known(log: SessionLog) -> bool:
    """Whether all groups played by the rules of this version."""
    return all(group.opened.rules_version == RULES_VERSION for group in log.groups)


def misplayed(log: SessionLog) -> Iterator[Problem]:
    """Moves, stages, crises, reckonings and forecasts that do not follow from what came before."""
    for group in log.groups:
        state = opening_state(log.scenario, group.opened)
        for position, event in enumerate(group.events[1:], start=2):
            if sentence := _wrong(state, event):
                place = f"stream {group.group}, position {position}"
                yield Problem(LOG, place, sentence.format(place=place))
            state = evolve(state, event)


def _wrong(state: GroupState, event: Event) -> str:
    match event:
        case CrisisStruck() if strike(state, event.at) != event:
            return "The crisis at {place} is not the one that Nature and the orders make."
        case RoundReckoned() if reckon(state, event.at) != event:
            return "The reckoning at {place} is not the one that the moves make."
        case GameEnded() if forecasts(state) != event.forecasts:
            return "The forecasts paid at {place} are not those that the rules pay."
        case StageOpened() if next_stage(state) != (event.round, event.stage):
            return "The stage that opens at {place} is not the one that comes next."
        case _ if would_be_refused(state, event):
            return "The rules would not have taken the move at {place} as it is."
        case _:
            return ""


def misdealt(log: SessionLog) -> Iterator[Problem]:
    """Draws that do not come from the seed."""
    openings = sorted((group.opened for group in log.groups), key=lambda opened: opened.number)
    if not openings:
        return
    drawn = _drawn(log.scenario, openings)
    for opened, nature in zip(openings, drawn, strict=True):
        if opened.nature != nature:
            place = f"stream {opened.group}, position 1"
            yield Problem(LOG, place, f"Nature’s draws at {place} are not those of the seed.")


def _drawn(scenario: Scenario, openings: Sequence[GroupOpened]) -> Sequence[object]:
    first = openings[0]
    arms = [opened.arm for opened in openings]
    return deal(first.seed, scenario.numbers, first.rounds, first.design, arms)


def unpinned(log: SessionLog, claims_hash: str) -> Iterator[Problem]:
    """Scenario and claims that are not the ones that the groups' first events name."""
    yield from _others(log, "scenario.yaml", lambda one: one.opened.scenario == log.scenario.hash)
    yield from _others(log, "claims.yaml", lambda one: one.opened.claims == claims_hash)


def _others(log: SessionLog, file: str, fits: Callable[[GroupLog], bool]) -> Iterator[Problem]:
    for group in log.groups:
        if not fits(group):
            place = f"stream {group.group}, position 1"
            yield Problem(file, "", f"{file} is not the file that {place} of the log names.")
