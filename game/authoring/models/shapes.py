"""Values that may be written in two ways, and say so themselves when they are neither."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from game.authoring.models.base import fault

MOST_DRAIN = 0.5
Number = Annotated[float, Field(ge=0)]


def _number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _weights(written: Any) -> Any:  # noqa: ANN401  whatever the author wrote
    numbers = isinstance(written, list) and all(_number(item) for item in written)
    if written == "equal" or (numbers and len(written) == 4 and min(written) >= 0):
        return written
    raise fault(
        "Expected equal, or four weights of 0 or more in the order high_core, high_periphery, "
        "low_core, low_periphery, such as [1, 1, 1, 1]."
    )


def _drain(written: Any) -> Any:  # noqa: ANN401  whatever the author wrote
    shares = written if isinstance(written, list) else [written]
    hidden = isinstance(written, list)
    if all(_number(share) and 0 <= share <= MOST_DRAIN for share in shares) and (
        not hidden or (len(shares) == 2 and shares[0] == 0 < shares[1])
    ):
        return written
    raise fault(
        f"Expected a share from 0 to {MOST_DRAIN}, or [0, share] to draw one of the two in "
        "secret, such as [0, 0.4]."
    )


def _moment(written: Any) -> Any:  # noqa: ANN401  whatever the author wrote
    if written == "half" or (_number(written) and written in (0, 2, 3, 4)):
        return written if written == "half" else int(written)
    raise fault("Expected half (a change in the middle), or 0 for no change of government.")


def _rounds(written: Any) -> Any:  # noqa: ANN401  whatever the author wrote
    if _number(written) and written in (4, 6, 8):
        return int(written)
    raise fault(
        "Expected 4, 6 or 8 rounds: an even number, so that the order cards balance and a change "
        "of government falls in the middle."
    )


Types = Annotated[
    Literal["equal"] | Annotated[list[Number], Field(min_length=4, max_length=4)],
    BeforeValidator(_weights),
]
Drain = Annotated[
    Annotated[float, Field(ge=0, le=MOST_DRAIN)]
    | Annotated[list[float], Field(min_length=2, max_length=2)],
    BeforeValidator(_drain),
]
Moment = Annotated[Literal["half"] | Literal[0, 2, 3, 4], BeforeValidator(_moment)]
Rounds = Annotated[Literal[4, 6, 8], BeforeValidator(_rounds)]
