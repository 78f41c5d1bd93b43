"""What a search finds, in order, and how each hit is shown: the words around it, marked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.classroom.notes import Note
from game.web.review.addresses import Addresses
from game.web.review.catalogue import Asked, days
from game.web.review.folding import Sought, folded, sought
from game.web.review.said import NOTE, Said
from game.web.review.volumes import Volume

LONGEST = 200  # of what is typed
AROUND = 130  # signs before the first find, and behind it
CHOICES = ("q", "session", "kind", "country", "since", "until")
Piece = tuple[str, bool]  # text, whether it is what was looked for


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for, as it stands in the address; empty: all."""

    q: str = ""
    session: str = ""
    kind: str = ""
    country: str = ""
    since: str = ""
    until: str = ""

    @classmethod
    def of(cls, fields: Mapping[str, str]) -> "Search":
        """What an address says."""
        return cls(**{name: fields.get(name, "").strip()[:LONGEST] for name in CHOICES})

    @property
    def fields(self) -> dict[str, str]:
        """What of it was chosen."""
        return {name: value for name in CHOICES if (value := getattr(self, name))}

    @property
    def narrow(self) -> bool:
        """Whether anything but words was chosen."""
        return bool(self.fields.keys() - {"q"})

    @property
    def sought(self) -> Sought:
        """The words."""
        return sought(self.q)


@dataclass(frozen=True, slots=True)
class Hit:
    """A text in which all words occur."""

    volume: Volume
    said: Said

    @property
    def href(self) -> str:
        """Its moment; of a note on a group, that group's notes."""
        addresses, said = Addresses(self.volume.session), self.said
        if not said.position:
            return f"{addresses.notes}?group={said.group}"
        return addresses.moment(said.group, said.position)

    def pieces(self, looked_for: Sought) -> tuple[Piece, ...]:
        """The words around the finds."""
        return tuple(_pieces(self.said.text, looked_for.spans(self.said.text)))


def among(volumes: Iterable[Volume], search: Search) -> list[Volume]:
    """The sessions that are searched, in their order.

    Raises:
        NoDay: a day cannot be read.
    """
    since, until = days(Asked(since=search.since, until=search.until))
    return [
        one
        for one in volumes
        if search.session in ("", one.session)
        and (since is None or one.created_at >= since)
        and (until is None or one.created_at < until)
    ]


def hits(volume: Volume, texts: Iterable[Said], search: Search, looked_for: Sought) -> list[Hit]:
    """Those of one session, in order."""
    return [
        Hit(volume, said)
        for said in texts
        if search.kind in ("", said.kind)
        and (not search.country or (said.who == search.country and said.kind != NOTE))
        and looked_for.in_folded(said.folded)
    ]


def noted(notes: Iterable[Note]) -> list[Said]:
    """Notes as texts among the others: words and tags."""
    return [_noted(note) for note in notes]


def _noted(note: Note) -> Said:
    place, tags = note.place, " ".join(f"#{tag}" for tag in note.written.tags)
    text = "\n".join(filter(None, (note.written.text, tags)))
    number, stage = place.round or 0, place.stage or ""
    who = note.author.name
    return Said(place.group, place.position, NOTE, who, "", number, stage, text, folded(text))


def in_order(texts: Sequence[Said], notes: Sequence[Said]) -> Sequence[Said]:
    """Notes after what they are about."""
    if not notes:
        return texts
    return sorted([*texts, *notes], key=lambda one: (one.group, one.position, one.kind == NOTE))


def _pieces(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    first, last = _window(text, spans)
    if first:
        yield "… ", False
    at = first
    for start, end in spans:
        if start < at or end > last:
            continue
        yield text[at:start], False
        yield text[start:end], True
        at = end
    yield text[at:last], False
    if last < len(text):
        yield " …", False


def _window(text: str, spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Around the first find, from blank to blank; all of a short text."""
    if len(text) <= 2 * AROUND:
        return 0, len(text)
    start, end = spans[0] if spans else (0, 0)
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    blank = text.find(" ", first, start)
    first = blank + 1 if first and blank >= 0 else first
    blank = text.rfind(" ", end, last)
    return first, blank if last < len(text) and blank >= 0 else last
