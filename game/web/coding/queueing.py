"""The routes of the queue: to the door, begin, one text after the other, close."""

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from game.classroom.coding.coders import begin, close
from game.classroom.coding.giving import NotTaken, give
from game.classroom.coding.keeping import KINDS, Edition
from game.classroom.coding.queue import Queue
from game.web.coding.asking import Asked, Me, asked, coding_at, my_queue, myself, names_in
from game.web.coding.frames import (
    DoorRow,
    QueueFrame,
    codes_shown,
    door_page,
    pause_page,
    shares,
    text_page,
    text_shown,
)
from game.web.site import Site
from game.web.wording import coding as wording

Page = str | tuple[str, int] | AnyResponse
HASTY_MS = 400  # nobody reads a text in that time: it is the second tap of two


def routes(pages: Blueprint, site: Site) -> None:
    """The coders' routes; who may do more than code has these too."""

    @pages.get("/<session>/coding/queue")
    def coding_door(session: str) -> Page:
        me = myself(site)
        rows = [row for kind in KINDS if (row := _row(asked(site, session, kind), me))]
        at = coding_at(session)
        return door_page(at.removesuffix("/coding"), rows, out="" if me.blind else at)

    @pages.post("/<session>/coding/<kind>/begin")
    def coding_begin(session: str, kind: str) -> Page:
        found, me = asked(site, session, kind), myself(site)
        if found.edition:
            names = names_in(site, found.volume.session)
            version = found.edition.version
            begin(found.desk, version, me.coder, me.label, blind=me.blind, names=names)
        return redirect(f"{found.at}/queue", 303)

    @pages.get("/<session>/coding/<kind>/queue")
    def coding_queue(session: str, kind: str) -> Page:
        return _shown(asked(site, session, kind), myself(site))

    @pages.post("/<session>/coding/<kind>/queue")
    def coding_code(session: str, kind: str) -> Page:
        return _given(asked(site, session, kind), myself(site))

    @pages.post("/<session>/coding/<kind>/close")
    def coding_close(session: str, kind: str) -> Page:
        found, me = asked(site, session, kind), myself(site)
        queue = my_queue(found, me)
        if found.edition and queue and queue.to_close and _version() == found.edition.version:
            close(found.desk, found.edition.version, me.coder)
        return redirect(f"{found.at}/queue", 303)


def _row(found: Asked, me: Me) -> DoorRow | None:
    """A kind of text at the door, if it is open."""
    edition = found.edition
    if edition is None or not found.texts:
        return None
    queue = my_queue(found, me)
    count = len(found.texts)
    shared = min(edition.shared, count)
    own = len(queue.task.own) if queue else -(-(count - shared) // edition.parts)
    return DoorRow(
        kind=found.desk.kind,
        name=wording.KINDS[found.desk.kind],
        at=found.at,
        shared=shares(found.desk.kind, shared, own),
        codes=codes_shown(edition.codebook),
        begun=queue is not None,
    )


def _shown(found: Asked, me: Me) -> Page:
    """The text that is asked for (`at`), or else the next one without an answer."""
    queue, edition = my_queue(found, me), found.edition
    if queue is None or edition is None:
        return redirect(f"{coding_at(found.volume.session)}/queue", 303)
    said = wording.REFUSED.get(request.args.get("said", ""), "")
    frame = _frame(found, edition, me, said)
    wanted = request.args.get("at", 0, type=int)
    if not 1 <= wanted <= len(queue.open):
        wanted = queue.next(request.args.get("after", 0, type=int)) or 0
    if not wanted:
        return pause_page(frame, queue, found.desk.kind)
    return text_page(frame, text_shown(queue, edition.codebook, wanted))


def _frame(found: Asked, edition: Edition, me: Me, said: str) -> QueueFrame:
    out = "" if me.blind else coding_at(found.volume.session)
    return QueueFrame(f"{found.at}/queue", edition.version, out, said)


def _given(found: Asked, me: Me) -> Page:
    """Keep the code, and on to the next text; or the same page again, with what was wrong."""
    queue, form = my_queue(found, me), request.form
    if queue is None or found.edition is None or _version() != found.edition.version:
        return _refused(found, "changed" if queue else "stranger")
    token = form.get("text", "")
    position = queue.position(token)
    if position is None or "code" not in form:
        abort(400)
    if "_js" not in form and _hasty(queue, token, found.desk.now()):
        return _refused(found, "hasty", position)
    try:
        give(
            found.desk, found.edition, me.coder, found.dealt.ids[token], form["code"],
            form.get("memo", ""), shared=queue.shares(token),
        )  # fmt: skip
    except NotTaken as reason:
        return _refused(found, reason.reason, position)
    return redirect(f"{found.at}/queue?after={position}", 303)


def _refused(found: Asked, why: str, at: int = 0) -> Page:
    """The text again, with why; as a page of its own address, so that one can go back from it."""
    return redirect(f"{found.at}/queue?at={at}&said={why}", 303)


def _version() -> int:
    return request.form.get("version", 0, type=int)


def _hasty(queue: Queue, token: str, now: int) -> bool:
    """Whether another text was coded for the first time a moment ago."""
    others = (one.coded_at for other, one in queue.given.items() if other != token)
    return token not in queue.given and now - max(others, default=0) < HASTY_MS
