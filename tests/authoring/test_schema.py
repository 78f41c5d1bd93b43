"""The schema file that editors read is the one the models make."""

import json

from game.authoring.models import ScenarioFile
from game.authoring.schema import SCHEMA, schema_text, write
from game.authoring.shape import key_paths
from tests.authoring.samples import field_of


def test_the_schema_file_is_fresh():
    """If this fails: .venv/bin/python -m game.authoring.schema"""
    assert SCHEMA.read_text(encoding="utf-8") == schema_text()


def test_writing_it_is_repeatable(tmp_path):
    """The same models always make the same bytes."""
    write(tmp_path / "schema.json")

    assert (tmp_path / "schema.json").read_bytes() == schema_text().encode()


def test_every_key_explains_itself_with_an_example():
    """What a hovering author reads: what it is, and how it looks."""
    for path in key_paths(ScenarioFile):
        field = field_of(".".join(path))
        assert field.description, path
        assert "Example: " in field.description, path
        assert len(field.description) <= 300, path


def test_unknown_keys_are_refused_by_editors_too():
    """The schema closes every table whose keys are ours."""
    schema = json.loads(schema_text())
    parts = [schema, *schema["$defs"].values()]

    assert all(part.get("additionalProperties") is False for part in parts if "properties" in part)
