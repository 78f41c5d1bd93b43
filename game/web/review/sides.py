"""The two that are compared, found in their session, or why there is nothing to compare."""

from game.analysis.comparing import group_side, record_side, seat_side
from game.analysis.replaying import Replay
from game.core.treatments import arm_name
from game.core.vocabulary import SeatId
from game.web.review.addresses import Addresses
from game.web.review.compared import One, Who
from game.web.review.volumes import Volume
from game.web.site import Site
from game.web.wording import comparing as wording


class NothingToCompare(Exception):  # noqa: N818  an answer
    """The sentence says why."""


def both(site: Site, volume: Volume, left: Who | None, right: Who | None) -> tuple[One, One]:
    """The two.

    Raises:
        NothingToCompare: not chosen, not there, unlike, or without a counterpart in history.
    """
    if left is None or right is None:
        raise NothingToCompare(wording.NOTHING_CHOSEN)
    pair = _one(site, volume, left, right), _one(site, volume, right, left)
    if left.group and right.group and left.kind != right.kind:
        raise NothingToCompare(wording.UNLIKE)
    return pair


def _one(site: Site, volume: Volume, who: Who, other: Who) -> One:
    if not who.group:
        return _recorded(_replay(site, volume, other), other)
    replay = _replay(site, volume, who)
    group, scenario = f"Group {who.group}", replay.steps[0].state.scenario
    side, distance, title = group_side(replay), None, group
    if who.seat:
        held = replay.state(replay.last).seats[SeatId(who.seat)]
        side, distance = seat_side(replay, SeatId(who.seat)), held.distance
        title = f"{group}: {scenario.actor(held.actor).name}"
    base = Addresses(volume.session).going(who.group)
    arm = arm_name(replay.opened.arm) if replay.opened.arm else ""
    return One(who, title, side, replay.opened.cut, base, distance, arm)


def _replay(site: Site, volume: Volume, who: Who) -> Replay:
    """The group, with the seat in it."""
    replay = site.shelf.replay(volume.session, who.group) if who.group else None
    if replay is None:
        raise NothingToCompare(wording.NO_SUCH if who.group else wording.NO_COUNTERPART)
    if who.seat and not replay.has_seat(replay.last, who.seat):
        raise NothingToCompare(wording.NO_SUCH)
    return replay


def _recorded(replay: Replay, seat: Who) -> One:
    """The country of the seat, in history."""
    scenario = replay.steps[0].state.scenario
    held = replay.state(replay.last).seats.get(SeatId(seat.seat))
    if held is None or not any(item.actor == held.actor for item in scenario.record):
        raise NothingToCompare(wording.NO_COUNTERPART)
    side = record_side(scenario, replay.opened.cut, held.actor)
    title = f"{scenario.actor(held.actor).name} in history"
    return One(Who(), title, side, replay.opened.cut, distance=held.distance)
