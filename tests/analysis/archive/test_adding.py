"""A class enters the archive: from its log or from its zip, with the same numbers."""

from dataclasses import replace
from functools import lru_cache

import pytest

from game.analysis.archive import adding, estimating
from game.analysis.archive.adding import NOTHING, SIMULATED, brought_entry, own_entry
from game.analysis.archive.entries import entries, files, keeping, taking_out
from game.analysis.archive.estimating import SHOWN, files_of, over_all
from game.analysis.archive.pools import pools
from game.analysis.archive.zips import NotTaken, read_export
from game.analysis.export import export_zip
from game.analysis.export.unpacking import NoExport
from game.analysis.inference.from_log import analyse_session
from game.core.vocabulary import Design, SessionId
from game.log.store import Store
from tests.analysis.played import d1, finished, going_on, rehearsal
from tests.analysis.played import free as d3
from tests.builders import NOW


@lru_cache
def of_cards(session, students=12):
    """A whole class with order cards under this name."""
    log = finished(students, design=Design.D2_LOTTERY, session=SessionId(session), seed=session)
    return replace(log, session=SessionId(session))


def own(log, repeats=None):
    """The log as a class of this server."""
    return own_entry(log, "Tuesday", NOW, repeats)


def brought(log, **export):
    """The log by way of its zip."""
    return brought_entry(read_export(export_zip(log, texts=False, **export)), "Brought", NOW)


def test_the_zip_of_a_class_gives_the_estimates_of_the_class():
    """And these are what the analysis of the session says."""
    log = of_cards("S1")
    entry, _ = own(log)
    there = brought(log)
    said = tuple(line for line in analyse_session(log).by_session if line.claim in SHOWN)
    assert len(said) == len(SHOWN)
    assert entry.estimates == there.estimates == said
    for name in ("session", "scenario", "design", "played_at", "groups", "completed", "claims"):
        assert getattr(entry, name) == getattr(there, name), name
    assert (entry.own, there.own, entry.reason, there.reason) == (True, False, "", "")


def test_a_class_is_stored_and_read_again(tmp_path):
    """With its tables; taken out, nothing of it is left, and the other is untouched."""
    store = Store(f"sqlite:///{tmp_path / 'x.db'}")
    one, one_files = own(of_cards("S1"), repeats=("P03",))
    two, two_files = own(of_cards("S2"))
    store.transact([keeping(one, one_files), keeping(two, two_files), keeping(one, one_files)])
    assert entries(store) == (one, two)
    assert files(store, ["S1", "S2"]) == {"S1": one_files, "S2": two_files}
    store.transact([taking_out("S1")])
    assert entries(store) == (two,)
    assert (store.count("archive"), store.count("archive_files")) == (1, len(two_files))


def test_a_rehearsal_is_never_evidence():
    """Neither its estimates nor its tables are kept; its zip is not taken, nor are its rows."""
    entry, kept = own(rehearsal())
    assert (entry.estimates, entry.reason, kept) == ((), SIMULATED, {})
    log = of_cards("S1")
    export = read_export(export_zip(log, texts=False))
    header, *lines = [line.split(",") for line in export.files["ally_rounds.csv"].splitlines()]
    place = header.index("simulated")
    marked = [header, *([*line[:place], "1", *line[place + 1 :]] for line in lines)]
    told = "".join(",".join(line) + "\n" for line in marked)
    with pytest.raises(NotTaken, match="simulated"):
        brought_entry(replace(export, files={**export.files, "ally_rounds.csv": told}), "x", NOW)


def test_a_class_without_enough_stands_beside_the_lines():
    """One group is shown and enters no line; where nothing was dealt the reason is said."""
    entry, _ = own(going_on())
    assert entry.estimates
    assert not any(line.enough for line in entry.estimates)
    nobody, kept = own(replace(of_cards("S1"), groups=()))
    assert (nobody.estimates, nobody.reason, kept, nobody.design) == ((), NOTHING, {}, "")


