"""`run.py rehearse`: the same seed plays the same, to the byte; another plays another game."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from game.classroom import summary
from game.classroom.rehearsal import Troupe
from game.cli.rehearse import command
from game.core.vocabulary import Design
from tests.builders import a_plan

HOUSE = Path(__file__).parents[1]
NOTICE = ["--treatment", "script", "--treatment", "exit_notice"]


def rehearsed(folder, *more, hash_seed="0"):
    """What another process prints, and the bytes of what it exports."""
    file = folder / "export.zip"
    words = ["rehearse", "the-straits", "--students", "7", "--summary", "--export", str(file)]
    done = subprocess.run(
        [sys.executable, "-m", "game.cli", *words, *more],
        cwd=HOUSE,
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout, file.read_bytes()


def answer(*words):
    """What the command says in this process."""
    return CliRunner().invoke(command, ["the-straits", *words])


def test_the_same_seed_gives_the_same_bytes_in_any_process(tmp_path):
    """Whatever the order of sets: games, tables, texts and the summary."""
    first = rehearsed(tmp_path, "--seed", "7")
    assert rehearsed(tmp_path, "--seed", "7", hash_seed="4711") == first
    assert rehearsed(tmp_path, "--seed", "8")[1] != first[1]


@pytest.mark.parametrize("design", [*Design])
def test_every_design_is_played_alike_by_the_same_seed(design):
    """And differently by another."""
    said = [
        answer("--students", "9", "--design", design.value, "--seed", seed, "--summary").output
        for seed in ("a", "a", "b")
    ]
    assert said[0] == said[1] != said[2]
    assert said[0].startswith("SIMULATED: ")


def test_the_summary_does_not_depend_on_the_number_of_processors(monkeypatch):
    """Classes are shared among processes; each has a seed of its own."""
    said = []
    for workers in (1, 3):
        monkeypatch.setattr(summary, "cpu_count", lambda workers=workers: workers)
        total = summary.many_classes(a_plan(), 3, Troupe(), 8)
        said.append(summary.report(total))
    assert said[0] == said[1]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--cut", "none"], "has no cut called none"),
        (["--design", "D1", "--treatment", "threat=high,low"], "no treatment called threat"),
        (["--design", "D1", "--treatment", "script=hawk"], "at least two levels"),
        (["--design", "D1", "--cut", "short", *NOTICE], "needs a version with consultation"),
    ],
)
def test_what_cannot_be_played_is_said(words, sentence):
    """In a sentence, and with a code that a script can test."""
    said = answer(*words)
    assert said.exit_code == 1
    assert sentence in said.output


IDLE = (
    (["--design", "D2-lottery", "--patron", "maximiser"], "leave --patron out"),
    (["--design", "D1", "--patron", "maximiser"], "leave --patron out"),
    (["--patron", "script_hawk"], "script_hawk"),
    (["--treatment", "script"], "--treatment is for D1"),
    (["--groups", "30", "--export", "x.zip"], "exports nothing"),
)


@pytest.mark.parametrize(("words", "said"), IDLE)
def test_what_would_change_nothing_is_refused(words, said):
    """An option that is taken and does nothing would be believed."""
    refused = answer(*words)

    assert refused.exit_code == 2
    assert said in refused.output
