"""The shapes of what one seat may know beside the common view.

Frozen, hashable, field by field; a new field is invisible until somebody fills it in a view.
"""

from dataclasses import dataclass

from game.core.scenario import Source
from game.core.views.shapes import Division, Message, Pledge, PublicView
from game.core.vocabulary import Card, Distance, Move, Posture, PrivateType, SeatId, Stance


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One line of one's own account, in points."""

    code: str
    points: float


@dataclass(frozen=True, slots=True)
class OwnRound:
    """One's own points in a round; `par` is what a seat like this should expect, in points."""

    number: int
    lines: tuple[AccountLine, ...]
    points: float
    par: float


@dataclass(frozen=True, slots=True)
class ForecastView:
    """The round in which one was paid for the forecast instead of the moves."""

    round: int
    before: bool
    report: int | None
    outcome: bool
    points: float
    set_aside: float
    par: float  # what always saying 50 should win


@dataclass(frozen=True, slots=True)
class OwnBeliefs:
    """What an ally said it believes, 0-100; None where it said nothing."""

    round: int
    before: int | None
    would: int | None
    could: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class OwnResponse:
    """One's own sealed response."""

    move: Move
    label: str
    stance: Stance
    units: int
    voice: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A move as offered: the scenario's neutral label and its own numbers, in points."""

    move: Move
    label: str
    calm: float  # not attacked
    defended: float  # attacked, and the patron came
    alone: float  # attacked, and it did not


@dataclass(frozen=True, slots=True)
class AllyPart:
    """What only this ally knows."""

    intelligence: str
    beliefs: tuple[OwnBeliefs, ...]
    response: OwnResponse | None
    choices: tuple[Choice, ...]
    units: int  # it may send
    partner_came: bool | None  # this round, if it looked for one and was left alone
    orders: tuple[tuple[int, bool], ...] = ()  # at the debrief: round, would have come


@dataclass(frozen=True, slots=True)
class Defence:
    """What it costs the patron to come to an ally this round, and not to; and its sealed order."""

    seat: SeatId
    name: str
    cost: float
    stake: float
    come: bool | None


@dataclass(frozen=True, slots=True)
class PostureOffer:
    """A posture as offered to the patron: its band of units and what it earns this round."""

    posture: Posture
    least: int
    most: int
    war: float
    card: float


@dataclass(frozen=True, slots=True)
class PatronPart:
    """What only the patron knows."""

    intelligence: str
    private_type: PrivateType
    stake: float
    card: Card
    card_bonus: float
    offers: tuple[PostureOffer, ...]
    defences: tuple[Defence, ...]  # empty but in the response stage
    pool: int
    garrison_max: int
    stand_value: float  # what each ally that stands is worth to it
    last_division: Division | None


@dataclass(frozen=True, slots=True)
class Brief:
    """The role card."""

    name: str
    home: str
    distance: Distance | None
    text: str  # Markdown
    wants: tuple[str, ...]
    secret: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Stakes:
    """The numbers of the ally's choice that the role card states, in points and chances."""

    income: float  # each round; the patron's, for each ally
    chance: float
    loss: float
    benefit: float
    plan_b: float
    plan_b_loss: float
    gift_giver: float
    gift_receiver: float
    speaking: float
    prize: float


@dataclass(frozen=True, slots=True)
class SeatView:
    """Everything a seat may know now, and nothing else. `task` names the screen it needs."""

    version: int
    seat: SeatId
    task: str
    covered: bool
    mirrored: bool
    timed_out: bool  # the rules moved for it in the round whose responses are open
    public: PublicView
    brief: Brief
    stakes: Stakes
    messages: tuple[Message, ...]
    pledges: tuple[Pledge, ...]
    cables_left: tuple[tuple[SeatId, int], ...]
    accounts: tuple[OwnRound, ...]
    points: float
    forecast: ForecastView | None
    ally: AllyPart | None
    patron: PatronPart | None
    may: tuple[str, ...]
