"""Notes for who looks: what they may change, where one can be pinned, what stands beside it."""

from collections import Counter
from collections.abc import Sequence

from game.classroom.links import Role
from game.classroom.notes import Author, Note, Place
from game.core.vocabulary import SessionId
from game.web.instructor_pages.library import options
from game.web.instructor_pages.notes import NoteForm, NotesFrame, NotesHere, NoteShown
from game.web.review.catalogue import Page
from game.web.review.volumes import Volume
from game.web.rights import Grant
from game.web.site import Site
from game.web.wording import notes as wording

A_PAGE = 50
CHOICES = ("tag", "author", "group")


def author_of(site: Site, grant: Grant) -> Author:
    """Who writes: by the label of their link, never by a name of the roster."""
    link = site.links.good(grant.link) if grant.link else None
    name = link.label if link else ""
    return Author(grant.link, name or wording.NAMELESS.get(grant.role, wording.INSTRUCTOR))


def shown_to(grant: Grant, note: Note) -> NoteShown:
    """A note as this reader has it."""
    own = note.author.owner == grant.link
    return NoteShown(note, own, own or grant.role is Role.INSTRUCTOR)


def place_at(site: Site, session: SessionId, group: int, position: int) -> Place | None:
    """Where a note can be pinned: an event there is, or a group there is."""
    replay = site.shelf.replay(session, group)
    if replay is None or not 0 <= position <= replay.last:
        return None
    if position == 0:
        return Place(session, group)
    state = replay.state(position)
    return Place(session, group, position, state.round.number or None, state.stage)


def notes_here(
    site: Site, grant: Grant, session: SessionId, group: int, position: int, back: str = ""
) -> NotesHere:
    """The notes of one event, and the form for another."""
    every = site.notes.of(session)
    here = [n for n in every if (n.place.group, n.place.position) == (group, position)]
    form = NoteForm(Place(session, group, position), back=back, known_tags=known_tags(every))
    return NotesHere(tuple(shown_to(grant, note) for note in here), form)


def marked(site: Site, session: str, group: int) -> Counter[int]:
    """How many notes there are at each position of a group."""
    return Counter(n.place.position for n in site.notes.of(session) if n.place.group == group)


def known_tags(notes: Sequence[Note]) -> tuple[str, ...]:
    """The tags in use, the most used first."""
    counted = Counter(tag for note in notes for tag in note.written.tags)
    return tuple(tag for tag, _ in counted.most_common())


def notes_frame(
    site: Site, grant: Grant, volume: Volume, asked: dict[str, str], refused: NoteForm | None = None
) -> NotesFrame:
    """The page of all notes; those that were chosen."""
    every = site.notes.of(volume.session)
    chosen = {name: asked[name] for name in CHOICES if asked.get(name)}
    fitting = [shown_to(grant, note) for note in every if _fits(note, chosen)]
    tags = known_tags(every)
    authors = sorted({note.author.name for note in every})
    numbers = [str(number) for number in volume.groups]
    form = refused or NoteForm(Place(volume.session, volume.groups[0]), known_tags=tags)
    return NotesFrame(
        volume=volume,
        page=Page.of(fitting, asked.get("page", ""), A_PAGE),
        there=len(every),
        groups=options({"": "all", **{n: n for n in numbers}}, chosen.get("group", "")),
        authors=options({"": "all", **{a: a for a in authors}}, chosen.get("author", "")),
        tags=options({"": "all", **{tag: tag for tag in tags}}, chosen.get("tag", "")),
        chosen=chosen,
        form=form,
        pinned=options({n: f"Group {n}" for n in numbers}, str(form.place.group)),
    )


def _fits(note: Note, chosen: dict[str, str]) -> bool:
    return (
        chosen.get("tag", "") in ("", *note.written.tags)
        and chosen.get("author", "") in ("", note.author.name)
        and chosen.get("group", "") in ("", str(note.place.group))
    )
