"""What always holds of a class, whatever happens in it; looked at after every step."""

from hypothesis.stateful import RuleBasedStateMachine, invariant

from game.classroom.live import LiveGroup
from game.core.evolve import replay
from game.core.state import is_student
from game.core.vocabulary import ALL_SEATS, MoveSource, Stage
from game.log.streams import GROUP_CODEC

EVERY = 10  # steps between two looks at the whole log


class WhatHolds(RuleBasedStateMachine):
    """A machine with a `room`, and in `answered` the messages that were acknowledged."""

    steps = 0

    @invariant()
    def the_log_holds_what_was_said(self):
        """Looked at now and then, and always at the end."""
        self.steps += 1
        if self.steps % EVERY == 0:
            self.memory_is_a_fold_of_the_log()
            self.nothing_acknowledged_is_lost_or_doubled()

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
        unknown = [known for known in found if not known.endswith(":")]
        assert not [known for known in unknown if known.split(":")[0] not in ALL_SEATS]

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
        """Dealt and late: seated once, or waiting, or looking on; who is off the list has none."""
        state = self.room.live.state
        held = [p for g in self.room.live.groups for s in g.state.seats.values() for p in s.holders]
        assert len(held) == len(set(held))
        if self.room.live.groups:
            assert sorted([*held, *state.late, *state.watching]) == sorted(state.participants)

    @invariant()
    def every_seat_has_somebody_who_moves(self):
        """A student, or a bot in the student's place."""
        for group in self.room.live.groups:
            for seat, held in group.state.seats.items():
                assert held.holders or held.strategy or not is_student(group.state, seat)

    @invariant()
    def no_open_stage_begins_in_the_future(self):
        """Else it would not close though everybody has moved, and extra time would be less."""
        for state in (group.state for group in self.room.live.groups):
            if state.open and state.paused_at is None:
                assert state.stage_at <= self.room.clock
                assert state.deadline is None or state.stage_at < state.deadline

    @invariant()
    def every_move_says_who_made_it(self):
        """A student's by its pseudonym; the others by nobody's."""
        for group in self.room.live.groups:
            for played in group.state.rounds:
                for move in (*played.before.values(), *played.responses.values()):
                    assert bool(move.by) == (move.source is MoveSource.STUDENT)
