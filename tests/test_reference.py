"""docs/reference/command-line.md against the program, and every command line that a page quotes."""

import re
import shlex

import click
import pytest

from game.cli import COMMANDS, cli
from tests.pages import DOCS, ROOT, every_page, headings, prose, read, rows, section

PAGE = read(DOCS / "reference" / "command-line.md")
LINE = re.compile(r"(?:^ {4,}|^|`)((?:python3|py) run\.py(?: [^`\n]*)?)", re.MULTILINE)
QUOTED = sorted(
    {
        re.split(r" {2,}", found.strip())[0]
        for path in every_page()
        for found in LINE.findall(read(path))
    }
)


def command(name: str) -> click.Command:
    """A command of the program."""
    found = cli.get_command(click.Context(cli), name)
    assert found is not None
    return found


def options(name: str) -> dict[str, click.Option]:
    """The options of a command, by their long names; help is said of all commands at once."""
    made = [param for param in command(name).params if isinstance(param, click.Option)]
    return {option.opts[-1]: option for option in made}


def told(name: str) -> dict[str, tuple[str, ...]]:
    """The rows of a command's table, by option."""
    return {row[0].strip("`"): row[1:] for row in rows(section(PAGE, name))}


def default(option: click.Option) -> str:
    """A default as the page writes it."""
    if option.required:
        return "needed"
    if option.is_flag:
        return "off"
    said = option.default if isinstance(option.default, str | int) else ""
    return f"`{said}`" if said != "" else "none"


def test_every_command_has_its_section_and_every_section_its_command():
    """`test` belongs to run.py itself, which hands the rest over."""
    assert set(headings(PAGE, 2)) == {*COMMANDS, "test"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_has_its_row_with_its_default(name):
    """And no row tells of an option that is not there."""
    there = {option: default(made) for option, made in options(name).items()}

    assert {option: row[0] for option, row in told(name).items()} == there


@pytest.mark.parametrize("name", COMMANDS)
def test_every_choice_is_named_in_its_row(name):
    """Who reads the page can type any of them."""
    for option, made in options(name).items():
        if isinstance(made.type, click.Choice):
            assert set(made.type.choices) <= set(re.findall(r"`([^`]+)`", told(name)[option][1]))


def test_many_command_lines_are_quoted():
    """That the next test looks at something."""
    assert len(QUOTED) > 20


@pytest.mark.parametrize("line", QUOTED)
def test_a_quoted_command_line_can_be_typed(line):
    """The program takes it: no misspelt option, no value out of range."""
    name, *rest = [*shlex.split(line)[2:], ""]
    arguments = [argument for argument in rest if argument]
    if name == "test":
        assert all((ROOT / word).exists() for word in arguments if word.startswith("tests/"))
    elif not name or name.startswith("-"):
        assert accepts(cli, [name] if name else [])
    else:
        assert accepts(command(name), arguments)


def accepts(taken: click.Command, arguments: list[str]) -> bool:
    """Whether the command can be called so; it is not."""
    try:
        taken.make_context("run.py", list(arguments)).close()
    except click.exceptions.Exit as asked:  # --help and --version answer at once
        return asked.exit_code == 0
    return True


def test_what_no_command_takes_is_found():
    """The two tests above can fail."""
    with pytest.raises(click.NoSuchOption):
        accepts(command("rehearse"), ["the-straits", "--pupils", "13"])


def test_the_usual_port_is_the_one_that_pages_name():
    """An address with a port in the documents is one that the server would print."""
    ports = {int(port) for path in every_page() for port in PORT.findall(prose(read(path)))}
    usual = options("serve")["--port"].default

    assert ports == {usual}


PORT = re.compile(r"http://\d+\.\d+\.\d+\.\d+:(\d+)")
