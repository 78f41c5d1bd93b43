"""Who stood and who took a Plan B, coded at last; the forms it took, and what was said."""

from dataclasses import dataclass

from markupsafe import Markup

from game.analysis.descriptives import Summary
from game.core.vocabulary import Move, Stance
from game.web.charts.parted import Parted, parted
from game.web.debrief_render.matter import Matter
from game.web.debrief_render.paging import PageRef
from game.web.debrief_render.tables import Table, share
from game.web.wording.debrief import EXPLAIN, FORMS, STANCES, WHEN


@dataclass(frozen=True, slots=True)
class Alignment:
    """Bars by posture, and in words the same."""

    chart: Markup
    lines: tuple[str, ...]
    overall: str


def refs(matter: Matter) -> tuple[PageRef, ...]:
    """The pages of this part."""
    if not matter.played:
        return ()
    heading = "Who stood, and who took a Plan B?"
    return (
        PageRef("alignment", "Stood or took a Plan B", heading, "alignment"),
        PageRef(
            "forms", "Forms, and words in public", "In which form, and in what words?", "forms"
        ),
    )


def alignment(matter: Matter, *, wall: bool, prefix: str) -> Alignment:
    """By posture."""
    picture = matter.picture
    rows = [
        Parted(WHEN[item.posture], item.posture, item.reassure, item.hedge)
        for item in picture.postures
        if item.posture
    ]
    label = "; ".join(
        f"{row.word}: {row.stood} stood, {row.elsewhere} took a Plan B" for row in rows
    )
    return Alignment(
        chart=parted(rows, label, prefix, w=788 if wall else 328, wall=wall),
        lines=tuple(_line(row) for row in rows),
        overall=_overall(matter),
    )


def _overall(matter: Matter) -> str:
    whole = matter.picture.overall
    said = f"Of all moves, {share(whole.hedge, whole.answers)} were a Plan B."
    return f"{said} {EXPLAIN['free']}" if matter.free else said


def _line(row: Parted) -> str:
    """`Escalates: 22 of 60 (37 %) took a Plan B`."""
    return f"{row.word}: {share(row.elsewhere, row.answers)} took a Plan B"


def forms_table(matter: Matter) -> Table:
    """The forms of Plan B, by posture."""
    rows = [
        (
            _head(item),
            str(item.reassure),
            *(str(dict(item.forms).get(move, 0)) for move in _forms()),
        )
        for item in matter.picture.postures
    ]
    heads = ("Posture", FORMS[Move.STAND], *(FORMS[move] for move in _forms()))
    return Table("What they did", heads, tuple(rows))


def _forms() -> tuple[Move, ...]:
    return tuple(move for move in Move if move is not Move.STAND)


def stances_table(matter: Matter) -> Table:
    """What was said in public, by posture."""
    rows = [
        (_head(item), *(str(dict(item.stances).get(stance, 0)) for stance in Stance))
        for item in matter.picture.postures
    ]
    return Table("What they said in public", ("Posture", *STANCES.values()), tuple(rows))


def _head(item: Summary) -> str:
    return WHEN[item.posture] if item.posture else ""
