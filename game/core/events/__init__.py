"""What happened: past tense, frozen, complete enough to be read years later without the code.

`at` is UTC in milliseconds. Who may know of an event, and when: game/core/disclosure.py.
"""

from game.core.events.clock import (
    ClockShifted,
    GamePaused,
    GameResumed,
    StageClosed,
    StageExtended,
    StageOpened,
)
from game.core.events.moves import (
    AppraisalStated,
    BeliefStated,
    CableSent,
    CommuniquePublished,
    ForcesCommitted,
    OrdersSealed,
    PutInWriting,
    ReadyDeclared,
    ResponseSealed,
)
from game.core.events.opening import GroupOpened, SeatSetup
from game.core.events.outcomes import (
    Account,
    CrisisStruck,
    ForecastPaid,
    GameEnded,
    Line,
    ResponsesRevealed,
    RoundReckoned,
)
from game.core.events.seating import SeatCovered, SeatHandedBack, SeatOpened, SeatTaken

__all__ = [
    "Account",
    "AppraisalStated",
    "BeliefStated",
    "CableSent",
    "ClockShifted",
    "CommuniquePublished",
    "CrisisStruck",
    "Event",
    "ForcesCommitted",
    "ForecastPaid",
    "GameEnded",
    "GamePaused",
    "GameResumed",
    "GroupOpened",
    "Line",
    "OrdersSealed",
    "PutInWriting",
    "ReadyDeclared",
    "ResponseSealed",
    "ResponsesRevealed",
    "RoundReckoned",
    "SeatCovered",
    "SeatHandedBack",
    "SeatOpened",
    "SeatSetup",
    "SeatTaken",
    "StageClosed",
    "StageExtended",
    "StageOpened",
]

Event = (
    GroupOpened
    | StageOpened
    | BeliefStated
    | CableSent
    | CommuniquePublished
    | PutInWriting
    | ReadyDeclared
    | ForcesCommitted
    | AppraisalStated
    | ResponseSealed
    | OrdersSealed
    | ResponsesRevealed
    | StageClosed
    | CrisisStruck
    | RoundReckoned
    | GameEnded
    | StageExtended
    | GamePaused
    | GameResumed
    | ClockShifted
    | SeatTaken
    | SeatCovered
    | SeatHandedBack
    | SeatOpened
)
