"""An export that is whole is found whole; whatever is changed in it is found, with its place."""

import json
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest
from click.testing import CliRunner

import game.analysis.export.archive
import game.analysis.export.readme
import game.analysis.tables.sessions
from game import __version__
from game.analysis.chain import CHAIN, Head, fingerprint, linked, opening
from game.analysis.export import export_zip, fingerprint_of
from game.analysis.export.event_lines import read_groups
from game.analysis.export.program import code_digest
from game.analysis.export.unpacking import NoExport
from game.analysis.sessionlog import SessionLog
from game.analysis.verifying import Verification, verify
from game.cli import cli
from game.log.codec import canonical, plain
from tests.analysis import played
from tests.analysis.hostile import hostile
from tests.analysis.real import asked, real
from tests.analysis.zipping import MANIFEST, flipped, members, packed

OLD = sorted((Path(__file__).parents[2] / "fixtures" / "exports").glob("schema-*/*.zip"))
NAMES = [make.__name__ for make in played.ALL]
LOG = "events.jsonl"


@lru_cache
def small() -> SessionLog:
    """One group, with all that is known beside its log."""
    log = asked()
    return replace(real("going_on"), codings=log.codings, predictions=log.predictions)


def problems(data: bytes) -> list[str]:
    """What is wrong."""
    return [problem.sentence for problem in verify(data).problems]


@pytest.mark.parametrize("name", [*NAMES, "asked", "hostile"])
def test_what_was_exported_is_whole(name):
    log = {"asked": asked, "hostile": hostile}.get(name, lambda: real(name))()
    found = verify(export_zip(log, texts=True))
    assert found.problems == ()
    assert found.not_checked == ()
    assert len(found.checked) == 6
    assert found.fingerprint == fingerprint_of(log)


@pytest.mark.parametrize("texts", [True, False])
def test_a_file_for_research_is_checked_as_far_as_its_streams_go(texts):
    found = verify(export_zip(asked(), texts=texts, research=True))
    assert found.problems == ()
    assert found.fingerprint == fingerprint_of(asked())
    said = " ".join(found.not_checked)
    assert "Rows of S1-G3" in said
    assert "the seed" in said


