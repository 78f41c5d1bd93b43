"""An export is read as if the class had been played here; what cannot be read says why."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from game.analysis.codebook import SCHEMA_VERSION
from game.analysis.export import export_zip, fingerprint_of
from game.analysis.export.reading import read_session
from game.analysis.export.unpacking import NoExport
from tests.analysis import played
from tests.analysis.real import asked, real
from tests.analysis.zipping import members, packed

OLD = sorted((Path(__file__).parents[2] / "fixtures" / "exports").glob("schema-*/*.zip"))
NAMES = [make.__name__ for make in played.ALL]


def changed(name: str, content: bytes) -> bytes:
    """An export with another file in it."""
    return packed({**members(export_zip(asked(), texts=True)), name: content})


@pytest.mark.parametrize("name", NAMES)
def test_what_is_read_is_what_was_played(name):
    log = real(name)
    found = read_session(export_zip(log, texts=True))
    assert found.log == log
    assert found.warnings == ()
    assert found.title == "Monday, 10 o’clock"


def test_what_is_known_beside_the_log_is_read():
    found = read_session(export_zip(asked(), texts=True)).log
    ordered = sorted(asked().predictions, key=lambda one: one.participant)
    assert found == replace(asked(), predictions=tuple(ordered))


@pytest.mark.parametrize("texts", [True, False])
@pytest.mark.parametrize("research", [True, False])
@pytest.mark.parametrize("name", ["asked", "cards", "rehearsal"])
def test_what_is_read_is_exported_again_as_it_was(name, texts, research):
    """Salts, commitments and the ends of chains that are not in the file among it."""
    played_here = asked() if name == "asked" else real(name)
    data = export_zip(played_here, texts=texts, research=research)
    log = read_session(data).log
    again = read_session(export_zip(log, texts=texts, research=research)).log
    assert fingerprint_of(log) == fingerprint_of(again) == fingerprint_of(played_here)
    if not log.absent:
        assert export_zip(log, texts=texts, research=research) == data


def test_texts_that_were_left_out_do_not_come_back_as_empty_ones():
    data = export_zip(asked(), texts=False)
    with_texts = export_zip(read_session(data).log, texts=True)
    assert members(with_texts)["events.jsonl"] == members(data)["events.jsonl"]


def test_a_research_file_tells_of_nobody_who_did_not_agree():
    refused = next(who for who, agreed in asked().consent.items() if not agreed)
    found = read_session(export_zip(asked(), texts=True, research=True))
    assert refused not in found.log.consent
    assert refused not in {one.participant for one in found.log.predictions}
    assert "S1-G3 not in this file" in " ".join(found.warnings)
    assert [head.stream for head in found.log.absent] == ["S1-G3"]


def test_files_of_every_schema_are_kept():
    """See tests/fixtures/exports/README.md."""
    schemas = range(1, SCHEMA_VERSION + 1)
    assert {file.parent.name for file in OLD} == {f"schema-{schema}" for schema in schemas}


@pytest.mark.parametrize("file", OLD, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_files_of_older_versions_open(file):
    found = read_session(file.read_bytes())
    assert found.log.groups
    assert found.log.states()
    assert any("older version" in said for said in found.warnings) == (found.facts.schema == 1)
    again = read_session(export_zip(found.log, texts=found.facts.texts))
    assert again.log == replace(found.log, secret="")


def test_an_older_file_says_who_agreed_as_far_as_its_tables_do():
    found = read_session(next(file for file in OLD if file.stem == "class-texts").read_bytes()).log
    assert found.consent["P01"] is False
    assert found.consent["P02"] is True
    assert found.first_play["P02"] is False
    assert [one.reason for one in found.predictions] == ["ça\nva", "=they, owe us"]
    assert [one.code for one in found.codings] == ["resolve"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("session.json", b"[]", "session.json"),
        ("session.json", b'{"version":9}', "session.json"),
        ("session.json", b"{" * 100_000, "session.json"),
        ("events.jsonl", b"[]\n", "Line 1 of events.jsonl is no event"),
        ("events.jsonl", b"{}\n", "Line 1 of events.jsonl is no event"),
        ("events.jsonl", b"no json\n", "Line 1 of events.jsonl is no event"),
        ("scenario.yaml", b"id: other\n", "scenario.yaml cannot be read"),
        ("scenario.yaml", b"\xff\xff", "damaged"),
    ],
)
def test_a_file_that_cannot_be_is_refused_with_its_name(name, content, said):
    with pytest.raises(NoExport, match=said):
        read_session(changed(name, content))


def test_a_scenario_that_the_log_does_not_name_is_refused():
    other = asked().scenario_text.replace("Straits", "Narrows").encode()
    with pytest.raises(NoExport, match="not the scenario that the log names"):
        read_session(changed("scenario.yaml", other))


def test_a_log_that_was_changed_is_refused_with_the_place():
    lines = members(export_zip(asked(), texts=True))["events.jsonl"]
    with pytest.raises(NoExport, match="chain breaks at stream S1-G1, position 1"):
        read_session(changed("events.jsonl", lines.replace(b'"seed":"seed"', b'"seed":"seek"', 1)))


def test_a_newer_file_says_so():
    files = members(export_zip(asked(), texts=True))
    said = json.loads(files["manifest.json"]) | {"schema_version": 99}
    with pytest.raises(NoExport, match="newer version"):
        read_session(packed({**files, "manifest.json": json.dumps(said).encode()}))


def test_what_is_no_zip_says_so():
    with pytest.raises(NoExport, match="no zip"):
        read_session(b"PK, but no more")
