"""What the command prints of a stranger's file."""

from dataclasses import replace

from click.testing import CliRunner

from game.analysis.export import export_zip
from game.cli import cli
from tests.analysis.real import real
from tests.analysis.zipping import members, packed


def test_what_a_file_says_does_not_steer_the_terminal(tmp_path):
    """No escape and no line of its own: from the title, a table's cell, or a file's name."""
    log = replace(real("going_on"), title="\x1b[2J\nNothing is wrong.")
    files = members(export_zip(log, texts=True)) | {"\x1b]0;x": b""}
    files["seats.csv"] = files["seats.csv"].replace(b"student", b"\x1b[1mbot", 1)
    (tmp_path / "x.zip").write_bytes(packed(files))
    said = CliRunner().invoke(cli, ["verify", str(tmp_path / "x.zip")]).output
    assert "\x1b" not in said
    assert "Nothing is wrong." not in said.splitlines()
    assert "has “�[1mbot” where" in said
    assert "�]0;x is no file of an export." in said
