"""A class in which anything may happen next, and what must hold whatever does.

Hypothesis chooses; the clock is turned by hand, the store is real, the server may stop at any time.
"""

from os import environ
from random import Random

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    initialize,
    precondition,
    rule,
)

from game.classroom import conducting, joining, placing, playing, seats, undoing
from game.classroom.roster import NameRefused
from game.core.vocabulary import Design, Refused, Stage
from tests.classroom.what_holds import WhatHolds
from tests.rooms import Room, message
from tests.strategies import FACTORS, wild_command

PLANS = st.fixed_dictionaries(
    {
        "design": st.sampled_from(list(Design)),
        "factors": st.sampled_from(FACTORS),
        "group_size": st.integers(2, 6),
        "cut": st.sampled_from(["full", "short"]),
        "pace": st.sampled_from(["clock", "clock", "instructor"]),
        "timers": st.sampled_from([True, True, False]),
    }
)
randoms = st.integers(0, 10**6).map(Random)
in_play = precondition(lambda self: self.room.live.state.phase == "play")
in_lobby = precondition(lambda self: self.room.live.state.phase == "lobby")


class AClass(WhatHolds):
    """One session of a made-up class."""

    @initialize(plan=PLANS, students=st.integers(1, 9), begun=st.sampled_from([True, True, False]))
    def makes(self, plan, students, begun):
        """The instructor makes a session, and somebody is there."""
        if plan["design"] is not Design.D1:
            plan = {**plan, "factors": {}}
        if "exit_notice" in plan["factors"]:
            plan = {**plan, "cut": "full"}  # a notice needs a stage of talk
        self.room = Room().makes(students, **plan)
        self.answered = {}  # (participant, command id): the message that was acknowledged
        if begun:
            self.deals()
            self.begins()

    # ------------------------------------------------------------------ what may happen

    @rule(students=st.integers(1, 3))
    def joins(self, students):
        """More students come in, in the lobby or late."""
        if not self.room.live.state.ended and len(self.room.live.state.participants) < 14:
            self.room.joins(students)

    @in_lobby
    @rule()
    def deals(self):
        """Seats are dealt, if anybody is there to play."""
        if not self.room.live.state.players:
            self.room.joins(1)
        conducting.deal_seats(self.room.classroom, self.room.live)

    @precondition(lambda self: self.room.live.state.phase == "dealt")
    @rule()
    def the_deal_is_undone(self):
        """It came too early."""
        undoing.undo_deal(self.room.classroom, self.room.live)

    @precondition(lambda self: self.room.live.state.phase == "dealt")
    @rule()
    def begins(self):
        """Round 1 opens."""
        conducting.begin(self.room.classroom, self.room.live)

    @in_play
    @rule(share=st.sampled_from([1, 1, 2, 3]), rng=randoms)
    def students_move(self, share, rng):
        """All students do what is asked, or every second, or every third."""
        absent = tuple(p for p in self.room.live.seats if rng.randrange(share))
        if not self.room.live.state.paused and not self.room.live.state.ended:
            self.room.everybody_moves(but=absent)

    @in_play
    @rule(stages=st.integers(1, 9))
    def the_class_plays_on(self, stages):
        """A while in which everybody does what is asked."""
        self.deed(conducting.resume)
        for _ in range(stages):
            self.students_move(1, Random(0))
            self.room.passes(12, step=6)
            if self.room.live.state.created.pace == "instructor":
                self.deed(conducting.advance)

    @in_play
    @rule(rng=randoms, times=st.integers(1, 6))
    def students_send(self, rng, times):
        """Students send something, right or wrong, for now or for another stage."""
        for _ in range(times):
            self.somebody_sends(rng)

    def somebody_sends(self, rng):
        """One message of one student."""
        participant = rng.choice(list(self.room.live.seats) or ["pNOBODY"])
        if participant not in self.room.live.seats:
            return
        index, seat = self.room.live.seats[participant]
        state = self.room.state(index)
        sent = message(wild_command(state, seat, rng), state, f"c{len(self.answered)}")
        if rng.random() < 0.2:
            sent["round"] = state.round.number + rng.choice((-1, 1))
        if rng.random() < 0.1:
            sent["stage"] = rng.choice(list(Stage))
        self.send(participant, sent)

    def send(self, participant, sent):
        """What is acknowledged is remembered."""
        try:
            playing.act(self.room.classroom, self.room.live, participant, sent)
        except Refused:
            return
        self.answered.setdefault((participant, sent["id"]), sent)

    @in_play
    @rule(rng=randoms)
    def the_instructor_enters_a_move(self, rng):
        """For a student whose phone died; the same form twice is one move."""
        index, seat = self.a_seat(rng)
        state = self.room.state(index)
        sent = message(wild_command(state, seat, rng), state, f"paper{len(self.answered)}")
        self.deed(lambda room, live: playing.act_for(room, live, index, seat, sent))
        self.deed(lambda room, live: playing.act_for(room, live, index, seat, sent))

    @in_play
    @precondition(lambda self: self.answered)
    @rule(rng=randoms)
    def a_page_sends_again(self, rng):
        """The acknowledgement was lost: the same message, the same answer, nothing new."""
        participant, command_id = rng.choice(list(self.answered))
        before = self.room.writer.store.count("events")
        sent = self.answered[participant, command_id]
        self.deed(lambda room, live: playing.act(room, live, participant, sent))
        assert self.room.writer.store.count("events") == before

    @rule(seconds=st.sampled_from([1, 6, 11, 40, 130]))
    def time_passes(self, seconds):
        """The timekeeper looks at the clock."""
        self.room.passes(seconds, step=3)

    def a_seat(self, rng):
        """Any seat of any group."""
        index = rng.randrange(len(self.room.live.groups))
        return index, rng.choice(list(self.room.state(index).seats))

    @in_play
    @rule(rng=randoms)
    def the_instructor_sees_to_a_seat_or_a_group(self, rng):
        """Covers, hand-backs, extra time; one group's clock stands or goes on."""
        index, seat = self.a_seat(rng)
        deeds = (
            lambda room, live: seats.cover_seat(room, live, index, seat),
            lambda room, live: seats.hand_back(room, live, index, seat),
            lambda room, live: seats.give_extra_time(room, live, index, seat, rng.choice((0, 50))),
            lambda room, live: seats.pause_group(room, live, index),
            lambda room, live: seats.resume_group(room, live, index),
        )
        self.deed(rng.choice(deeds))

    @rule(rng=randoms)
    def the_instructor_sees_to_a_person(self, rng):
        """Off the list and on it again, another seat, beside somebody, looking on, another name."""
        everybody = (*self.room.live.state.participants, *self.room.live.state.removed)
        if not everybody:
            return
        who = rng.choice(everybody)
        deeds = [
            lambda room, live: placing.remove(room, live, who),
            lambda room, live: placing.readmit(room, live, who),
            lambda room, live: placing.watch(room, live, who),
            lambda room, live: placing.play(room, live, who),
            lambda room, live: joining.rename(room, live, who, f"Renamed {rng.random()}"),
        ]
        if self.room.live.groups:
            place = self.a_seat(rng)
            deeds += [
                lambda room, live: placing.swap(room, live, who, place),
                lambda room, live: placing.seat_beside(room, live, who, place),
            ]
        self.deed(rng.choice(deeds))

    @rule(
        deed=st.sampled_from(
            [
                conducting.pause,
                conducting.resume,
                conducting.close_stage,
                conducting.extend_stage,
                conducting.advance,
                undoing.undo_closing,
            ]
        )
    )
    def the_instructor_presses_a_button(self, deed):
        """Any button, also when it has no sense."""
        self.deed(deed)

    @rule(minutes=st.integers(0, 9))
    def the_instructor_ends_the_game_by_mistake(self, minutes):
        """And takes it back."""
        live = self.room.live
        if live.state.ended or not live.groups:
            return
        conducting.end(self.room.classroom, live)
        self.room.clock += 60_000 * minutes
        if minutes % 2:
            self.room.restart()
        undoing.reopen(self.room.classroom, self.room.live)

    def deed(self, deed):
        """What the instructor does is done or refused."""
        try:
            deed(self.room.classroom, self.room.live)
        except (Refused, NameRefused):
            return

    @rule(away=st.integers(0, 900), woken=st.booleans())
    def the_server_stops_and_starts(self, away, woken):
        """All memory is gone; what was acknowledged is not."""
        if woken:
            self.room.timekeeper.beat()
        self.room.clock += 1000 * away
        self.room.restart()
        if woken:
            self.room.timekeeper.wake()
        self.room.timekeeper.tick()

    def teardown(self):
        """However it stands: the clock, or the instructor where there is none, ends the game."""
        if not hasattr(self, "room"):
            return
        if self.room.live.state.phase == "lobby":
            self.deals()
        if self.room.live.state.phase == "dealt":
            self.begins()
        self.deed(conducting.resume)
        created = self.room.live.state.created
        for _ in range(400):
            if self.room.live.state.ended:
                break
            self.room.passes(60, step=10)
            if created.pace == "instructor":
                self.deed(conducting.advance)
            if not created.timers:
                self.deed(conducting.close_stage)
        assert self.room.live.state.ended, "the class is stuck"
        self.memory_is_a_fold_of_the_log()
        self.nothing_acknowledged_is_lost_or_doubled()


TestAClass = AClass.TestCase
TestAClass.settings = settings(max_examples=60, stateful_step_count=90)  # 5,400 steps


class AnotherClass(AClass):
    """The same for as long as one has time."""


TestForLong = pytest.mark.slow(AnotherClass.TestCase)
TestForLong.settings = settings(
    max_examples=int(environ.get("CLASSES", "1000")), stateful_step_count=100
)
