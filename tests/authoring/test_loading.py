"""A valid file becomes the core's scenario; a file that is none becomes a list of problems."""

import hashlib

from game.authoring import load, load_text
from game.core.vocabulary import Distance, Move, Stage
from tests.authoring.samples import HERE, VALID, changed, loaded, sentences, with_rules


def test_a_valid_file_becomes_a_scenario_without_remarks():
    """The smallest file that uses every key is playable, and nothing is said about it."""
    read = load(HERE / "valid.yaml")

    assert read.problems == ()
    assert read.playable
    assert read.scenario is not None
    assert read.scenario.title == "The Narrows"
    assert [ally.distance for ally in read.scenario.allies] == [Distance.NEAR, Distance.FAR]
    assert read.scenario.reveal is not None
    assert read.scenario.reveal.names == (("Meridia", "nobody"),)
    assert read.scenario.dispatches[0].private == (
        ("arven", "A banker says that the gold is being moved."),
    )
    assert read.source_text == VALID


def test_a_cut_takes_its_defaults_from_the_rules():
    """What a cut does not say, the rules and the rule book say for it."""
    read = loaded(("    consultation: false\n", ""), (" seconds: {dispatch: 45,", " seconds: {"))

    short = read.scenario.cut("short")
    assert short.consultation is True
    assert short.dispatches == ("d1", "d2", "d3", "d4")
    assert short.seconds_of(Stage.CONSULTATION) == 110
    assert read.scenario.cut("full").seconds_of(Stage.DISPATCH) == 45


def test_the_rules_may_switch_the_talk_off_for_all_cuts():
    """rules.stages.consultation holds where a cut says nothing of its own."""
    rules = "  stages: {consultation: false}"
    read = loaded(
        ("    consultation: false\n", ""),
        ("  crisis: {loss: 20}", rules),
        ("minutes: 15", "minutes: 17"),
    )

    assert read.scenario.cut("short").consultation is False
    assert read.scenario.cut("full").consultation is True


def test_forms_limit_the_moves_and_the_labels_needed():
    """An ally is offered standing and the forms chosen; labels of others are not needed."""
    arms = "      build_arms: {label: Build up our own arms, done: built up its own arms}\n"
    read = loaded(
        (arms, ""), ("  crisis: {loss: 20}", "  ally: {forms: [seek_partner, accommodate]}")
    )

    assert read.playable
    moves = [label.move for label in read.scenario.allies[1].moves]
    assert moves == [Move.STAND, Move.ACCOMMODATE, Move.SEEK_PARTNER]


def test_the_hash_is_that_of_the_bytes_with_plain_line_ends(tmp_path):
    """A file that went through Windows is still the same scenario."""
    windows = tmp_path / "valid.yaml"
    windows.write_bytes(VALID.encode().replace(b"\n", b"\r\n"))

    assert load(windows).scenario.hash == hashlib.sha256(VALID.encode()).hexdigest()
    assert load(windows).scenario == load(HERE / "valid.yaml").scenario
    assert load_text(VALID, "valid.yaml").scenario == load(windows).scenario


def test_a_byte_order_mark_is_no_fault(tmp_path):
    """Notepad puts one there; the first key is read all the same."""
    marked = tmp_path / "valid.yaml"
    marked.write_bytes(b"\xef\xbb\xbf" + VALID.encode())

    assert load(marked).playable
    assert load(marked).source_text == VALID


def test_a_file_in_another_encoding_says_where(tmp_path):
    """The line and column of the first letter that is not UTF-8."""
    latin = tmp_path / "valid.yaml"
    latin.write_bytes(changed(("A. Name", "André")).encode("latin-1"))

    (problem,) = load(latin).problems
    assert (problem.line, problem.column) == (9, 15)
    assert "“é”" in problem.sentence
    assert "UTF-8" in problem.sentence


def test_utf16_is_named(tmp_path):
    """What some editors call Unicode."""
    wide = tmp_path / "valid.yaml"
    wide.write_bytes(VALID.encode("utf-16"))

    assert "UTF-16" in load(wide).problems[0].sentence


def test_a_huge_file_is_refused_before_it_is_parsed(tmp_path):
    """Half a megabyte is the most that is looked at."""
    huge = tmp_path / "huge.yaml"
    huge.write_bytes(b"a: b\n" * 200_000)

    assert sentences(load(huge)) == [
        "This file is larger than 512 KB. A scenario is a few pages of text."
    ]
    assert load_text("x" * 600_000, "huge.yaml").problems[0].line == 1


def test_a_file_that_is_not_there_or_is_a_folder_is_a_problem(tmp_path):
    """Nothing is raised: the command line prints the sentence."""
    assert sentences(load(tmp_path / "none.yaml")) == ["There is no such file."]
    assert sentences(load(tmp_path)) == ["This is not a file."]


def test_an_unfair_scenario_can_be_looked_at_but_not_played():
    """Rules of neutrality leave a scenario for the checker and for rehearsals."""
    read = with_rules("  crisis: {loss: 60}")

    assert read.scenario is not None
    assert read.scenario.numbers.crisis_loss == 60
    assert not read.playable
    assert "p* = 1 - (b + h) / (q m L) is 0.83." in read.errors[0].sentence


def test_warnings_alone_leave_it_playable():
    """A tilt is the instructor's choice; it is said, and the results are set against it."""
    read = with_rules("  war: {resolve: 6, priority: 4}")

    assert read.playable
    assert read.errors == ()
    assert "Tilted towards Hawkish Reassurance Theory" in read.warnings[0].sentence


def test_a_broken_part_leaves_no_scenario():
    """What the rules could not even hold is no scenario."""
    assert loaded(("[d1, d2, d3, d4]", "[d1, d2, d3, d9]")).scenario is None


def test_all_problems_come_at_once_and_in_order():
    """Writing, keys, values, references and numbers in a single reading."""
    read = loaded(
        ("title: The Narrows", "title: The Narrows: a crisis"),
        ("status: draft", "status: drafft"),
        ("distance: far", "distence: far"),
        ("turning_point: d2", "turning_point: d9"),
        ("crisis: {loss: 20}", "crisis: {loss: 60}"),
    )

    lines = [problem.line for problem in read.errors]
    assert lines == sorted(lines)
    assert lines == [4, 5, 47, 94, 108]


def test_not_more_is_told_than_anybody_would_read():
    """A file with thousands of faults gets the first hundred and a count."""
    unknown = "\n".join(f"key{number}: x" for number in range(3000))
    read = load_text(f"{VALID}{unknown}\n", "valid.yaml")

    assert len(read.problems) == 101
    assert read.scenario is None


def test_a_problem_prints_as_editors_expect():
    """file:line:column: where: sentence."""
    (problem,) = loaded(("status: draft", "status: drafft")).problems

    assert str(problem) == (
        "valid.yaml:5:9: status: “drafft” is not one of: draft, rehearsed, played. "
        "Did you mean “draft”?"
    )
