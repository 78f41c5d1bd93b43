"""The search: over all sessions, for the instructor; within one, for whoever reviews it."""

from collections.abc import Iterable, Mapping

from flask import Blueprint, request

from game.classroom.notes import Note
from game.web.dates import NoDay
from game.web.instructor_pages.library import Options, options
from game.web.instructor_pages.search import SearchFrame, search_page
from game.web.paths import PATHS
from game.web.review.addresses import Addresses
from game.web.review.catalogue import Page
from game.web.review.finding import volume_of
from game.web.review.hits import Hit, Search, among, hits, in_order
from game.web.review.said import NOTE
from game.web.review.volumes import Volume
from game.web.site import Site
from game.web.wording import library
from game.web.wording import search as wording

A_PAGE = 20
Answer = str | tuple[str, int]


def routes(pages: Blueprint, site: Site) -> None:
    """The two addresses of the search."""

    @pages.get("/library/search")
    def library_search() -> Answer:
        search = Search.of(request.args)
        volumes = site.shelf.volumes()
        if not search.sought:
            site.finder.warm([volume.session for volume in volumes])
        try:
            chosen, wrong = among(volumes, search), ""
        except NoDay:
            chosen, wrong = [], library.NO_DAY
        page = search_page(_frame(site, f"{PATHS.library}/search", search, volumes, chosen, wrong))
        return (page, 400) if wrong else page

    @pages.get("/<session>/search")
    def search(session: str) -> Answer:
        volume = volume_of(site, session)
        asked = Search.of({**request.args, "session": "", "since": "", "until": ""})
        at = Addresses(volume.session).search
        return search_page(_frame(site, at, asked, [volume], [volume], one=volume))


def _frame(
    site: Site,
    at: str,
    search: Search,
    volumes: list[Volume],
    chosen: list[Volume],
    wrong: str = "",
    one: Volume | None = None,
) -> SearchFrame:
    found = _found(site, search, chosen)
    titles = {str(v.session): f"{v.title}, {v.day}" for v in volumes}
    return SearchFrame(
        at=at,
        search=search,
        page=Page.of(found, request.args.get("page", ""), A_PAGE),
        sessions=len({hit.volume.session for hit in found}),
        kinds=options(wording.KINDS, search.kind),
        countries=_countries(site, chosen, search) if search.sought else (),
        titles=options({"": "all", **titles}, search.session),
        volume=one,
        left_out=any(not volume.texts for volume in chosen),
        wrong=wrong,
    )


def _found(site: Site, search: Search, chosen: Iterable[Volume]) -> list[Hit]:
    """All hits, session by session; without words nothing is read."""
    if not (looked_for := search.sought):
        return []
    found = []
    notes = _notes(site) if search.kind in ("", NOTE) else {}
    for volume in chosen:
        session = volume.session
        beside = site.finder.noted(session, notes[session]) if session in notes else ()
        texts = in_order(site.finder.said(session), beside)
        found += hits(volume, texts, search, looked_for)
    return found


def _notes(site: Site) -> Mapping[str, list[Note]]:
    """Of all sessions that have any."""
    found: dict[str, list[Note]] = {}
    for note in site.notes.every():
        found.setdefault(note.place.session, []).append(note)
    return found


def _countries(site: Site, chosen: Iterable[Volume], search: Search) -> Options:
    """Who wrote anything at all in these sessions."""
    names = {said.who for volume in chosen for said in site.finder.said(volume.session)}
    return options({"": "anybody", **{name: name for name in sorted(names)}}, search.country)
