"""The zip: what is in it, that it is the same every time, and what it leaves out."""

import io
import json
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from time import process_time

import pytest

from game.analysis.codebook import COLUMNS
from game.analysis.export import export_zip, read_csv
from game.analysis.sessionlog import Coding, GroupLog
from game.core.events import ResponseSealed
from tests.analysis import played
from tests.analysis.played import NASTY, rows

FILES = {
    "README.txt", "session.json", "load.R", "load.py", "load.do", "load.sps", "codebook.csv",
    "workbook.xlsx", "events.jsonl", "scenario.yaml",
    "claims.yaml",
    "manifest.json", *(f"{table}.csv" for table in COLUMNS),
}  # fmt: skip


def opened(log, *, texts=False, research=False) -> dict[str, bytes]:
    """The files of the zip."""
    with zipfile.ZipFile(io.BytesIO(export_zip(log, texts=texts, research=research))) as zipped:
        assert zipped.testzip() is None
        assert zipped.namelist() == sorted(zipped.namelist())
        return {name: zipped.read(name) for name in zipped.namelist()}


@pytest.mark.parametrize("make", played.ALL, ids=lambda make: make.__name__)
def test_all_files_are_there_and_the_manifest_knows_them(make):
    files = opened(make(), texts=True)
    assert set(files) == FILES
    manifest = json.loads(files.pop("manifest.json"))
    assert {name: item["sha256"] for name, item in manifest["files"].items()} == {
        name: sha256(content).hexdigest() for name, content in files.items()
    }
    assert manifest["simulated"] == (make is played.rehearsal)


@pytest.mark.parametrize("make", played.ALL, ids=lambda make: make.__name__)
@pytest.mark.parametrize("texts", [True, False])
def test_the_same_session_gives_the_same_bytes(make, texts):
    log = make()
    shuffled = replace(
        log,
        groups=log.groups[::-1],
        consent=dict(reversed(log.consent.items())),
        first_play=dict(reversed(log.first_play.items())),
    )
    assert export_zip(log, texts=texts) == export_zip(shuffled, texts=texts)


@pytest.mark.parametrize("make", played.ALL, ids=lambda make: make.__name__)
def test_csv_files_say_what_the_tables_say(make):
    files = opened(make(), texts=True)
    for name in COLUMNS:
        back = read_csv(files[f"{name}.csv"])
        there = rows(make(), name)
        assert len(back) == len(there)
        for read, row in zip(back, there, strict=True):
            assert read == {key: "" if cell is None else str(cell) for key, cell in row.items()}


def test_another_process_gives_the_same_bytes():
    """Nothing depends on the order of sets, on the clock or on the place."""
    made = {_in_a_process(seed) for seed in ("1", "2")}
    assert made == {sha256(export_zip(played.eventful(), texts=True)).hexdigest()}


