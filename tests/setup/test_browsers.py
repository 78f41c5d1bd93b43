"""A browser is found, or asked for; the tests that need one are never dropped in silence."""

import json
import sys

import pytest

from bootstrap import browser
from tests import browsers


@pytest.fixture
def path_with(tmp_path):
    """A PATH on which only the named programs are."""

    def make(*names: str) -> dict[str, str]:
        folder = tmp_path / "programs"
        folder.mkdir(exist_ok=True)
        for name in names:
            (folder / name).write_text("#!/bin/sh\n")
            (folder / name).chmod(0o755)
        return {"PATH": str(folder)}

    return make


def test_the_lightest_browser_comes_first(path_with):
    environ = path_with("google-chrome", "chromium", "chromium-headless-shell")

    assert browsers.find_browser(environ).name == "chromium-headless-shell"


@pytest.mark.parametrize("name", ["chromium", "google-chrome-stable", "microsoft-edge"])
def test_any_of_the_family_will_do(path_with, name):
    assert browsers.find_browser(path_with(name)).name == name


def test_without_one_there_is_none(path_with):
    assert browsers.find_browser(path_with("firefox")) is None


def test_the_one_that_is_named_wins(path_with):
    environ = path_with("chromium") | {browsers.VARIABLE: sys.executable}

    assert str(browsers.find_browser(environ)) == sys.executable


def test_a_named_browser_that_is_not_there_is_an_error(path_with):
    environ = path_with("chromium") | {browsers.VARIABLE: "/nowhere/chrome"}

    with pytest.raises(browsers.NoBrowser, match="/nowhere/chrome"):
        browsers.find_browser(environ)


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ([], True),
        (["tests/unit"], True),
        (["-m", "browser"], True),
        (["-m", "not browser"], False),
        (["-mnot browser"], False),
        (["-m", "live and not browser", "-q"], False),
        (["-m", "not slow"], True),
    ],
)
def test_only_the_caller_leaves_browser_tests_out(arguments, wanted):
    assert browser.wanted(arguments) is wanted


def test_without_a_browser_the_user_is_told_what_to_type(ready, path_with):
    """No apt-get on this PATH either, so nothing can be installed."""
    done = ready.run("test", **path_with())

    assert done.returncode == 2
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    for word in ("To get one, type:", browsers.VARIABLE, '-m "not browser"'):
        assert word in done.stderr


def test_a_wrong_name_is_told_too(ready):
    done = ready.run("test", DISTANT_WAR_BROWSER="/nowhere/chrome")

    assert done.returncode == 2
    assert "/nowhere/chrome" in done.stderr
    assert "Traceback" not in done.stderr


def test_tests_without_a_browser_look_for_none(ready, path_with):
    done = ready.run("test", "-m", "not browser", **path_with())

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["browser"] is None
