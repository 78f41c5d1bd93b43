"""The disk takes nothing more for a while: said so, nothing is lost, and the class goes on."""

import sys

import pytest
import requests

from tests.live.faces import assert_code, assert_page
from tests.live.pupils import Seated, a_class, assert_plays_on, until
from tests.live.served import Served

pytestmark = [
    pytest.mark.live,
    pytest.mark.chaos,
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux sets another process's limits"),
]


def let_files_grow(served: Served, to: int) -> None:
    """The largest file the server may write from now on; -1 is any."""
    import resource

    assert served.process
    resource.prlimit(served.process.pid, resource.RLIMIT_FSIZE, (to, -1))


def fill_the_disk(seated: Seated) -> None:
    """No file of the server grows any more; what it says to the terminal still fits."""
    files = [file.stat().st_size for file in seated.served.folder.iterdir()]
    let_files_grow(seated.served, max(files))


def test_a_full_disk_refuses_moves_and_loses_none(served: Served) -> None:
    """Programs get a code, people a page, the terminal one sentence; then it goes on."""
    with a_class(served) as seated:
        ada, bo = seated.at("A1"), seated.at("A2")
        assert_plays_on(ada)
        fill_the_disk(seated)
        refused = until(lambda: _refused(seated), "a move that cannot be stored")
        assert refused["code"] == "broken"
        assert "store nothing" in refused["sentence"]
        message = ada.message("state_belief", belief=77)
        assert_code(ada.posts(message), 500, "broken")
        form = {"code": seated.session.code, "name": "Late"}
        assert_page(requests.post(f"{served.url}/join", data=form, timeout=20), 500, "broke")
        until(lambda: "Nothing can be stored" in served.errors(), "a sentence in the terminal")
        let_files_grow(served, -1)
        assert ada.posts(message).json() == {"ok": True}
        for one in (ada, bo):
            assert_plays_on(one)
        until(lambda: "Moves are stored again" in served.errors(), "the good news")
    assert served.errors().count("Nothing can be stored") == 1
    assert "Traceback" not in served.errors()


def _refused(seated: Seated) -> dict[str, str] | None:
    """SQLite writes into room that it has before it asks for more."""
    answer = seated.at("A1").moves("state_belief", belief=1)
    return None if answer["ok"] else answer
