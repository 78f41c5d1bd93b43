"""Sessions of elsewhere in the library: looked at, kept, read as if played here, removed."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from game.analysis.export import export_zip, unpacking
from game.analysis.export.reading import read_session
from game.classroom.erasing import ALL, erase
from game.classroom.links import Role
from game.core.vocabulary import SessionId
from game.log.streams import GROUP_CODEC
from game.web.coding import texts
from game.web.review import imported, shelf
from game.web.wording import imports as wording
from tests.analysis.real import asked
from tests.analysis.zipping import members, packed
from tests.rooms import Room
from tests.web.archive_desk import LOTTERY, Desk

OLD = sorted((Path(__file__).parents[1] / "fixtures" / "exports").glob("schema-1/*.zip"))
HOSTILE = '<script>alert("1")</script>'
YEARS = 5 * 365 * 86_400_000


@pytest.fixture
def desk(monkeypatch):
    """A server with a class of its own; it is years later than any class that comes."""
    room = Room().makes(6, **LOTTERY, title="Own").begins()
    room.clock += YEARS
    return Desk(room, monkeypatch)


def zipped(texts=True, **changes):
    """The export of a class of elsewhere."""
    return export_zip(replace(asked(), **changes), texts=texts)


def looks(desk, data):
    """The file is sent: the answer's status, and the page that follows or is answered."""
    sent = {"file": (io.BytesIO(data), "../../../etc/passwd.zip")}
    answer = desk.client.post("/console/library/import", data=sent)
    at = answer.headers.get("Location", "")
    shown = desk.client.get(at) if at else answer
    return answer.status_code, at, BeautifulSoup(shown.text, "html.parser")


def keeps(desk, data, title=""):
    """Look at it, and keep it."""
    status, at, _ = looks(desk, data)
    assert status == 303
    answer = desk.client.post(at, data={"title": title})
    assert answer.status_code == 303
    return answer.headers["Location"].rpartition("#")[2]


def refused(desk, data):
    """The answer to a file that is not taken."""
    status, _, soup = looks(desk, data)
    return status, soup.select_one("#refused p").get_text()


def test_what_is_in_a_file_is_shown_before_it_is_kept(desk):
    """And nothing is kept by looking."""
    _, at, soup = looks(desk, zipped(title=f"Their {HOSTILE} class"))
    told = {row.dt.get_text(): row.dd.get_text() for row in soup.select("dl.pairs > div")}
    assert told["Session"] == asked().session
    assert (told["Texts"], told["File"]) == (wording.TEXTS[1], wording.RESEARCH[0])
    assert soup.select_one("#title")["value"] == f"Their {HOSTILE} class"
    assert not soup.select("main script")
    assert soup.select_one("#checked-h").get_text() == wording.WHOLE
    assert desk.served.site.imports.all() == []
    assert desk.client.post(at, data={}).status_code == 303
    again = desk.client.post(at, data={})
    assert (again.status_code, wording.REFUSED["gone"] in again.text) == (409, True)


def test_what_does_not_fit_is_said_before_it_is_kept(desk):
    """A table that was counted otherwise: its sum fits, the log says another thing."""
    files = members(zipped())
    files["seats.csv"] = files["seats.csv"].replace(b",A1,", b",A2,", 1)
    soup = looks(desk, packed(files))[2]
    assert soup.select_one("#checked-h").get_text() == wording.NOT_WHOLE
    assert "seats.csv" in soup.select_one("#checked li").get_text()
    assert wording.ALL_THE_SAME in soup.get_text()


def test_an_imported_session_is_read_as_if_it_had_been_played_here(desk):
    """Its log, every group at every position, its groups and rounds in the library."""
    session, shelf = keeps(desk, zipped(), "Theirs"), desk.served.site.shelf
    assert shelf.log(session) == read_session(zipped()).log
    volume = shelf.volume(session)
    assert (volume.title, volume.imported, volume.over) == ("Theirs", True, True)
    assert len(volume.groups) == len(asked().groups)
    for group in asked().groups:
        replay = shelf.replay(session, group.opened.number)
        assert replay.events == group.events
        assert shelf.moments(session, group.opened.number).found
    page = desk.client.get(f"/console/library?source=imported&open={session}").text
    soup = BeautifulSoup(page, "html.parser")
    assert [link.get_text() for link in soup.select(".library__list .who a bdi")] == ["Theirs"]
    assert len(soup.select("#rounds > td > ul > li")) == len(volume.groups)
    answer = desk.client.get(f"/console/{session}")
    assert answer.headers["Location"] == f"/console/{session}/review"
    assert desk.client.get(f"/console/{session}/claims").status_code == 404


