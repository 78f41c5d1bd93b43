"""The notes of a session, and the parts of other pages where a note is read and written."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from game.classroom.notes import LONGEST, Note, Place
from game.core.vocabulary import SessionId
from game.web.dates import moment
from game.web.instructor_pages.library import Options
from game.web.paths import PATHS
from game.web.review.catalogue import Page
from game.web.review.volumes import Volume
from game.web.templating import render
from game.web.wording import notes as wording
from game.web.wording.figures import some


@dataclass(frozen=True, slots=True)
class NoteShown:
    """A note as it is read by somebody. `own`: may change it; `removable`: may remove it."""

    note: Note
    own: bool
    removable: bool

    @property
    def place(self) -> Place:
        """Where it is pinned."""
        return self.note.place

    @property
    def where(self) -> str:
        """The same in words."""
        return wording.where(self.place)

    @property
    def at(self) -> str:
        """Its own address."""
        return f"{base(self.place.session)}/{self.note.id}"

    @property
    def leads(self) -> str:
        """The moment that it is about; of a group, its chronicle."""
        group = f"{PATHS.console}/{self.place.session}/group/{self.place.group}"
        return f"{group}/at/{self.place.position}" if self.place.position else f"{group}/chronicle"

    @property
    def when(self) -> str:
        """When it was written, and whether it was changed since."""
        changed = self.note.changed_at
        return moment(self.note.written_at) + (f", changed {moment(changed)}" if changed else "")


@dataclass(frozen=True, slots=True)
class NoteForm:
    """The form of a note, with what was typed. `note`: the one that is changed; empty: a new one.
    `back`: where one comes from."""

    place: Place
    text: str = ""
    tags: str = ""
    note: str = ""
    refused: str = ""
    back: str = ""
    known_tags: tuple[str, ...] = ()

    @property
    def action(self) -> str:
        """Where it is sent."""
        return base(self.place.session) + (f"/{self.note}" if self.note else "")


@dataclass(frozen=True, slots=True)
class NotesHere:
    """What stands beside one event, or one group: its notes, and the form for another."""

    notes: tuple[NoteShown, ...]
    form: NoteForm
    longest: int = LONGEST

    @property
    def all(self) -> str:
        """All notes of the session."""
        return base(self.form.place.session)

    def tagged(self, tag: str) -> str:
        """The notes with this tag."""
        return tagged(self.form.place.session, tag)


@dataclass(frozen=True, slots=True)
class NotesFrame:
    """All notes of a session, or those that were chosen."""

    volume: Volume
    page: Page[NoteShown]
    there: int
    groups: Options
    authors: Options
    tags: Options
    chosen: Mapping[str, str]
    form: NoteForm
    pinned: Options  # to which group a new note goes

    @property
    def session(self) -> SessionId:
        """Which session."""
        return self.volume.session

    @property
    def title(self) -> str:
        """Its title."""
        return self.volume.title

    @property
    def simulated(self) -> bool:
        """Whether bots played it."""
        return self.volume.simulated

    @property
    def base(self) -> str:
        """Where the notes live."""
        return base(self.session)

    def turned(self, number: int) -> str:
        """Another page of the same choice."""
        return f"{self.base}?{urlencode({**self.chosen, 'page': number})}"

    def tagged(self, tag: str) -> str:
        """The notes with this tag."""
        return tagged(self.session, tag)


def tagged(session: str, tag: str) -> str:
    """A session's notes with one tag."""
    return f"{base(session)}?{urlencode({'tag': tag})}"


def base(session: str) -> str:
    """Where the notes of a session live."""
    return f"{PATHS.console}/{session}/notes"


def notes_page(frame: NotesFrame, *, done: str = "") -> str:
    """The page of all notes."""
    return render(
        "review/notes/page.html",
        frame=frame,
        wording=wording,
        longest=LONGEST,
        done=wording.DONE.get(done, ""),
        some=some,
    )


def note_page(form: NoteForm, volume: Volume) -> str:
    """One form alone: to change a note, or to send again what was not taken."""
    return render(
        "review/notes/one.html",
        frame=volume,
        form=form,
        where=wording.where(form.place),
        longest=LONGEST,
    )


def given_back(path: str, fields: Mapping[str, str], said: str) -> str:
    """Words that cannot be kept, given back to who wrote them."""
    typed = {name: fields.get(name, "") for name in ("text", "tags")}
    beside = {name: fields[name] for name in ("group", "position", "back") if name in fields}
    return render("review/notes/given_back.html", path=path, beside=beside, said=said, **typed)


def removing_page(shown: NoteShown, volume: Volume) -> str:
    """The question before a note is removed."""
    return render("review/notes/remove.html", frame=volume, shown=shown, wording=wording)
