"""The words of the game: ids, enumerations and the codes of refusal. Imports nothing of ours.

The same words stand in scenario files, the log, the protocol and the exported tables.
"""

from enum import StrEnum
from typing import NewType

SeatId = NewType("SeatId", str)
GroupId = NewType("GroupId", str)
SessionId = NewType("SessionId", str)
ParticipantId = NewType("ParticipantId", str)  # a pseudonym; names live in the roster alone

PATRON = SeatId("P")
ALLY_SEATS = tuple(SeatId(f"A{i}") for i in range(1, 6))
ALL_SEATS = (PATRON, *ALLY_SEATS)
RULES_VERSION = 1


class Stage(StrEnum):
    """The six stages of a round, in their fixed order."""

    DISPATCH = "dispatch"
    CONSULTATION = "consultation"
    COMMITMENT = "commitment"
    RESPONSE = "response"
    CRISIS = "crisis"
    RECKONING = "reckoning"


class Posture(StrEnum):
    """What the patron does in the distant theatre; its units say which."""

    ESCALATE = "escalate"
    HOLD = "hold"
    DRAW_DOWN = "draw_down"


class Alignment(StrEnum):
    """The ally's move as coded. "Reassure" runs backwards to the literature: see docs/glossary."""

    REASSURE = "REASSURE"
    HEDGE = "HEDGE"


class Move(StrEnum):
    """What an ally does. Students read the scenario's neutral labels instead."""

    STAND = "stand"
    BUILD_ARMS = "build_arms"
    ACCOMMODATE = "accommodate"
    SEEK_PARTNER = "seek_partner"

    @property
    def alignment(self) -> Alignment:
        """Only standing with the patron is REASSURE; voice inside the alliance is no hedge."""
        return Alignment.REASSURE if self is Move.STAND else Alignment.HEDGE


class Stance(StrEnum):
    """What the ally says in public about the distant war."""

    ENDORSE = "endorse"
    SILENT = "silent"
    DISSOCIATE = "dissociate"


class PrivateType(StrEnum):
    """What Nature dealt the patron: resolve (high, low) by priority (core, periphery)."""

    HIGH_CORE = "high_core"
    HIGH_PERIPHERY = "high_periphery"
    LOW_CORE = "low_core"
    LOW_PERIPHERY = "low_periphery"

    @property
    def resolve(self) -> int:
        """+1 high, -1 low."""
        return 1 if self in (PrivateType.HIGH_CORE, PrivateType.HIGH_PERIPHERY) else -1

    @property
    def core(self) -> int:
        """+1 when the allies' regions come first, -1 when the distant one does."""
        return 1 if self in (PrivateType.HIGH_CORE, PrivateType.LOW_CORE) else -1


class Card(StrEnum):
    """The private order card from the patron's home front (design D2 with student patrons)."""

    TOUGH = "tough"
    RESTRAINT = "restraint"
    NONE = "none"


class Design(StrEnum):
    """What is random: arms between groups, order cards or a lottery within them, or nothing."""

    D1 = "D1"
    D2_CARDS = "D2"
    D2_LOTTERY = "D2-lottery"
    D3 = "D3"


class PatronKind(StrEnum):
    """Who decides for the patron by design (`bot_substitute` is for the export alone)."""

    STUDENT = "student"
    SCRIPT_HAWK = "script_hawk"
    SCRIPT_RESTRAINED = "script_restrained"
    SCRIPT_HOLD = "script_hold"
    LOTTERY = "lottery"

    @property
    def scripted(self) -> bool:
        """True when the computer plays the patron by design."""
        return self is not PatronKind.STUDENT


class Distance(StrEnum):
    """Where an ally lies as seen from the distant theatre: a label that enters no formula."""

    NEAR = "near"
    FAR = "far"


class MoveSource(StrEnum):
    """Who moved."""

    STUDENT = "student"
    TIMEOUT = "timeout"
    BOT = "bot"
    INSTRUCTOR = "instructor"


class Expectation(StrEnum):
    """What a student expects before round 1: how allies take it when their patron fights harder,
    far away."""

    MORE = "more"
    SAME = "same"
    LESS = "less"


class Recognised(StrEnum):
    """Whether a student recognised the case behind a disguised game."""

    NO = "no"
    GUESS = "guess"
    YES = "yes"


class Refusal(StrEnum):
    """Why the rules do not allow a command. The sentences stand in game/web/wording/refusals.py."""

    LATE = "late"
    EARLY = "early"
    NOT_STARTED = "not_started"
    GAME_OVER = "game_over"
    PAUSED = "paused"
    NOT_PAUSED = "not_paused"
    NOT_YOUR_SEAT = "not_your_seat"
    NO_SUCH_SEAT = "no_such_seat"
    PATRON_ONLY = "patron_only"
    ALLIES_ONLY = "allies_only"
    SCRIPTED_SEAT = "scripted_seat"
    OUT_OF_RANGE = "out_of_range"
    OVER_POOL = "over_pool"
    OUTSIDE_BAND = "outside_band"
    ALREADY_COMMITTED = "already_committed"
    ALREADY_STATED = "already_stated"
    BELIEF_FIRST = "belief_first"
    MOVE_NOT_OFFERED = "move_not_offered"
    ORDERS_INCOMPLETE = "orders_incomplete"
    TEXT_EMPTY = "text_empty"
    TEXT_TOO_LONG = "text_too_long"
    LIMIT_REACHED = "limit_reached"
    NO_CABLES_HERE = "no_cables_here"
    NOT_A_PARTY = "not_a_party"
    UNKNOWN_PLEDGE = "unknown_pledge"
    NOTHING_TO_DO = "nothing_to_do"
    ALREADY_EXTENDED = "already_extended"
    NO_TIMER = "no_timer"
    STAGE_OPEN = "stage_open"
    STAGE_CLOSED = "stage_closed"
    COVERED_ALREADY = "covered_already"
    NOT_COVERED = "not_covered"
    NOBODY_THERE = "nobody_there"
    GROUP_FULL = "group_full"
    NOT_OVER = "not_over"
    NOTHING_TO_UNDO = "nothing_to_undo"
    MOVED_SINCE = "moved_since"


class Refused(Exception):  # noqa: N818  a refusal is an answer, not an error
    """The rules do not allow the command. `details` fill the sentence."""

    def __init__(self, code: Refusal, **details: object) -> None:
        super().__init__(code.value)
        self.code = code
        self.details = details
