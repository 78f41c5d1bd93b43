"""The debrief: the cards of the claims, whatever the engine may find."""

import re
import subprocess
import sys
from dataclasses import replace
from math import inf
from pathlib import Path

import pytest

from game.analysis.claims import claims_text
from game.analysis.inference.sentences import AXES, UNITS
from game.analysis.inference.verdicts import Verdict
from game.core.vocabulary import Design
from game.web.charts.interval import Estimate, interval, span_of
from game.web.debrief_render.matter import Matter
from game.web.debrief_render.other_way import other_way
from game.web.wording import claims as words
from game.web.wording import other_way as other_words
from tests.web import auditing
from tests.web.analysed import ALL, AUTHORS, CLAIMS, FEW, OPEN, analysed, result
from tests.web.auditing import read, soup_of
from tests.web.classes import pictured
from tests.web.debriefed import STRAITS, cells
from tests.web.told_claims import PICTURE, on_paper, on_phone, pages_of, signed, walled

DOCS = Path(__file__).resolve().parents[2] / "docs" / "explain"
BANNED = re.compile(auditing.BANNED, re.IGNORECASE)


def squeezed(sentence):
    """As it is read: no matter where the lines end."""
    return " ".join(sentence.split())


# ------------------------------------------------------------------ every verdict, everywhere


def test_the_examples_have_every_verdict():
    assert {r.verdict for found in ALL.values() for r in found.analysis.claims} == set(Verdict)


@pytest.mark.parametrize("name", ALL)
def test_every_verdict_stands_on_wall_phone_and_paper_in_words_and_without_its_code(name):
    """The codes stand in the report's appendix, where the fields are, and nowhere else."""
    found = ALL[name]
    wall = " ".join(read(walled(page, found)) for page in pages_of(found))
    report = on_paper(found)
    lesson = report.partition('<section class="section report__appendix')[0]
    places = (wall, read(on_phone(found)), read(lesson))

    assert not BANNED.search(read(report))
    for place in places:
        assert not BANNED.search(place), BANNED.search(place)
        for claim in found.analysis.claims:
            assert squeezed(claim.sentence) in place
            assert claim.verdict not in place


@pytest.mark.parametrize("name", ALL)
def test_its_pages_are_sound_on_phone_and_paper(name):
    for page in (on_phone(ALL[name]), on_paper(ALL[name])):
        auditing.sound(page)
        auditing.stepped(page)


def test_banned_words_are_in_no_page_that_explains_and_not_in_the_claims():
    told = [path.read_text("utf-8") for path in sorted(DOCS.glob("*.md"))]

    assert len(told) > 5
    assert [BANNED.search(text) for text in (*told, claims_text())] == [None] * (len(told) + 1)


def test_it_says_how_large_a_difference_would_have_gone_the_other_way():
    """Half the interval, and more where Holm's rule shares the level: of C1, 5 points either way,
    and three primary claims."""
    folded = r"gone the other way\? (.*?) Against both"
    found = re.findall(folded, squeezed(read(on_phone(AUTHORS))))

    assert found[0] == (
        "With groups that scatter like these, a difference of about 6.1 belief points to the "
        "other side, which HRT expects, would have been found."
    )
    assert len(found) == len(set(found)) == 7
    unsure = re.findall(folded, squeezed(read(on_phone(OPEN))))
    assert any("to either side would have been found" in said for said in unsure)


def test_a_class_too_small_to_find_what_can_be_says_so():
    """An interval without an end, or one wider than any effect; none where nothing was tested."""
    claim, analysis = CLAIMS.claim("C2"), AUTHORS.analysis

    def said(**changed):
        claims = [replace(r, **changed) if r.claim == "C2" else r for r in analysis.claims]
        return other_way(replace(analysis, claims=tuple(claims)), claim)

    assert said(ci_high=inf) == other_words.NO_END
    assert said(ci_low=-0.9, ci_high=0.9) == other_words.TOO_FEW.format(
        side=f"{other_words.OTHER}, which HRT expects,"
    )
    assert said(testable=False) == ""


def test_without_a_result_there_are_no_pages_of_it():
    assert pages_of(None) == []


def test_the_paper_says_how_its_numbers_are_made_again():
    said = read(on_paper(AUTHORS), "#made")

    assert "run.py analyse FILE.zip" in said
    assert AUTHORS.analysis.claims_hash in said
    assert "omega of the gauge 0.1" in said


# ------------------------------------------------------------------ a card


def test_what_each_theory_expects_comes_before_what_was_found():
    assert pages_of(AUTHORS)[:2] == ["expected", "claim-1"]
    said = read(walled("expected", AUTHORS), "main")

    for name in ("C1", "C2", "C3"):
        claim = CLAIMS.claim(name)
        assert claim.question in said
        assert said.count(f"Against it: {claim.against['hrt']}.") == 2  # wide and narrow
        assert f"Against it: {claim.against['authors']}." in said


@pytest.mark.parametrize("name", ["C1", "C2", "C3", "C4", "C5", "C6", "C7"])
def test_words_are_there_for_what_the_claims_file_expects(name):
    expected = CLAIMS.claim(name).expects

    assert {words.EXPECTED[name][sign] for sign in expected.values()}
    assert name in AXES
    assert name in UNITS


