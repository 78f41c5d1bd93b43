"""What the console shows, as one value that the server fills. Nothing here looks anything up."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.classroom.links import Role
from game.core.nature import patron_kind
from game.core.views.instructor import GroupSecrets, GroupView
from game.core.vocabulary import Design, ParticipantId, SeatId, SessionId, Stage
from game.web.debrief_render.paging import PageRef
from game.web.instructor_pages.seen import HERE, Seen
from game.web.paths import PATHS
from game.web.wording import choosing, words

Factors = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A student on the list, and when they were last heard; `guest`: not on the class list."""

    participant: ParticipantId
    name: str
    seen: Seen = HERE
    guest: bool = False


@dataclass(frozen=True, slots=True)
class Hand:
    """A student who asks for help: seat and group, and since when by this machine's clock."""

    participant: ParticipantId
    name: str
    seat: str  # empty before the deal
    since: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen when the session was made."""

    design: Design = Design.D2_CARDS
    group_size: int = 3  # with the patron
    factors: Factors = ()

    @property
    def scripted(self) -> bool:
        """Whether the computer plays every patron, so that all students are allies."""
        arm = tuple((name, levels[0]) for name, levels in self.factors)
        return patron_kind(self.design, arm).scripted

    @property
    def words(self) -> str:
        """`D2, order cards`; in D1 with what is compared."""
        said = f"{self.design.value.partition('-')[0]}, {words.DESIGNS[self.design]}"
        compared = [choosing.FACTORS[name][0].lower() for name, _ in self.factors]
        return f"{said}: {' and '.join(compared)}" if compared else said


@dataclass(frozen=True, slots=True)
class ConsoleFrame:
    """One class session as its instructor sees it. Times are UTC in milliseconds."""

    session: SessionId
    code: str  # as shown: HK7 M4R
    title: str
    scenario: str  # its title
    chosen: Chosen
    phase: str  # lobby | dealt | play | over
    address: str  # where students join, as one would type it
    pace: str = "clock"  # clock | instructor
    timers: bool = True
    paused: bool = False
    simulated: bool = False
    round: int = 0
    stage: Stage | None = None
    deadline: int | None = None
    left_ms: int | None = None  # when paused
    extended: bool = False
    people: tuple[Person, ...] = ()  # everybody on the list, in order of joining
    late: tuple[Person, ...] = ()  # wait for a seat
    watching: tuple[Person, ...] = ()  # want none
    removed: tuple[Person, ...] = ()  # were taken off the list
    predicted: int | None = None  # how many have said what they expect; None: it is not asked
    undo: bool = False  # the last closing can be taken back
    reopen: bool = False  # the end can be taken back
    groups: tuple[GroupView, ...] = ()
    secrets: tuple[GroupSecrets, ...] = ()  # empty unless asked for
    pages: tuple[PageRef, ...] = ()  # of the debrief, once over
    page: str = ""  # the one on the projector
    fingerprint: str = ""  # of the log, once over
    names: Mapping[ParticipantId, str] = field(default_factory=dict)
    hands: tuple[Hand, ...] = ()  # raised, the first one first
    nudged: Mapping[ParticipantId, bool] = field(default_factory=dict)  # whether anybody looked
    role: Role = Role.INSTRUCTOR  # who looks

    @property
    def reads_only(self) -> bool:
        """A reviewer: no button stands on the page."""
        return self.role is Role.REVIEWER

    @property
    def owner(self) -> bool:
        """The instructor, who has the other sessions and the links as well."""
        return self.role is Role.INSTRUCTOR

    @property
    def base(self) -> str:
        """Where this session's console lives."""
        return f"{PATHS.console}/{self.session}"

    def seat_at(self, group: int, seat: SeatId) -> str:
        """Where the page of a seat lives; `group` is its number."""
        return f"{self.base}/seat/{group}/{seat}"

    def student_at(self, participant: ParticipantId) -> str:
        """Where the page of a student lives."""
        return f"{self.base}/student/{participant}"

    @property
    def wall(self) -> str:
        """Where its projector page lives."""
        return f"/wall/{self.code.replace(' ', '')}"

    @property
    def watch(self) -> dict[str, str]:
        """What the page tells the server that it looks at."""
        asked = {"secrets": "1"} if self.secrets else {}
        return {"watch": "console", "session": self.session, **asked}

    @property
    def open(self) -> bool:
        """Whether a stage is open in any group."""
        return self.phase == "play" and any(group.open for group in self.groups)

    @property
    def held(self) -> tuple[int, ...]:
        """The numbers of the groups that the instructor has paused alone: the class waits."""
        playing = self.phase == "play" and not self.paused
        return tuple(sorted(group.number for group in self.groups if playing and group.paused))

    @property
    def at(self) -> str:
        """Where the class is: an order given for here is not obeyed a step later."""
        return f"{self.phase}-{self.round}-{self.stage or ''}-{'open' if self.open else 'shut'}"

    @property
    def gone(self) -> tuple[Person, ...]:
        """Who is on the list and has not been heard for a while."""
        return tuple(person for person in self.people if person.seen.gone)

    def holders(self, group: GroupView, seat: SeatId) -> tuple[Person, ...]:
        """The students at a seat."""
        held = next(status for status in group.seats if status.seat == seat)
        known = {person.participant: person.seen for person in self.people}
        return tuple(
            Person(who, self.names.get(who, str(who)), known.get(who, HERE)) for who in held.holders
        )
