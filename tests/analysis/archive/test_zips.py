"""An export that is brought: read as far as it is needed, or answered with what is wrong."""

import io
import json
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from game.analysis.archive.zips import NEEDED, NotTaken, read_export
from game.analysis.export import export_zip, unpacking
from game.analysis.export.unpacking import NoExport
from tests.analysis.played import d1, rehearsal


def members(data):
    """What is in a zip, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def packed(files, kind=zipfile.ZIP_DEFLATED):
    """These files as a zip."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", kind) as into:
        for name, content in files.items():
            into.writestr(name, content)
    return made.getvalue()


def export():
    """A class of design D1, as its instructor saves it."""
    return export_zip(d1(), texts=False)


def changed(**manifest):
    """The export with another manifest."""
    files = members(export())
    said = json.loads(files["manifest.json"]) | manifest
    return packed(files | {"manifest.json": json.dumps(said)})


def test_an_export_is_read_as_far_as_it_is_needed():
    """What the manifest says, and four tables; nothing else is unpacked."""
    files = members(export())
    files["events.jsonl"] = b"{ this is not looked at"
    found = read_export(packed(files))
    said = json.loads(files["manifest.json"])
    assert found.session == said["session"] == d1().session
    assert (found.scenario, found.design.value) == (said["scenario_hash"], "D1")
    assert {name: text.encode() for name, text in found.files.items()} == {
        name: files[name] for name in NEEDED
    }


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", b"no zip at all", export()[:-30], packed({"a": "b"})],
    ids=["nothing", "a head", "text", "cut off", "another zip"],
)
def test_what_is_no_export_is_said_to_be_none(data):
    with pytest.raises(NoExport):
        read_export(data)


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        ({"program": "Another"}, "not one of Distant War"),
        ({"schema_version": "1"}, "schema"),
        ({"session": "../../etc"}, "session"),
        ({"session": ".."}, "session"),
        ({"session": 7}, "session"),
        ({"scenario_hash": "short"}, "scenario_hash"),
        ({"design": "D9"}, "design"),
        ({"files": {}}, "SHA-256"),
        ({"files": []}, "SHA-256"),
    ],
)
def test_a_manifest_that_cannot_be_is_refused(manifest, said):
    with pytest.raises(NoExport, match=said):
        read_export(changed(**manifest))


def test_a_manifest_nested_without_end_is_no_export():
    files = members(export()) | {"manifest.json": "[" * 200_000}
    with pytest.raises(NoExport):
        read_export(packed(files))


@pytest.mark.parametrize("name", NEEDED)
def test_a_table_that_was_changed_is_noticed(name):
    """By its SHA-256; and one that is missing by its absence."""
    files = members(export())
    with pytest.raises(NoExport, match=f"{name} is not the file"):
        read_export(packed(files | {name: files[name] + b"\n"}))
    del files[name]
    with pytest.raises(NoExport, match=f"{name} is not in it"):
        read_export(packed(files))


def test_a_table_that_is_there_twice_is_refused():
    """Which one a reader gets would be anybody's choice."""
    made = io.BytesIO(export())
    with zipfile.ZipFile(made, "a") as into, pytest.warns(UserWarning, match="Duplicate"):
        into.writestr("sessions.csv", "other")
    with pytest.raises(NoExport, match="more than once"):
        read_export(made.getvalue())


def test_a_bomb_is_not_unpacked(monkeypatch):
    """A small file that would fill the memory: reading stops at the most."""
    monkeypatch.setattr(unpacking, "MOST_UNPACKED", 100_000)
    files = members(export())
    bomb = b"0" * 5_000_000
    said = json.loads(files["manifest.json"])
    said["files"]["ally_rounds.csv"]["sha256"] = sha256(bomb).hexdigest()
    files |= {"ally_rounds.csv": bomb, "manifest.json": json.dumps(said).encode()}
    with pytest.raises(NoExport, match="too large"):
        read_export(packed(files))


def test_what_is_packed_otherwise_is_refused():
    """Some ways of packing ask for memory before they give anything."""
    with pytest.raises(NoExport, match="another way"):
        read_export(packed(members(export()), zipfile.ZIP_LZMA))


def test_a_zip_of_too_many_files_or_too_large_is_refused(monkeypatch):
    files = members(export()) | {f"{number}.txt": b"" for number in range(100)}
    with pytest.raises(NoExport, match="too many"):
        read_export(packed(files))
    monkeypatch.setattr(unpacking, "MOST_PACKED", 1000)
    with pytest.raises(NoExport, match="too large"):
        read_export(export())


def test_a_table_that_is_not_utf8_is_damaged():
    files = members(export())
    said = json.loads(files["manifest.json"])
    said["files"]["sessions.csv"]["sha256"] = sha256(b"\xff\xfe").hexdigest()
    files |= {"sessions.csv": b"\xff\xfe", "manifest.json": json.dumps(said).encode()}
    with pytest.raises(NoExport, match="damaged"):
        read_export(packed(files))


def test_a_rehearsal_is_not_taken():
    """It is a good file, and no evidence about people."""
    with pytest.raises(NotTaken, match="simulated"):
        read_export(export_zip(rehearsal(), texts=False))


@pytest.mark.parametrize(
    ("manifest", "code"),
    [({"schema_version": 10_000}, "newer"), ({"simulated": None}, "simulated"),
     ({"design": None}, "not_dealt")],
)  # fmt: skip
def test_what_the_archive_does_not_take_has_a_code(manifest, code):
    with pytest.raises(NotTaken, match=code):
        read_export(changed(**manifest))


def test_exports_of_older_versions_are_taken():
    """As long as their tables are those that are needed."""
    old = Path(__file__).parents[2] / "fixtures" / "exports" / "schema-1" / "class-research.zip"
    found = read_export(old.read_bytes())
    assert (found.session, found.research) == ("S1", True)
    assert set(found.files) == set(NEEDED)
