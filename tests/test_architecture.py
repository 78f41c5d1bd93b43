"""What import-linter cannot say of the house: how pure the core is, how large the rooms are."""

import ast
import inspect
from collections.abc import Iterator
from dataclasses import is_dataclass
from functools import cache
from pathlib import Path
from typing import get_args

from game.classroom.session import events as session_events
from game.core import commands, events
from game.core.events import clock, moves, opening, outcomes, seating

HOUSE = Path(__file__).parents[1]
GAME = sorted((HOUSE / "game").rglob("*.py"))
CORE = sorted((HOUSE / "game/core").rglob("*.py"))
TESTS = sorted((HOUSE / "tests").rglob("*.py"))

# What the core may know of the world. No `math`: its last digits differ between platforms.
PLAIN = {"collections.abc", "dataclasses", "enum", "functools", "hashlib", "itertools", "typing"}
# Built in, and a door to the outside or to what differs from one process to the next.
DOORS = {"open", "input", "print", "exec", "eval", "compile", "__import__", "hash", "id"}

MOST_LINES = 300  # of a file; most have less than half of that
MOST_BODY = 30  # lines of a function, its docstring and the functions in it not counted
# One line or two for each of many cases, or for each key of one object.
TABLES = {
    ("game/core/evolve.py", "evolve"): 70,
    ("game/core/rules/__init__.py", "decide"): 40,
    ("game/classroom/session/state.py", "evolve"): 45,
    ("game/core/disclosure.py", "learners"): 40,
    ("game/analysis/chronicle/telling.py", "tell"): 65,
    ("game/web/console_frames.py", "console_frame"): 37,
    ("game/web/presenters/responding.py", "responding"): 35,
    ("game/web/templating.py", "environment"): 35,
}
CATCH_ALLS = {"util", "utils", "helper", "helpers", "misc", "common", "stuff", "tools", "base"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def tree(path: Path) -> ast.Module:
    """The parsed file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def name(path: Path) -> str:
    """The path inside the house."""
    return path.relative_to(HOUSE).as_posix()


def imports(path: Path) -> Iterator[str]:
    """Every module a file imports."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)}: imports are absolute"
            yield node.module or ""


def test_the_core_knows_itself_and_a_few_plain_modules():
    """No I/O, no clock, no dice, no logging, no framework: only what is listed above."""
    foreign = {found for path in CORE for found in imports(path) if found[:9] != "game.core"}
    assert foreign <= PLAIN


def test_the_core_opens_no_door():
    """Nothing is read, printed or run; nothing depends on addresses or on the hash seed."""
    called = {
        (name(path), node.func.id)
        for path in CORE
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert {call for call in called if call[1] in DOORS} == set()
    assert ("game/core/chance.py", "sha256") in called  # so that this test sees calls


def test_nature_alone_has_dice():
    """All draws are made before round 1, so that a log replays without any."""
    users = {name(p) for p in CORE if "game.core.chance" in set(imports(p))}
    assert users == {"game/core/nature.py"}


def test_the_core_keeps_nothing_outside_its_values():
    """No function changes a name that is not its own."""
    nodes = [(name(path), node) for path in CORE for node in ast.walk(tree(path))]
    assert [at for at, node in nodes if isinstance(node, ast.Global | ast.Nonlocal)] == []


def test_powers_in_the_core_are_of_plain_numbers():
    """`x ** 2` asks the C library, whose last digit is its own; `x * x` is the same everywhere."""
    powers = [
        (name(path), ast.unparse(node))
        for path in CORE
        for node in ast.walk(tree(path))
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow)
    ]
    assert powers == [
        ("game/core/chance.py", "2.0 ** (-53)"),
        ("game/core/reading.py", "10 ** 9"),
    ]


def test_no_file_is_long():
    """A room one can survey."""
    sizes = {name(p): len(p.read_text(encoding="utf-8").splitlines()) for p in (*GAME, *TESTS)}
    assert {path: size for path, size in sizes.items() if size > MOST_LINES} == {}


def test_no_function_is_long():
    """Tables apart, which are named above with what they may have."""
    sizes = {
        (name(path), node.name): body_lines(node)
        for path in GAME
        for node in ast.walk(tree(path))
        if isinstance(node, Function)
    }
    long = {place: size for place, size in sizes.items() if size > MOST_BODY}
    assert {place: size for place, size in long.items() if size > TABLES.get(place, 0)} == {}
    assert TABLES.keys() <= sizes.keys()


def body_lines(function: Function) -> int:
    """Lines of a function after its docstring, without those of functions defined in it."""
    first = function.body[1] if documented(function) and function.body[1:] else function.body[0]
    inner = [n for n in ast.walk(function) if isinstance(n, Function) and n is not function]
    outermost = [f for f in inner if not any(f is not g and within(f, g) for g in inner)]
    return lines(function, first) - sum(lines(found) for found in outermost)


def lines(node: Function, first: ast.stmt | None = None) -> int:
    """Lines from the first statement, or from the first decorator, to the end."""
    start = first or min([node, *node.decorator_list], key=lambda part: part.lineno)
    return (node.end_lineno or 0) - start.lineno + 1


def within(one: Function, other: Function) -> bool:
    """Whether one function stands in the other."""
    return other.lineno < one.lineno and (one.end_lineno or 0) <= (other.end_lineno or 0)


def documented(node: ast.Module | ast.ClassDef | Function) -> bool:
    """Whether it says what it is."""
    return bool(ast.get_docstring(node))


def test_every_module_and_everything_public_in_it_says_what_it_is():
    """Modules, classes, functions and methods; what is inside a function is its own affair."""
    silent = [name(p) for p in GAME if tree(p).body and not documented(tree(p))]
    for path in GAME:
        for node in public(tree(path).body):
            parts = public(node.body) if isinstance(node, ast.ClassDef) else []
            silent += [f"{name(path)}: {n.name}" for n in (node, *parts) if not documented(n)]
    assert silent == []


def public(body: list[ast.stmt]) -> list[ast.ClassDef | Function]:
    """Classes and functions whose names are for others."""
    made = [node for node in body if isinstance(node, ast.ClassDef | Function)]
    return [node for node in made if not node.name.startswith("_")]


def test_no_module_is_named_for_nothing_in_particular():
    """`utils` and its like say nothing of what is in them."""
    vague = [name(p) for p in GAME if {p.stem, p.parent.name} & CATCH_ALLS]
    assert vague == ["game/authoring/models/base.py"]  # the base class of the file's models


EVENT_ROOMS = (clock, moves, opening, outcomes, seating)


def made_in(module: object) -> set[type]:
    """The dataclasses a module defines, those with a time: events."""
    found = (kind for _, kind in inspect.getmembers(module, inspect.isclass))
    return {
        kind
        for kind in found
        if is_dataclass(kind) and kind.__module__ == module.__name__ and "at" in kind.__slots__
    }


def test_every_event_that_is_defined_is_an_event_of_its_family():
    """The union is what is folded, disclosed and stored: tests/log reads all of it again,
    tests/core/test_replay.py and tests/classroom/test_session_replay.py fold it."""
    assert set().union(*(made_in(room) for room in EVENT_ROOMS)) == set(get_args(events.Event))
    assert made_in(session_events) == set(get_args(session_events.SessionEvent))


def test_every_command_can_be_given():
    """Each class in commands.py is one of a seat or one of the server."""
    defined = {
        kind
        for _, kind in inspect.getmembers(commands, inspect.isclass)
        if is_dataclass(kind) and kind.__module__ == commands.__name__
    }
    assert defined == {*get_args(commands.Command), *get_args(commands.SeatCommand)}
