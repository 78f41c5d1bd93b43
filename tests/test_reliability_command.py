"""`run.py reliability` on files: what it prints, for people and for programs."""

import json
import time

import pytest
from click.testing import CliRunner

from game.cli.reliability import command

HEAD = "text_id,coder,code,coded_at,blind\n"
CODES = ("resolve", "payoff", "other")
ROWS = "".join(
    f"t{n},ann,{CODES[n % 3]},,1\nt{n},bo,{CODES[(n + (n % 7 == 0)) % 3]},,1\n" for n in range(60)
)
KEYS = (
    "units coders pairable_units n_codes percent_agreement alpha alpha_low alpha_high kappa"
    " kappa_low kappa_high level draws seed distribution disagreements verdict warnings"
)


@pytest.fixture
def run(tmp_path):
    """The command on a file of these bytes."""

    def _run(content, *options):
        file = tmp_path / "codes.csv"
        file.write_bytes(content)
        return CliRunner().invoke(command, [str(file), *options], catch_exceptions=False)

    return _run


def test_for_people(run):
    """Numbers, the convention in words, and both tables."""
    result = run((HEAD + ROWS).encode())
    assert result.exit_code == 0
    assert "60 texts, 2 coders, 120 codes given." in result.output
    for word in (
        "Percent agreement",
        "alpha (nominal)",
        "Cohen’s kappa",
        "By convention",
        "seed 1",
    ):
        assert word in result.output
    assert "     3  payoff / resolve\n" in result.output


def test_for_programs(run):
    """Excel's mark and line ends change nothing, and the order of the keys is kept."""
    plain = json.loads(run((HEAD + ROWS).encode(), "--json").output)
    excel = (HEAD + ROWS).replace("\n", "\r\n").encode("utf-8-sig")
    assert json.loads(run(excel, "--json").output) == plain
    assert list(plain) == KEYS.split()
    assert plain["alpha_low"] < plain["alpha"] < plain["alpha_high"]
    assert plain["draws"] == 2000


def test_one_code_is_null(run):
    """Undefined is said, and is null, not nan."""
    result = run(b"unit,coder,code\n1,a,x\n1,b,x\n2,a,x\n2,b,x\n", "--json")
    assert result.exit_code == 0
    assert json.loads(result.output)["alpha"] is None
    people = run(b"unit,coder,code\n1,a,x\n1,b,x\n").output
    assert "undefined" in people
    assert "By convention" not in people


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"PK\x03\x04", b"a,b\n1,2\n"])
def test_what_is_no_such_file_is_said_in_a_sentence(run, content):
    result = run(content)
    assert result.exit_code == 1
    assert result.output.startswith("Error: ")


def test_what_the_file_says_neither_steers_the_terminal_nor_counts_without_end(run):
    """A version of thousands of digits is no number, but a name."""
    row = "{},ann,\x1b[2Jcode,{}\n{},bo,\x1b[2Jcode,{}\n"
    of = ["x-" + "9" * 5000, "x-2\x1b[31m"]
    cells = "".join(row.format(one, book, one, book) for one in "12" for book in of)
    result = run(f"unit,coder,code,codebook\n{cells}".encode())
    assert result.exit_code == 0
    assert "�[2Jcode" in result.output
    assert "\x1b" not in result.output


def test_a_file_that_is_not_there(tmp_path):
    result = CliRunner().invoke(command, [str(tmp_path / "none.csv")])
    assert result.exit_code == 1
    assert "cannot be read" in result.output


def test_a_thousand_texts_take_no_time(run):
    """The draws are counted, not gone through."""
    rows = "".join(
        f"{n},{c},{(n * 7 + c * (n % 5 == 0)) % 5}\n" for n in range(1000) for c in (0, 1)
    )
    run(b"unit,coder,code\n1,a,x\n1,b,y\n")  # what is imported late, imported
    began = time.perf_counter()
    assert run(b"unit,coder,code\n" + rows.encode()).exit_code == 0
    assert time.perf_counter() - began < 1.5
