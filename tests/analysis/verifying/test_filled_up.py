"""What is put in beside the files, taken out of zip and manifest alike, or differs often."""

from functools import lru_cache

from game.analysis.export import export_zip, unpacking
from game.analysis.verifying import verify
from tests.analysis.real import real
from tests.analysis.zipping import members, packed


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
    for name in ("patron_rounds.csv", "load.py"):
        files = {file: content for file, content in whole().items() if file != name}
        assert any(name in sentence for sentence in problems(files))


def test_of_many_places_the_first_are_told():
    table = whole()["wide.csv"].replace(b"student", b"teacher")
    found = verify(packed({**whole(), "wide.csv": table})).problems
    of_it = [one.sentence for one in found if one.file == "wide.csv"]
    assert len(of_it) == 6
    assert of_it[-1].endswith("more places of wide.csv differ.")
