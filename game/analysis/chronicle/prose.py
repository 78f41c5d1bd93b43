"""A round as connected prose: what counted in the end, in the order in which it came about."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from game.analysis.chronicle.entry import Entry, Kind
from game.analysis.chronicle.moves import NO_SIDE, turned
from game.analysis.chronicle.scene import WHO_MOVED, Scene
from game.analysis.chronicle.telling import entries, scene_at
from game.analysis.replaying import Replay
from game.analysis.wording.figures import of, units
from game.analysis.wording.words import STANCE_DONE
from game.core.state import Round
from game.core.vocabulary import SeatId, Stance

PUT, SEALED, ENDED = "PutInWriting", "ResponseSealed", "GameEnded"
OF_COURSE = ("StageOpened", "StageClosed", "ReadyDeclared", ENDED)  # of the clock


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A few sentences that belong together, and the position at which all of it had happened. What
    was written in one correspondence stands in lines."""

    position: int
    kind: Kind
    text: str
    marks: tuple[str, ...] = ()  # as of an entry
    seats: tuple[SeatId, ...] = ()  # of whom, where it is about one


@dataclass(frozen=True, slots=True)
class Told:
    """A round in prose; round 0 is what was before round 1. `first`: the position it begins at."""

    round: int
    first: int
    paragraphs: tuple[Paragraph, ...]


def rounds(replay: Replay) -> tuple[Told, ...]:
    """All rounds, in order."""
    by_round: dict[int, list[Entry]] = {}
    for entry in entries(replay):
        by_round.setdefault(entry.round, []).append(entry)
    return tuple(told(replay, number, by_round[number]) for number in sorted(by_round))


def told(replay: Replay, number: int, found: Sequence[Entry]) -> Told:
    """One round, from its entries."""
    scene = scene_at(replay, replay.last)
    played = next((one for one in scene.after.rounds if one.number == number), None)
    parts: list[Iterable[Paragraph]] = [
        _joined(Kind.NEWS, found),
        _talk(scene, found),
        _last(Kind.FORCES, found),
        _answers(scene, played, found) if played else (),
        _last(Kind.ORDERS, [entry for entry in found if entry.event == "OrdersSealed"]),
        _joined(Kind.CRISIS, found),
        _joined(Kind.PLEDGE, [entry for entry in found if entry.event != PUT]),
        _joined(Kind.POINTS, [entry for entry in found if entry.event != ENDED]),
        _beside(found),
        _joined(Kind.CLOCK, (e for e in found if e.event == ENDED), told=True),
    ]
    first = min(entry.position for entry in found)
    return Told(number, first, tuple(one for part in parts for one in part))


def _joined(kind: Kind, found: Iterable[Entry], *, told: bool = False) -> Iterator[Paragraph]:
    """All entries of the kind (or all that are given), each once."""
    chosen = [entry for entry in found if told or entry.kind is kind]
    if chosen:
        said = dict.fromkeys(entry.full for entry in chosen)
        yield Paragraph(max(entry.position for entry in chosen), kind, " ".join(said))


def _talk(scene: Scene, found: Sequence[Entry]) -> Iterator[Paragraph]:
    """What was said: with each ally, then in public."""
    said = [entry for entry in found if entry.kind is Kind.TALK or entry.event == PUT]
    for ally in scene.after.allies:
        private = [entry for entry in said if not entry.public and ally in entry.seats]
        yield from _letters(private)
    yield from _letters([entry for entry in said if entry.public])


def _letters(found: Sequence[Entry]) -> Iterator[Paragraph]:
    """A line for each, also where the same was said twice."""
    if found:
        text = "\n".join(entry.full for entry in found)
        yield Paragraph(max(entry.position for entry in found), Kind.TALK, text)


def _last(kind: Kind, found: Iterable[Entry]) -> Iterator[Paragraph]:
    """What counted: the last of its kind."""
    chosen = [entry for entry in found if entry.kind is kind]
    if chosen:
        last = chosen[-1]
        yield Paragraph(last.position, kind, last.full, last.marks, last.seats)


def _beside(found: Sequence[Entry]) -> Iterator[Paragraph]:
    """Who came and went, and what befell the clock."""
    clock = {entry for entry in found if entry.kind is Kind.CLOCK and entry.event not in OF_COURSE}
    yield from _joined(
        Kind.SEATS, [e for e in found if e.kind is Kind.SEATS or e in clock], told=True
    )


def _answers(scene: Scene, played: Round, found: Sequence[Entry]) -> Iterator[Paragraph]:
    sealed = {entry.seats[0]: entry.position for entry in found if entry.event == SEALED}
    for seat in scene.after.allies:
        if seat in played.responses and seat in sealed:
            marks = (played.responses[seat].move.alignment.value,)
            text = answer(scene, played, seat)
            yield Paragraph(sealed[seat], Kind.ANSWER, text, marks, (seat,))


def answer(scene: Scene, played: Round, seat: SeatId) -> str:
    """What an ally believed, said and did in a round, in one sentence, and its reason."""
    response, after = played.responses[seat], played.appraisals.get(seat)
    before = played.before.get(seat)
    parts = [f"{scene.name(seat)} stated no belief after the posture"]
    if after:
        went = turned(before.belief if before else None, after.belief)
        halves = f"would {after.would}, could {after.could}"
        parts = [f"{of(scene.name(seat))} belief {went} ({halves})"]
    sent = f"{units(response.units)} to {scene.theatre}" if response.units else "no units"
    silent = response.stance is Stance.SILENT
    parts.append(f"in public it {NO_SIDE if silent else STANCE_DONE[response.stance]}")
    parts.append(f"sealed, it {scene.done(seat, response.move)} and sent {sent}")
    text = f"{'; '.join(parts)}."
    text += " It asked for more forces at home." if response.voice else ""
    text += f" Its reason: “{response.reason}”" if response.reason else ""
    who = WHO_MOVED[response.source]
    return f"{text} {who}" if who else text
