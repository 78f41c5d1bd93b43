"""The library of sessions: who wants to read a class finds it here. The instructor's alone."""

from flask import Blueprint, request
from werkzeug.wrappers import Response as AnyResponse

from game.web.dates import NoDay
from game.web.instructor_pages.library import LibraryFrame, chosen_from, library_page
from game.web.review.catalogue import A_PAGE, Asked, Page, fitting
from game.web.review.contents import contents
from game.web.site import Site
from game.web.wording import library as wording

Answer = str | tuple[str, int] | AnyResponse


def routes(pages: Blueprint, site: Site) -> None:
    """The routes under /console/library."""

    @pages.get("/library")
    def library() -> Answer:
        frame = _frame(site)
        page = library_page(frame, done=request.args.get("done", ""))
        return (page, 400) if frame.wrong else page


def _frame(site: Site) -> LibraryFrame:
    asked, volumes = Asked.of(request.args), site.shelf.volumes()
    try:
        found, wrong = fitting(volumes, asked), ""
    except NoDay:
        found, wrong = [], wording.NO_DAY
    opened = request.args.get("open", "")
    page = Page.of(found, request.args.get("page", ""), A_PAGE)
    one = next((volume for volume in page.items if volume.session == opened), None)
    scenarios, designs = chosen_from(volumes, asked.scenario, asked.design)
    return LibraryFrame(
        asked=asked,
        page=page,
        there=len(volumes),
        scenarios=scenarios,
        designs=designs,
        opened=one.session if one else "",
        lines=contents(site, one) if one else (),
        wrong=wrong,
    )
