"""What stands on the screens, by what a student must be able to read or do there."""

import pytest
from bs4 import BeautifulSoup

from game.core.vocabulary import PATRON, SeatId, Stage
from game.web.render import RefusedForm, preview_map, seat_page, seat_regions
from game.web.templating import markdown, paragraphs, static
from tests.builders import A1, A2, NOW, Script, a_scenario, an_opening
from tests.web import scenes, screens


def now(name: str) -> BeautifulSoup:
    return BeautifulSoup(screens.get(name).page, "html5lib").select_one("#now")


def text(name: str, part: str = "#now") -> str:
    found = BeautifulSoup(screens.get(name).page, "html5lib").select_one(part)
    return " ".join(found.get_text(" ").split())


def named(form, kind="input, select, textarea, button"):
    return {item["name"] for item in form.select(kind) if item.get("name")} - {
        "_round",
        "_stage",
        "_id",
    }


@pytest.mark.parametrize(
    ("name", "command", "fields"),
    [
        ("belief", "state_belief", {"belief"}),
        ("appraise", "state_appraisal", {"would", "could", "belief"}),
        ("respond", "seal_response", {"move", "stance", "units", "voice", "reason"}),
        ("orders", "seal_orders", {"orders.A1", "orders.A2"}),
        ("commit", "commit_forces", {"posture", "theatre", "garrisons.A1", "garrisons.A2"}),
        ("reckoning", "declare_ready", set()),
        ("crisis-defended", "declare_ready", set()),
    ],
)
def test_a_form_asks_for_the_arguments_of_its_command(name, command, fields):
    form = now(name).select_one(f"form[data-command={command}]")

    assert named(form) == fields


def test_the_talk_has_a_form_for_every_word():
    forms = {form["data-command"]: form for form in now("talk-ally").select("form")}

    assert named(forms["send_cable"]) == {"to", "text"}
    assert named(forms["publish_communique"]) == {"text"}
    assert named(forms["put_in_writing"]) == {"to", "code", "units", "condition", "public"}
    assert "declare_ready" in forms


def test_a_patron_picks_to_whom_it_asks_or_promises():
    form = now("talk-patron").select_one("form[data-command=put_in_writing]")

    assert [item["value"] for item in form.select("select[name=to] option")] == ["", "A1", "A2"]
    assert form.select("select[name=round]")


def test_nothing_is_put_in_anybodys_mouth():
    """No default belief, no preselected move, posture or order."""
    for name in ("belief", "appraise", "respond", "orders", "commit"):
        page = now(name)
        assert not page.select("input[type=radio][checked], input[type=checkbox][checked]")
        for number in page.select("[data-belief] input[type=number]"):
            assert number["value"] == ""


def test_no_earlier_answer_stands_where_the_new_one_is_asked():
    """The belief before is not on the page while the belief after is asked."""
    script = scenes.at_dispatch()
    script.bots_move().all_ready().at(3, Stage.RESPONSE)
    view = scenes.seen(script, A1)
    before = view.ally.beliefs[-1].before
    page = seat_page(view, screens.FRAME, NOW, "")

    assert before is not None
    rows = BeautifulSoup(page, "html5lib").select("#record table")
    assert all(f"3 {before}" not in " ".join(row.get_text(" ").split()) for row in rows)


def test_choices_carry_their_own_numbers():
    said = text("respond")

    assert "Not attacked +1. Attacked: Meridia comes +1, alone −19." in said
    assert "alone −3 (4 times in 5) or −23 (1 in 5)" in said


def test_the_role_card_has_all_the_numbers():
    said = text("brief-ally")

    for number in ("one chance in two", "lose 20", "about 4", "get 10", "adds 1", "win 10"):
        assert number in said
    assert len(text("brief-ally").split()) < 250


def test_waiting_says_for_whom_and_that_the_move_is_safe():
    said = text("wait-sealed")

    assert said.startswith("Waiting for Meridia and Belmar")
    assert "Your decision is on the server." in said
    assert "Open my decision again" in said


def test_a_decision_opened_again_shows_what_was_sealed():
    form = now("wait-sealed").select_one("form")

    assert form.select_one("input[name=move][checked]")["value"] == "accommodate"
    assert form.select_one("textarea").get_text().startswith("It may well want")
    assert form["id"] == "respond-again-r3"


def test_a_belief_opened_again_is_empty():
    assert now("belief-waiting").select_one("input[name=belief]")["value"] == ""
    assert "You said 62 in 100." in text("belief-waiting")


def test_an_appraisal_is_not_opened_again():
    assert not now("wait-sealed").select("input[name=would]")


def test_what_is_shown_while_other_groups_play():
    said = text("wait-other-groups")

    assert said.startswith("This stage has closed")
    assert "made terms with Ostrava" in said
    assert not now("wait-other-groups").select("form")


def test_who_let_the_clock_run_out_reads_what_the_rules_did():
    said = text("wait-time-ran-out")

    assert "The clock ran out; where nothing was sent, the rules moved." in said
    assert "In public: say nothing." in said


def test_a_refused_form_says_why_above_the_field_and_keeps_what_was_typed():
    field = now("commit-refused").select_one("[name='garrisons.A1']")
    told = now("commit-refused").find(id=field["aria-describedby"])

    assert field["value"] == "3"
    assert field["aria-invalid"] == "true"
    assert told.get_text() == "Units for Belmar must lie between 0 and 2. You typed 3."
    assert now("commit-refused").select_one("input[value=escalate]").has_attr("checked")
    respond = now("respond-refused")
    assert "No move is chosen yet." in respond.select_one("form [data-said]").get_text()
    assert respond.select_one("textarea").get_text().strip() == "It came twice."


