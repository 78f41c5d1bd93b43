"""The wall: what the whole class may read there, and what never stands on it."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from game.core.commands import PutIn, SealOrders, SealResponse, StateAppraisal, StateBelief
from game.core.pledges import Asked, Code
from game.core.views.instructor import instructor_view
from game.core.views.public import public_view
from game.core.vocabulary import PATRON, Design, Move, Posture, Stage, Stance
from game.web.charts.placing import SIZES
from game.web.wall_render import REGIONS, Awaited, WallFrame, awaiting, wall_page, wall_regions
from game.web.wall_render.shown import before, committed, forces, revealed
from game.web.wording.words import POSTURE_DONE, STANCE_DONE
from tests.builders import A1, A2, NOW, Script
from tests.web import auditing
from tests.web import instructor_screens as screens
from tests.web.auditing import read, soup_of
from tests.web.instructor_screens import LOBBY, NAMES, at

PAGES = [name for name in screens.names() if name.startswith("wall")]
PLAY = [name for name in PAGES if name not in ("wall-join", "wall-dealt", "wall-over")]
CODES = re.compile(
    r"REASSURE|HEDGE|reassur|\bhedg|loyal|betray|coded|\bcode word|"
    r"\bproves?\b|confirms|refutes|disproves|signific|error|please|!",
    re.IGNORECASE,
)
HUES = (".re", ".he", ".re-l", ".he-l")


# ------------------------------------------------------------------ every page


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_sound(name):
    for audit in auditing.ALL:
        audit(screens.get(name))


@pytest.mark.parametrize("name", [name for name in PAGES if "hostile" not in name])
def test_no_coded_word_and_no_hue_of_a_move_before_the_debrief(name):
    assert not CODES.search(read(screens.get(name)))
    for hue in HUES:
        assert not soup_of(screens.get(name)).select(f"svg {hue}")


@pytest.mark.parametrize("name", PAGES)
def test_no_name_and_no_number_of_rounds(name):
    said = read(screens.get(name))

    assert not [person for person in NAMES if person in said]
    assert not re.search(r"\bP\d\d\b", said)
    assert not re.search(r"[Rr]ound \d+ of", said)


def test_what_was_written_never_runs():
    auditing.harmless(screens.get("wall-hostile"))


def test_the_same_moment_gives_the_same_wall():
    view = public_view(at(3, Stage.RESPONSE)[0].state)
    frame = replace(LOBBY, phase="play", round=3, stage=Stage.RESPONSE, groups=3, group=1)

    assert wall_page(frame, NOW, view) == wall_page(frame, NOW, view)
    assert tuple(wall_regions(frame, view)) == REGIONS


# ------------------------------------------------------------------ what stands there


def test_to_join_there_is_a_code_an_address_and_how_many_have():
    said = read(screens.get("wall-join"))

    assert "Open 192.168.17.24:5000 and type" in said
    assert "HK7 M4R" in soup_of(screens.get("wall-join")).h1.get_text()
    assert "19 have come in" in said
    assert soup_of(screens.get("wall-join")).select(".qr svg")


@pytest.mark.parametrize("name", [*PLAY, "wall-dealt"])
def test_the_code_stays_in_a_corner_for_those_who_are_late(name):
    assert "HK7 M4R" in read(screens.get(name), "#foot")


def test_while_cards_are_read_it_says_how_a_round_goes():
    said = read(screens.get("wall-dealt"), "main")
    short = wall_page(replace(LOBBY, phase="dealt", groups=4, talk=False), NOW)

    assert all(word in said for word in ("Dispatch", "Consultation", "Commitment", "Reckoning"))
    assert "Consultation" not in read(short, "main")


def test_the_dispatch_has_its_headline_its_tide_and_a_new_government():
    assert "The front in the Straits, part 1" in read(screens.get("wall-dispatch"), "main")
    said = read(screens.get("wall-new-government"), "main")
    assert "A new government has taken office in Meridia." in said
    assert re.search(r"The front has (not )?moved", said)


def test_who_is_awaited_is_said_by_role():
    said = read(screens.get("wall-response"), "main")

    assert "3 of 7 allies and 2 of 3 patrons" in said
    assert "Groups 2 and 3" in said
    assert "What would you need to see to believe a promise?" in said


def test_patrons_are_awaited_alike_whoever_plays_them():
    """Nothing may tell the allies who plays their patron (rules 5)."""
    played = screens.scripts(8, design=Design.D2_LOTTERY)
    views = [instructor_view(script.at(1, Stage.COMMITMENT).state) for script in played]

    assert awaiting(views) == Awaited(0, 4, 8, 4, (1, 2, 3, 4), 4)


def test_a_class_that_has_ended_awaits_nobody():
    views = [instructor_view(script.to_the_end().state) for script in screens.scripts(3)]

    assert awaiting(views) == Awaited()


def test_what_the_patron_did_stands_on_top_and_what_the_allies_did_beside():
    source = screens.get("wall-reveal")

    assert re.search(r"Meridia (escalated|held|drew down)", read(source, "#top"))
    assert "What the allies did" in read(source, "main")
    assert soup_of(source).select("main .did li")
    assert not soup_of(source).select("#top [data-clock]")


def test_the_crisis_says_who_is_attacked_and_whether_the_patron_comes():
    for name in ("wall-crisis", "wall-crisis-five", "wall-reckoning"):
        assert re.search(r"attacked, and Meridia (comes|does not come)", read(screens.get(name)))
        assert soup_of(screens.get(name)).select("svg .alarm")
    assert "Round 3 is over" in read(screens.get("wall-reckoning"), "main")


def test_where_allies_are_many_those_who_did_the_same_stand_together():
    items = soup_of(screens.get("wall-crisis-five")).select("main .did li")
    names = [name for item in items for name in item.select("b")]

    assert len(names) == 5
    assert all(": " in item.get_text() for item in items)


def test_a_promise_made_in_public_stands_beside_what_came():
    script = screens.scripts(3)[0].at(1, Stage.CONSULTATION)
    script.seat(PATRON, PutIn(A1, Asked(Code.PROMISE_GARRISON, units=2), public=True))
    source = screens.on_wall([script.at(1, Stage.RECKONING)])

    assert re.search(r"Meridia promised 2 units in .*: (kept|broken)\.", read(source, "main"))


def test_paused_it_says_so_and_the_clock_stands():
    source = screens.get("wall-paused")

    assert "The game is paused." in read(source, "main")
    assert soup_of(source).select_one("[data-left]").get_text() == "1:01"


def test_simulated_is_said_in_the_foot():
    assert "SIMULATED" in read(screens.get("wall-simulated"), "#foot")
    assert "SIMULATED" not in read(screens.get("wall-response"))


def test_without_scripts_links_turn_to_another_group_and_round_again():
    def turns(shown: int) -> list[str]:
        links = soup_of(screens.on_wall(at(1, Stage.DISPATCH), shown)).select("#foot a")
        return [link["href"] for link in links]

    assert turns(1) == ["/wall/HK7M4R?group=3", "/wall/HK7M4R?group=2"]
    assert turns(3) == ["/wall/HK7M4R?group=2", "/wall/HK7M4R?group=1"]


def test_one_group_needs_no_turning():
    assert not soup_of(screens.on_wall(at(1, Stage.DISPATCH, 3))).select("#foot a")


def test_the_map_is_as_large_as_the_wall_and_small_for_a_small_screen():
    maps = soup_of(screens.get("wall-response")).select("main svg.forces")

    assert [int(svg["width"]) for svg in maps] == [SIZES["wall"].width, SIZES["phone"].width]


@pytest.mark.parametrize("phase", ["lobby", "dealt", "play", "over"])
def test_every_phase_has_a_page_even_without_groups(phase):
    page = wall_page(WallFrame("HK7 M4R", "a", "t", phase, Markup()), NOW)

    auditing.sound(page)


# ------------------------------------------------------------------ nothing too early


def answered(script: Script, move: Move, stance: Stance, sent: int) -> Script:
    """Everybody in this group has moved, the allies alike."""
    for ally in (A1, A2):
        script.seat(ally, StateAppraisal(50, 50, 50))
        script.seat(ally, SealResponse(move, stance, sent, False, "A reason."))
    return script.seat(PATRON, SealOrders({A1: True, A2: False}))


def test_nothing_a_group_did_shows_while_another_still_decides():
    played = at(3, Stage.RESPONSE, 6)
    quiet = screens.on_wall(played)
    answered(played[0], Move.ACCOMMODATE, Stance.DISSOCIATE, 2)
    shown, view = screens.on_wall(played), public_view(played[0].state)

    assert view.present.answers
    assert read(shown, "main svg") == read(quiet, "main svg")
    assert "made terms" not in shown
    assert all(said not in shown for said in STANCE_DONE.values())


def test_no_patron_shows_its_hand_to_another():
    played = at(2, Stage.COMMITMENT, 6)
    quiet = screens.on_wall(played)
    played[0].bots_move([PATRON])
    shown = screens.on_wall(played)

    assert public_view(played[0].state).present.division is not None
    assert read(shown, "main svg") == read(quiet, "main svg")
    assert all(said not in read(shown, "#top") for said in POSTURE_DONE.values())


def test_in_round_one_the_forces_stand_at_the_outset_until_all_have_divided():
    played = at(1, Stage.COMMITMENT, 6)
    outset = public_view(played[0].state).forces
    played[0].bots_move([PATRON])
    view = public_view(played[0].state)
    frame = WallFrame("c", "a", "t", "play", round=1, stage=Stage.COMMITMENT)
    waiting = replace(frame, awaited=Awaited(patrons=1, open=1))

    assert forces(waiting, view) == outset
    assert forces(frame, view) == view.forces
    assert (committed(waiting, view), committed(frame, view)) == (None, view.present)


def test_the_map_before_is_the_map_the_last_round_left():
    script = at(2, Stage.COMMITMENT, 6)[0]
    left = public_view(script.state).forces
    script.bots_move([PATRON])
    kept = before(public_view(script.state))

    assert (kept.round, kept.pool, kept.at_war) == (1, left.pool, left.at_war)
    assert [(p.here, p.sent) for p in kept.places] == [(p.here, p.sent) for p in left.places]


def test_nothing_is_revealed_before_the_answers():
    view = public_view(at(1, Stage.DISPATCH, 3)[0].state)
    frame = WallFrame("c", "a", "t", "play", round=1, stage=Stage.DISPATCH)

    assert revealed(frame, view) is None
    assert committed(frame, view) is None


@settings(max_examples=25, deadline=None)
@given(
    belief=st.integers(0, 100),
    after=st.integers(0, 100),
    move=st.sampled_from(tuple(Move)),
    stance=st.sampled_from(tuple(Stance)),
    come=st.booleans(),
)
@pytest.mark.noninterference
def test_what_is_sealed_changes_nothing_on_the_wall(belief, after, move, stance, come):
    """Two classes that differ in what was said and sealed alone have the same wall, byte for
    byte, as long as somebody is awaited."""

    def walls(first, second, made, said, ordered):
        script = screens.scripts(3)[0].at(1, Stage.DISPATCH)
        script.seat(A1, StateBelief(first)).seat(A2, StateBelief(50))
        script.all_ready().at(1, Stage.RESPONSE)
        script.seat(A1, StateAppraisal(second, second, second))
        script.seat(A1, SealResponse(made, said, 1, False, f"Because {second}."))
        script.seat(PATRON, SealOrders({A1: ordered, A2: ordered}))
        return screens.on_wall([script])

    assert walls(belief, after, move, stance, come) == walls(
        50, 50, Move.STAND, Stance.SILENT, True
    )


def test_every_posture_has_its_words():
    assert set(POSTURE_DONE) == set(Posture)
