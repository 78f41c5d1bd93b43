"""Vendored files are byte for byte the ones that were fetched, and each brings its licence."""

import shutil
from pathlib import Path

import pytest

from tools import vendor

FOLDERS = [vendor.ROOT / vendor.APP, vendor.ROOT / vendor.TESTS]


@pytest.fixture
def copied(tmp_path):
    """A copy of the served files, to be damaged."""
    return Path(shutil.copytree(FOLDERS[0], tmp_path / "vendor"))


@pytest.mark.parametrize("folder", FOLDERS, ids=["app", "tests"])
def test_the_files_are_the_locked_ones(folder):
    assert vendor.check(folder) == []


@pytest.mark.parametrize("part", vendor.PARTS, ids=lambda part: part.package)
def test_the_lock_is_of_the_version_we_ask_for(part):
    entry = vendor.locked(vendor.ROOT / part.folder)[part.package]

    assert entry["version"] == part.version
    assert entry["licence"] == part.licence
    assert set(entry["files"]) == {Path(name).name for name in part.files}


@pytest.mark.parametrize("part", vendor.PARTS, ids=lambda part: part.package)
def test_every_package_brings_its_licence(part):
    assert (vendor.ROOT / part.folder / part.package / part.version / "LICENSE").is_file()


@pytest.mark.parametrize("folder", FOLDERS, ids=["app", "tests"])
def test_a_lock_names_no_host(folder):
    assert "://" not in (folder / vendor.LOCK).read_text("utf-8")


def test_a_changed_byte_is_noticed(copied):
    script = copied / "idiomorph/0.8.0/idiomorph.min.js"
    script.write_bytes(script.read_bytes() + b" ")

    assert vendor.check(copied) == [f"{script}: is not the file in vendor.lock.json"]


def test_a_missing_file_is_noticed(copied):
    script = copied / "idiomorph/0.8.0/idiomorph.min.js"
    script.unlink()

    assert vendor.check(copied) == [f"{script}: is missing"]


def test_a_stray_file_is_noticed(copied):
    stray = copied / "idiomorph/0.8.0/extra.js"
    stray.write_text("//")

    assert vendor.check(copied) == [f"{stray}: is not in vendor.lock.json"]
