"""The debrief on a phone and on paper: one's own part first, then the class."""

from dataclasses import replace

import pytest

from game.analysis.descriptives import describe
from game.core.views.seat import seat_view
from game.core.vocabulary import PATRON, Design, Posture
from game.web.debrief_render import (
    PaperFrame,
    debrief_regions,
    paper_page,
    student_debrief_page,
)
from game.web.debrief_render.matter import Matter
from tests.analysis import played
from tests.builders import A1, A2, a_scenario
from tests.web import auditing
from tests.web import instructor_screens as screens
from tests.web.auditing import read, soup_of
from tests.web.classes import as_students, pictured, rehearsal
from tests.web.debriefed import STRAITS, cells, frame, odd, pages_of, walled

# ------------------------------------------------------------------ on a phone


def test_ones_own_part_comes_first_and_is_ones_own():
    state = rehearsal(9).states()[1]
    source = student_debrief_page(frame(2), seat_view(state, A1, 1), pictured(9), STRAITS)
    other = student_debrief_page(frame(2), seat_view(state, A2, 1), pictured(9), STRAITS)
    first = soup_of(source).select_one("main section")

    assert first["id"] == "you"
    assert "You were Tessik, in group 2, near the war." in read(source, "#you")
    assert read(source, "#you") != read(other, "#you")
    assert read(source, "#beliefs") == read(other, "#beliefs")


def test_own_beliefs_stand_beside_the_classs():
    picture = pictured(40)
    view = seat_view(rehearsal(40).states()[0], A1, 1)
    said = read(student_debrief_page(frame(1), view, picture, STRAITS), "#you")
    by_round = {r.round: r.posture for r in picture.groups[0].rounds}
    posture = Posture.ESCALATE
    own = [b for b in view.ally.beliefs if by_round[b.round] is posture]
    mean = sum(item.after for item in own) / len(own)
    item = next(item for item in picture.postures if item.posture is posture)

    assert f"to {mean:.1f} on average." in said or f"to {own[0].after}." in said
    assert f"The class’s went from {item.before:.1f} to {item.after:.1f}." in said


def test_a_patron_reads_its_own_cards_and_nobody_elses():
    state = rehearsal(9).states()[1]
    source = student_debrief_page(frame(2), seat_view(state, PATRON, 1), pictured(9), STRAITS)
    group = pictured(9).groups[1]

    assert "You were Corvane, the patron of group 2." in read(source, "#you")
    assert "Your order cards" in read(source, "#you")
    rows = [row for row in cells(str(soup_of(source).select_one("#you"))) if len(row) == 4]
    assert len(rows) == len(group.rounds)
    ally = student_debrief_page(frame(2), seat_view(state, A1, 1), pictured(9), STRAITS)
    assert "Your order cards" not in ally


def test_the_page_on_the_wall_is_marked_and_of_the_maps_ones_own_and_that_one():
    source = student_debrief_page(frame(2), None, pictured(9), STRAITS, "map-3")
    page = soup_of(source)
    sections = [item["id"] for item in page.select("main > section")]

    assert "On the screen now: Map of group 3" in read(source, "#onscreen")
    assert page.select_one(".contents [aria-current]")["href"] == "#map-3"
    assert [item for item in sections if item.startswith("map")] == ["map-2", "map-3"]
    assert "Group 2, yours" in read(source, "#strips")


def test_what_is_on_the_wall_is_the_same_region_for_everybody():
    regions = debrief_regions(pictured(9), STRAITS, "strips-1")

    assert list(regions) == ["onscreen"]
    assert 'data-current="strips"' in regions["onscreen"]
    assert debrief_regions(pictured(9), STRAITS, "")["onscreen"].strip() == ""


def test_every_number_of_the_wall_can_be_read_on_the_phone():
    picture = as_students(40)
    phone = read(student_debrief_page(frame(0), None, picture, STRAITS))
    for page in ("beliefs", "distance", "alignment", "forms", "patrons", "forecasts"):
        wall = cells(walled(page, picture, STRAITS))
        for row in wall:
            assert all(cell in phone for cell in row), (page, row)


def test_on_paper_all_groups_stand_round_by_round():
    picture = pictured(9)
    source = paper_page(PaperFrame("Tuesday seminar", "a day", "D2", "full"), picture, STRAITS)
    page = soup_of(source)

    assert len(page.select(".step")) == sum(len(group.rounds) for group in picture.groups)
    auditing.sound(source)


@pytest.mark.parametrize("design", [Design.D1, Design.D2_LOTTERY, Design.D3])
def test_every_design_has_its_debrief(design):
    picture = pictured(12, design=design)
    for page in pages_of(picture, STRAITS):
        auditing.sound(walled(page, picture, STRAITS))


def test_what_an_author_wrote_runs_nowhere():
    nasty = screens.HOSTILE
    scenario = replace(
        a_scenario(),
        theatre=nasty,
        questions=(nasty,),
        reveal=replace(a_scenario().reveal, title=nasty, text=nasty, names=((nasty, nasty),)),
        patron=replace(a_scenario().patron, name=nasty),
    )
    picture = odd("free")
    for page in pages_of(picture, scenario):
        source = walled(page, picture, scenario)
        assert "<script>alert" not in source
    auditing.harmless(student_debrief_page(frame(1), None, picture, scenario))


def test_a_matter_without_groups_has_no_rounds():
    empty = describe(replace(played.logged([]), completed=False))

    assert Matter(empty, a_scenario()).rounds == 0
    assert not Matter(empty, a_scenario()).scripted
