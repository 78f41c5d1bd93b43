"""The debrief: the gauge, and what a class cannot show."""

from dataclasses import replace
from itertools import chain

import pytest

from game.analysis.inference.results import ArmShare
from game.analysis.predictions import Recognitions, Told
from game.core.treatments import LEVELS
from game.core.vocabulary import Design, PatronKind
from game.web.debrief_render import student_debrief_page
from game.web.debrief_render.limits import arm_words
from game.web.presenters.asked import Asked, recognition
from tests.web.analysed import AUTHORS, CLAIMS, FEW, LINES, SMALL, analysed
from tests.web.auditing import read, soup_of
from tests.web.classes import pictured
from tests.web.debriefed import STRAITS, cells, frame
from tests.web.told_claims import PICTURE, on_phone, pages_of, signed, walled


def test_the_gauge_has_three_bars_in_words_and_is_no_needle():
    page = walled("gauge", AUTHORS)
    shares = [row[1] for row in cells(page)]

    assert shares == ["6 %", "22 %", "72 %"]
    assert "favours the authors over HRT, 12 to 1" in read(page, "main")
    assert "never a needle" in read(page, "main")


def test_a_gauge_that_is_not_shown_says_why():
    page = soup_of(walled("gauge", FEW))

    assert not page.select("main .chart")
    assert "The gauge is not shown: 3 groups with answers; the test needs 9." in page.get_text()


def limits_of(found, picture=PICTURE):
    """All of the limits, as read."""
    return read(on_phone(found, picture), "#limits")


def test_the_limits_are_made_of_the_sessions_data():
    said = limits_of(AUTHORS)

    assert "6 groups. It describes this class; it does not generalise." in said
    assert "Moves not students’: 8 by bots and 3 by the clock." in said
    assert "under escalation 12 of 72 (17 %) and under restraint 1 of 72 (1 %)" in said
    assert "At worst claim 2 would lie anywhere from −0.11 to +0.31." in said
    assert "2 moves without a belief" in said
    assert CLAIMS.caveat in said
    obeyed = sum(item.complied for item in PICTURE.compliance)
    assert f"Cards were obeyed in {obeyed} of {len(PICTURE.groups) * 6}" in said


def test_limits_that_do_not_hold_are_not_there():
    data = replace(
        AUTHORS.analysis.data,
        groups=12,
        groups_used=12,
        bot_rows=0,
        timed_out=0,
        missing_belief=0,
        attrition=(),
        attrition_differs=False,
    )
    said = limits_of(analysed("D2", data=data))

    assert "does not generalise" not in said
    for word in ("bots", "clock", "Missing", "without a belief", "left out", "cut short"):
        assert word not in said


def test_groups_that_were_left_out_are_counted():
    assert "3 of 4 groups." in limits_of(FEW)
    assert "1 group left out." in limits_of(FEW)


def test_a_rehearsals_first_limit_is_that_bots_played():
    said = limits_of(AUTHORS, pictured(9))

    assert "Bots played. Nothing on any of these pages is evidence." in said
    assert "8 by bots" not in said
    assert "SIMULATED" in read(walled("claim-1", AUTHORS, pictured(9)), "#foot")


def test_every_limit_of_the_phone_is_on_some_page_of_the_wall():
    pages = [page for page in pages_of(AUTHORS) if page.startswith("limits")]
    walls = [li for page in pages for li in soup_of(walled(page, AUTHORS)).select(".wide li")]
    phone = soup_of(on_phone(AUTHORS)).select("#limits li")

    assert [li.get_text() for li in walls] == [li.get_text() for li in phone]


def test_estimates_otherwise_counted_are_the_engines():
    rows = {row[0]: row[1:] for row in cells(walled("robustness", AUTHORS))}

    assert rows["as tested"][0] == signed(AUTHORS.analysis.claim("C1").estimate, 1)
    assert rows["without any one group"] == ["−7.4 to −5.0", "+0.05 to +0.22", "−0.30 to −0.20"]
    assert rows["round 1 alone"] == ["−3.2", "–", "–"]
    assert len(rows) == 1 + len({line.line for line in LINES})


def test_who_recognised_the_case_is_counted_once_enough_have_said():
    few, some = (
        replace(PICTURE, told=Told(recognised=Recognitions(no=no, guess=1, yes=1))) for no in (0, 4)
    )

    assert "1 of 6 (17 %) recognised the case." in limits_of(AUTHORS, some)
    assert "recognised the case" not in limits_of(AUTHORS, few)


def test_nobody_reads_who_recognised_the_case_while_still_asked():
    known = replace(PICTURE, told=Told(recognised=Recognitions(no=4, guess=1, yes=1)))

    def limits_while(is_open):
        asked = Asked(recognition=recognition("P07", 6, is_open=is_open))
        page = student_debrief_page(
            replace(frame(0), asked=asked), None, known, STRAITS, "", "", AUTHORS
        )
        return read(page, "#limits")

    assert "recognised the case" not in limits_while(is_open=True)
    assert "1 of 6 (17 %) recognised the case." in limits_while(is_open=False)


def test_a_script_is_named_only_where_one_played():
    scripted, sentence = pictured(12, design=Design.D1), "A script played every patron"
    groups = tuple(replace(g, patron_kind=PatronKind.STUDENT) for g in scripted.groups)

    assert sentence in limits_of(analysed("D1"), scripted)
    assert sentence not in limits_of(analysed("D1"), replace(scripted, groups=groups))
    assert "Whole groups were compared." in limits_of(SMALL, replace(scripted, groups=groups))


@pytest.mark.parametrize("level", [*chain(*LEVELS.values()), "escalate", "restrain", "none"])
def test_every_arm_is_said_in_words(level):
    assert " " in arm_words(level)
    assert " " in arm_words(level)
    assert arm_words(f"hawk+{level}") == f"with hawkish patrons {arm_words(level)}"


def test_missing_moves_are_told_by_arms_in_words():
    arms = (ArmShare("hawk+heavy", 36, 30), ArmShare("restrained+light", 36, 36))
    data = replace(AUTHORS.analysis.data, attrition=arms)

    assert "with hawkish patrons in a large war 6 of 36 (17 %)" in limits_of(
        analysed("D1", data=data)
    )


@pytest.mark.parametrize(("groups", "swings"), [(4, True), (12, False)])
def test_a_gauge_of_few_groups_says_that_one_more_could_turn_it(groups, swings):
    data = replace(AUTHORS.analysis.data, groups_used=groups)
    found = replace(AUTHORS, analysis=replace(AUTHORS.analysis, data=data))
    for page in (walled("gauge", found), on_phone(found)):
        assert (f"It rests on {groups} groups: one more could turn it." in page) is swings
