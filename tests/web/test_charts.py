"""Pictures: every unit is somewhere, names stay inside and apart, and nothing written runs."""

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.views.shapes import Forces, Place
from game.core.vocabulary import ALLY_SEATS, PATRON, Alignment, Distance, Posture
from game.web.charts.beliefs import Stated, beliefs
from game.web.charts.evidence import Calibrated, calibration, gauge
from game.web.charts.forces import forces_map
from game.web.charts.forest import Line, Plot, Study, forest, span_of
from game.web.charts.icons import ARROWS, SIGNS, arrow, sign
from game.web.charts.interval import Estimate, interval
from game.web.charts.marks import CODES, mark
from game.web.charts.placing import SIZES, ground
from game.web.charts.slopes import Panel, Slope, slopes
from game.web.charts.standing import standing
from game.web.charts.strips import Row, strips
from game.web.charts.tally import tally
from game.web.charts.track import track
from game.web.presenters.maps import caption

SHEETS = Path(__file__).resolve().parents[2] / "static" / "css"
LONG = ("Constantinia", "Schwarzwalde", "Mesopotamias", "Transmontana", "Wallachiania")
HOSTILE = "<script>\"'&"
POINT = re.compile(r"(?<=[MHL])-?[\d.]+")
INF = float("inf")


def forces(at_war=3, garrisons=(1, 2), *, names=LONG, near=(1, 4), sent=(), theatre="the Straits"):
    """A map of as many allies as there are garrisons, two places each."""
    count = len(garrisons)
    allies = tuple(
        Place(
            ALLY_SEATS[i],
            names[i],
            f"{names[i]} lands",
            Distance.NEAR if i + 1 in near else Distance.FAR,
            2,
            garrisons[i],
            2,
            sent[i] if i < len(sent) else 0,
            False,
        )
        for i in range(count)
    )
    pool = 6 + 2 * count
    here = pool - at_war - sum(garrisons)
    home = Place(PATRON, "Metropolitan", "Metropolitan", None, 6, here, 0, 0, False)
    return Forces(3, theatre, pool, at_war, (home, *allies))


def drawn(shown: Forces, size: str = "phone", **changes):
    """The map, read back as XML."""
    svg = forces_map(shown, size, "m", "Map", "Told", **changes)
    return ElementTree.fromstring(str(svg))


divisions = st.integers(1, 5).flatmap(
    lambda n: st.tuples(st.integers(0, 6), st.tuples(*[st.integers(0, 2)] * n))
)


@given(divisions)
def test_every_unit_is_in_one_place_and_the_counts_agree(division):
    at_war, garrisons = division
    shown = forces(at_war, garrisons)

    units = standing(shown)

    assert len({unit.name for unit in units}) == shown.pool
    assert sum(unit.at is None for unit in units) == at_war
    for place in shown.places:
        assert sum(unit.at == place.seat for unit in units) == place.here


@given(divisions, divisions)
def test_units_keep_their_names_from_round_to_round(first, second):
    names = [
        {unit.name for unit in standing(forces(at_war, garrisons[:1]))}
        for at_war, garrisons in (first, second)
    ]

    assert names[0] == names[1]


def test_who_leaves_the_patrons_home_goes_to_the_war_first():
    away = [unit.name for unit in standing(forces(3, (1, 1))) if unit.at is None]

    assert away == ["P-5", "A1-1", "A2-1"]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("near", [(1, 4), (1, 2, 3, 4, 5), ()])
@pytest.mark.parametrize("count", range(1, 6))
def test_no_place_stands_on_another(size, near, count):
    """Shelf, name and count of a place keep clear of those of its neighbours."""
    plan = ground(forces(0, (2,) * count, near=near), SIZES[size])
    fonts, boxes = plan.size.fonts, []
    for spot in plan.spots.values():
        high = spot.y - plan.size.bar[1]
        low = spot.y + fonts.mid * 1.3 + fonts.small * 1.2
        boxes.append((spot.x - spot.half, high, spot.x + spot.half, low))

    for i, (left, top, right, foot) in enumerate(boxes):
        assert left >= 0
        assert right <= plan.size.width
        assert top >= plan.war[1]
        assert foot <= plan.size.height
        for other in boxes[i + 1 :]:
            apart = right < other[0] or other[2] < left or foot < other[1] or other[3] < top
            assert apart, (boxes[i], other)


@pytest.mark.parametrize("size", SIZES)
def test_long_names_are_squeezed_and_never_cut(size):
    svg = drawn(forces(6, (1,) * 5, sent=(2,) * 5), size)
    texts = [item for item in svg.iter() if item.tag == "text"]

    assert set(LONG) <= {item.text for item in texts}
    width = SIZES[size].width
    for item in texts:
        if item.text in LONG and item.get("textLength"):
            end = float(item.get("x")) + float(item.get("textLength"))
            assert end <= width


def test_a_map_says_what_it_shows():
    svg = drawn(forces())
    parts = {item.tag: item.text for item in svg.iter()}

    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == "m-t m-d"
    assert parts["title"] == "Map"
    assert parts["desc"] == "Told"


