"""The classes of `played`, with a scenario that comes with the game: such a zip can be read."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache

from game.analysis.predictions import Prediction, Recognition
from game.analysis.sessionlog import Coding, SessionLog
from game.authoring.library import load_playable
from game.core.commands import OpenSeat
from game.core.vocabulary import Expectation, Recognised
from tests.analysis import played
from tests.builders import A1, participants


@contextmanager
def straits() -> Iterator[str]:
    """Classes play the scenario of the Straits in here; its text."""
    loaded = load_playable("the-straits")
    assert loaded.scenario is not None
    late = loaded.scenario.allies[2]
    kept = played.SCENARIO, played.OpenSeat
    played.SCENARIO = loaded.scenario
    played.OpenSeat = lambda seat, _, __, who: OpenSeat(seat, late.id, late.distance, who)
    try:
        yield loaded.source_text
    finally:
        played.SCENARIO, played.OpenSeat = kept


@lru_cache
def real(name: str) -> SessionLog:
    """A class of `played`, by its name, as a server would have it."""
    with straits() as text:
        log: SessionLog = getattr(played, name).__wrapped__()
    return replace(log, scenario_text=text, title="Monday, 10 o’clock", secret="of this server")


@lru_cache
def asked() -> SessionLog:
    """The eventful one, with everything that is known beside the log."""
    log, everybody = real("eventful"), participants(9)
    return replace(
        log,
        predictions=(
            Prediction(everybody[1], Expectation.MORE, "=they, owe us", played.NOW - 1000),
            Prediction(everybody[0], Expectation.LESS, "ça\nva", played.NOW - 900),
        ),
        recognitions=(
            Recognition(everybody[2], Recognised.GUESS, 3, "'the convoys\"", played.NOW + 9_000),
        ),
        codings=(Coding("S1-G1-R1-A1", "C1", "resolve", played.NOW, True),),
        placings=frozenset({(everybody[3], log.groups[0].group, A1)}),
        deals=2,
    )
