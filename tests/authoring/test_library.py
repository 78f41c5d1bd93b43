"""Scenarios are found by name or path, and only playable ones are handed to a class."""

import pytest

from game.authoring.library import NotPlayable, UnknownScenario, find, load_playable, named, shipped
from tests.authoring.samples import VALID, changed


@pytest.fixture
def folder(tmp_path):
    """A library of one sound and one broken scenario."""
    (tmp_path / "valid.yaml").write_text(VALID, encoding="utf-8")
    broken = changed(("status: draft", "status: drafft"), ("distance: far", "distance: fra"))
    (tmp_path / "broken.yaml").write_text(broken, encoding="utf-8")
    (tmp_path / "scenario.schema.json").write_text("{}", encoding="utf-8")
    return tmp_path


def test_shipped_lists_scenarios_by_name(folder):
    """YAML files only."""
    assert [path.name for path in shipped(folder)] == ["broken.yaml", "valid.yaml"]


def test_a_name_leads_to_the_shipped_file_and_a_path_to_itself(folder):
    """`the-straits` or `my/own.yaml`."""
    assert find("valid", folder) == folder / "valid.yaml"
    assert find(folder / "valid.yaml") == folder / "valid.yaml"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("vallid", "There is no scenario called “vallid”. Did you mean “valid”?"),
        ("zzz", "There is no scenario called “zzz”. Known here: broken, valid."),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(folder, given, sentence):
    """Or with all there are."""
    with pytest.raises(UnknownScenario) as answer:
        find(given, folder)

    assert str(answer.value) == sentence


def test_an_unknown_path_is_answered_with_its_neighbour(folder):
    """A name with .yaml is a path."""
    with pytest.raises(UnknownScenario, match=r"Did you mean “valid\.yaml”"):
        find(folder / "vaild.yaml")


@pytest.mark.parametrize("name", ["../valid", "/etc/passwd", "valid.yaml", "", ".", "a\x00b"])
def test_a_name_cannot_leave_the_library(folder, name):
    """What a browser sends is a name and never a path."""
    (folder / "inner").mkdir()
    with pytest.raises(UnknownScenario):
        named(name, folder / "inner")


def test_a_playable_scenario_is_handed_over(folder):
    """With its scenario."""
    assert load_playable("valid", folder).scenario is not None


def test_a_broken_one_is_refused_with_all_its_problems(folder):
    """So that the author need not run the checker as well."""
    with pytest.raises(NotPlayable) as answer:
        load_playable("broken", folder)

    assert len(answer.value.loaded.errors) == 2
    for problem in answer.value.loaded.problems:
        assert str(problem) in str(answer.value)