def test_a_map_in_one_breath():
    assert caption(forces(6, (1, 0))) == (
        "Six of Metropolitan’s ten units are in the Straits; three are in reserve at home. "
        "With the allies: one in Constantinia lands and none in Schwarzwalde lands."
    )


def test_marks_stay_outlines_until_the_debrief_fills_them():
    plain = str(forces_map(forces(), "phone", "m", "t", "d"))
    codes = ((ALLY_SEATS[0], Alignment.REASSURE), (ALLY_SEATS[1], Alignment.HEDGE))
    coded = str(forces_map(forces(), "phone", "m", "t", "d", codes))

    assert 'class="re"' not in plain
    assert 'class="he"' not in plain
    assert 'class="re"' in coded
    assert 'class="he"' in coded


FOREST = Plot(
    studies=(
        Study(HOSTILE, 1, -3, 5, 4),
        Study("wide", 2, -300, INF, 9),
        Study("alone", 3, None, None, 1, entered=False),
        Study("outside", -70, -90, -50, 6),
        Study("outside and not in", 70, 50, 90, 6, entered=False),
    ),
    lines=(
        Line("Mean", 1, -2, 4),
        Line(HOSTILE, 1, -60, 40, headline=False),
        Line("x", 1, None, None),
    ),
    expected=(-80, 9),
    label=HOSTILE,
    left=HOSTILE,
    right=HOSTILE,
    unit=HOSTILE,
)
PICTURES = {
    "map": lambda: forces_map(
        forces(names=(HOSTILE,) * 5, theatre=HOSTILE), "phone", "m", HOSTILE, HOSTILE
    ),
    "mark": lambda: mark("HEDGE", Distance.FAR, 16, HOSTILE),
    "arrow": lambda: arrow(Posture.ESCALATE, named=True),
    "sign": lambda: sign("ok"),
    "tally": lambda: tally(3, 6),
    "slopes": lambda: slopes(
        [
            Panel(HOSTILE, (Slope(60, 40, Distance.NEAR), Slope(50, 70, Distance.FAR))),
            Panel("", ()),
        ],
        HOSTILE,
    ),
    "strips": lambda: strips([Row(HOSTILE, Distance.FAR, CODES)], [Posture.HOLD] * 6, HOSTILE),
    "interval": lambda: interval(Estimate(-6.4, -11, -1.9, 0, 5, HOSTILE, HOSTILE, HOSTILE)),
    "wide interval": lambda: interval(Estimate(3, -40, 50, None, 5, "a", "b", "points"), wall=True),
    "gauge": lambda: gauge([(HOSTILE, 0.2), ("b", 0.8)], wall=True),
    "calibration": lambda: calibration([Calibrated(60, 50, 30, 70, 12)], HOSTILE),
    "forest": lambda: forest(FOREST),
    "beliefs": lambda: beliefs(
        [Stated(1, 50, 60, Posture.HOLD), Stated(2, None, 40, None), Stated(3, 30, None, None)],
        Distance.FAR,
        HOSTILE,
    ),
    "track": lambda: track(["good", "bad", "mixed"], HOSTILE),
}


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_are_well_formed_and_escape_what_was_written(name):
    svg = PICTURES[name]()

    assert "<script" not in svg
    assert "style=" not in svg
    ElementTree.fromstring(str(svg))
    assert svg == PICTURES[name]()


def test_a_forest_draws_nothing_outside_itself():
    """Whatever is infinite, missing or far away; an arrowhead says where it goes on."""
    svg = str(forest(FOREST))
    numbers = [float(found) for d in re.findall(r' d="([^"]*)"', svg) for found in POINT.findall(d)]
    assert numbers
    assert all(0 <= number <= 328 for number in numbers)
    assert "inf" not in svg
    assert "nan" not in svg
    assert svg.count("l5 4l-5 4") == 3  # right ends: wide, outside and not in, hollow diamond
    many = forest(replace(FOREST, studies=FOREST.studies * 20))
    assert ElementTree.fromstring(str(many)).get("viewBox").endswith(str(26 + 24 * 104 + 34))


@pytest.mark.parametrize(
    ("values", "span"),
    [((), 20), ((3, -19), 20), ((20.5,), 30), ((-47, INF), 60), ((10_000,), 200)],
)
def test_an_axis_is_as_long_as_it_must_be(values, span):
    """The smallest round one; what is farther still gets an arrowhead."""
    assert span_of(values, 20) == span


@pytest.mark.parametrize("name", PICTURES)
def test_every_class_of_a_picture_is_in_the_sheet(name):
    sheets = "".join(
        (SHEETS / f"{sheet}.css").read_text("utf-8") for sheet in ("charts", "game", "controls")
    )
    used = {
        word
        for found in re.findall(r'class="([^"]*)"', str(PICTURES[name]()))
        for word in found.split()
    }

    assert {word for word in used if f".{word}" not in sheets} <= {"unit-g", "chart"}


def test_every_posture_and_sign_is_drawn():
    assert set(ARROWS) == set(Posture)
    assert all("<svg" in sign(name) for name in SIGNS)
