"""The routes of those who run a coding: the overview, the codebook, the files, a coder."""

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from game.classroom.coding.codebook import DEFAULT, MOST_CODES, NoCodebook, codebook_of
from game.classroom.coding.coders import close, take_out
from game.classroom.coding.drawing import least_shared
from game.classroom.coding.giving import NotTaken
from game.classroom.coding.keeping import KINDS, editions
from game.classroom.coding.opening import keep_codebook
from game.classroom.coding.settling import ready
from game.classroom.links import Role
from game.web import rights
from game.web.attachments import attachment
from game.web.coding.agreement import one_table
from game.web.coding.asking import Asked, asked, coding_at, ended
from game.web.coding.codebooks import (
    BookPlace,
    Sharing,
    Typed,
    codebook_page,
    meanings,
    typed_in,
    typed_of,
)
from game.web.coding.codings import called, codings_of
from game.web.coding.overview import CodingFrame, came_with, coding_page, kind_shown
from game.web.site import Site
from game.web.wording import coding as wording

Page = str | tuple[str, int] | AnyResponse
CSV = "text/csv; charset=utf-8"


def routes(pages: Blueprint, site: Site) -> None:
    """The instructor's and the co-instructor's; a reviewer reads."""
    _overview(pages, site)
    _codebook(pages, site)
    _files(pages, site)


def _overview(pages: Blueprint, site: Site) -> None:
    def page(session: str, refused: str = "") -> str:
        volume, grant = ended(site, session), rights.granted()
        frame = CodingFrame(
            title=volume.title,
            console=coding_at(session).removesuffix("/coding"),
            kinds=tuple(kind_shown(asked(site, session, kind)) for kind in KINDS),
            came=came_with(site, volume),
            runs=grant.names,
            owner=grant.role is Role.INSTRUCTOR,
            done=wording.DONE_WORDS.get(request.args.get("done", ""), ""),
            simulated=volume.simulated,
            imported=volume.imported,
            texts=volume.texts,
            refused=refused,
        )
        return coding_page(frame)

    @pages.get("/<session>/coding")
    def coding(session: str) -> Page:
        return page(session)

    @pages.post("/<session>/coding/<kind>/coder")
    def coding_coder(session: str, kind: str) -> Page:
        """Nobody waits for a coder any more; or the codes of a file are taken out."""
        found = asked(site, session, kind)
        coder = found.work().coder(request.form.get("coder", "")) or abort(404)
        version = found.dealt.edition.version
        if request.form.get("version", version, type=int) != version:
            return page(session, wording.CHANGED), 409
        if request.form.get("what") == "out" and coder.brought:
            take_out(found.desk, version, coder.id)
            return redirect(f"{coding_at(session)}?done=out", 303)
        close(found.desk, version, coder.id)
        return redirect(f"{coding_at(session)}?done=closed", 303)


def _codebook(pages: Blueprint, site: Site) -> None:
    def page(found: Asked, typed: Typed, refused: str = "") -> str:
        coded = bool(found.edition and found.work().given)
        version = found.edition.version if found.edition else 0
        sharing = Sharing(version, coded, len(found.texts), least_shared(len(found.texts)))
        place = BookPlace(found.desk.kind, f"{found.at}/codebook", coding_at(found.volume.session))
        return codebook_page(place, typed, sharing, refused)

    @pages.get("/<session>/coding/<kind>/codebook")
    def coding_codebook(session: str, kind: str) -> Page:
        found = asked(site, session, kind)
        return page(found, typed_of(found.edition, DEFAULT, least_shared(len(found.texts))))

    @pages.post("/<session>/coding/<kind>/codebook")
    def coding_codebook_keep(session: str, kind: str) -> Page:
        found, typed = asked(site, session, kind), typed_in(request.form, MOST_CODES)
        try:
            codebook = codebook_of(typed.rows)
        except NoCodebook as why:
            return page(found, typed, str(why)), 409
        try:
            keep_codebook(found.desk, codebook, typed.shared, typed.parts, _seen())
        except NotTaken:
            return page(asked(site, session, kind), typed, wording.CHANGED), 409
        return redirect(f"{coding_at(session)}?done=kept", 303)


def _seen() -> tuple[int, bool] | None:
    """The version on the form, and whether somebody had coded under it."""
    version = request.form.get("version", type=int)
    return None if version is None else (version, request.form.get("coded") == "1")


def _files(pages: Blueprint, site: Site) -> None:
    def file(session: str, kind: str, name: str) -> AnyResponse:
        """Rows of those who did not agree to research leave only with who conducts the class."""
        found = asked(site, session, kind)
        work, log = found.work(), site.shelf.log(session) or abort(404)
        if not rights.granted().names and not ready(work):
            abort(409)  # they may code as well
        wanted = request.args.get("research") == "1"
        research = wanted or not rights.granted().names or bool(log.absent)
        data = one_table(log, name, codings_of(kind, work), research=research)
        edition = called(kind, work.edition)
        return attachment(f"{name}-{edition}{'-research' * research}.csv", CSV, data)

    @pages.get("/<session>/coding/<kind>/codes.csv")
    def coding_codes(session: str, kind: str) -> Page:
        return file(session, kind, "codes")

    @pages.get("/<session>/coding/<kind>/rationales.csv")
    def coding_reasons(session: str, kind: str) -> Page:
        return file(session, kind, "messages" if kind == "messages" else "rationales")

    @pages.get("/<session>/coding/<kind>/codebook.csv")
    def coding_meanings(session: str, kind: str) -> Page:
        """All versions: what each code meant when it was given."""
        data = meanings(kind, editions(asked(site, session, kind).desk))
        return attachment(f"codebook-{kind}.csv", CSV, data)
