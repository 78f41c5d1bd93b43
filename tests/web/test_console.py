"""The console: what an instructor reads there, and what it can be told to do."""

import re
from dataclasses import replace

import pytest

from game.core.commands import CloseStage
from game.core.vocabulary import PATRON, ParticipantId, Stage
from game.web.instructor_pages import (
    REGIONS,
    confirm_page,
    console_page,
    console_regions,
)
from tests.builders import A1, A2, NOW
from tests.web import auditing
from tests.web import instructor_screens as screens
from tests.web.auditing import read, soup_of
from tests.web.instructor_screens import at_response, console, shown

PAGES = [
    name
    for name in screens.names()
    if name.startswith(("console", "confirm", "session", "login", "new"))
]
CODES = re.compile(r"REASSURE|HEDGE|\bhedg", re.IGNORECASE)


ALWAYS = ("Projector", "Class list")


def buttons(source: str) -> dict[str, str]:
    """What can be done now: the words, and where they lead."""
    found = soup_of(source).select("#controls .controls a, #controls .controls button")
    return {item.get_text(): _leads(item) for item in found}


def _leads(item) -> str:
    return item.get("href") or item.find_parent("form")["action"]


# ------------------------------------------------------------------ every page


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_sound(name):
    for audit in auditing.ALL:
        audit(screens.get(name))


@pytest.mark.parametrize("name", ["console-hostile", "new-session-refused", "sessions"])
def test_what_was_written_never_runs(name):
    auditing.harmless(screens.get(name))


def test_the_same_frame_gives_the_same_page():
    frame = console(at_response(), 40)

    assert console_page(frame, NOW) == console_page(frame, NOW)
    assert tuple(console_regions(frame)) == REGIONS


@pytest.mark.parametrize("name", [name for name in PAGES if "secrets" not in name])
def test_no_code_is_read_unless_asked_for(name):
    assert not CODES.search(auditing.folded(screens.get(name)))


@pytest.mark.parametrize("name", PAGES)
def test_the_number_of_rounds_is_never_told(name):
    assert not re.search(r"[Rr]ound \d+ of", read(screens.get(name)))


# ------------------------------------------------------------------ what can be done


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("console-empty", [*ALWAYS, "End this session"]),
        ("console-lobby-forty", ["Deal the seats", *ALWAYS, "End this session"]),
        ("console-dealt", ["Begin round 1", "Undo the deal", *ALWAYS, "End the game"]),
        (
            "console-forty",
            [
                "Close the stage now",
                "+ 30 seconds",
                "Pause all",
                "Show beliefs and moves",
                *ALWAYS,
                "End the game",
            ],
        ),
        ("console-paused", ["Go on", "Show beliefs and moves", *ALWAYS, "End the game"]),
        (
            "console-closed",
            [
                "Open the next stage",
                "Pause all",
                "Show beliefs and moves",
                *ALWAYS,
                "End the game",
            ],
        ),
        ("console-over", ["Begin the debrief", "Review the log", *ALWAYS]),
        ("console-debrief", ["Next page", "Back a page", "Review the log", *ALWAYS]),
        ("console-nothing-played", [*ALWAYS]),
    ],
)
def test_the_buttons_of_each_phase(name, words):
    assert list(buttons(screens.get(name))) == [*words, "Links", "All sessions"]


def test_a_stage_is_extended_once_and_only_while_its_clock_runs():
    frame = console(at_response(), 40)

    assert "+ 30 seconds" in buttons(shown(frame))
    assert "+ 30 seconds" not in buttons(shown(replace(frame, extended=True)))
    assert "+ 30 seconds" not in buttons(shown(replace(frame, deadline=None)))


@pytest.mark.parametrize("name", [name for name in PAGES if name.startswith("console")])
def test_one_button_is_the_one_that_matters(name):
    primary = soup_of(screens.get(name)).select("#controls .controls .btn:not(.btn--quiet)")

    assert len(primary) == (0 if name in ("console-empty", "console-nothing-played") else 1)


def test_what_hits_people_leads_to_a_question_and_the_rest_is_done_at_once():
    leads = buttons(screens.get("console-forty"))

    assert leads["Close the stage now"] == "/console/s1a2b3/confirm/close"
    assert leads["End the game"] == "/console/s1a2b3/confirm/end"
    assert leads["Pause all"] == "/console/s1a2b3/pause"
    assert leads["Show beliefs and moves"] == "/console/s1a2b3?secrets=1"
    assert leads["Projector"] == "/wall/HK7M4R"


def test_a_stage_in_which_nobody_is_missing_closes_without_a_question():
    played = [script.at(2, Stage.CRISIS) for script in screens.scripts(3)]
    played[0].all_ready()
    frame = replace(console(played, 3), groups=())

    assert confirm_page(frame, "close") is None


def test_the_question_names_who_is_hit_and_what_it_does():
    asked = read(screens.get("confirm-close"))

    assert "Close the stage with 4 seats missing?" in asked
    assert "Belmar in group 4 (Jonas Weber)" in asked
    assert "Meridia in group 11 (Jonas Weber 2)" in asked
    assert "left out of the numbers" in asked
    form = soup_of(screens.get("confirm-close")).select_one("form")
    assert form["action"] == "/console/s1a2b3/close"


def test_the_dialog_asks_what_the_page_asks():
    dialog = read(screens.get("console-forty"), "#ask-close")

    assert "Close the stage with 4 seats missing?" in dialog
    assert "Belmar in group 4 (Jonas Weber)" in dialog


