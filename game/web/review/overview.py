"""A session to be reviewed: its groups, round by round, and the ways to everything."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flask import Blueprint, abort, current_app
from werkzeug.exceptions import HTTPException

from game.analysis.replaying import Replay
from game.core.events import ForcesCommitted, ResponseSealed
from game.core.state import Round
from game.core.vocabulary import Distance, MoveSource, Posture, SeatId
from game.web.paths import PATHS
from game.web.review.addresses import Addresses
from game.web.review.finding import volume_of
from game.web.review.volumes import Volume
from game.web.rights import granted
from game.web.site import Site
from game.web.templating import render
from game.web.wording import review as said
from game.web.wording.words import ALIGNMENTS, BACKWARDS, SOURCES


@dataclass(frozen=True, slots=True)
class Cell:
    """What an ally did in a round; empty `code`: nothing. `by`: who moved, where no student did."""

    code: str = ""
    href: str = ""
    by: str = ""
    attacked: bool = False


@dataclass(frozen=True, slots=True)
class AllyLine:
    """An ally, a cell for each round."""

    name: str
    seat: SeatId
    distance: Distance | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class GroupTable:
    """A group: what its patron did in each round, and its allies."""

    number: int
    events: int
    first: str
    chronicle: str
    postures: tuple[tuple[Posture | None, str], ...]
    allies: tuple[AllyLine, ...]


def routes(pages: Blueprint, site: Site) -> None:
    """The route under /console/SESSION/review."""

    @pages.get("/<session>/review")
    def review(session: str) -> str:
        volume = volume_of(site, session)
        groups = [group_table(volume, _replay(site, session, number)) for number in volume.groups]
        return overview_page(
            volume,
            groups,
            lambda address: _open(address, volume),
            research=not granted().names,
        )


def overview_page(
    volume: Volume,
    groups: Sequence[GroupTable],
    opens: Callable[[str], bool],
    *,
    research: bool = False,
) -> str:
    """The whole page; ways that do not open to this reader are not offered. `research`: the data
    are those of who agreed."""
    addresses = Addresses(volume.session)
    ways = [
        (address, *said.WAYS[name])
        for name, address in (
            ("compare", addresses.compare),
            ("search", addresses.search),
            ("coding", addresses.coding),
            ("notes", addresses.notes),
            ("research" if research else "data", addresses.data),
            *((("paper", addresses.paper),) if volume.over else ()),
            ("links", addresses.links),
        )
        if opens(address)
    ]
    return render(
        "review/overview.html",
        frame=volume,
        volume=volume,
        addresses=addresses,
        groups=groups,
        told=bool(groups) and opens(groups[0].chronicle),
        ways=ways,
        library=opens(PATHS.library),
        words=said,
        alignments=ALIGNMENTS,
        backwards=BACKWARDS,
    )


def _open(address: str, volume: Volume) -> bool:
    """Whether this reader may go there, and something is there."""
    try:
        endpoint, _ = current_app.url_map.bind("").match(address, method="GET")
    except HTTPException:
        return False
    return granted().may(str(endpoint), volume.session)


def _replay(site: Site, session: str, number: int) -> Replay:
    return site.shelf.replay(session, number) or abort(404)


def group_table(volume: Volume, replay: Replay) -> GroupTable:
    """A group as it was played so far."""
    number, addresses = replay.opened.number, Addresses(volume.session)
    state = replay.state(replay.last)
    moves = _moves(replay)
    rounds = range(1, state.round.number + 1)

    def href(key: tuple[int, str]) -> str:
        return addresses.moment(number, moves[key]) if key in moves else ""

    by_number = {played.number: played for played in state.rounds}
    return GroupTable(
        number,
        replay.last,
        addresses.moment(number, 1),
        addresses.chronicle(number),
        tuple((by_number[r].posture, href((r, ""))) for r in rounds),
        tuple(
            AllyLine(
                state.scenario.actor(state.seats[seat].actor).name,
                seat,
                state.seats[seat].distance,
                tuple(_cell(by_number[r], seat, href((r, seat))) for r in rounds),
            )
            for seat in state.allies
        ),
    )


def _moves(replay: Replay) -> dict[tuple[int, str], int]:
    """Where each round's commitment (under no seat) and responses are, the ones that counted."""
    found: dict[tuple[int, str], int] = {}
    for position, step in enumerate(replay.steps, start=1):
        number = step.state.round.number
        if isinstance(step.event, ForcesCommitted):
            found[number, ""] = position
        elif isinstance(step.event, ResponseSealed):
            found[number, step.event.seat] = position
    return found


def _cell(played: Round, seat: SeatId, href: str) -> Cell:
    response = played.responses.get(seat)
    attacked = played.crisis is not None and seat in played.crisis.attacked
    if response is None:
        return Cell(attacked=attacked)
    student = response.source is MoveSource.STUDENT
    by = "" if student else SOURCES[response.source]
    return Cell(response.move.alignment.value, href, by, attacked)
