"""A class in which anything may happen next, and what must hold whatever does.

Hypothesis chooses; the clock is turned by hand, the store is real, the server may stop at any time.
"""

from random import Random

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from game.classroom import conducting, playing
from game.classroom.live import LiveGroup
from game.core.commands import CoverSeat, HandBack
from game.core.evolve import replay
from game.core.vocabulary import Design, Refused, Stage
from game.log.streams import GROUP_CODEC
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


class AClass(RuleBasedStateMachine):
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
            self.begins()

    # ------------------------------------------------------------------ what may happen

    @rule(students=st.integers(1, 3))
    def joins(self, students):
        """More students come in, in the lobby or late."""
        if not self.room.live.state.ended and len(self.room.live.state.participants) < 14:
            self.room.joins(students)

    @in_lobby
    @rule()
    def begins(self):
        """Seats are dealt; sometimes somebody comes in before round 1 opens."""
        conducting.deal_seats(self.room.classroom, self.room.live)
        if len(self.room.live.state.participants) % 2:
            self.room.joins(1)
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
        participant = rng.choice(list(self.room.live.seats))
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
    @precondition(lambda self: self.answered)
    @rule(rng=randoms)
    def a_page_sends_again(self, rng):
        """The acknowledgement was lost: the same message, the same answer, nothing new."""
        participant, command_id = rng.choice(list(self.answered))
        before = self.room.writer.store.count("events")
        sent = self.answered[participant, command_id]
        playing.act(self.room.classroom, self.room.live, participant, sent)
        assert self.room.writer.store.count("events") == before

    @rule(seconds=st.sampled_from([1, 6, 11, 40, 130]))
    def time_passes(self, seconds):
        """The timekeeper looks at the clock."""
        self.room.passes(seconds, step=3)

    @in_play
    @rule(rng=randoms)
    def the_instructor_sends_somebody_out_or_in(self, rng):
        """Covers and hand-backs."""
        index = rng.randrange(len(self.room.live.groups))
        seat = rng.choice(list(self.room.state(index).seats))
        command = rng.choice((CoverSeat(seat, "maximiser"), HandBack(seat)))
        self.deed(lambda room, live: room.order_group(live, index, command))

    @rule(
        deed=st.sampled_from(
            [
                conducting.pause,
                conducting.resume,
                conducting.close_stage,
                conducting.extend_stage,
                conducting.advance,
            ]
        )
    )
    def the_instructor_presses_a_button(self, deed):
        """Any button, also when it has no sense."""
        self.deed(deed)

    def deed(self, deed):
        """What the instructor does is done or refused."""
        try:
            deed(self.room.classroom, self.room.live)
        except Refused:
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

    # ------------------------------------------------------------------ what always holds

    @invariant()
    def memory_is_a_fold_of_the_log(self):
        """Every group and the session: state, versions, ids, gapless positions."""
        live, store = self.room.live, self.room.writer.store
        for group in live.groups:
            rows = store.read(group.group)
            assert [row.position for row in rows] == list(range(1, group.position + 1))
            again = LiveGroup.from_rows(self.room.scenario, rows)
            assert (again.state, again.versions, again.seen) == (
                group.state,
                group.versions,
                group.seen,
            )
            events = [GROUP_CODEC.decode(row.kind, row.version, row.body) for row in rows]
            assert replay(self.room.scenario, events) == group.state

    @invariant()
    def nothing_acknowledged_is_lost_or_doubled(self):
        """Each acknowledged message has its rows, in one place."""
        if not self.answered:
            return
        found = {}
        for group in self.room.live.groups:
            for row in self.room.writer.store.read(group.group):
                if row.command_id:
                    found.setdefault(row.command_id, []).append((group.group, row.position))
        for participant, command_id in self.answered:
            places = found.pop(f"{participant}:{command_id}")
            assert len({stream for stream, _ in places}) == 1
            positions = [position for _, position in places]
            assert positions == list(range(positions[0], positions[0] + len(positions)))
        assert not [known for known in found if not known.endswith(":")]

    @invariant()
    def the_class_keeps_together(self):
        """No two groups more than a stage apart."""
        playing_ = [g.state for g in self.room.live.groups if not g.state.ended]
        if playing_ and playing_[0].stage is not None:
            order = list(Stage)
            at = [6 * s.round.number + order.index(s.stage) for s in playing_]
            assert max(at) - min(at) <= 1 or self.skips(playing_)

    def skips(self, states):
        """A group without consultation goes from the dispatch to the commitment."""
        return len({state.opened.consultation for state in states}) > 1 or not (
            states[0].opened.consultation
        )

    @invariant()
    def everybody_has_at_most_one_seat_and_nobody_is_forgotten(self):
        """Dealt and late: seated once, or waiting."""
        live = self.room.live
        held = [p for g in live.groups for s in g.state.seats.values() for p in s.holders]
        assert len(held) == len(set(held))
        if live.groups:
            assert set(held) | set(live.state.late) == set(live.state.participants)

    def teardown(self):
        """However it stands: the clock, or the instructor where there is none, ends the game."""
        if not hasattr(self, "room"):
            return
        live = self.room.live
        if live.state.phase == "lobby":
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
TestAClass.settings = settings(max_examples=25, stateful_step_count=30)
