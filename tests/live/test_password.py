"""A hosted server: the console behind a password, cookies that go over https alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from game.web.limits import PASSWORDS
from tests.live.faces import assert_page
from tests.live.served import ROOT, Served

pytestmark = pytest.mark.live

WORD = "a long sentence, known to few"
ADDRESS = "https://game.example.edu"


@pytest.fixture
def hosted(tmp_path: Path) -> Iterator[Served]:
    """As behind a proxy: the outer address speaks https, the server itself does not."""
    more = {"DISTANT_WAR_PASSWORD": WORD}
    server = Served(tmp_path, ROOT, "--address", ADDRESS, **more).start()
    yield server
    server.kill()


def entered(served: Served, word: str, **more: str) -> requests.Response:
    """The password's form, posted; not followed."""
    address = f"{served.url}/console/enter"
    data = {"password": word}
    return requests.post(address, data=data, headers=more, timeout=20, allow_redirects=False)


def test_the_password_opens_the_console(hosted: Served) -> None:
    """The right one alone; the printed link goes on working; another password ends both."""
    assert_page(requests.get(f"{hosted.url}/console", timeout=20), 401, 'type="password"')
    for wrong in ("", "x", WORD[:-1], WORD + "x", "\ud7ff" * 10_000):
        assert_page(entered(hosted, wrong), 401, "That is not the password.")
    right = entered(hosted, WORD)
    assert (right.status_code, right.headers["Location"]) == (303, "/console")
    cookie = {"dw_console": right.cookies["dw_console"]}
    by_link = hosted.console()
    hosted.stop()
    hosted.environ["DISTANT_WAR_PASSWORD"] = "another, and as long"
    hosted.start()
    assert_page(requests.get(f"{hosted.url}/console", cookies=cookie, timeout=20), 401)
    assert_page(by_link.get("/console"), 401)
    by_link.close()
    hosted.console().close()
    assert WORD not in "".join((hosted.folder / "stderr.txt").read_text())


def test_passwords_cannot_be_guessed(hosted: Served) -> None:
    """After a few in vain nobody without a mark may try, and the link still opens."""
    answers = [entered(hosted, f"guess {n}").status_code for n in range(PASSWORDS.strangers + 5)]
    assert answers == [401] * PASSWORDS.strangers + [429] * 5
    assert_page(entered(hosted, WORD), 429, "Too many wrong passwords")
    hosted.console().close()


def test_cookies_behind_https_are_bound_to_the_host(hosted: Served) -> None:
    """Asked for by the outer name they are Secure and host-only; on the machine itself not."""
    outside = entered(hosted, WORD, Host="game.example.edu").headers["Set-Cookie"]
    assert "__Host-dw_console=" in outside
    for flag in ("; Secure", "; HttpOnly", "; Path=/", "; SameSite=Lax"):
        assert flag in outside
    assert "; Domain" not in outside
    inside = entered(hosted, WORD).headers["Set-Cookie"]
    assert "__Host-" not in inside
    assert "; Secure" not in inside


def test_without_a_password_there_is_no_form(served: Served) -> None:
    """Nor does an empty one open anything."""
    page = requests.get(f"{served.url}/console", timeout=20)
    assert_page(page, 401, "terminal")
    assert 'type="password"' not in page.text
    assert_page(entered(served, ""), 401)


def test_a_password_that_cannot_be_used(tmp_path: Path) -> None:
    """Too short, or in a file that is not there: said at once, and nothing is served."""
    (tmp_path / "word").write_text("short\n")
    for file in ("word", "nowhere"):
        server = Served(tmp_path, ROOT, "--password-file", str(tmp_path / file))
        with pytest.raises(AssertionError, match="did not start"):
            server.start()
    assert "it needs 8" in server.errors()
    assert "cannot be read" in server.errors()