@pytest.mark.parametrize("path", OLD, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_file_of_an_older_version_opens_as_far_as_it_goes(desk, path):
    """With what it cannot say in sentences."""
    _, at, soup = looks(desk, path.read_bytes())
    read = read_session(path.read_bytes())
    assert [item.get_text() for item in soup.select("#warnings li")] == list(read.warnings)
    assert "have none" in soup.select_one("#checked").get_text()
    assert desk.client.post(at).status_code == 303
    volume = desk.served.site.shelf.volume(read.log.session)
    assert (volume.texts, volume.simulated) == (read.facts.texts, read.facts.simulated)
    assert desk.served.site.shelf.replay(read.log.session, volume.groups[0]).last > 20


def test_where_texts_were_left_out_every_page_says_so(desk):
    """And the file that is taken away again is the one that came."""
    session = keeps(desk, zipped(texts=False))
    told = desk.client.get(f"/console/{session}/group/1/chronicle?view=events").text
    assert wording.NOT_IN_FILE in told
    assert desk.client.get(f"/console/{session}/export.zip").data == zipped(texts=False)
    page = BeautifulSoup(desk.client.get(f"/console/{session}/review").text, "html.parser")
    ways = {link.get_text(): link["href"] for link in page.select(".ways a")}
    assert ways["Links"] == f"/console/{session}/links"
    assert ways["The debrief on paper"] == f"/console/{session}/debrief"
    assert "Console" not in page.header.get_text()


def test_what_was_removed_while_it_was_read_is_not_kept_under_its_name(desk, monkeypatch):
    """Another file of the same session, brought then, shows its own log."""
    site, session = desk.served.site, keeps(desk, zipped(title="First"))

    def apart(work, *args):
        monkeypatch.undo()
        desk.client.post(f"/console/library/{session}/remove")
        desk.room.clock += 1
        site.imports.keep(SessionId(session), "Second", 0, facts, zipped(title="Second"))
        return work(*args)

    facts = site.imports.get(session).facts
    for module, reads in (
        (imported, site.shelf.log),
        (shelf, lambda it: site.shelf.replay(it, 1)),
        (texts, lambda it: site.texts.of(it, "reasons")),
    ):
        monkeypatch.setattr(module, "apart", apart)
        reads(session)
        assert (site.shelf._unpacked._logs, site.shelf._replays, site.texts._kept) == ({}, {}, {})
        assert site.shelf.log(session).title == "Second"


def test_what_is_here_already_is_not_overwritten(desk):
    """Own or imported: a sentence, and the way to it."""
    session = keeps(desk, zipped())
    status, _, soup = looks(desk, zipped(texts=False))
    assert (status, soup.select_one("#refused p").get_text()) == (409, wording.REFUSED["there"])
    assert soup.select_one("#refused a")["href"] == f"/console/{session}/review"
    assert desk.served.site.imports.file(session) == zipped()


def test_files_that_are_no_export_are_answered_with_what_is_wrong(desk, monkeypatch):
    """Malformed and refused are different answers; nothing is kept of any."""
    files = members(zipped())
    manifest = json.loads(files["manifest.json"])

    def with_manifest(**said):
        return packed({**files, "manifest.json": json.dumps(manifest | said).encode()})

    for data, why in (
        (b"no zip", "it is damaged, or is no zip"),
        (zipped()[:-99], "it is damaged, or is no zip"),
        (with_manifest(program="Other"), "its manifest is not one of Distant War"),
        (with_manifest(session="../../x"), "the manifest names no session that can be read"),
        (packed({**files, "events.jsonl": b""}), "no group is in it, or more than in any class"),
    ):
        assert refused(desk, data) == (400, wording.NO_EXPORT.format(why=why))
    assert refused(desk, with_manifest(schema_version=99)) == (409, wording.REFUSED["newer"])
    assert refused(desk, b"") == (400, wording.REFUSED["nothing"])
    monkeypatch.setattr(unpacking, "MOST_UNPACKED", 20_000)
    assert refused(desk, zipped())[0] == 400
    monkeypatch.setattr(unpacking, "MOST_PACKED", 1000)
    assert refused(desk, b"0" * 100_000) == (413, wording.REFUSED["too_large"])
    assert desk.served.site.imports.all() == []


def test_its_debrief_is_printed_and_its_data_taken_away_again(desk):
    """The data as it came, where nothing was left out."""
    session = keeps(desk, zipped(), "Theirs")
    paper = BeautifulSoup(desk.client.get(f"/console/{session}/debrief").text, "html.parser")
    assert paper.h1.get_text() == "Theirs"
    assert desk.client.get(f"/console/{session}/export.zip?texts=1").data == zipped()
    assert desk.client.get(f"/console/{session}/export.zip").data == zipped(texts=False)


def forged(change):
    """A zip whose log was written anew by somebody, chain and sums and all."""
    log = asked()
    groups = tuple(replace(g, events=change(g.events), written=()) for g in log.groups)
    return export_zip(replace(log, groups=groups), texts=True)


def test_a_forged_log_cannot_lead_anywhere_else(desk):
    """Numbers, seats, names and days stand in addresses and on pages: ours alone are taken."""

    def with_opening(**changes):
        return forged(lambda events: (replace(events[0], **changes), *events[1:]))

    def with_seat(event):
        kind, version, body = GROUP_CODEC.encode(event)
        return GROUP_CODEC.decode(kind, version, body.replace('"A1"', '"../../leave"'))

    seats = forged(lambda events: tuple(map(with_seat, events)))
    for data in (
        with_opening(number=1), with_opening(number=-5), seats,
        with_opening(at=desk.room.clock + 9 * 86_400_000), with_opening(at=-1),
        zipped(session=SessionId("library")),
    ):  # fmt: skip
        assert refused(desk, data)[0] == 400
    assert desk.served.site.imports.all() == []


def test_streams_called_like_our_own_do_not_take_their_place(desk):
    """In a zip the names of streams are a stranger's."""
    shelf, own = desk.served.site.shelf, desk.room.live.state.groups[0]
    ours = shelf.replay(desk.room.id, 1)
    log = asked()
    taken = replace(log.groups[0].events[0], group=own)
    first = replace(log.groups[0], group=own, events=(taken, *log.groups[0].events[1:]), written=())
    session = keeps(desk, export_zip(replace(log, groups=(first, *log.groups[1:])), texts=True))
    theirs = shelf.replay(session, log.groups[0].opened.number)
    assert theirs.opened.group == own == ours.opened.group
    assert shelf.replay(desk.room.id, 1) is ours
    assert theirs.opened.session == session


def test_links_open_an_imported_session_and_old_ones_do_not(desk):
    """A reviewer reads it; a link to an erased session of this name stays shut."""
    site, theirs = desk.served.site, asked().session
    _, before = site.links.make(theirs, Role.REVIEWER, "long ago")
    session = keeps(desk, zipped())
    client = desk.served.app.test_client()
    assert client.get(f"/open/{before}").status_code == 404
    page = desk.client.get(f"/console/{session}/links").text
    assert "Projector" not in page
    assert (
        desk.client.post(f"/console/{session}/links", data={"role": "projector"}).status_code == 400
    )
    made = desk.client.post(f"/console/{session}/links", data={"role": "reviewer", "label": "R"})
    at = BeautifulSoup(made.text, "html.parser").select_one(".secret").get_text()
    opened = client.get(at.partition("http://x")[2])
    assert opened.headers["Location"] == f"/console/{session}/review"
    assert client.get(f"/console/{session}/notes").status_code == 200
    assert client.get("/console/library").status_code == 401


def test_removing_asks_first_and_leaves_nothing(desk):
    """Neither the file nor what was written beside it; it can be imported again."""
    session = keeps(desk, zipped())
    desk.client.post(f"/console/{session}/notes", data={"group": "1", "text": "gone soon"})
    assert desk.room.writer.store.count("notes") == 1
    site = desk.served.site
    _, secret = site.links.make(session, Role.REVIEWER, "")
    assert "Remove it" in desk.client.get(f"/console/library/{session}/remove").text
    assert desk.client.post(f"/console/library/{desk.room.id}/remove").status_code == 404
    assert desk.client.post(f"/console/library/{session}/remove").status_code == 303
    assert (site.shelf.volume(session), site.shelf.replay(session, 1)) == (None, None)
    assert [desk.room.writer.store.count(name) for name in ("imported", "notes", "links")] == [
        0
    ] * 3
    assert desk.client.get(f"/console/{session}/notes").status_code == 404
    keeps(desk, zipped())
    assert desk.served.app.test_client().get(f"/open/{secret}").status_code == 404


def test_an_own_session_that_was_erased_can_come_back_to_be_read(desk):
    """From the zip that its instructor saved."""
    desk.room.clock -= YEARS
    room = desk.room.makes(6, **LOTTERY, title="Erased").begins()
    room.clock += YEARS
    session = room.id
    groups = tuple(
        replace(g, events=(replace(g.events[0], session=session), *g.events[1:]), written=())
        for g in asked().groups
    )
    data = zipped(session=session, groups=groups)
    assert refused(desk, data) == (409, wording.REFUSED["own"])
    desk.client.post(f"/console/{session}/end")
    erase(room.classroom, room.live, ALL)
    assert keeps(desk, data) == session
    assert desk.served.site.shelf.replay(session, 1).last > 20