def test_who_had_played_before_is_left_out():
    """Their rows; what the others did gives another estimate."""
    log = of_cards("S1")
    first = ("P01", "P02", "P03")
    entry, kept = own(log, repeats=first)
    assert entry.repeats == first
    assert entry.estimates != own(log)[0].estimates
    everybody = tuple(f"P{number:02}" for number in range(1, 13))
    assert own(log, repeats=everybody)[0].estimates == ()
    assert kept == files_of(log)  # the tables stay whole


def test_only_one_scenario_version_in_one_design_is_put_together():
    """Free play never with what was drawn, and another version stands beside, never in."""
    logs = [of_cards("S1"), of_cards("S2"), d1(), d3()]
    found = [own(log)[0] for log in logs]
    other = replace(found[0], session="S3", scenario="f" * 64, played_at=NOW + 1)
    placed = [(one.scenario, one.design, len(one.entries)) for one in pools([*found, other])]
    mine = found[0].scenario
    assert placed == [("f" * 64, "D2", 1), (mine, "D1", 1), (mine, "D2", 2), (mine, "D3", 1)]
    both = next(one for one in pools(found) if one.design == "D2")
    assert set(both.claims) == set(SHOWN)
    assert both.claims["C1"].k == 2


def test_classes_are_tested_together_with_their_own_draws():
    """One reference set over all; a pseudonym of one class is nobody in the other."""
    logs = [of_cards("S1"), of_cards("S2")]
    found, kept = zip(*map(own, logs), strict=True)
    both = over_all(found, {one.session: its for one, its in zip(found, kept, strict=True)})
    assert both.sessions == ("S1", "S2")
    assert both.data.repeat_players == 0
    alone = [analyse_session(log).claim("C1").n_clusters for log in logs]
    assert both.claim("C1").n_clusters == sum(alone)


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("sessions.csv", ",D2,", ",D3,", "another session"),
        ("ally_rounds.csv", "S1,", "S2,", "another session"),
        ("ally_rounds.csv", "REASSURE", "PERHAPS", "alignment"),
        ("ally_rounds.csv", "\nS1", "\nS1,extra", "another length"),
        ("ally_rounds.csv", "\nS1", '\n"S1', "no table"),
        ("assignments.csv", "-R1,", "-Rx,", "do not fit"),
        ("assignments.csv", "unit_id", "unit", "do not fit"),
        ("sessions.csv", "n_students", "n", "do not fit"),
    ],
)
def test_tables_that_cannot_be_are_said_to_be_so(name, old, new, said):
    """Whatever somebody has done to them since; the sums may be right."""
    export = read_export(export_zip(of_cards("S1"), texts=False))
    assert old in export.files[name]
    changed = {**export.files, name: export.files[name].replace(old, new)}
    with pytest.raises(NoExport, match=said):
        brought_entry(replace(export, files=changed), "x", NOW)


@pytest.mark.parametrize(
    "moment",
    [
        "9999-12-31T23:59:59-23:59",
        "0001-01-01T00:00:00+23:59",
        "2019-12-31T23:59:59Z",
        "2031-01-01T00:00:00Z",  # the tests' year is 2030
    ],
)
def test_a_class_of_no_possible_day_is_not_taken(moment):
    """Else nobody could say its day, and no page could show it."""
    export = read_export(export_zip(of_cards("S1"), texts=False))
    header, row = (line.split(",") for line in export.files["sessions.csv"].splitlines())
    row[header.index("created_at")] = moment
    changed = {**export.files, "sessions.csv": f"{','.join(header)}\n{','.join(row)}\n"}
    with pytest.raises(NoExport, match="its day"):
        brought_entry(replace(export, files=changed), "x", NOW)


def test_more_than_any_class_is_not_taken(monkeypatch):
    """What is tested grows with rows and groups: a small file could ask for all memory."""
    assert (estimating.MOST_ROWS, adding.MOST_GROUPS) == (4_000, 400)
    log = of_cards("S1")
    monkeypatch.setattr(adding, "MOST_GROUPS", len(log.groups))
    assert brought(log).groups == len(log.groups)
    monkeypatch.setattr(adding, "MOST_GROUPS", len(log.groups) - 1)
    with pytest.raises(NoExport, match="more groups"):
        brought(log)
    monkeypatch.setattr(estimating, "MOST_ROWS", 10)
    with pytest.raises(NoExport, match="more rows"):
        brought(log)
