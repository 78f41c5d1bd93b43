"""Once set up, run.py stands in nobody's way."""

import json
import sys

import pytest


def told(done):
    """What the stand-in program printed."""
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_later_start_says_nothing_and_needs_no_pip(ready):
    done = ready.run(PIP_FIND_LINKS="", PIP_INDEX_URL="http://127.0.0.1:9/simple")

    assert told(done)["pebble"] == "1.0"
    assert done.stderr == ""


def test_arguments_arrive_as_they_were_given(ready):
    arguments = ["check", "a file.yaml", "--name", "Zoë", "", "--", "-x"]

    assert told(ready.run(*arguments))["arguments"] == arguments


def test_files_are_named_from_where_the_user_stands(ready, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    assert told(ready.run(cwd=elsewhere))["cwd"] == str(elsewhere)


def test_a_folder_called_game_elsewhere_is_not_ours(ready, tmp_path):
    stranger = tmp_path / "elsewhere" / "game"
    stranger.mkdir(parents=True)
    (stranger / "__init__.py").write_text("raise SystemExit('a stranger')")

    assert told(ready.run(cwd=stranger.parent))


def test_packages_on_the_users_pythonpath_stay_outside(ready, tmp_path):
    (tmp_path / "pebble.py").write_text("raise SystemExit('a stranger')")

    assert told(ready.run(PYTHONPATH=str(tmp_path)))["pebble"] == "1.0"


@pytest.mark.parametrize("code", ["0", "1", "7"])
def test_the_exit_code_is_the_programs(ready, code):
    assert ready.run(EXIT_WITH=code).returncode == int(code)


def test_a_moved_folder_still_starts(ready, tmp_path):
    ready.folder = ready.folder.rename(tmp_path / "moved")

    done = ready.run()

    assert told(done)
    assert done.stderr == ""


def test_pytest_gets_its_arguments_and_the_browser(ready, tmp_path):
    done = ready.run("test", "-k", "a b", cwd=tmp_path, DISTANT_WAR_BROWSER=sys.executable)

    assert told(done) == {
        "arguments": ["-k", "a b"],
        "cwd": str(ready.folder),
        "browser": sys.executable,
    }


def test_serving_never_installs_what_only_tests_need(ready):
    assert not ready.stamp("requirements-test.lock").exists()
    assert not list(ready.folder.glob(".venv/**/pytest.py"))
