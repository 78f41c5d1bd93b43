"""The lines and the exit status of `run.py check`."""

from game.authoring.check import check_files
from game.authoring.library import SCENARIOS, shipped
from tests.authoring.samples import HERE, changed

VALID_FILE = HERE / "valid.yaml"


def test_a_sound_file_gets_one_line_and_status_0():
    """It can be played, and these are the figures an author looks at."""
    lines, status = check_files([VALID_FILE])

    assert status == 0
    assert len(lines) == 1
    assert "no errors, no warnings. It can be played." in lines[0]
    assert "p* is 0.50" in lines[0]
    assert "obey 75 % of the order cards" in lines[0]


def test_an_error_gives_status_1(tmp_path):
    """Every problem has its line, and the file is summed up behind them."""
    file = tmp_path / "valid.yaml"
    file.write_text(changed(("status: draft", "status: drafft")), encoding="utf-8")

    lines, status = check_files([VALID_FILE, file])

    assert status == 1
    assert lines[1].startswith(f"{file}:5:9: status: “drafft” is not one of")
    assert lines[2] == f"{file}: 1 error, no warnings. It cannot be played yet."


def test_warnings_alone_give_status_0(tmp_path):
    """They say that they are warnings, where compilers say it."""
    file = tmp_path / "other.yaml"
    file.write_text(changed(), encoding="utf-8")

    lines, status = check_files([file])

    assert status == 0
    assert lines[0].startswith(f"{file}:3:5: warning: id: The id is “valid”")
    assert "no errors, 1 warning. It can be played." in lines[1]


def test_an_unknown_name_is_a_line_and_not_a_crash():
    """With the nearest name there is."""
    name = shipped()[0].stem

    lines, status = check_files([name[:-1]])

    assert status == 1
    assert lines == [f"There is no scenario called “{name[:-1]}”. Did you mean “{name}”?"]


def test_every_shipped_scenario_can_be_played():
    """What comes with the game has no errors."""
    lines, status = check_files(shipped(SCENARIOS))

    assert status == 0, "\n".join(lines)
