"""A group's log as a text to read: the chronicle's page."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Blueprint, request

from game.analysis.chronicle import Entry, entries, rounds
from game.analysis.replaying import Replay
from game.analysis.wording.figures import listed
from game.core.vocabulary import PATRON, SeatId
from game.web.instructor_pages.chronicle import ChronicleFrame, chronicle_page
from game.web.review.catalogue import Page
from game.web.review.chosen import Chosen, paged
from game.web.review.chronicle import RoundShown, as_text, beside, by_event, names, stage_names
from game.web.review.finding import replay_of, volume_of
from game.web.review.noting import marked
from game.web.review.volumes import Volume
from game.web.site import Site
from game.web.wording import chronicle as wording


def routes(pages: Blueprint, site: Site) -> None:
    """The chronicle of each group."""

    @pages.get("/<session>/group/<int:group>/chronicle")
    def chronicle(session: str, group: int) -> str:
        replay = replay_of(site, session, group)
        noted = marked(site, session, group)
        told = Told(volume_of(site, session), group, replay, noted)
        return chronicle_page(chronicle_frame(told, request.args))


@dataclass(frozen=True, slots=True)
class Told:
    """A group to be told of. `noted`: how many notes there are at each of its events."""

    volume: Volume
    group: int
    replay: Replay
    noted: Mapping[int, int]


def chronicle_frame(told: Told, asked: Mapping[str, str]) -> ChronicleFrame:
    """What the page shows of it, by what its address asks for."""
    volume, replay, noted = told.volume, told.replay, told.noted
    state = replay.state(replay.last)
    seats = tuple(state.seats)
    chosen = Chosen.of(asked, seats)
    events = bool(chosen.fields) or asked.get("view") == wording.EVENTS
    shown = _chosen(replay, chosen) if events else as_text(state, rounds(replay))
    page = paged(shown, lambda one: one.size, asked.get("page", ""))
    named = dict(zip(seats, names(state, seats), strict=True))
    chips = _chips(chosen, named)
    narrowed = [words for name, words in chips if name != "as"]
    return ChronicleFrame(
        volume=volume,
        group=told.group,
        countries=_countries(named),
        chosen=chosen,
        view=wording.EVENTS if events else wording.TEXT,
        page=page,
        rounds=_places(shown, page),
        seats=tuple(named.items()),
        stages=tuple(stage_names().items()),
        kinds=tuple((kind.value, words) for kind, words in wording.KINDS.items()),
        chips=chips,
        noted=noted if events else beside(shown, noted),
        only=wording.only(narrowed, named.get(SeatId(chosen.eyes), "")),
    )


def _chosen(replay: Replay, chosen: Chosen) -> list[RoundShown]:
    found: list[Entry] = [entry for entry in entries(replay) if chosen.fits(entry)]
    return by_event(replay.state(replay.last), found, eyes=bool(chosen.eyes))


def _countries(named: dict[SeatId, str]) -> str:
    allies = [name for seat, name in named.items() if seat != PATRON]
    return f"{named[PATRON]} with {listed(allies)}"


def _chips(chosen: Chosen, named: dict[SeatId, str]) -> tuple[tuple[str, str], ...]:
    """What was chosen, in words."""
    words = {
        "seat": named.get(SeatId(chosen.seat), ""),
        "stage": stage_names().get(chosen.stage, ""),
        "kind": {kind.value: said for kind, said in wording.KINDS.items()}.get(chosen.kind, ""),
        "as": named.get(SeatId(chosen.eyes), ""),
    }
    return tuple(
        (name, f"as {said} knew it" if name == "as" else said)
        for name, said in words.items()
        if said
    )


def _places(shown: list[RoundShown], page: Page[RoundShown]) -> tuple[tuple[int, int], ...]:
    """On which page each round stands."""
    others = (paged(shown, lambda one: one.size, str(n)) for n in range(1, page.last + 1))
    pages = [page] if page.last == 1 else others
    return tuple((one.number, page.number) for page in pages for one in page.items)
