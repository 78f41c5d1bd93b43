"""The page of a moment, as parts that change from step to step, and as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.core.vocabulary import PATRON, SeatId
from game.web.dates import to_the_second
from game.web.instructor_pages.notes import NotesHere
from game.web.presenters.maps import now_shown
from game.web.review.eyes import opens_at
from game.web.review.going import lanes, steps
from game.web.review.happening import around
from game.web.review.hidden import hidden
from game.web.review.looking import Looking
from game.web.templating import render, trusted
from game.web.wording import review as said
from game.web.wording.figures import plain, signed
from game.web.wording.words import ALIGNMENTS, BACKWARDS, STAGES


@dataclass(frozen=True, slots=True)
class Standing:
    """A seat's points at a moment: so far, and in the round that was reckoned last."""

    name: str
    seat: SeatId
    so_far: str
    lately: str


def title_of(looking: Looking) -> str:
    """What the browser calls the page."""
    return f"Event {looking.position}, group {looking.group} · {looking.volume.title}"


def where(looking: Looking) -> str:
    """`round 3, response · 10:42:07`."""
    state = looking.state
    place = f"round {state.round.number}" if state.round.number else "before round 1"
    if state.stage and not state.ended:
        place += f", {STAGES[state.stage].lower()}"
    if state.ended:
        place += ", the game is over"
    return f"{place} · {to_the_second(looking.replay.event(looking.position).at)}"


def moment_regions(looking: Looking, noted: NotesHere) -> dict[str, str]:
    """The parts, by the id of the element they fill."""
    parts: dict[str, Mapping[str, object]] = {
        "where": {"where": where(looking)},
        "happened": {"lines": tuple(around(looking)), "time": to_the_second},
        "map": _maps(looking),
        "points": {"rows": tuple(_points(looking))},
        "noted": {"noted": noted},
    }
    if looking.eyes:
        parts["seen"] = {**_seen(looking), "parts": said.PARTS}
    else:
        parts["hidden"] = {
            "hidden": hidden(looking),
            "alignments": ALIGNMENTS,
            "backwards": BACKWARDS,
            "time": to_the_second,
        }
    regions = {
        name: render(f"review/{name}.html", looking=looking, **filled)
        for name, filled in parts.items()
    }
    back, on = steps(looking)
    regions["go-event"] = render("review/ways.html", back=back, on=on, kind="event")
    for lane in lanes(looking):
        regions[f"go-{lane.kind}"] = render(
            "review/ways.html", back=lane.back, on=lane.on, kind=lane.kind
        )
    return regions


def moment_page(looking: Looking, noted: NotesHere) -> str:
    """The whole page."""
    return render(
        "review/moment.html",
        frame=looking.volume,
        looking=looking,
        title=title_of(looking),
        regions=trusted(moment_regions(looking, noted)),
        lanes=tuple(lanes(looking)),
        eyes=_eyes(looking),
        words=said,
    )


def _maps(looking: Looking) -> Mapping[str, object]:
    public = looking.replay.public_view(looking.position)
    return {"wide": now_shown(public, "desk", "w"), "phone": now_shown(public, "phone", "m")}


def _points(looking: Looking) -> list[Standing]:
    rows = []
    for seat in looking.state.seats:
        view = looking.replay.seat_view(looking.position, seat)
        last = view.accounts[-1] if view.accounts else None
        lately = f"{signed(last.points)} in round {last.number}" if last else ""
        rows.append(Standing(looking.name(seat), seat, plain(view.points), lately))
    return rows


def _eyes(looking: Looking) -> list[tuple[str, str]]:
    seats = [
        (seat, f"{looking.name(seat)} ({'the patron' if seat == PATRON else seat})")
        for seat in looking.seats
    ]
    return [("", said.EVERYONE), *seats]


def _seen(looking: Looking) -> Mapping[str, object]:
    """What stands above the seat's page; where it had none yet, since when it has."""
    name = looking.name(looking.eyes)
    if looking.open:
        at = to_the_second(looking.replay.event(looking.position).at)
        return {"shows": f"What {name} saw at {at}", "opens": None}
    opens = opens_at(looking.replay, looking.eyes)
    return {"shows": said.NOT_YET.format(name=name, position=opens), "opens": opens}
