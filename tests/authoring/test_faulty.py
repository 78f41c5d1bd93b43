"""One broken file per fault, with the message it must get beside it.

To add a fault: put NAME.yaml and NAME.txt into `faulty/`. The text holds every problem of the file,
a line each, as `run.py check` prints it, without the file's name in front.
"""

import re

import pytest

from game.authoring import load
from game.authoring.check import line_of
from tests.authoring.samples import HERE

TRADE = re.compile(r"\b(int|str|dict|None|null|boolean|[Pp]lease|invalid)\b")
FAULTY = sorted((HERE / "faulty").glob("*.yaml"))


@pytest.mark.parametrize("file", FAULTY, ids=lambda file: file.stem)
def test_a_fault_gets_its_message(file):
    """The author reads where the fault is and what to do, and nothing else is complained of."""
    expected = file.with_suffix(".txt").read_text(encoding="utf-8").splitlines()

    found = [line_of(problem).removeprefix(f"{file}:") for problem in load(file).problems]

    assert found == expected


def test_every_fault_has_a_message_beside_it():
    """A broken file without an expected message would prove nothing."""
    texts = {file.stem for file in (HERE / "faulty").glob("*.txt")}

    assert texts == {file.stem for file in FAULTY}
    assert len(FAULTY) >= 40
    assert all(file.with_suffix(".txt").read_text(encoding="utf-8").strip() for file in FAULTY)


@pytest.mark.parametrize("file", FAULTY, ids=lambda file: file.stem)
def test_what_is_said_is_courteous(file):
    """Whole sentences for people who do not program: no shouting, no words of the trade."""
    for problem in load(file).problems:
        assert (
            problem.sentence[0].isupper()
            or not problem.sentence[0].isalpha()
            or (problem.sentence.startswith(("p*", "low_", "high_", "escalate", "hold")))
        )
        assert problem.sentence.rstrip(")”").endswith((".", "?"))
        assert "!" not in problem.sentence.replace("with !", "")
        assert not TRADE.search(problem.sentence)
