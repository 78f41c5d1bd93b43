"""Read a seat's command from a plain mapping, or say what is wrong with it.

A command names the round and stage it was made for, so that a late one is refused with a
sentence and never misapplied. Names are looked up in a table, never as attributes.
"""

from collections.abc import Callable, Mapping
from typing import TypeVar

from game.core.commands import (
    CommitForces,
    DeclareReady,
    PublishCommunique,
    PutIn,
    SealOrders,
    SealResponse,
    SeatCommand,
    SendCable,
    StateAppraisal,
    StateBelief,
)
from game.core.pledges import Asked, Code, Condition
from game.core.vocabulary import ALL_SEATS, ALLY_SEATS, Move, Posture, SeatId, Stage, Stance

E = TypeVar("E", Posture, Move, Stance, Code, Condition, Stage)
FLAGS = {"true": True, "on": True, "false": False, "": False}
LONGEST_TEXT = 10_000  # what a reader will look at; the rules allow far less


class Malformed(ValueError):  # noqa: N818  a fault of the message, named for what it is
    """The message cannot be read. `field` says where, `expected` what belongs there."""

    def __init__(self, field: str, expected: str) -> None:
        super().__init__(f"{field}: expected {expected}")
        self.field = field
        self.expected = expected


def parse(message: Mapping[str, object]) -> tuple[int, Stage, SeatCommand]:
    """Read `{"name", "round", "stage", "args"}` as the round, the stage and the command."""
    name = _text(message, "name")
    reader = READERS.get(name)
    if reader is None:
        raise Malformed("name", "one of " + ", ".join(sorted(READERS)))
    args = message.get("args", {})
    if not isinstance(args, Mapping):
        raise Malformed("args", "an object")
    return _whole(message, "round"), _one_of(message, "stage", Stage), reader(args)


def _text(source: Mapping[str, object], key: str) -> str:
    value = source.get(key, "")
    if not isinstance(value, str) or len(value) > LONGEST_TEXT or _half_a_sign(value):
        raise Malformed(key, f"text of at most {LONGEST_TEXT} characters")
    return value


def _half_a_sign(text: str) -> bool:
    """JSON can carry half of a surrogate pair, which no database can store."""
    return any("\ud800" <= sign <= "\udfff" for sign in text)


def _whole(source: Mapping[str, object], key: str) -> int:
    value = source.get(key)
    if isinstance(value, str) and len(value) < 12 and _is_whole(value.strip()):
        value = int(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > 10**9:
        raise Malformed(key, "a whole number")
    return value


def _is_whole(typed: str) -> bool:
    return (typed[1:] if typed[:1] in ("+", "-") else typed).isdecimal()


def _flag(source: Mapping[str, object], key: str) -> bool:
    value = source.get(key, False)
    if isinstance(value, str):  # as an HTML form sends it
        value = FLAGS.get(value.lower())
    if not isinstance(value, bool):
        raise Malformed(key, "true or false")
    return value


def _one_of(source: Mapping[str, object], key: str, options: type[E]) -> E:
    value = source.get(key)
    try:
        return options(value if isinstance(value, str) else "")
    except ValueError:
        raise Malformed(key, "one of " + ", ".join(options)) from None


def _seat(value: object, key: str, seats: tuple[SeatId, ...] = ALL_SEATS) -> SeatId:
    if value not in seats:
        raise Malformed(key, "one of " + ", ".join(seats))
    return SeatId(str(value))


def _by_seat(source: Mapping[str, object], key: str) -> Mapping[str, object]:
    value = source.get(key, {})
    if not isinstance(value, Mapping):
        raise Malformed(key, "an object of seats")
    for seat in value:
        _seat(seat, key, ALLY_SEATS)
    return value


def _asked(args: Mapping[str, object]) -> Asked:
    code = _one_of(args, "code", Code)
    return Asked(
        code,
        units=_whole(args, "units") if "units" in args else 0,
        round=_whole(args, "round") if "round" in args else 0,
        condition=_one_of(args, "condition", Condition) if args.get("condition") else None,
    )


def _commit(args: Mapping[str, object]) -> CommitForces:
    raw = _by_seat(args, "garrisons")
    garrisons = {SeatId(seat): _whole(raw, seat) for seat in raw}
    return CommitForces(_one_of(args, "posture", Posture), _whole(args, "theatre"), garrisons)


def _orders(args: Mapping[str, object]) -> SealOrders:
    raw = _by_seat(args, "orders")
    return SealOrders({SeatId(seat): _flag(raw, seat) for seat in raw})


def _response(args: Mapping[str, object]) -> SealResponse:
    return SealResponse(
        move=_one_of(args, "move", Move),
        stance=_one_of(args, "stance", Stance),
        units=_whole(args, "units") if "units" in args else 0,
        voice=_flag(args, "voice"),
        reason=_text(args, "reason"),
    )


READERS: Mapping[str, Callable[[Mapping[str, object]], SeatCommand]] = {
    "state_belief": lambda args: StateBelief(_whole(args, "belief")),
    "send_cable": lambda args: SendCable(_seat(args.get("to"), "to"), _text(args, "text")),
    "publish_communique": lambda args: PublishCommunique(_text(args, "text")),
    "put_in_writing": lambda args: PutIn(
        _seat(args.get("to"), "to"), _asked(args), _flag(args, "public")
    ),
    "declare_ready": lambda _: DeclareReady(),
    "commit_forces": _commit,
    "state_appraisal": lambda args: StateAppraisal(
        _whole(args, "would"), _whole(args, "could"), _whole(args, "belief")
    ),
    "seal_response": _response,
    "seal_orders": _orders,
}
