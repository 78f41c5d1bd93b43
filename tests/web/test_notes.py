"""Notes: pinned, read, changed and removed by whom it may be; never lost, never in the log."""

import csv
import io

import pytest
from bs4 import BeautifulSoup

from game.classroom import conducting
from game.classroom.erasing import ALL, erase
from game.classroom.links import Role
from game.classroom.notes import LONGEST, NoteRefused, Written
from game.log.store import CannotWrite
from game.web.wording import notes as wording
from tests.pages import DOCS, rows
from tests.pages import read as read_page
from tests.rooms import Room
from tests.web.archive_desk import LOTTERY, Desk

HOSTILE = '<script>alert("1")</script> =SUM(A1) “naïve”\nsecond line'


@pytest.fixture
def desk(monkeypatch):
    """One class played to its end."""
    room = Room().makes(6, **LOTTERY, title="Tuesday").begins().to_the_end()
    return Desk(room, monkeypatch)


def linked(desk, role=Role.REVIEWER, label="Second reader"):
    """A browser that was opened by a link, and the link."""
    site = desk.served.site
    link, secret = site.links.make(desk.room.id, role, label)
    client = desk.served.app.test_client()
    assert client.get(f"/open/{secret}").status_code == 303
    return client, link


def base(desk):
    """Where the notes are."""
    return f"/console/{desk.room.id}/notes"


def pins(client, desk, text="Look here", tags="", **more):
    """A note on event 7 of group 1, unless said otherwise; time goes by."""
    desk.room.clock += 1000
    sent = {"group": "1", "position": "7", "text": text, "tags": tags, **more}
    return client.post(base(desk), data=sent)


def read(client, desk, asked=""):
    """The page of all notes."""
    answer = client.get(base(desk) + asked)
    assert answer.status_code == 200
    return BeautifulSoup(answer.text, "html.parser")


def texts(soup):
    """The notes that are listed."""
    return [note.get_text() for note in soup.select(".note__text")]


def test_a_note_is_pinned_to_an_event_and_leads_there(desk):
    """With round and stage, author and tags; what was typed is text and nothing else."""
    before = desk.room.writer.store.count("events")
    assert pins(desk.client, desk, HOSTILE, "Bluff, second thoughts; bluff").status_code == 303
    page = read(desk.client, desk)
    (note,) = page.select("li.note")
    state = desk.served.site.shelf.replay(desk.room.id, 1).state(7)
    assert note.a["href"] == f"/console/{desk.room.id}/group/1/at/7"
    where = f"Group 1, round 1, {state.stage}, event 7"
    assert (note.a.get_text(), note.b.get_text()) == (where, "instructor")
    assert texts(page) == [HOSTILE]
    assert [tag.bdi.get_text() for tag in note.select(".note__tag")] == ["Bluff", "second thoughts"]
    assert desk.room.writer.store.count("events") == before


def test_notes_are_chosen_by_tag_author_and_group(desk):
    """And a note may be pinned to a whole group."""
    reader, _ = linked(desk)
    pins(desk.client, desk, "one", "a")
    pins(reader, desk, "two", "a, b")
    pins(reader, desk, "three", "b", group="2", position="0")
    assert texts(read(reader, desk)) == ["one", "two", "three"]
    for asked, found in {
        "?tag=a": ["one", "two"], "?author=Second+reader": ["two", "three"], "?group=2": ["three"],
        "?tag=a&author=instructor": ["one"], "?tag=c": [],
    }.items():  # fmt: skip
        assert texts(read(reader, desk, asked)) == found
    last = read(desk.client, desk).select("li.note")[-1]
    assert last.a["href"].endswith("/group/2/chronicle")


def test_a_note_is_marked_in_the_chronicle_and_leads_back_to_where_it_was_written(desk):
    """In prose beside its paragraph; and nobody is led anywhere else."""
    at = f"/console/{desk.room.id}/group/1/at"
    answer = pins(desk.client, desk, back=f"{at}/7/as/A1")
    note = desk.served.site.notes.of(desk.room.id)[0]
    assert answer.headers["Location"] == f"{at}/7/as/A1#{note.id}"
    for view, leads in (("events", f"{at}/7#notes-h"), ("text", f"{base(desk)}?group=1")):
        told = desk.client.get(f"/console/{desk.room.id}/group/1/chronicle?view={view}").text
        (mark,) = BeautifulSoup(told, "html.parser").select(".chronicle__note")
        assert (mark.get_text(), mark["href"]) == ("1 note", leads)
    for elsewhere in ("https://evil.example/", f"{at}/70", f"{at}/7evil"):
        answer = pins(desk.client, desk, back=elsewhere)
        assert answer.headers["Location"].startswith(f"{base(desk)}?done=noted#")


