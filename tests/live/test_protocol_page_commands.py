"""docs/reference/protocol.md against the program: commands, answers and events."""

import re
from collections.abc import Iterator, Mapping

import pytest

from game.core.pledges import BY_PATRON, NEEDS_UNITS, Code, Condition
from game.core.reading import READERS, Malformed
from game.core.vocabulary import Refusal
from game.web.api import PROTOCOL_VERSION
from tests.pages import DOCS, ROOT, read, rows, section

PAGE = read(DOCS / "reference" / "protocol.md")
QUOTED = re.compile(r"`([a-z_]+)`")
WEB = [read(path) for path in sorted((ROOT / "game" / "web").glob("*.py"))]
CANDIDATES = ("A1", 1, "word", True, {"A1": True}, {"A1": 1})


# ------------------------------------------------------------------ commands


class Asked(Mapping[str, object]):
    """Arguments that remember which were asked for."""

    def __init__(self, known: dict[str, object]) -> None:
        self.known = known
        self.keys_asked: dict[str, None] = {}

    def __getitem__(self, key: str) -> object:
        self.keys_asked[key] = None
        return self.known[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.known)

    def __len__(self) -> int:
        return len(self.known)


def arguments(name: str) -> dict[str, bool]:
    """What the reader of a command asks for, and whether it can do without: found by trying."""
    known: dict[str, object] = {}
    tried: dict[str, int] = {}
    while True:
        asked = Asked(known)
        try:
            READERS[name](asked)
        except Malformed as fault:
            words = re.findall(r"[a-z_]+", fault.expected.removeprefix("one of "))
            options = [*CANDIDATES, *words[:1]]
            known[fault.field] = options[tried.setdefault(fault.field, 0)]
            tried[fault.field] += 1
        else:
            return {key: key not in tried for key in asked.keys_asked}


def told_arguments() -> dict[str, dict[str, bool]]:
    """The page's table: by command, each argument and whether it can be left out."""
    found: dict[str, dict[str, bool]] = {}
    name = ""
    for row in rows(PAGE.partition("What a command takes")[2].partition("###")[0]):
        name = row[0].strip("`") or name
        own = found.setdefault(name, {})
        if row[1]:
            own[row[1].strip("`")] = bool(row[2])
    return found


def test_every_command_has_its_row():
    """And no row tells of a command that is not taken."""
    assert told_arguments().keys() == READERS.keys()


@pytest.mark.parametrize("name", READERS)
def test_every_argument_has_its_row(name):
    """The reader asks for exactly these, and does without exactly those that may be left out."""
    assert told_arguments()[name] == arguments(name)


def test_every_code_of_a_request_or_pledge():
    """Whose it is, and what it needs."""
    table = rows(section(PAGE, "Requests and pledges"))
    told = [(row[0].strip("`"), row[1], row[2]) for row in table]
    assert [row[0] for row in told] == [code.value for code in Code]
    for code, role, needs in told:
        assert role == ("patron" if Code(code) in BY_PATRON else "ally")
        assert ("`units`" in needs) is (Code(code) in NEEDS_UNITS)
        if "`condition`" in needs:
            assert QUOTED.findall(needs)[1:] == [condition.value for condition in Condition]


# ------------------------------------------------------------------ answers and events


def test_every_refusal_has_its_place():
    """A row, or a word among the instructor's; two are the connection's own."""
    acknowledgements = section(PAGE, "Acknowledgements")
    seats = [code for row in rows(acknowledgements) for code in QUOTED.findall(row[0])]
    others = QUOTED.findall(acknowledgements.partition("The remaining codes")[2])
    assert len(seats + others) == len({*seats, *others})
    assert {*seats, *others} == {*(code.value for code in Refusal), "elsewhere", "too_fast"}


def test_every_code_of_the_server_is_told():
    """Whatever is refused by name, at the door, by the connection or by the server."""
    called = re.compile(
        r'(?:EntryRefused|NameRefused|refused)\(\s*(?:"(?:code|name|number)",\s*)?"([a-z_]+)"'
    )
    sources = [*WEB, *map(read, (ROOT / "game" / "classroom").glob("*.py"))]
    codes = {code for source in sources for code in called.findall(source)}
    assert len(codes) > 8
    assert codes <= set(QUOTED.findall(PAGE))


def test_every_event_has_its_row():
    """What is sent by name, and what is listened to; coming and going are Socket.IO's own."""
    events = {
        row[0].strip("`")
        for row in rows(PAGE.partition("| event | from |")[2].partition("* **")[0])
    }
    sent = {
        name
        for text in WEB
        for name in re.findall(r'emit\(\s*"(\w+)"|\'2\["(\w+)"', text)
        for name in name
        if name
    }
    heard = {name for text in WEB for name in re.findall(r'on_event\(\s*"(\w+)"', text)}
    assert events == sent | heard - {"connect", "disconnect"}


def test_the_version_is_the_one_that_is_sent():
    """On the page and at the door."""
    assert f"Protocol version **{PROTOCOL_VERSION}**" in PAGE
