"""What is brought is shown here only if the rules would have taken it; what came in a file for
research leaves in one."""

import json
from dataclasses import replace

import pytest

from game.analysis.export import export_zip
from game.analysis.export.unpacking import NoExport
from game.core.events import ResponseSealed
from game.web.review.imported import brought
from tests.analysis.export.hostile import first_of, with_events
from tests.analysis.played import NOW
from tests.analysis.real import asked
from tests.analysis.zipping import members
from tests.rooms import Room
from tests.web.archive_desk import LOTTERY, Desk

YEARS = 5 * 365 * 86_400_000


def test_a_log_that_the_rules_would_not_have_taken_is_not_kept():
    """Its chain is whole, and its scenario the right one."""
    data = with_events(asked(), lambda events: first_of(events, ResponseSealed, units=10**20))
    with pytest.raises(NoExport, match="would not have taken the move"):
        brought(data, NOW + YEARS)


def test_a_file_for_research_stays_one_when_nobody_had_to_be_left_out(monkeypatch):
    desk = Desk(Room().makes(6, **LOTTERY, title="Own").begins(), monkeypatch)
    everybody = dict.fromkeys(asked().consent, True)
    log = replace(asked(), consent=everybody, groups=asked().groups[:1])
    data = export_zip(log, texts=True, research=True)
    found = brought(data, NOW + YEARS)
    assert found.facts.research
    assert not found.facts.warnings
    desk.served.site.imports.keep(found.session, "Theirs", found.played_at, found.written, data)
    again = members(desk.client.get(f"/console/{found.session}/export.zip").data)
    assert json.loads(again["manifest.json"])["research"] is True
