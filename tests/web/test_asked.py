"""The two questions on pages: plain forms, the own answer again, refusals, counts, no names."""

import pytest

from game.authoring.library import shipped
from game.classroom import conducting
from game.classroom.joining import join
from game.classroom.making import Choices, make_session
from game.core.vocabulary import Expectation
from game.log.store import Store
from game.log.writers import Direct
from game.web.app import create_app
from game.web.console_frames import console_frame
from game.web.debrief_render.paging import Movement
from game.web.debriefs import on_the_wall, page_refs
from game.web.instructor_pages.standing import standing
from game.web.presenters.asked import prediction
from tests.web import classes
from tests.web.auditing import read, soup_of

STRAITS = next(path for path in shipped() if "straits" in path.name)
NAMES = ("Ada", "Bruno", "Chloe", "Dimitra")


class Class:
    """A server in this process, and a class in its lobby."""

    def __init__(self):
        self.served = create_app(Direct(Store("sqlite://")), "http://localhost")
        self.site, self.room = self.served.site, self.served.site.room
        chosen = Choices(
            classes.shipped("the-straits"), STRAITS.read_text(), "c" * 64, "", seed="s"
        )
        self.live = make_session(self.room, chosen)
        self.who = [join(self.room, self.live, name).participant for name in NAMES]
        self.phones = [self.phone(who) for who in self.who]

    def phone(self, who):
        client = self.served.app.test_client()
        token = self.site.tokens.for_seat(self.live.id, who)
        client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {token}"
        return client

    def page(self, place, path="/play"):
        return self.phones[place].get(path).get_data(as_text=True)

    def says(self, place, **fields):
        """What one expects, by the form of the page without scripts."""
        return self.phones[place].post("/play/prediction", data=fields)

    def knew(self, place, **fields):
        return self.phones[place].post("/play/recognition", data=fields)

    def begins(self):
        conducting.deal_seats(self.room, self.live)
        conducting.begin(self.room, self.live)

    def ends(self):
        """Once the responses of round 1 are open: then there is something to show."""
        self.begins()
        while not any(group.state.round.revealed for group in self.live.groups):
            conducting.close_stage(self.room, self.live)
            conducting.advance(self.room, self.live)
        conducting.end(self.room, self.live)

    def turns(self, page):
        conducting.turn_debrief(self.room, self.live, page)

    def wall(self, page):
        shown = on_the_wall(self.site, self.live, page)
        return read(str(shown.body))

    def console(self):
        return standing(console_frame(self.site, self.live, secrets=False)).predicted


@pytest.fixture
def room():
    return Class()


def chosen(source, name):
    """The answer that is marked in the form."""
    return [one["value"] for one in soup_of(source).select(f"input[name={name}][checked]")]


# ------------------------------------------------------------------ what one expects


def test_the_answer_given_is_shown_again_to_its_owner_alone(room):
    assert room.says(0, expects="less", reason="It is busy.").headers["Location"] == "/play"

    assert chosen(room.page(0), "expects") == ["less"]
    assert "It is busy." in room.page(0)
    assert chosen(room.page(1), "expects") == []
    assert not [place for place in (1, 2, 3) if "It is busy." in room.page(place)]


def test_under_the_role_card_it_can_still_be_changed(room):
    room.says(0, expects="less")
    conducting.deal_seats(room.room, room.live)
    assert chosen(room.page(0), "expects") == ["less"]
    room.says(0, expects="more")

    assert chosen(room.page(0), "expects") == ["more"]


def test_an_old_page_is_refused_with_a_sentence_once_round_1_has_begun(room):
    room.says(0, expects="less")
    room.begins()
    answer = room.says(0, expects="more")
    quiet = room.phones[0].post(
        "/play/prediction", data={"expects": "more"}, headers={"Accept": "application/json"}
    )

    assert (answer.status_code, quiet.status_code, quiet.json["code"]) == (409, 409, "over")
    assert "Round 1 has begun" in answer.get_data(as_text=True)
    assert "prediction" not in room.page(0)
    assert room.live.state.predictions[room.who[0]].expects is Expectation.LESS


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"reason": "no answer chosen"}, "Choose one of the three"),
        ({"expects": "hrt"}, "Choose one of the three"),
        ({"expects": "more", "reason": "x" * 281}, "more than 280 letters"),
        ({"expects": "more", "_who": "pSomebody"}, "Somebody else has joined"),
    ],
)
def test_what_cannot_be_taken_is_said_and_not_written(room, fields, why):
    answer = room.says(0, **fields)

    assert answer.status_code == 409
    assert why in answer.get_data(as_text=True)
    assert room.live.state.predictions == {}


