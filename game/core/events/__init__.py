"""What happened: past tense, frozen, complete enough to be read years later without the code.

`at` is UTC in milliseconds. Who may know of an event, and when: game/core/disclosure.py.
"""

from game.core.events.clock import (
    ClockShifted,
    ClosingUndone,
    GamePaused,
    GameResumed,
    OpeningUndone,
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
    GameReopened,
    Line,
    ResponsesRevealed,
    RoundReckoned,
)
from game.core.events.seating import (
    ExtraTimeGiven,
    SeatCovered,
    SeatHandedBack,
    SeatLeft,
    SeatOpened,
    SeatTaken,
)

__all__ = [
    "Account",
    "AppraisalStated",
    "BeliefStated",
    "CableSent",
    "ClockShifted",
    "ClosingUndone",
    "CommuniquePublished",
    "CrisisStruck",
    "Event",
    "ExtraTimeGiven",
    "ForcesCommitted",
    "ForecastPaid",
    "GameEnded",
    "GamePaused",
    "GameReopened",
    "GameResumed",
    "GroupOpened",
    "Line",
    "OpeningUndone",
    "OrdersSealed",
    "PutInWriting",
    "ReadyDeclared",
    "ResponseSealed",
    "ResponsesRevealed",
    "RoundReckoned",
    "SeatCovered",
    "SeatHandedBack",
    "SeatLeft",
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
    | GameReopened
    | StageExtended
    | GamePaused
    | GameResumed
    | ClockShifted
    | OpeningUndone
    | ClosingUndone
    | SeatTaken
    | SeatLeft
    | SeatCovered
    | SeatHandedBack
    | SeatOpened
    | ExtraTimeGiven
)
