"""The routes of what differs: shown when all have finished, and settled apart from first codes."""

from dataclasses import dataclass

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from game.classroom.coding.giving import NotTaken
from game.classroom.coding.keeping import Work
from game.classroom.coding.settling import Difference, differences, ready, settle
from game.web.coding.asking import Asked, asked, coding_at, myself
from game.web.coding.frames import CodeShown, codes_shown
from game.web.dates import moment
from game.web.rights import granted
from game.web.site import Site
from game.web.templating import render
from game.web.wording import coding as wording
from game.web.wording.links import ROLES

Page = str | tuple[str, int] | AnyResponse


@dataclass(frozen=True, slots=True)
class DifferenceShown:
    """A text, who gave it which code, and the codes to choose from; `settled`: by whom, when."""

    number: int
    text_id: str
    words: str
    given: tuple[tuple[str, str, str], ...]  # coder, code, memo
    codes: tuple[CodeShown, ...]
    settled: str


def routes(pages: Blueprint, site: Site) -> None:
    """Read by whoever reviews, and settled by them; never by who only codes."""

    def page(found: Asked, refused: str = "") -> str:
        work, back = found.work(), coding_at(found.volume.session)
        shown = _shown(found, work) if ready(work) else None
        at, version = f"{found.at}/differences", work.edition.version
        return differences_page(found.desk.kind, at, back, version, shown, refused)

    @pages.get("/<session>/coding/<kind>/differences")
    def coding_differences(session: str, kind: str) -> Page:
        return page(asked(site, session, kind))

    @pages.post("/<session>/coding/<kind>/differences")
    def coding_settle(session: str, kind: str) -> Page:
        found, form = asked(site, session, kind), request.form
        work, text_id = found.work(), form.get("text", "")
        numbers = {one.text_id: at for at, one in enumerate(_differing(found, work), 1)}
        if not ready(work) or text_id not in numbers:
            abort(409)
        try:
            if form.get("version", 0, type=int) != work.edition.version:
                raise NotTaken("changed")
            settle(found.desk, work.edition, text_id, form.get("code", ""), _by(site))
        except NotTaken as why:
            return page(found, wording.REFUSED[why.reason]), 409
        return redirect(f"{found.at}/differences#text-{numbers[text_id]}", 303)


def differences_page(
    kind: str,
    at: str,
    back: str,
    version: int,
    shown: tuple[DifferenceShown, ...] | None,
    refused: str = "",
) -> str:
    """The page; None: not all have finished."""
    return render(
        "coding/differences.html",
        at=at,
        back=back,
        kind=wording.KINDS[kind],
        version=version,
        shown=shown,
        refused=refused,
        wording=wording,
    )


def _by(site: Site) -> str:
    """Who settles, as it is kept: the name of a coder, or what the link is for."""
    me, role = myself(site), granted().role
    return me.label or ROLES[role].name.lower()


def _differing(found: Asked, work: Work) -> tuple[Difference, ...]:
    return differences(work, found.dealt.shared)


def _shown(found: Asked, work: Work) -> tuple[DifferenceShown, ...]:
    names = {coder.id: coder.name for coder in work.coders}
    return tuple(
        _one(number, one, found.texts[one.text_id], names, work)
        for number, one in enumerate(_differing(found, work), 1)
        if one.text_id in found.texts
    )


def _one(
    number: int, one: Difference, words: str, names: dict[str, str], work: Work
) -> DifferenceShown:
    settled = one.settled
    return DifferenceShown(
        number=number,
        text_id=one.text_id,
        words=words,
        given=tuple((names.get(said.coder, "–"), said.code, said.memo) for said in one.given),
        codes=codes_shown(work.edition.codebook, settled.code if settled else ""),
        settled=f"{settled.by}, {moment(settled.at)}" if settled else "",
    )
