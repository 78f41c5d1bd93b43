"""The locks: complete, hashed, of one mind, and silent about the machine they were made on."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.lock", "requirements-test.lock", "tools/node.lock")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def pins(lock: str) -> dict[str, list[Requirement]]:
    """Every pin of a lock by name; markers can make several pins of one package."""
    found: dict[str, list[Requirement]] = {}
    for block in blocks(lock):
        requirement = Requirement(block.split("\\", 1)[0].strip())
        found.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return found


def blocks(lock: str) -> list[str]:
    """The lock cut at each pin, comments taken out."""
    lines = (ROOT / lock).read_text("utf-8").splitlines(keepends=True)
    text = "".join(line for line in lines if not line.lstrip().startswith("#"))
    return re.split(r"\n(?=\S)", text.strip())


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_place(lock: str) -> None:
    """No address and no path: both differ from machine to machine, and an address can be bent."""
    text = (ROOT / lock).read_text("utf-8").replace(" \\\n", "\n")

    assert not re.findall(r".*(?:[/\\@]|--(?!hash=)).*", text)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_is_exact_and_has_a_hash(lock: str) -> None:
    for block in blocks(lock):
        assert re.match(r"[\w.-]+==[\w.]+ ", block), block
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", block), block


def test_the_tests_run_with_the_packages_that_a_class_runs_with() -> None:
    """Every pin of the app's lock is in the tests' lock, at the same version."""
    app, tests = pins("requirements.lock"), pins("requirements-test.lock")

    assert {name: versions(app[name]) for name in app} == {
        name: versions(tests.get(name, [])) for name in app
    }


@pytest.mark.parametrize(
    ("lock", "asked"),
    [
        ("requirements.lock", PROJECT["project"]["dependencies"]),
        ("requirements-test.lock", PROJECT["dependency-groups"]["test"]),
    ],
    ids=["app", "tests"],
)
def test_the_lock_holds_what_the_project_asks_for(lock: str, asked: list[str]) -> None:
    """After a change in pyproject.toml the locks must be made again: python3 -m tools.lock."""
    locked = pins(lock)
    for wish in map(Requirement, asked):
        pinned = versions(locked.get(canonicalize_name(wish.name), []))
        assert any(version in wish.specifier for version in pinned), f"{wish} is not in {lock}"


def versions(requirements: list[Requirement]) -> set[str]:
    return {str(requirement.specifier).removeprefix("==") for requirement in requirements}
