"""docs/reference/events.md against the events: each kind, each field, and what may stand in it."""

import pytest

from tests.kinds import GROUP_EVENTS, SESSION_EVENTS, described, parts
from tests.pages import DOCS, headings, read, rows, section

PAGE = read(DOCS / "reference" / "events.md")
COMMON = "In nearly every event"
EVERYWHERE = {row[0].strip("`"): row[1] for row in rows(section(PAGE, COMMON))}
PARTS = tuple(parts().values())
CHAPTERS = {
    "Events of a group": GROUP_EVENTS,
    "Events of a session": SESSION_EVENTS,
    "Parts of events": PARTS,
}


def told(kind: type) -> dict[str, str]:
    """The fields of a kind and their values, as its table has them."""
    return {row[0].strip("`"): row[1] for row in rows(section(PAGE, kind.__name__))}


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_kind_stands_in_its_chapter_and_no_other_does(chapter):
    """A new event must be explained before it can be stored."""
    there = headings(section(PAGE, chapter), 3)

    assert sorted(there) == sorted(kind.__name__ for kind in CHAPTERS[chapter])


@pytest.mark.parametrize("kind", [*GROUP_EVENTS, *SESSION_EVENTS], ids=lambda kind: kind.__name__)
def test_every_field_of_an_event_has_its_row(kind):
    """In its own table, or in the one for all; with the values that it takes."""
    own = {name: said for name, said in described(kind).items() if name not in EVERYWHERE}

    assert told(kind) == own


@pytest.mark.parametrize("kind", PARTS, ids=lambda kind: kind.__name__)
def test_every_field_of_a_part_has_its_row(kind):
    """Parts share nothing, so all of it stands in their tables."""
    assert told(kind) == described(kind)


def test_what_is_said_once_for_all_is_true_of_all():
    """Every event says when; what moves say of who moved is the same everywhere."""
    assert set(EVERYWHERE) == {"at", "source", "by"}
    for kind in (*GROUP_EVENTS, *SESSION_EVENTS):
        fields = described(kind)
        assert "at" in fields
        assert {name: fields[name] for name in EVERYWHERE if name in fields}.items() <= (
            EVERYWHERE.items()
        )
