"""The archive on a console, to be looked at by tests."""

import io
import re
from dataclasses import replace

from bs4 import BeautifulSoup

from game.analysis.archive.entries import entries
from game.analysis.claims import claims_hash, claims_text
from game.analysis.export import export_zip
from game.classroom.timekeeper import Timekeeper
from game.core.vocabulary import Design, SessionId
from game.web.app import create_app
from tests.analysis.played import finished

BANNED = re.compile(
    r"\b(proves?|confirms?|refutes?|disproves?|significant|significance|no effect)\b", re.I
)
PINNED = {"claims": claims_hash(), "claims_text": claims_text()}
LOTTERY = {"design": Design.D2_LOTTERY, "cut": "short", **PINNED}
A_DAY = 24 * 60 * 60 * 1000


class Desk:
    """A server's pages over the classes of a room, as the instructor asks for them."""

    def __init__(self, room, monkeypatch):
        monkeypatch.setattr("game.web.app.read_scenario", lambda _: room.scenario)
        monkeypatch.setattr("game.web.app.now_ms", lambda: room.clock)
        self.room = room
        self.served = create_app(room.writer, "http://x")
        room.classroom = self.served.site.room
        room.timekeeper = Timekeeper(room.classroom)
        self.client = self.served.app.test_client()
        self.client.get(f"/console?token={self.served.site.tokens.console}")

    def page(self, asked=""):
        """The archive's page."""
        answer = self.client.get(f"/console/archive{asked}")
        assert answer.status_code == 200
        assert not BANNED.search(answer.text), BANNED.search(answer.text)
        return BeautifulSoup(answer.text, "html.parser")

    def brings(self, data, title=""):
        """A file is sent by the form; the answer's status and what is said."""
        sent = {"file": (io.BytesIO(data), "x.zip"), "title": title}
        answer = self.client.post("/console/archive", data=sent)
        soup = BeautifulSoup(answer.text, "html.parser")
        said = soup.find(id="refused")
        return answer.status_code, said.get_text() if said else ""

    def kept(self):
        """What is in the archive."""
        return self.room.writer.read(entries)


def rows(page):
    """The list of classes: title and what is said of its state."""
    return {
        row.find("th").get_text(" ", strip=True): row.find(class_="state").get_text(" ", strip=True)
        for row in page.select(".archive__classes tbody tr")
    }


def pools(page):
    """The headings of what is put together, with their counts."""
    return [
        (pool.h2.get_text(), pool.p.get_text().partition(" ·")[0])
        for pool in page.select(".archive__pool")
    ]


def another(session, **changes):
    """The zip of a class of elsewhere, which played the same."""
    log = finished(6, **{"design": Design.D2_LOTTERY, "session": SessionId(session)} | changes)
    return export_zip(replace(log, session=SessionId(session)), texts=False)
