"""Notes: all of a session, writing one, changing and removing one's own, and a file of them."""

from collections.abc import Callable
from dataclasses import replace

from flask import Blueprint, Response, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from game.analysis.export.delimited import csv_bytes
from game.analysis.tables import Table
from game.analysis.tables.cells import iso
from game.classroom.notes import Note, NoteRefused, Place, Written
from game.log.store import CannotWrite
from game.web.attachments import attachment
from game.web.instructor_pages.notes import (
    NoteForm,
    NoteShown,
    base,
    given_back,
    note_page,
    notes_page,
    removing_page,
)
from game.web.paths import leads_within
from game.web.review.finding import StillPlayed, volume_of
from game.web.review.noting import author_of, notes_frame, place_at, shown_to
from game.web.review.volumes import Volume
from game.web.rights import granted
from game.web.site import Site
from game.web.wording import notes as wording

Answer = str | tuple[str, int] | AnyResponse
COLUMNS = (
    "session", "group", "position", "round", "stage", "author", "tags", "text", "written_at",
)  # fmt: skip


def routes(pages: Blueprint, site: Site) -> None:
    """The routes under /console/SESSION/notes."""

    @pages.get("/<session>/notes")
    def notes(session: str) -> str:
        volume = volume_of(site, session)
        frame = notes_frame(site, granted(), volume, request.args.to_dict())
        return notes_page(frame, done=request.args.get("done", ""))

    @pages.get("/<session>/notes.csv")
    def notes_file(session: str) -> Response:
        volume = volume_of(site, session)
        name = f"distant-war-{volume.code.replace(' ', '') or volume.session}-notes.csv"
        return attachment(name, "text/csv; charset=utf-8", _csv(site.notes.of(volume.session)))

    _writing(pages, site)
    _removing(pages, site)


def _writing(pages: Blueprint, site: Site) -> None:
    @pages.post("/<session>/notes")
    def note_write(session: str) -> Answer:
        return _or_given_back(lambda: _write(site, volume_of(site, session)))

    @pages.get("/<session>/notes/<note>")
    def note(session: str, note: str) -> Answer:
        volume = volume_of(site, session)
        return note_page(_form(_own(site, volume, note).note), volume)

    @pages.post("/<session>/notes/<note>")
    def note_change(session: str, note: str) -> Answer:
        return _or_given_back(lambda: _change(site, volume_of(site, session), note))


def _removing(pages: Blueprint, site: Site) -> None:
    @pages.get("/<session>/notes/<note>/remove")
    def note_remove_asked(session: str, note: str) -> Answer:
        volume = volume_of(site, session)
        return removing_page(_removable(site, volume, note), volume)

    @pages.post("/<session>/notes/<note>/remove")
    def note_remove(session: str, note: str) -> Answer:
        found = _removable(site, volume_of(site, session), note)
        site.notes.remove(found.note)
        return redirect(f"{base(session)}?done=removed", 303)


def _or_given_back(act: Callable[[], Answer]) -> Answer:
    """What was typed is never lost: neither on a full disk nor when the game goes on again."""
    try:
        return act()
    except StillPlayed:
        return given_back(request.path, request.form, wording.STILL_PLAYED), 409
    except CannotWrite:
        return given_back(request.path, request.form, wording.NOT_WRITTEN), 503


def _write(site: Site, volume: Volume) -> Answer:
    group, position = (request.form.get(name, 0, type=int) for name in ("group", "position"))
    place = place_at(site, volume.session, group, position)
    if place is None:
        return given_back(request.path, request.form, wording.REFUSED["place"]), 409
    try:
        written = _written()
        made = site.notes.write(place, author_of(site, granted()), written)
    except NoteRefused as reason:
        return _refused(NoteForm(place), reason, volume)
    return redirect(_back(place, made), 303)


def _change(site: Site, volume: Volume, note: str) -> Answer:
    found = _own(site, volume, note).note
    try:
        site.notes.change(found, _written())
    except NoteRefused as reason:
        return _refused(_form(found), reason, volume)
    return redirect(f"{base(volume.session)}?done=changed#{found.id}", 303)


def _written() -> Written:
    return Written.of(request.form.get("text", ""), request.form.get("tags", ""))


def _refused(form: NoteForm, reason: NoteRefused, volume: Volume) -> Answer:
    """The form again, with everything as it was typed."""
    text, tags, back = (request.form.get(name, "") for name in ("text", "tags", "back"))
    sentence = wording.REFUSED[str(reason)]
    again = replace(form, text=text, tags=tags, back=back, refused=sentence)
    return note_page(again, volume), 409


def _back(place: Place, made: Note) -> str:
    """To the moment from which it was written, if the form came from there; else to the list."""
    moment = f"/console/{place.session}/group/{place.group}/at/{place.position}"
    came = request.form.get("back", "")
    if place.position and leads_within(came, moment):
        return f"{came}#{made.id}"
    return f"{base(place.session)}?done=noted#{made.id}"


def _form(note: Note) -> NoteForm:
    written = note.written
    return NoteForm(note.place, written.text, ", ".join(written.tags), note.id)


def _found(site: Site, volume: Volume, note: str) -> NoteShown:
    found = site.notes.find(volume.session, note)
    return shown_to(granted(), found) if found else abort(404)


def _own(site: Site, volume: Volume, note: str) -> NoteShown:
    found = _found(site, volume, note)
    return found if found.own else abort(404)


def _removable(site: Site, volume: Volume, note: str) -> NoteShown:
    found = _found(site, volume, note)
    return found if found.removable else abort(404)


def _csv(notes: list[Note]) -> bytes:
    rows = tuple(
        (
            n.place.session, n.place.group, n.place.position or None, n.place.round, n.place.stage,
            n.author.name, "; ".join(n.written.tags) or None, n.written.text or None,
            iso(n.written_at),
        )
        for n in notes
    )  # fmt: skip
    return csv_bytes(Table("notes", COLUMNS, rows))
