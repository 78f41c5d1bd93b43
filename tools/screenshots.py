"""Photograph every screen of a session that is really played:
`.venv/bin/python -m tools.screenshots [--to FOLDER]`.

A server of its own, real browsers, two groups of students who click. Codes, seats and clocks are
the server's own and differ from one time to the next; names, words and moves do not.
"""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.seminar import Seminar, seminar
from tests.browsers import QUIET, find_browser
from tests.live.served import Served
from tools.album import Album
from tools.photographer import NAMES, Photographer

ROOT = Path(__file__).resolve().parents[1]
ROUND = "2"  # the round that is photographed: there is a record by then
CHOICES = {"scenario": "vietnam-1964-75", "cut": "six", "title": "Alliances, section B"}


def play(room: Seminar, album: Album) -> None:
    """The whole session, photographed on the way."""
    photographer = Photographer(room, album)
    photographer.door()
    room.joined_by(*NAMES)
    photographer.lobby()
    room.deals()
    photographer.cards()
    room.begins()
    for place in room.stages():
        number, stage = place.split("-")
        if number == ROUND:
            photographer.stages[stage]()
    photographer.debrief()
    photographer.review()


def photograph(album: Album) -> None:
    """Start a server and browsers, play, and write the album."""
    with tempfile.TemporaryDirectory() as data, sync_playwright() as driver:
        served = Served(Path(data)).start()
        browser = driver.chromium.launch(executable_path=find_browser(), args=list(QUIET))
        try:
            with seminar(browser, served, {"reduced_motion": "reduce"}, **CHOICES) as room:
                play(room, album)
        finally:
            browser.close()
            served.kill()
    album.close()


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description="Photograph every screen of a played session.")
    parser.add_argument("--to", type=Path, default=ROOT / "docs" / "screenshots")
    asked = parser.parse_args(arguments)
    album = Album(asked.to)
    album.folder.mkdir(parents=True, exist_ok=True)
    photograph(album)
    print(f"{len(list(album.folder.glob('*.png')))} pictures in {album.folder}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