def test_a_refused_cable_comes_back_in_its_own_form():
    script = scenes.talked()
    refused = RefusedForm("send_cable", "Too long.", (("to", "A2"), ("text", "Long.")))
    page = seat_page(scenes.seen(script, PATRON), screens.FRAME, NOW, "n", refused)
    forms = BeautifulSoup(page, "html5lib").select("form[data-command=send_cable]")

    assert [form.select_one("textarea").get_text().strip() for form in forms] == ["", "Long."]


def test_words_of_a_form_that_is_gone_are_kept_on_the_page():
    said = text("late-form", "main")

    assert "Your move came too late: the time for it was up." in said
    assert "We shall need one more week" in said


def test_cables_of_others_never_show():
    script = scenes.talked()
    page = seat_page(scenes.seen(script, A2), screens.FRAME, NOW, "")

    assert "hospital" not in page
    assert "hospital" in seat_page(scenes.seen(script, A1), screens.FRAME, NOW, "")


def test_banners():
    assert "Your instructor has paused the game." in text("paused", "#banner")
    assert "A bot is holding your seat." in text("covered", "#banner")
    assert "You share this seat" in text("mirrored-and-simulated", "#banner")
    assert "SIMULATED" in text("mirrored-and-simulated", "#banner")
    assert "A new government has taken office in Meridia." in text(
        "belief-new-government", "#banner"
    )
    assert text("belief", "#banner") == ""


def test_a_pause_takes_no_form_away():
    assert now("paused").select("form[data-command=state_belief]")
    assert "paused" in text("paused", "#mast")


def test_the_reckoning_gives_points_line_by_line():
    said = text("reckoning")

    assert "You stand at" in said
    assert "Every round +10" in said
    assert "What was promised, and what came" in said


def test_the_end_opens_the_forecast_and_the_orders():
    said = text("over")

    assert "was drawn" in said
    assert "What Meridia had ordered for you" in said
    assert "above par. To the debrief" in said
    assert now("over").select("a[href='/debrief']")


def test_a_game_stopped_in_its_first_rounds_still_ends():
    assert "Your instructor has ended it here." in text("over-stopped")


def test_without_consultation_there_is_no_tab_for_it():
    scenario = a_scenario()
    opened = an_opening(students=3, scenario=scenario, cut="short")
    view = scenes.seen(Script(opened, scenario).at(1, Stage.DISPATCH), A1)
    page = BeautifulSoup(seat_page(view, screens.FRAME, NOW, ""), "html5lib")

    assert [tab["href"] for tab in page.select(".tabs a")] == ["#now", "#record", "#seat"]
    assert len(page.select(".rail li")) == 5


def test_the_clock_is_told_in_the_page_and_not_in_a_push():
    shown = screens.get("belief")
    left = (shown.view.public.deadline - NOW - 5000) // 1000

    assert f"{left // 60}:{left % 60:02}" in text("belief", ".clock")
    assert "data-deadline" in seat_regions(shown.view, shown.frame)["mast"]
    assert "1:4" not in seat_regions(shown.view, shown.frame)["mast"]


def test_who_has_no_seat_reads_why_and_what_goes_on():
    """Never a blank page: the stage, what was done, the map; and the way to the other groups."""
    said = text("lobby-looking-on", "body")
    assert "You look on" in text("lobby-looking-on", "h1")
    assert "no decision is asked of you" in said
    assert "Group 2 of 5" in said
    assert "Round 2 · " in said
    assert "stood with Meridia" in said or "built up its own arms" in said
    links = now("lobby-looking-on").select("#looking a")
    assert [link["href"] for link in links] == ["/play?group=1", "/play?group=3"]
    assert now("lobby-looking-on").select_one("#looking svg")
    late = text("lobby-late-in-play", "body")
    assert "You get a seat when the next round begins" in late
    assert "4 of 10 allies and 1 of 5 patrons to decide" in late
    assert "have not begun" not in late
    assert "Round 1 has not begun" in text("lobby-late-dealt", "body")


def test_nothing_of_a_stage_is_told_while_another_group_decides():
    """As on the wall: the answers of this group wait for the last one."""
    script = scenes.group().at(2, Stage.CRISIS)
    told = screens.looked_at(script)
    waiting = screens.looked_at(script, open_groups=1)
    assert told.shown.lines
    script = scenes.group().at(2, Stage.RESPONSE).bots_move()
    assert screens.looked_at(script).shown.lines
    assert not screens.looked_at(script, open_groups=1).shown.lines
    assert waiting.shown.lines  # the crisis has begun everywhere: no answer is secret any more


def test_a_preview_is_a_map_of_the_division_or_nothing():
    view = screens.get("commit").view
    garrisons = {SeatId("A1"): 2, SeatId("A2"): 0}

    assert "6 of 10 units sent here" in preview_map(view, 6, garrisons)
    assert preview_map(view, 6, {SeatId("A1"): 9}) is None
    assert preview_map(screens.get("belief").view, 6, garrisons) is None


def test_markdown_gives_no_door_to_what_an_author_wrote():
    assert markdown("**bold**") == "<p><strong>bold</strong></p>\n"
    assert "<script" not in markdown("<script>x</script>")
    assert "href" not in markdown("[x](javascript:alert(1))")
    assert "<img" not in markdown("![x](http://example.org/x.png)")
    assert paragraphs("One.\n\n\nTwo.\n") == ("One.", "Two.")


def test_the_address_of_a_file_changes_with_its_content():
    assert static("css/tokens.css").startswith("/static/css/tokens.css?v=")
    assert static("css/tokens.css") != static("css/base.css")