def _in_a_process(hash_seed: str) -> str:
    code = (
        "from hashlib import sha256;from tests.analysis import played;"
        "from game.analysis.export import export_zip;"
        "print(sha256(export_zip(played.eventful(),texts=True)).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "TZ": "Asia/Tokyo"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_files_are_utf8_with_lf_and_no_byte_order_mark():
    for name, content in opened(played.lottery()).items():
        if name.endswith((".csv", ".jsonl", ".txt", ".yaml", ".json")):
            content.decode("utf-8")
            assert not content.startswith(b"\xef\xbb\xbf")
            assert b"\r\n" not in content
            assert content.endswith(b"\n")


def test_nasty_texts_survive():
    files = opened(played.eventful(), texts=True)
    reasons = [row["text"] for row in read_csv(files["rationales.csv"]) if row["seat"] == "A1"]
    assert reasons == list(NASTY)
    cables = [row for row in read_csv(files["messages.csv"]) if row["kind"] == "cable"]
    assert [row["text"] for row in cables] == list(NASTY)


def test_a_reason_of_ten_thousand_characters_survives():
    text = '=“ñandú”, \n"quoted" 🙂\'' * 455
    log = played.eventful()
    long = tuple(
        replace(event, reason=text[:10_000]) if isinstance(event, ResponseSealed) else event
        for event in log.groups[0].events
    )
    log = replace(log, groups=(GroupLog(log.groups[0].group, long),))
    (first, *_) = read_csv(opened(log, texts=True)["rationales.csv"])
    assert len(first["text"]) == 10_000
    assert first["text"] == text[:10_000]


def test_without_texts_nothing_that_was_written_is_in_any_file():
    files = opened(played.eventful(), texts=False)
    assert files["rationales.csv"].count(b"\n") == files["messages.csv"].count(b"\n") == 1
    for name, content in files.items():
        for text in ("everybody: 信じない", "calc", "ça va", "first line"):
            assert text.encode() not in content, name
    assert "null" in files["README.txt"].decode()
    events = [json.loads(line) for line in files["events.jsonl"].decode().splitlines()]
    cables = [event["body"]["text"] for event in events if event["kind"] == "CableSent"]
    assert cables == [None] * 6


def test_a_rehearsal_says_so_in_capitals():
    assert "SIMULATED" in opened(played.rehearsal())["README.txt"].decode()
    assert "SIMULATED" not in opened(played.free())["README.txt"].decode()


def test_the_instructor_s_file_keeps_those_who_refused_and_a_research_file_does_not():
    log = played.eventful()
    refused = next(name for name, agreed in log.consent.items() if not agreed)
    own = opened(log, texts=True)
    passed_on = opened(log, texts=True, research=True)
    assert any(refused.encode() in content for content in own.values())
    for name, content in passed_on.items():
        assert refused.encode() not in content, name
    before, after = (len(read_csv(zipped["seats.csv"])) for zipped in (own, passed_on))
    assert after == before - 1


def test_a_research_file_keeps_the_streams_of_groups_where_nobody_refused():
    log = played.eventful()
    refused = next(name for name, agreed in log.consent.items() if not agreed)
    theirs = next(row["group"] for row in rows(log, "seats") if refused in row["holders"])
    files = opened(log, research=True)
    streams = {json.loads(line)["stream"] for line in files["events.jsonl"].splitlines()}
    assert streams == {group.group for group in log.groups} - {theirs}
    assert f"did not agree, or had extra time:\n{theirs}." in files["README.txt"].decode()
    assert "research export" in files["README.txt"].decode()


def test_what_a_patron_who_refused_had_sealed_is_not_in_the_allies_rows():
    log = played.cards()
    patron = rows(log, "seats", group="S1-G1", role="patron")[0]["holders"]
    log = replace(log, consent={patron: False})
    files = opened(log, research=True)
    mine = [row for row in read_csv(files["ally_rounds.csv"]) if row["group"] == "S1-G1"]
    assert mine
    assert {row["posture"] for row in mine} <= {"escalate", "hold", "draw_down"}
    assert {(row["standing_order"], row["outcome"]) for row in mine} == {("", "")}
    assert "S1-G1" not in {row["group"] for row in read_csv(files["patron_rounds.csv"])}


def test_codes_come_with_their_texts_or_without():
    codes = (
        Coding("S1-G1-R1-A1", "C2", "resolve", played.NOW, True),
        Coding("S1-G1-R1-A1", "C1", "payoff", played.NOW, True),
    )
    log = replace(played.eventful(), codings=codes)
    found = read_csv(opened(log)["codes.csv"])
    assert [row["coder"] for row in found] == ["C1", "C2"]
    assert found[0]["coded_at"] == "2030-03-17T17:46:40.000Z"


def test_a_session_without_groups_still_exports():
    files = opened(played.logged([]))
    assert files["ally_rounds.csv"].count(b"\n") == 1


def test_thirty_students_are_exported_quickly():
    """Beside the folding of the same log, in the same run: a machine may be busy."""
    log = played.finished(30, cut="full")
    folded, exported = (
        min(seconds(work) for _ in range(3))
        for work in (log.states, lambda: export_zip(log, texts=True))
    )
    assert exported < 60 * folded


def seconds(work):
    """Of the processor."""
    began = process_time()
    work()
    return process_time() - began
