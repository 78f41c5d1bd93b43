"""Who went which way, group by group and round by round."""

from collections.abc import Sequence

from markupsafe import Markup

from game.analysis.descriptives import Answer, GroupPicture, GroupRound
from game.core.vocabulary import SeatId
from game.web.charts.groups import AllyRow, Cell, GroupStrip, group_strips
from game.web.debrief_render.matter import Matter
from game.web.debrief_render.paging import PageRef

ROOM = 540  # px of the wall that rows can take
ROW = 39


def refs(matter: Matter) -> tuple[PageRef, ...]:
    """As many groups to a page as fit."""
    pages = parts(matter)
    heading = "Who stood, and who took a Plan B, round by round?"
    return tuple(
        PageRef(f"strips-{i}", _title(part, len(pages)), heading, "strips")
        for i, part in enumerate(pages, start=1)
    )


def _title(part: Sequence[GroupPicture], pages: int) -> str:
    if pages == 1:
        return "Moves of every group"
    first, last = part[0].number, part[-1].number
    return f"Moves of group {first}" if first == last else f"Moves of groups {first} to {last}"


def parts(matter: Matter) -> list[list[GroupPicture]]:
    """The groups, as they stand together on the wall."""
    pages: list[list[GroupPicture]] = []
    left = 0.0
    for group in matter.played:
        height = (1 + len(_seats(group))) * ROW + ROW * 0.2
        if height > left or not pages:
            pages.append([])
            left = ROOM - ROW * 0.8
        pages[-1].append(group)
        left -= height
    return pages


def chart(matter: Matter, groups: Sequence[GroupPicture], *, wall: bool) -> Markup:
    """The strips of these groups."""
    strips = [_strip(matter, group) for group in groups]
    label = "Moves coded, a row an ally and a column a round. " + " ".join(
        _told(strip) for strip in strips
    )
    if wall:
        return group_strips(strips, matter.rounds, label, w=788, names=196, row=ROW, wall=True)
    return group_strips(strips, matter.rounds, label)


def _told(strip: GroupStrip) -> str:
    """The strip in words, for those who hear the page."""
    codes = [(row.name, ", ".join(cell.code.lower() for cell in row.cells)) for row in strip.rows]
    return f"{strip.name}. {'; '.join(f'{name}: {said}' for name, said in codes)}."


def _seats(group: GroupPicture) -> list[SeatId]:
    """Ally seats that ever answered, in order."""
    return sorted({answer.seat for played in group.rounds for answer in played.answers})


def _strip(matter: Matter, group: GroupPicture) -> GroupStrip:
    by_number = {played.round: played for played in group.rounds}
    rounds = range(1, matter.rounds + 1)
    postures = tuple(by_number[n].posture if n in by_number else None for n in rounds)
    rows = tuple(
        _row(matter, seat, [by_number.get(number) for number in rounds]) for seat in _seats(group)
    )
    return GroupStrip(matter.group_name(group), postures, rows)


def _row(matter: Matter, seat: SeatId, rounds: Sequence[GroupRound | None]) -> AllyRow:
    answers = [_answer(played, seat) for played in rounds]
    known = next(answer for answer in answers if answer)
    cells = tuple(_cell(matter, answer) for answer in answers)
    return AllyRow(matter.actor(known.actor), known.distance, cells)


def _answer(played: GroupRound | None, seat: SeatId) -> Answer | None:
    return next((a for a in played.answers if a.seat == seat), None) if played else None


def _cell(matter: Matter, answer: Answer | None) -> Cell:
    """A mark; the first letter of who moved, where it was no student."""
    if answer is None:
        return Cell("none")
    return Cell(answer.alignment.value, matter.mover(answer.source)[:1])
