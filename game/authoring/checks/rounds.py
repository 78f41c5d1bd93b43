"""Cuts that can be played: an even number of rounds, a dispatch for each, an honest clock."""

from collections.abc import Iterator

from game.authoring.models.cuts import MOST_SECONDS, StageSeconds
from game.authoring.outline import Outline
from game.authoring.problems import Path, Remark
from game.authoring.reading.nodes import Items

LENGTHS = (4, 6, 8)
USUAL = 6
CARDS_MINUTES = 2  # for reading the role cards (rules 3)
TOLERANCE = 0.25


def remarks(outline: Outline) -> Iterator[Remark]:
    """Odd or impossible lengths, dispatches played twice, and minutes that cannot be."""
    for cut, _ in outline.each("cuts"):
        if isinstance(outline.node((*cut, "dispatches")), Items):
            yield from _chosen(outline, cut)
        elif isinstance(outline.node(("dispatches",)), Items):
            yield from _first_ones(outline, cut)
        yield from _clock(outline, cut)
    yield from _government(outline)


def usual_rounds(outline: Outline) -> int | None:
    """The rounds of a cut that names no dispatches; None if the author wrote no such number."""
    if not outline.written("rules", "rounds"):
        return USUAL
    rounds = outline.value("rules", "rounds")
    return rounds if isinstance(rounds, int) and rounds in LENGTHS else None


def length(outline: Outline, cut: Path) -> int | None:
    """How many rounds this cut plays, if it is a number that can be played."""
    chosen = outline.node((*cut, "dispatches"))
    if isinstance(chosen, Items):
        return len(chosen.items) if len(chosen.items) in LENGTHS else None
    return usual_rounds(outline)


def _government(outline: Outline) -> Iterator[Remark]:
    """A number for the change of government must be the middle."""
    path = ("rules", "government", "change_after")
    written, rounds = outline.value(*path), usual_rounds(outline)
    if isinstance(written, int) and rounds and written not in (0, rounds // 2):
        sentence = (
            f"{written} is not the middle of {rounds} rounds. Write half, {rounds // 2}, or 0 for "
            "no change of government."
        )
        yield Remark(path, sentence, fatal=True)


def _chosen(outline: Outline, cut: Path) -> Iterator[Remark]:
    found = sum(1 for _ in outline.each(*cut, "dispatches"))
    if found not in LENGTHS:
        sentence = (
            f"This cut has {found} dispatches, so {found} rounds. Choose 4, 6 or 8: an even "
            "number, so that the order cards balance and a change of government falls in the "
            "middle."
        )
        yield Remark((*cut, "dispatches"), sentence, fatal=True)
    seen: set[str] = set()
    for place, word in outline.words(*cut, "dispatches"):
        if word in seen:
            yield Remark(place, f"“{word}” is played twice in this cut.", fatal=True)
        seen.add(word)


def _first_ones(outline: Outline, cut: Path) -> Iterator[Remark]:
    needed = usual_rounds(outline)
    found = sum(1 for _ in outline.each("dispatches"))
    if needed and found < needed:
        sentence = (
            f"This cut plays {needed} rounds, but there are {found} dispatches. Write more of "
            "them, list 4, 6 or 8 in the cut, or set rules > rounds."
        )
        yield Remark(cut, sentence, fatal=True)


def _clock(outline: Outline, cut: Path) -> Iterator[Remark]:
    """A warning when the minutes promised and the seconds given are far apart."""
    minutes, rounds = outline.value(*cut, "minutes"), length(outline, cut)
    if not isinstance(minutes, int) or rounds is None:
        return
    needed = CARDS_MINUTES + rounds * _seconds_a_round(outline, cut) / 60
    if abs(minutes - needed) > TOLERANCE * needed:
        sentence = (
            f"The stages take about {needed:.0f} minutes in all, role cards included, but "
            f"{minutes} minutes are announced."
        )
        yield Remark((*cut, "minutes"), sentence, "warning")


def _seconds_a_round(outline: Outline, cut: Path) -> int:
    spent = [
        _seconds(outline.value(*cut, "seconds", stage), field.default)
        for stage, field in StageSeconds.model_fields.items()
        if stage != "consultation" or talks(outline, cut)
    ]
    return sum(spent)


def _seconds(written: object, usual: int) -> int:
    """What the author wrote, if it can be that; else the default."""
    return written if isinstance(written, int) and written <= MOST_SECONDS else usual


def talks(outline: Outline, cut: Path) -> bool:
    """Whether the cut has a stage of talk."""
    for path in ((*cut, "consultation"), ("rules", "stages", "consultation")):
        written = outline.value(*path)
        if isinstance(written, bool):
            return written
    return True