def test_both_theories_stand_on_the_line_at_the_side_that_they_expect():
    for number, ends in ((1, ("authors", "HRT")), (2, ("HRT", "authors"))):
        line = soup_of(walled(f"claim-{number}", AUTHORS)).select_one(".wide .chart")
        written = [text.get_text() for text in line.select("text")]
        left = next(said for said in written if said.startswith("←"))
        right = next(said for said in written if said.endswith("→"))
        assert ends[0] in left
        assert ends[1] in right


def test_every_number_of_a_card_is_the_engines():
    for claim in AUTHORS.analysis.claims:
        number = claim.claim.removeprefix("C")
        section = f"#claim-{number}" if claim.claim in ("C1", "C2", "C3") else "#others"
        shown = cells(str(soup_of(on_phone(AUTHORS)).select_one(section)))
        digits = UNITS[claim.claim][1]
        for wanted in (
            ["95 % interval, from", signed(claim.ci_low, digits)],
            ["estimate", signed(claim.estimate, digits)],
            ["p, adjusted for several claims", f"{claim.p_holm:.3f}"],
            ["groups", str(claim.n_clusters)],
        ):
            assert wanted in shown


def test_without_enough_data_there_is_no_line_and_what_was_needed():
    page = soup_of(walled("claim-1", FEW)).select_one(".wide")

    assert not page.select(".chart")
    assert "3 groups with answers; the test needs 9." in page.get_text()
    assert "caused" not in page.get_text()


def test_claim_two_says_that_it_is_lopsided_and_what_the_link_check_found():
    found = {name: read(walled("claim-2", one), "main") for name, one in ALL.items()}

    assert all("no difference does not count against them" in said for said in found.values())
    assert "link check, holds here" in found["authors"]
    assert "runs the other way here: this claim says little" in found["payoffs"]
    assert "fails here: this claim says little" in found["small"]
    assert "is open here" in found["open"]
    assert "cannot be made here" in found["few"]


@pytest.mark.parametrize(
    ("design", "picture", "said"),
    [
        ("D1", Design.D1, "Patrons were drawn"),
        ("D2", Design.D2_CARDS, "Order cards were drawn"),
        ("D2", Design.D2_LOTTERY, "Postures were drawn"),
        ("D3", Design.D3, "Patrons chose their posture: an association"),
    ],
)
def test_a_card_says_what_was_drawn(design, picture, said):
    page = walled("claim-1", analysed(design), pictured(12, design=picture))

    assert said in read(page, "main")


def test_what_goes_further_than_the_abstract_is_marked_as_ours():
    assert "our operationalisation" in read(walled("others-1", AUTHORS), "#top")
    assert "Source: the abstract." in read(walled("claim-1", AUTHORS), "main")
    assert "Source: our operationalisation" in read(on_phone(AUTHORS), "#others")


@pytest.mark.parametrize("page", ["claim-1", "claim-3", "others-1", "gauge"])
def test_no_verdict_stands_without_its_caveat(page):
    caveat = "Students in a game with points are not governments"

    assert caveat in read(walled(page, AUTHORS), ".wide")
    assert caveat in read(on_phone(AUTHORS))


def test_designs_have_their_names_in_the_matter():
    lottery = Matter(pictured(12, design=Design.D2_LOTTERY), STRAITS, tested=analysed("D2"))

    assert lottery.compared == "D2-lottery"
    assert Matter(PICTURE, STRAITS, tested=analysed("D2")).compared == "D2"
    assert Matter(PICTURE, STRAITS).compared == ""


# ------------------------------------------------------------------ the line


def test_a_bound_without_an_end_is_an_arrow_and_said():
    shown = Estimate(3, -inf, 9, 0, 5, "a", "b", "points")
    bounded, endless = (str(interval(replace(shown, low=low))) for low in (-4, -inf))

    assert "from −∞ to +9.0" in endless
    assert "NaN" not in endless
    assert "inf" not in endless
    assert endless.count("L14.0") > bounded.count("L14.0")  # an arrow's tip at the left end
    assert "An arrow" in read(on_phone(OPEN), "#claim-3")


@pytest.mark.parametrize(
    ("numbers", "span"),
    [((-6.4, -11, -1.9, 12.5), 20), ((0.03, 0.25), 0.4), ((0.02,), 0.04), ((inf, 5), 6), ((), 2)],
)
def test_the_scale_is_a_round_number_that_holds_all(numbers, span):
    assert span_of(numbers) == pytest.approx(span)


def test_no_scale_is_longer_than_an_effect_can_be():
    assert span_of((-0.9, 0.99), 1) == 1


# ------------------------------------------------------------------ said once


def test_table_line_and_sentence_print_a_number_alike():
    about_zero = result("C2", "INCONCLUSIVE", estimate=0.0, ci_low=-0.004, ci_high=0.25)
    part = soup_of(on_phone(analysed("D2", about_zero))).select_one("#claim-2")

    assert "runs from 0.00 to +0.25" in part.get_text()
    assert ["95 % interval, from", "0.00"] in cells(str(part))
    assert "interval from 0.00 to +0.25" in part.select_one("figure .chart")["aria-label"]


def test_the_pages_start_without_numpy():
    """It takes most of a second, and they need the words and the decimals alone."""
    asked = "import sys, game.web.debrief_render; sys.exit('numpy' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", asked], check=False, timeout=60).returncode == 0