def test_everybody_changes_their_own_and_the_instructor_may_remove_any(desk):
    """Others' notes cannot be changed, and removing asks first."""
    one, _ = linked(desk)
    two, _ = linked(desk, Role.CO_INSTRUCTOR, "")
    pins(one, desk, "mine", "x")
    (note,) = desk.served.site.notes.of(desk.room.id)
    at = f"{base(desk)}/{note.id}"
    for stranger in (two, desk.client):
        assert stranger.get(at).status_code == 404
        assert stranger.post(at, data={"text": "theirs"}).status_code == 404
    assert two.post(f"{at}/remove").status_code == 404
    form = BeautifulSoup(one.get(at).text, "html.parser")
    assert form.textarea.get_text().strip() == "mine"
    assert one.post(at, data={"text": "still mine", "tags": "x, y"}).status_code == 303
    page = read(two, desk)
    assert texts(page) == ["still mine"]
    assert "changed" in page.select_one(".note .meta").get_text()
    assert wording.REMOVE in desk.client.get(f"{at}/remove").text
    assert desk.client.post(f"{at}/remove").status_code == 303
    assert texts(read(one, desk)) == []
    pins(two, desk, "unnamed")
    assert read(two, desk).select_one(".note b").get_text() == "co-instructor"


def test_what_is_not_taken_comes_back_as_it_was_typed(desk):
    """Empty, too long, too many tags; no such place."""
    long = "x" * (LONGEST + 1)
    for sent, reason in (
        ({"text": " \n ", "tags": " ,"}, "empty"), ({"text": long}, "too_long"),
        ({"tags": ",".join(map(str, range(9)))}, "tags"), ({"tags": "t" * 41}, "tags"),
        ({"position": "99999"}, "place"), ({"group": "40"}, "place"), ({"position": "-1"}, "place"),
    ):  # fmt: skip
        answer = pins(desk.client, desk, **sent)
        soup = BeautifulSoup(answer.text, "html.parser")
        assert answer.status_code == 409
        assert wording.REFUSED[reason] in soup.get_text()
        typed = soup.textarea.get_text().removeprefix("\n")
        assert typed == sent.get("text", "Look here")
    assert desk.served.site.notes.of(desk.room.id) == []
    with pytest.raises(NoteRefused):
        Written.of("\x00\x07", "")


def test_no_words_are_lost_when_the_link_is_revoked_or_the_disk_is_full(desk, monkeypatch):
    """The form comes back with them, and a sentence."""
    reader, link = linked(desk)
    pins(reader, desk, "before")
    note = desk.served.site.notes.of(desk.room.id)[0]
    desk.served.site.links.revoke(desk.room.id, link.id)
    for path in (base(desk), f"{base(desk)}/{note.id}"):
        answer = reader.post(path, data={"group": "1", "position": "7", "text": HOSTILE})
        soup = BeautifulSoup(answer.text, "html.parser")
        assert answer.status_code == 401
        assert soup.textarea.get_text().removeprefix("\n") == HOSTILE
        assert soup.form["action"] == path
        assert "before" not in answer.text
    assert reader.get(base(desk)).status_code == 401

    def full(_):
        raise CannotWrite("disk full")

    monkeypatch.setattr(desk.room.writer, "submit", full)
    answer = pins(desk.client, desk, "on a full disk")
    assert answer.status_code == 503
    assert "on a full disk" in answer.text


def test_a_reader_waits_for_the_end_and_keeps_what_was_typed(desk):
    """While the game goes on the notes are the instructor's."""
    desk.room.makes(6, **LOTTERY, title="Playing").begins()
    reader, _ = linked(desk)
    assert reader.get(base(desk)).status_code == 409
    answer = pins(reader, desk, "too early")
    assert answer.status_code == 409
    assert "too early" in answer.text
    assert pins(desk.client, desk, "at any time", position="2").status_code == 303
    conducting.end(desk.room.classroom, desk.room.live)
    assert texts(read(reader, desk)) == ["at any time"]


def test_notes_are_a_file_that_no_spreadsheet_runs(desk):
    """One row a note, with the columns of the reference."""
    pins(desk.client, desk, "=1+1", "-b, a")
    pins(desk.client, desk, "of the group", "", group="2", position="0")
    answer = desk.client.get(f"{base(desk)}.csv")
    assert "attachment" in answer.headers["Content-Disposition"]
    first, second = csv.DictReader(io.StringIO(answer.text))
    told = [row[0].strip("`") for row in rows(read_page(DOCS / "reference" / "notes.md"))]
    assert list(first) == told
    assert (first["text"], first["tags"], first["position"]) == ("'=1+1", "'-b; a", "7")
    assert (first["session"], first["author"], first["round"]) == (desk.room.id, "instructor", "1")
    assert (second["group"], second["position"], second["stage"], second["tags"]) == (
        "2",
        "",
        "",
        "",
    )
    assert second["written_at"].endswith("Z")


def test_notes_go_with_their_session(desk):
    """And nobody else reads them before."""
    pins(desk.client, desk)
    projector, _ = linked(desk, Role.PROJECTOR)
    assert projector.get(base(desk)).status_code == 403
    erase(desk.room.classroom, desk.room.live, ALL)
    assert desk.room.writer.store.count("notes") == 0