@pytest.mark.parametrize("file", OLD, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_files_of_older_versions_are_checked_as_far_as_they_go(file):
    found = verify(file.read_bytes())
    assert found.problems == ()
    assert (found.fingerprint is None) == (found.schema == 1)
    assert ("chain" in " ".join(found.not_checked)) == (found.schema == 1)


def test_another_version_of_the_program_wrote_a_file_that_is_as_good(monkeypatch):
    """What that version wrote in its own words is not compared, and that is said."""
    with monkeypatch.context() as then:
        for module in (game.analysis.export.archive, game.analysis.tables.sessions):
            then.setattr(module, "__version__", "0.0.9")
        for module in (game.analysis.export.archive, game.analysis.export.readme):
            then.setattr(module, "code_digest", lambda: "0" * 64)
        files = members(export_zip(small(), texts=True))
    found = verify(packed(files))
    assert found.problems == ()
    said = " ".join(found.not_checked)
    assert (
        f"(version 0.0.9, code 00000000; this is {__version__}, code {code_digest()[:8]})" in said
    )
    table = files["ally_rounds.csv"].replace(b"escalate", b"hold", 1)
    wrong = problems(packed({**files, "ally_rounds.csv": table}))
    assert any(
        "has “hold” where log and session.json give “escalate”" in sentence for sentence in wrong
    )


@lru_cache
def whole() -> dict[str, bytes]:
    """The files of the small class."""
    return members(export_zip(small(), texts=True))


def places(content: bytes, count: int) -> list[int]:
    """Spread over the file, the first and the last byte among them."""
    return sorted({(len(content) - 1) * step // (count - 1) for step in range(count)})


def refused(data: bytes, file: str) -> bool:
    """Whether something is wrong and the file is named."""
    try:
        found: Verification = verify(data)
    except NoExport as why:
        return file in str(why) or "manifest" in str(why)
    named = "manifest" if file == MANIFEST else file
    return any(named in problem.sentence for problem in found.problems)


@pytest.mark.parametrize("file", sorted(whole()))
def test_one_byte_changed_is_refused_with_the_file_named(file):
    """With the manifest as it was."""
    content = whole()[file]
    at = places(content, 3)[1]
    assert refused(packed({**whole(), file: flipped(content, at)}, fitting=False), file)


@pytest.mark.parametrize("file", sorted({*whole()} - {MANIFEST, "session.json"}))
def test_one_byte_changed_is_refused_though_the_manifest_was_made_to_fit(file):
    content = whole()[file]
    at = places(content, 5)[2]
    assert refused(packed({**whole(), file: flipped(content, at)}), file)


@pytest.mark.slow
@pytest.mark.parametrize("research", [True, False])
@pytest.mark.parametrize("file", sorted(whole()))
def test_one_byte_changed_anywhere_is_refused(file, research):
    files = members(export_zip(asked(), texts=True, research=research))
    for at in places(files[file], 6):
        changed = {**files, file: flipped(files[file], at)}
        for data in {packed(changed, fitting=fit) for fit in {False, file != MANIFEST}}:
            try:
                assert verify(data).problems, (file, at)
            except NoExport:
                continue


def lines() -> list[str]:
    """Of the log, without the end."""
    return whole()[LOG].decode().splitlines()


def with_log(changed: list[str]) -> bytes:
    """The class with these lines for its log."""
    return packed({**whole(), LOG: "".join(line + "\n" for line in changed).encode()})


def test_a_changed_event_is_named_with_stream_and_position():
    changed = lines()
    at = next(i for i, line in enumerate(changed) if '"kind":"BeliefStated"' in line)
    changed[at] = changed[at].replace('"source":"student"', '"source":"timeout"')
    said = problems(with_log(changed))
    assert f"The chain breaks at stream S1-G1, position {at + 1}." in said


def test_a_line_left_out_put_twice_or_cut_off_is_named():
    was = lines()
    out = problems(with_log([*was[:4], *was[5:]]))
    twice = problems(with_log([*was[:4], was[3], *was[4:]]))
    short = problems(with_log(was[:-1]))
    assert "Position 5 of stream S1-G1 is missing." in out
    assert "Position 5 of stream S1-G1 is missing." in twice
    assert any("does not end as noted" in sentence for sentence in short)


def test_a_text_that_was_exchanged_is_named():
    files = members(export_zip(asked(), texts=True))
    log = files[LOG].decode().replace("ça va?", "ça va!", 1).encode()
    (first, *_) = problems(packed({**files, LOG: log}))
    assert "is not the one that was sealed" in first
    assert "S1-G1" in first


def forged(old: str, new: str) -> bytes:
    """The class with a log in which this was changed, and chain, manifest and tables made anew."""
    previous, made = "", []
    for number, text in enumerate(lines()):
        line = json.loads(text.replace(old, new, 1))
        if not number:
            (first,) = read_groups(text + "\n")
            previous = opening(first.group, first.opened)
        previous = line["hash"] = linked(previous, line)
        made.append(canonical(line))
    log = "".join(line + "\n" for line in made)
    (group,) = read_groups(log)
    files = members(export_zip(replace(small(), groups=(group,)), texts=True))
    assert json.loads(files[MANIFEST])["fingerprint"] == fingerprint(
        "S1", [Head("S1-G1", len(made), previous)]
    )
    return packed({**files, LOG: log.encode()})


def first_of(kind: str) -> dict:
    """The body of the first event of this kind."""
    return next(json.loads(line)["body"] for line in lines() if f'"kind":"{kind}"' in line)


def test_a_forger_who_makes_all_hashes_and_tables_anew_must_know_nature_and_the_seed():
    """Against one who does, there is only the fingerprint that was noted before."""
    attacked = canonical(first_of("CrisisStruck")["attacked"])
    other = '["A1"]' if attacked != '["A1"]' else '["A2"]'
    said = problems(forged(f'"attacked":{attacked}', f'"attacked":{other}'))
    assert any("is not the one that Nature and the orders make" in one for one in said)
    seed = first_of("GroupOpened")["seed"]
    said = problems(forged(f'"seed":"{seed}"', '"seed":"luckier"'))
    assert any("are not those of the seed" in one for one in said)


def test_a_forger_who_makes_all_hashes_and_tables_anew_must_know_the_rules():
    theatre = first_of("ForcesCommitted")["theatre"]
    said = problems(forged(f'"theatre":{theatre}', '"theatre":99'))
    assert any("would not have taken the move" in one for one in said)
    line = first_of("RoundReckoned")["accounts"][0]["lines"][0]
    said = problems(forged(f'"points":{line["points"]}', '"points":99'))
    assert any("is not the one that the moves make" in one for one in said)


def test_streams_that_a_file_lacks_are_missed():
    log = replace(small(), absent=(Head("S1-G2", 9, "0" * 64),))
    said = problems(export_zip(log, texts=True))
    assert "events.jsonl lacks streams that the manifest names: S1-G2." in said


def test_a_fingerprint_of_another_class_is_noticed():
    files = whole()
    said = json.loads(files[MANIFEST]) | {"fingerprint": "0" * 64}
    wrong = problems(packed({**files, MANIFEST: json.dumps(said).encode()}))
    assert "The fingerprint is not that of the chains it stands for." in wrong


def test_the_workbook_is_held_against_the_tables():
    files = whole()
    other = members(export_zip(asked(), texts=True))["workbook.xlsx"]
    said = problems(packed({**files, "workbook.xlsx": other}))
    assert "workbook.xlsx, sheet ally_rounds, and ally_rounds.csv differ." in said


def test_the_command_says_it_to_people_and_to_programs(tmp_path):
    good, bad = tmp_path / "good.zip", tmp_path / "bad.zip"
    good.write_bytes(export_zip(small(), texts=True))
    bad.write_bytes(packed({**whole(), "seats.csv": b"none\n"}, fitting=False))
    done = CliRunner().invoke(cli, ["verify", str(good)])
    assert done.exit_code == 0
    assert fingerprint_of(small()) in done.output
    assert "Nothing is wrong. Hold the fingerprint against" in done.output
    done = CliRunner().invoke(cli, ["verify", str(OLD[0])])
    assert done.output.endswith("\nNothing is wrong.\n")  # it has none
    done = CliRunner().invoke(cli, ["verify", str(bad), "--json"])
    assert done.exit_code == 1
    told = json.loads(done.output)
    assert told["whole"] is False
    assert told["problems"][0]["file"] == "seats.csv"


def test_the_command_answers_what_is_no_export(tmp_path):
    (tmp_path / "x.zip").write_bytes(b"no zip")
    for name, said in (("x.zip", "no export that can be checked"), ("y.zip", "cannot be read")):
        done = CliRunner().invoke(cli, ["verify", str(tmp_path / name)])
        assert done.exit_code == 1
        assert said in done.output


def test_the_chain_is_what_its_decision_says():
    """These never change: fingerprints on paper rest on them."""
    line = json.loads(lines()[1])
    assert CHAIN == 1
    (group,) = read_groups(whole()[LOG])
    first = json.loads(lines()[0])
    assert first["hash"] == linked(opening("S1-G1", group.opened), first)
    assert line["hash"] == linked(first["hash"], line)
    assert plain(Head("a", 1, "b")) == {"stream": "a", "length": 1, "hash": "b"}


def test_the_chain_can_be_checked_by_the_lines_that_the_page_shows(tmp_path, monkeypatch):
    """Of docs/review/verify.md: plain Python, without a line of the program."""
    page = (Path(__file__).parents[3] / "docs" / "review" / "verify.md").read_text("utf-8")
    code = page.split("```python\n")[1].split("```")[0]
    monkeypatch.chdir(tmp_path)
    for texts in (True, False):
        log = members(export_zip(asked(), texts=texts))[LOG]
        (tmp_path / LOG).write_bytes(log)
        exec(code, {})
    (tmp_path / LOG).write_bytes(log.replace(b'"belief":5', b'"belief":6', 1))
    with pytest.raises(AssertionError):
        exec(code, {})
