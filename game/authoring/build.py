"""From a valid file to the core's Scenario: the one step between what is written and played."""

from collections.abc import Sequence

from game.authoring.models import ScenarioFile
from game.authoring.models.actors import AllyEntry, PatronEntry
from game.authoring.models.cuts import CutEntry
from game.authoring.models.debrief import RevealEntry
from game.authoring.models.story import DispatchEntry
from game.authoring.numbers import numbers_of
from game.core.scenario import (
    Actor,
    Cut,
    Dispatch,
    MoveLabel,
    Reading,
    RecordEntry,
    Reveal,
    Scenario,
    Source,
)
from game.core.vocabulary import Distance, Move, Stage


def scenario_of(written: ScenarioFile, digest: str) -> Scenario:
    """The scenario as the rules and the views need it. `digest` is the hash of the file."""
    return Scenario(
        id=written.id,
        title=written.title,
        hash=digest,
        summary=written.summary,
        disguised=written.disguised,
        status=written.status,
        authors=tuple(written.authors),
        licence=written.licence,
        theatre=written.theatre,
        rival=written.rival,
        patron=_actor(written.patron),
        allies=tuple(_ally(ally, written.rules.ally.forms) for ally in written.allies),
        dispatches=tuple(_dispatch(dispatch) for dispatch in written.dispatches),
        cuts=tuple(_cut(cut, written) for cut in written.cuts),
        numbers=numbers_of(written.rules),
        sources=tuple(Source(s.id, s.citation, s.confidence, s.url or "") for s in written.sources),
        teaching=written.teaching or "",
        questions=tuple(written.questions),
        record=_record(written),
        readings=tuple(Reading(r.title, r.text, tuple(r.sources)) for r in written.readings),
        reveal=_reveal(written.reveal) if written.reveal else None,
    )


def _actor(
    entry: PatronEntry, distance: Distance | None = None, moves: tuple[MoveLabel, ...] = ()
) -> Actor:
    return Actor(
        id=entry.id,
        name=entry.name,
        home=entry.home,
        brief=entry.brief,
        wants=tuple(entry.wants),
        distance=distance,
        secret=entry.secret or "",
        sources=tuple(entry.sources),
        moves=moves,
    )


def _ally(entry: AllyEntry, forms: Sequence[str]) -> Actor:
    """An ally with the labels of the moves it is offered, standing first."""
    offered = [Move.STAND, *(move for move in Move if move.value in forms)]
    labels = ((move, getattr(entry.moves, move.value)) for move in offered)
    moves = tuple(MoveLabel(move, label.label, label.done) for move, label in labels)
    return _actor(entry, Distance(entry.distance), moves)


def _dispatch(entry: DispatchEntry) -> Dispatch:
    return Dispatch(
        id=entry.id,
        dateline=entry.dateline,
        headline=entry.headline,
        text=entry.text,
        good=entry.news.good,
        mixed=entry.news.mixed,
        bad=entry.news.bad,
        private=tuple(entry.private.items()),
        sources=tuple(entry.sources),
        question=entry.question or "",
    )


def _cut(entry: CutEntry, written: ScenarioFile) -> Cut:
    first = [dispatch.id for dispatch in written.dispatches[: written.rules.rounds]]
    talks = written.rules.stages.consultation if entry.consultation is None else entry.consultation
    return Cut(
        id=entry.id,
        title=entry.title,
        minutes=entry.minutes,
        dispatches=tuple(entry.dispatches or first),
        consultation=talks,
        seconds=tuple((stage, getattr(entry.seconds, stage.value)) for stage in Stage),
    )


def _record(written: ScenarioFile) -> tuple[RecordEntry, ...]:
    return tuple(
        RecordEntry(
            actor=line.actor,
            turning_point=line.turning_point,
            code=line.code,
            inferred=line.inferred,
            text=line.text,
            sources=tuple(line.sources),
        )
        for line in written.record
    )


def _reveal(entry: RevealEntry) -> Reveal:
    return Reveal(entry.title, entry.text, tuple(entry.names.items()), tuple(entry.sources))
