"""Beliefs and moves of the present round, for an instructor who asks. Codes stand here alone."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.core.views.instructor import GroupSecrets, GroupView, SeatSecret
from game.core.vocabulary import PATRON, Card, Move, SeatId, Stance
from game.web.wording.console import MOVES, STANCES, TYPES
from game.web.wording.words import CARDS


@dataclass(frozen=True, slots=True)
class Told:
    """A seat opened: the code of its move (empty before it is sealed), and a line of words."""

    code: str
    line: str


def told(group: GroupView, secrets: GroupSecrets) -> Mapping[SeatId, Told]:
    """What is known of each seat."""
    names = {seat.seat: seat.name for seat in group.seats}
    return {
        secret.seat: _patron(secrets, secret, names)
        if secret.seat == PATRON
        else Told(_code(secret), _ally(secret))
        for secret in secrets.seats
    }


def _patron(group: GroupSecrets, secret: SeatSecret, names: Mapping[SeatId, str]) -> Told:
    card = "" if group.card is Card.NONE else f"card for {CARDS[group.card]}"
    orders = [f"{names[seat]} {'come' if come else 'no'}" for seat, come in secret.orders]
    ordered = f"orders: {', '.join(orders)}" if orders else ""
    return Told("", "; ".join(part for part in (TYPES[group.private_type], card, ordered) if part))


def _code(secret: SeatSecret) -> str:
    return Move(secret.move).alignment.value if secret.move else ""


def _ally(secret: SeatSecret) -> str:
    parts = [_belief(secret)]
    if secret.move:
        parts += [MOVES[Move(secret.move)], STANCES[Stance(secret.stance)]]
    return ", ".join(part for part in parts if part) or "nothing yet"


def _belief(secret: SeatSecret) -> str:
    """`62 → 55`; a dash where nothing was said."""
    if secret.before is None and secret.after is None:
        return ""
    before, after = (
        "–" if value is None else str(value) for value in (secret.before, secret.after)
    )
    return f"{before} → {after}"
