"""What of a group may stand on the wall now: nothing of this stage while a group still decides.

The common view of a group is the group's own; on the wall every other group reads it as well.
"""

from dataclasses import replace

from game.core.views.shapes import Forces, Place, PublicView, RoundRecord
from game.core.vocabulary import SeatId, Stage
from game.web.wall_render.frame import WallFrame


def revealed(frame: WallFrame, view: PublicView) -> RoundRecord | None:
    """This round, once every group has answered."""
    if view.present is None or not view.present.answers:
        return None
    early = frame.stage is Stage.RESPONSE and frame.awaited.open
    return None if early else view.present


def committed(frame: WallFrame, view: PublicView) -> RoundRecord | None:
    """This round, once every patron has divided its forces."""
    if view.present is None or view.present.division is None:
        return None
    early = frame.stage is Stage.COMMITMENT and frame.awaited.open
    return None if early else view.present


def forces(frame: WallFrame, view: PublicView) -> Forces:
    """The map that fits: the last round's until all have divided, no units of allies until all
    have answered."""
    if committed(frame, view) is None:
        return calm(before(view) if view.present and view.present.division else view.forces)
    if revealed(frame, view) is None:
        return replace(view.forces, places=tuple(replace(p, sent=0) for p in view.forces.places))
    return view.forces


def calm(shown: Forces) -> Forces:
    """The map of a round that is over: nobody is under attack any more."""
    return replace(shown, places=tuple(replace(place, attacked=False) for place in shown.places))


def before(view: PublicView) -> Forces:
    """The map as the last round left it, or as the forces stood at the outset."""
    last = view.past[-1] if view.past else None
    patron, *allies = view.forces.places
    if last is None or last.division is None:
        places = tuple(replace(p, here=p.start, sent=0, attacked=False) for p in (patron, *allies))
        return replace(view.forces, round=0, at_war=0, places=places)
    division, garrisons = last.division, dict(last.division.garrisons)
    pool = division.theatre + division.reserve + sum(garrisons.values())
    places = (
        replace(patron, here=division.reserve),
        *(_then(p, garrisons[p.seat], last) for p in allies if p.seat in garrisons),
    )
    return replace(
        view.forces, round=last.number, pool=pool, at_war=division.theatre, places=places
    )


def _then(place: Place, here: int, last: RoundRecord) -> Place:
    sent: dict[SeatId, int] = {answer.seat: answer.units for answer in last.answers}
    return replace(place, here=here, sent=sent.get(place.seat, 0))
