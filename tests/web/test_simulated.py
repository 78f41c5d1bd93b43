"""Every page of a rehearsal says that bots play."""

import pytest

from game.analysis.claims import claims_hash, claims_text
from game.classroom.dry_run import dry_run, whole_class_played
from game.classroom.making import Choices
from game.classroom.rehearsal import Troupe
from game.core.vocabulary import Design
from game.web.app import create_app
from tests.rooms import Room
from tests.web.auditing import soup_of

PAGES = (
    *("", "/claims", "/links", "/roster", "/erase/all", "/debrief"),
    *("/seat/1/A1", "/seat/1/A1/move"),
)


@pytest.fixture
def rehearsed(monkeypatch):
    """The instructor's browser, and where the console of a class of bots lives."""
    room = Room()
    monkeypatch.setattr("game.web.app.read_scenario", lambda _: room.scenario)
    served = create_app(room.writer, "http://x")
    claims = claims_hash(), claims_text()
    choices = Choices(room.scenario, "text", *claims, "Dry", Design.D2_LOTTERY, cut="short")
    live = dry_run(served.site.room, choices, 6, Troupe("noisy"), whole_class_played)
    client = served.app.test_client()
    client.get(f"/console?token={served.site.tokens.console}")
    return client, f"/console/{live.id}"


def test_every_page_of_its_console_says_so_once(rehearsed):
    client, base = rehearsed
    found = {page: client.get(base + page) for page in PAGES}
    said = {page: len(soup_of(got.text).select(".sim")) for page, got in found.items()}

    assert {page: got.status_code for page, got in found.items()} == dict.fromkeys(PAGES, 200)
    assert said == dict.fromkeys(PAGES, 1)
    assert not soup_of(client.get("/console").text).select(".sim")
