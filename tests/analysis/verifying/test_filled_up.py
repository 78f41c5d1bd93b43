"""What is put in beside the files, taken out of zip and manifest alike, or differs often."""

import json
from functools import lru_cache

import pytest

from game.analysis.chain import linked
from game.analysis.export import export_zip, unpacking
from game.analysis.export.chain_check import breaks
from game.analysis.verifying import beside, differences, verify
from tests.analysis.real import real
from tests.analysis.zipping import MANIFEST, canonical, members, packed

LOG = "events.jsonl"


@lru_cache
def whole() -> dict[str, bytes]:
    """The files of a class of one group."""
    return members(export_zip(real("going_on"), texts=True))


def problems(files: dict[str, bytes]) -> list[str]:
    """What is wrong with these, and a manifest that fits."""
    return [problem.sentence for problem in verify(packed(files)).problems]


def test_room_that_was_filled_up_hides_no_changed_table(monkeypatch):
    """A file is unpacked once, and files that are none of ours are named though they are listed."""
    table = whole()["patron_rounds.csv"]
    changed = {**whole(), "patron_rounds.csv": table.replace(b"escalate", b"hold", 1)}
    assert changed["patron_rounds.csv"] != table
    size = sum(map(len, changed.values()))
    monkeypatch.setattr(unpacking, "MOST_IN_ALL", 3 * size)
    for filled in range(0, 2 * size + 1, size // 2):
        said = problems({**changed, "zz.bin": b"0" * filled})
        assert "zz.bin is no file of an export." in said
        assert any("patron_rounds.csv, row" in sentence for sentence in said), filled


def test_a_table_that_was_taken_out_of_zip_and_manifest_is_missed():
    for name in sorted({*whole()} - {MANIFEST}):
        files = {file: content for file, content in whole().items() if file != name}
        assert f"{name} is missing, in the zip and in the manifest." in problems(files)


def test_of_many_places_the_first_are_told():
    table = whole()["wide.csv"].replace(b"student", b"teacher")
    found = verify(packed({**whole(), "wide.csv": table})).problems
    of_it = [one.sentence for one in found if one.file == "wide.csv"]
    assert len(of_it) == 6
    assert of_it[-1].endswith("more places of wide.csv differ.")


@pytest.mark.parametrize("name", ["extra.R", ".Rprofile", "../../evil.py"])
def test_a_file_that_is_none_of_ours_is_named_though_the_manifest_lists_it(name):
    said = problems({**whole(), name: b"x"})
    assert said == [f"{name.rpartition('/')[2]} is no file of an export."]


def test_texts_are_all_there_or_none_as_the_manifest_says():
    """A text can be taken out without breaking the chain, so the manifest is held to its word."""
    log, bare = whole()[LOG], members(export_zip(real("going_on"), texts=False))
    said = json.loads(bare[MANIFEST]) | {"texts": True}
    assert any("was left out, but" in one for one in problems({**bare, MANIFEST: canonical(said)}))
    assert any("There is a text at" in one for one in problems({**bare, LOG: log}))
    first = next(line for line in log.decode().splitlines() if '"kind":"ResponseSealed"' in line)
    for blank in ({}, {"text_sha256": None}):
        line = json.loads(first) | {"salt": None} | blank
        line["body"]["reason"] = None
        changed = log.replace(first.encode(), canonical(line).rstrip())
        assert any("S1-G1, position" in one for one in problems({**whole(), LOG: changed}))


def test_a_text_without_a_commitment_is_no_text_of_the_chain():
    (line,) = (one for one in whole()[LOG].decode().splitlines() if '"position":1,' in one)
    opened = json.loads(line)
    text = {
        **{key: opened[key] for key in ("stream", "at")},
        "position": 2, "kind": "CableSent", "version": 1,
        "body": {"text": "any"}, "salt": "s", "text_sha256": None,
    }  # fmt: skip
    text["hash"] = linked(opened["hash"], text)
    found = breaks(line + "\n" + canonical(text).decode(), [], texts=True)
    assert "is not the one that was sealed" in next(found).said


def workbook(*sizes: int) -> bytes:
    """A zip with files of so many zeros."""
    return packed({f"f{n}": b"0" * size for n, size in enumerate(sizes)}, fitting=False)


def test_a_workbook_that_would_fill_the_memory_is_not_unpacked(monkeypatch):
    files = whole()
    many = problems({**files, "workbook.xlsx": workbook(*[0] * 100)})
    assert "workbook.xlsx cannot be compared: there are too many files in it." in many
    monkeypatch.setattr(beside, "MOST_IN_ALL", 1000)
    large = problems({**files, "workbook.xlsx": workbook(600, 600)})
    assert "workbook.xlsx cannot be compared: it is too large." in large


def test_files_of_line_ends_alone_are_not_counted_to_the_end(monkeypatch):
    """A thousand faults of one file are as good as a million."""
    monkeypatch.setattr(differences, "MOST_ROWS", 1000)
    for name in (LOG, "README.txt", "seats.csv"):
        found = verify(packed({**whole(), name: b"\n" * 2000})).problems
        assert len([one for one in found if one.file == name]) <= 20, name
    assert "seats.csv is no table." in [one.sentence for one in found]
    chain = breaks("\n" * 30_000_000, [], texts=True)  # listed, they would take gigabytes
    assert next(chain).said == "Line 1 of events.jsonl is no event."
