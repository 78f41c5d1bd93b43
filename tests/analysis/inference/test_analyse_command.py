"""`run.py analyse`: from a zip, a bare table, several; and what it says of a file it cannot use."""

import csv
import json
from dataclasses import fields, replace

import numpy as np
import pytest
from click.testing import CliRunner

from game.analysis.inference.inverting import Contrast
from game.analysis.inference.results import ClaimResult
from game.cli.analyse import command, plain
from game.cli.rehearse import command as rehearse
from tests.analysis.inference.made import analysed, arms, draws, moved

COLUMNS = [
    "session", "group", "round", "seat", "player", "treatment", "distance", "posture",
    "posture_assigned", "theatre_share", "belief_before", "belief_after", "stance", "alignment",
    "bot", "timed_out", "anything_else",
]  # fmt: skip


def written(folder, rows, name="ally_rounds.csv", columns=COLUMNS):
    """A table from anywhere, as a spreadsheet might save it."""
    path = folder / name
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.DictWriter(file, columns, extrasaction="ignore", restval="")
        table.writeheader()
        table.writerows(rows)
    return path


def answer(*words):
    return CliRunner().invoke(command, [str(word) for word in words])


def told(*words):
    done = answer(*words, "--json")
    assert done.exit_code == 0, done.output
    return json.loads(done.output)


def test_every_claim_has_every_number(tmp_path):
    found = told(written(tmp_path, draws(3, moved(15))))

    assert [claim["claim"] for claim in found["claims"]] == [
        f"C{i}" for i in (1, 2, 3, 4, 5, 6, 7, 0)
    ]
    names = [field.name for field in fields(ClaimResult)]
    assert all(list(claim) == names for claim in found["claims"])
    assert found["design"] == "D2"
    assert found["pooled"] is None
    first = found["claims"][0]
    assert (first["n_ref"], first["exact"], first["n_clusters"]) == (8000, True, 3)
    assert first["ci_low"] < first["estimate"] < first["ci_high"]


def test_bounds_without_end_are_words():
    """A member that accepts everything among too few others leaves the interval open."""
    low, high = Contrast(1.0, np.array([1.0, 0.2]), np.array([1.0, 0.1])).interval(0.95)
    found = analysed(draws(3), "D2")
    open_ended = replace(found.claim("C1"), ci_low=low, ci_high=high)
    said = plain(replace(found, claims=(open_ended,)))
    assert (said["claims"][0]["ci_low"], said["claims"][0]["ci_high"]) == ("-inf", "inf")
    assert "Infinity" not in json.dumps(said, allow_nan=False)


def test_the_design_is_told_by_the_columns(tmp_path):
    assert told(written(tmp_path, arms(["hawk", "restrained"] * 5)))["design"] == "D1"
    plain = [{**row, "posture_assigned": ""} for row in draws(8)]
    assert told(written(tmp_path, plain))["design"] == "D3"


def test_columns_that_are_not_there_cost_only_their_claims(tmp_path):
    few = ["group", "round", "seat", "posture_assigned", "belief_before", "belief_after"]
    found = told(written(tmp_path, draws(4, moved(15)), columns=few))
    assert [c["claim"] for c in found["claims"] if c["testable"]] == ["C1"]


def test_a_baseline_from_a_file(tmp_path):
    path = written(tmp_path, draws(6, moved(12), seed=2))
    file = tmp_path / "payoffs.json"
    file.write_text('{"C1": 12}')
    found = told(path, "--baseline", file)
    assert found["claims"][0]["verdict"] == "EXPLAINED_BY_PAYOFFS"
    assert found["gauge"]["baseline"] == pytest.approx(12 / 300)


def test_two_sessions_are_pooled(tmp_path):
    first = draws(3, moved(8), seed=1)
    later = [{**r, "session": "S2", "group": "H" + r["group"]} for r in draws(4, moved(8), seed=2)]
    path = written(tmp_path, [*first, *later])
    apart = [written(tmp_path, rows, name) for rows, name in ((first, "a.csv"), (later, "b.csv"))]
    found = told(path)

    assert found == told(*apart)
    assert found["pooled"]["C1"]["k"] == 2
    assert found["pooled"]["C1"]["headline"] is False
    assert {"t", "random_effects", "leave_one_out"} <= set(found["pooled"]["C1"])


def test_five_sessions_say_what_the_next_class_would_show(tmp_path):
    rows = [
        {**r, "session": f"S{i}", "group": f"S{i}{r['group']}"}
        for i in range(5)
        for r in draws(3, moved(8), seed=i)
    ]
    assert "C1  over 5 sessions, each counted once: +" in answer(written(tmp_path, rows)).output
    assert "sessions, each" not in answer(written(tmp_path, rows[:-36])).output


def test_a_rehearsal_says_that_it_is_one(tmp_path):
    path = tmp_path / "dry.zip"
    done = CliRunner().invoke(rehearse, ["the-straits", "--students", "9", "--export", str(path)])
    assert done.exit_code == 0
    assert told(path)["simulated"] is True
    said = answer(path).output
    assert said.startswith("SIMULATED")
    assert "not governments" in said


def test_rehearsals_are_never_put_together_with_classes(tmp_path):
    columns = [*COLUMNS, "simulated"]
    first = draws(3, moved(8), seed=1)
    bots = [{**r, "session": "S2", "group": "H" + r["group"], "simulated": 1} for r in first]
    done = answer(written(tmp_path, [*first, *bots], columns=columns))
    assert (done.exit_code, "no evidence" in done.output) == (1, True)
    more = [{**r, "session": "S3", "group": "I" + r["group"]} for r in bots]
    assert told(written(tmp_path, [*bots, *more], columns=columns))["pooled"] is None


def test_the_design_cannot_be_mixed(tmp_path):
    files = []
    for design in ("D2", "D3"):
        path = tmp_path / f"{design}.zip"
        words = ["the-straits", "--students", "6", "--design", design, "--export", str(path)]
        assert CliRunner().invoke(rehearse, words).exit_code == 0
        files.append(path)
    done = answer(*files)
    assert done.exit_code == 1
    assert "different designs (D2, D3)" in done.output


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot be read"),
        (b"PK\x03\x04 torn", "damaged"),
        (b"\xff\xfe\x00group", "no export zip and no CSV"),
        (b"group,round\nG1,1\n", "no column seat"),
        (b"group,round,seat\n", "no ally-rounds"),
        (b"group,round,seat,stance\nG1,1,A1,cheers\n", "ally_rounds.csv:2: stance is 'cheers'"),
    ],
)
def test_a_file_that_cannot_be_used_gets_a_sentence(tmp_path, content, said):
    path = tmp_path / "ally_rounds.csv"
    if content is not None:
        path.write_bytes(content)
    done = answer(path)
    assert (done.exit_code, said in done.output) == (1, True), done.output


@pytest.mark.parametrize("text", ["[1]", '{"C9": 1}', '{"C1": "much"}', "{"])
def test_a_baseline_that_cannot_be_used_gets_a_sentence(tmp_path, text):
    file = tmp_path / "payoffs.json"
    file.write_text(text)
    done = answer(written(tmp_path, draws(2)), "--baseline", file)
    assert (done.exit_code, "payoffs.json" in done.output) == (1, True)