def test_who_has_no_seat_answers_nothing(room):
    assert room.served.app.test_client().post("/play/prediction").headers["Location"] == "/"


def test_the_console_says_how_many_and_never_who(room):
    assert room.console() == "0 of 4 have said what they expect."
    room.says(0, expects="less")
    assert room.console() == "1 of 4 has said what they expect."
    room.begins()
    assert room.console() == ""


def test_without_scripts_the_page_holds_still_for_who_answers(room):
    assert 'http-equiv="refresh"' in room.page(0)
    assert 'http-equiv="refresh"' not in room.page(0, "/play?hold=1")


def test_both_orders_of_the_answers_are_met_and_none_names_a_theory():
    """Half of a class reads them from more to less, the other half from less to more."""
    found = [prediction(f"p{i}").options for i in range(400)]
    up = sum(options[0].value == "more" for options in found)

    assert {options[1].value for options in found} == {"same"}
    assert 150 < up < 250


# ------------------------------------------------------------------ after the game


def test_what_was_expected_stands_in_the_debrief_without_names(room):
    for place, answer in enumerate(("more", "more", "less", "less")):
        room.says(place, expects=answer, reason=f"Reason {place}")
    room.ends()
    debrief = [room.page(place, "/debrief") for place in (0, 2)]

    pages = page_refs(room.site, room.live)
    assert next(page.id for page in pages if page.movement is Movement.WHY) == "predictions"
    assert "Trust it more: 2; Trust it about the same: 0; Trust it less: 2" in str(
        on_the_wall(room.site, room.live, "predictions").body
    )
    assert "You expected that they would trust it more. You wrote: Reason 0" in read(debrief[0])
    assert not [page for page in debrief if "Reason 1" in page or "Bruno" in page]


def test_nobody_asked_is_no_page(room):
    room.ends()

    assert "predictions" not in [page.id for page in page_refs(room.site, room.live)]


def test_whether_it_was_recognised_is_asked_until_it_is_told(room):
    room.ends()
    room.turns("recognised")
    answer = room.knew(0, recognised="guess", round="1", clue="The island.")
    page = soup_of(room.page(0, "/debrief"))

    assert answer.headers["Location"] == "/debrief#recognised"
    assert chosen(str(page), "recognised") == ["guess"]
    assert page.select_one("#recognised option[selected]")["value"] == "1"
    assert "The island." not in room.page(1, "/debrief")

    room.turns("reveal-1")
    late = room.knew(1, recognised="yes")
    assert late.status_code == 409
    assert "The case has been told" in late.get_data(as_text=True)
    assert not soup_of(room.page(0, "/debrief")).select("#recognition")
    assert "You said that you had a guess, in round 1." in read(room.page(0, "/debrief"))


def test_the_wall_counts_from_the_third_answer_on(room):
    room.ends()
    room.turns("recognised")
    room.knew(0, recognised="yes", round="1")
    room.knew(1, recognised="no", round="")
    assert "2 students have answered." in room.wall("recognised")
    assert "I had a guess" not in room.wall("recognised")
    room.knew(2, recognised="guess", round="")
    assert "Yes 1 I had a guess 1 No 1" in room.wall("recognised")
    assert "And in which round" not in room.wall("recognised")
    room.knew(1, recognised="guess", round="1")
    assert "And in which round" in room.wall("recognised")


@pytest.mark.parametrize("typed", ["9", "one", "-1", "99999999999"])
def test_a_round_that_was_not_played_is_refused(room, typed):
    room.ends()
    answer = room.knew(0, recognised="yes", round=typed)

    assert answer.status_code == 409
    assert "There was no such round." in answer.get_data(as_text=True)