def test_bots_are_not_waited_for_by_the_instructor():
    """A scripted patron is about to move by itself: nobody is hit when the stage is closed."""
    said = read(screens.get("console-arms"))

    assert "Awaited: 16 allies, in every group." in said
    assert "by script" in said
    assert "Meridia" not in read(screens.get("console-arms"), "#ask-close")


def test_dealing_asks_only_when_somebody_has_not_been_seen_for_a_while():
    assert confirm_page(console([], 14), "deal") is None
    asked = read(screens.get("confirm-deal"))
    assert "Deal without having seen 2 students lately?" in asked
    assert "Dmitri Volkov and Farid Haddad were not seen in the last two minutes." in asked


@pytest.mark.parametrize("action", ["begin", "pause", "nonsense", "deal"])
def test_other_actions_have_no_question(action):
    assert confirm_page(console(at_response(), 40), action) is None


# ------------------------------------------------------------------ who is awaited


def test_awaited_groups_stand_first():
    cards = soup_of(screens.get("console-forty")).select("article")
    numbers = [int(card["id"].removeprefix("group-")) for card in cards]

    assert numbers[:3] == [4, 9, 11]
    assert numbers[3:] == sorted(numbers[3:])
    assert [("is-awaited" in card["class"]) for card in cards[:4]] == [True, True, True, False]


def test_few_are_named_and_many_are_counted():
    few = read(screens.get("console-forty"), "#status")
    many = read(screens.get("console-opening"), "#status")

    assert "Belmar in group 4, Arven in group 9, Meridia in group 11 and Arven" in few
    assert "Awaited: 27 allies, in every group." in many


def test_who_is_gone_shared_covered_or_late_is_marked():
    source = screens.get("console-odd-seats")
    status = read(source, "#status")

    assert "Chiara Rossi and Farid Haddad were not seen in the last two minutes." in status
    assert "Tove Nielsen came late and waits for a seat" in status
    assert "bot for now" in read(source, "#group-1")
    assert "mirror: Farid Haddad seen 4 min ago here: Sami Nasser" in read(source, "#group-2")


def test_every_phase_says_what_to_do_now():
    said = {name: read(screens.get(name), "#status") for name in PAGES if "console" in name}

    assert "students open 192.168.17.24:5000 and type HK7 M4R" in said["console-empty"]
    assert "14 students make 4 groups (4, 4, 3, 3)" in said["console-lobby"]
    assert "reading their role cards" in said["console-dealt"]
    assert "Allies decide, patrons seal their orders." in said["console-forty"]
    assert "All clocks stand" in said["console-paused"]
    assert "Open the next stage when you are ready." in said["console-closed"]
    assert "Put the first page of the debrief on the projector." in said["console-over"]
    assert "page 5 of" in said["console-debrief"]


def test_a_refusal_is_said_and_changes_nothing():
    said = read(screens.get("console-refused"), "#banner")

    assert said == "This stage has had its extra time. Nothing was changed."


def test_the_list_before_the_deal_can_be_cleaned():
    forms = soup_of(screens.get("console-lobby")).select("form[action$='/remove']")

    assert len(forms) == 14
    assert forms[3].select_one("input[name=participant]")["value"] == "P04"
    assert "Remove Dmitri Volkov" in forms[3].get_text()


# ------------------------------------------------------------------ beliefs and moves


def test_beliefs_and_moves_are_shown_on_request_with_the_codes_defined():
    said = read(screens.get("console-secrets"))

    assert "REASSURE : the ally stands with the patron this round" in said
    assert "the word runs the other way" in said
    assert re.search(r"\d+ → \d+, (stands|own arms)", said)
    assert "resolve" in said


def test_a_name_is_nowhere_but_in_the_frame():
    """The console shows the names it is given, and pseudonyms where none is known."""
    frame = replace(console(at_response(), 40), names={ParticipantId("P01"): "Only Me"})

    assert "Only Me" in shown(frame)
    assert "Ada Lovelace" not in read(shown(replace(frame, people=())), "#list")


# ------------------------------------------------------------------ after the end


def test_every_page_of_the_debrief_can_be_put_on_the_projector():
    page = soup_of(screens.get("console-debrief"))
    found = page.select(".contents form")

    assert len(found) == len(screens.ended("").pages)
    assert {form["action"] for form in found} == {"/console/s1a2b3/debrief"}
    assert page.select_one(".contents [aria-current]").get_text() == "Moves of groups 4 to 7"


def test_the_log_the_three_exports_and_the_paper_are_there():
    links = [a["href"] for a in soup_of(screens.get("console-over")).select(".after a")]
    assert links == [
        "/console/s1a2b3/review",
        "/console/s1a2b3/export.zip",
        "/console/s1a2b3/export.zip?texts=1",
        "/console/s1a2b3/export.zip?research=1",
        "/console/s1a2b3/debrief",
    ]


def test_without_sessions_there_is_one_thing_to_do_and_classes_may_be_brought():
    page = soup_of(screens.get("sessions-none"))
    links = [a["href"] for a in page.select("a.btn, a[href='/console/archive']")]
    assert links == ["/console/archive", "/console/new"]


def test_a_closed_stage_asks_for_nobody():
    played = at_response()
    for script in played:
        if script.state.open:
            script.do(CloseStage("instructor"))
    said = read(shown(console(played, 40)), "#status")

    assert "Awaited" not in said
    assert {PATRON, A1, A2} <= set(played[0].state.seats)
