"""The library's pages by name: sessions, hits, notes, a file that was looked at."""

from dataclasses import replace
from functools import cache

from game.analysis.export import export_zip
from game.classroom.notes import Author, Note, Place, Written
from game.core.vocabulary import Design, SessionId
from game.web.instructor_pages.importing import Refusal, import_page, preview_page, remove_page
from game.web.instructor_pages.library import LibraryFrame, chosen_from, library_page, options
from game.web.instructor_pages.notes import (
    NoteForm,
    NotesFrame,
    NoteShown,
    given_back,
    notes_page,
)
from game.web.instructor_pages.search import SearchFrame, search_page
from game.web.review.catalogue import A_PAGE, Asked, Page
from game.web.review.contents import GroupLine
from game.web.review.hits import Hit, Search
from game.web.review.imported import Brought, brought
from game.web.review.said import CABLE, Said
from game.web.review.volumes import Volume
from game.web.wording import imports, notes, search
from tests.analysis.real import real
from tests.builders import NOW
from tests.web.instructor_scenes import HOSTILE, screen
from tests.web.review_screens import VOLUME

A_WEEK = 7 * 86_400_000


def volume(place: int) -> Volume:
    """One of a term, of every kind in turn."""
    imported = place % 4 == 3
    return replace(
        VOLUME,
        session=SessionId(f"s{place}"),
        title=HOSTILE if place == 5 else f"Week {place}",
        code="" if imported else VOLUME.code,
        created_at=NOW + place * A_WEEK,
        design=Design.D2_CARDS.value if place % 2 else VOLUME.design,
        design_words="D2, order cards" if place % 2 else VOLUME.design_words,
        over=place < 39,
        simulated=place % 5 == 2,
        imported=imported,
        texts=place != 39,
    )


TERM = [volume(place) for place in range(39, -1, -1)]


@screen
def library_term() -> str:
    """Forty sessions, one of them opened, an imported one without texts."""
    asked = Asked(played="")
    scenarios, designs = chosen_from(TERM, "", "")
    lines = tuple(GroupLine(n, tuple((r, 60 * r) for r in range(1, 9))) for n in range(1, 14))
    page = Page.of(TERM, "1", A_PAGE)
    return library_page(LibraryFrame(asked, page, len(TERM), scenarios, designs, "s39", lines))


@screen
def library_chosen() -> str:
    """Nothing fits, and a day that is none."""
    asked = Asked(q=HOSTILE, since="soon")
    scenarios, designs = chosen_from(TERM, "the-straits", "")
    page: Page[Volume] = Page.of([], "", A_PAGE)
    return library_page(
        LibraryFrame(asked, page, len(TERM), scenarios, designs, wrong="This day cannot be read.")
    )


@screen
def library_none() -> str:
    """Before the first class."""
    return library_page(LibraryFrame(Asked(), Page.of([], "", A_PAGE), 0, (), ()))


@cache
def file() -> Brought:
    """The file of a class of elsewhere."""
    return brought(export_zip(real("eventful"), texts=False), NOW * 2)


@screen
def library_import() -> str:
    """A file that is here already."""
    return import_page(Refusal(imports.REFUSED["there"], VOLUME))


@screen
def library_preview() -> str:
    """What is in a file."""
    return preview_page(replace(file(), title=HOSTILE), "0" * 64)


@screen
def library_remove() -> str:
    """The question before an imported session goes."""
    return remove_page(volume(3))


@screen
def library_search() -> str:
    """Hits over a term."""
    text = f"Our parliament wants a promise in writing. {HOSTILE} " * 9
    said = Said(1, 57, CABLE, "Bonn", "Washington", 2, "consultation", text, "")
    found = [Hit(one, said) for one in TERM]
    return search_page(
        SearchFrame(
            "/console/library/search", Search(q="promise", kind=CABLE), Page.of(found, "2", 20),
            len(TERM), options(search.KINDS, CABLE), options({"": "anybody", "Bonn": "Bonn"}, ""),
            options({"": "all", "s1": HOSTILE}, ""), left_out=True,
        )
    )  # fmt: skip


def note(place: int) -> NoteShown:
    """A note on some event, or (the first) on the group."""
    where = Place(VOLUME.session, 1, place * 7, 1 if place else None, "response" if place else None)
    written = Written(HOSTILE if place == 1 else "Look here.\nTwice.", ("bluff", "second thoughts"))
    made = Note(
        f"n{place}", where, Author("", HOSTILE if place == 2 else "instructor"), written, NOW
    )
    return NoteShown(made, own=place % 2 == 0, removable=True)


@screen
def library_notes() -> str:
    """Notes of a session, one that was not taken in its form."""
    shown = [note(place) for place in range(60)]
    form = NoteForm(Place(VOLUME.session, 1), HOSTILE, "a, b", refused=notes.REFUSED["tags"])
    every = options({"": "all", "bluff": "bluff"}, "bluff")
    frame = NotesFrame(
        VOLUME, Page.of(shown, "1", 50), 70, every, every, every, {"tag": "bluff"},
        form, options({"1": "Group 1"}, "1"),
    )  # fmt: skip
    return notes_page(frame, done="noted")


@screen
def library_given_back() -> str:
    """Words that could not be kept."""
    return given_back("/console/s1/notes", {"text": HOSTILE, "tags": "a", "group": "1"}, notes.SHUT)
