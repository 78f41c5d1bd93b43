"""The claims, a card each: what each theory expects, what this class shows, and how surely.

The engine gives numbers, verdict and sentence; here they are laid out, both theories alike.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import inf

from markupsafe import Markup

from game.analysis.claims.reading import Claim
from game.analysis.inference.results import ClaimResult
from game.analysis.inference.sentences import AXES, UNITS, amount, p_words
from game.web.charts.interval import Estimate, interval, span_of
from game.web.debrief_render.matter import Matter, Tested
from game.web.debrief_render.other_way import other_way
from game.web.debrief_render.paging import PageRef, numbered
from game.web.debrief_render.payoffs import Own, own, tilted
from game.web.debrief_render.tables import HIDDEN, Table
from game.web.wording import claims as words
from game.web.wording.figures import capital, some

MAIN = ("C1", "C2", "C3")
OTHERS = ("C4", "C5", "C6", "C7")
LINK = "C7"
ROWS = 2  # of the others, to a page of the wall
FAIR = ("hrt", "authors")  # where no line gives an order


@dataclass(frozen=True, slots=True)
class Side:
    """What a theory expects of a claim, and what would count against it."""

    theory: str
    reason: str
    expects: str
    against: str


@dataclass(frozen=True, slots=True)
class Card:
    """One claim. Without a chart there was not enough data, and `reason` says what was needed."""

    number: str
    name: str
    question: str
    sides: tuple[Side, ...]
    other_way: str  # how large a difference would have been found
    neither: str  # what would count against both
    chart: Markup | None
    key: str
    numbers: Table
    sentence: str
    reason: str
    notes: tuple[str, ...]
    tilts: str  # what the payoffs alone make of it, at three lambdas; may be empty
    own: Own | None  # beside the allies' own beliefs
    source: str
    kind: str  # of source, in two words
    small: str
    chance: str


def refs(matter: Matter) -> tuple[PageRef, ...]:
    """A page a main claim, one for the others, one for the link; none before there is a result."""
    if matter.tested is None or not matter.played:
        return ()
    claims = matter.tested.claims
    heading = "What does each expect, and what counts against it?"
    asked = PageRef("expected", "What each theory expects", heading, "expected")
    main = tuple(_ref(claims.claim(name)) for name in MAIN)
    ours = "Claims 4 to 7: our operationalisation"
    return (asked, *main, *numbered("others", "Claims 4 to 7", ours, len(OTHERS) // ROWS))


def _ref(claim: Claim) -> PageRef:
    number = claim.id.removeprefix("C")
    name = f"Claim {number} · {capital(claim.name)}"
    return PageRef(f"claim-{number}", name, name, f"claim-{number}")


def card(matter: Matter, claim_id: str, *, wall: bool, slim: bool = False) -> Card:
    """The card of this claim. `slim`: one of several on a page of the wall."""
    tested = found(matter)
    claim, result = tested.claims.claim(claim_id), tested.analysis.claim(claim_id)
    drawn = result.testable and result.estimate is not None
    return Card(
        number=claim_id.removeprefix("C"),
        name=capital(claim.name),
        question=claim.question,
        sides=sides(claim),
        other_way=other_way(tested.analysis, claim),
        neither=curly(claim.against["both"]),
        chart=_chart(claim, result, wall, slim) if drawn else None,
        key=_key(result),
        numbers=_numbers(claim, result),
        sentence=tied(result.sentence),
        reason="" if drawn else result.reason,
        notes=tuple(_notes(tested, claim)),
        tilts=tilted(claim_id, tested.analysis.tilts),
        own=own(matter) if claim_id == "C2" else None,
        source=_source(claim),
        kind=_kind(claim),
        small=_small(matter, result),
        chance=_chance(result),
    )


def sides(claim: Claim, order: tuple[str, ...] = ()) -> tuple[Side, ...]:
    """Who expects less stands on the left, as on the line; or in this order."""
    on_the_line = ("hrt", "authors") if "-" in claim.expects["hrt"] else ("authors", "hrt")
    return tuple(_side(claim, theory) for theory in order or on_the_line)


def _side(claim: Claim, theory: str) -> Side:
    expected = words.EXPECTED[claim.id][claim.expects[theory]]
    return Side(
        theory=words.THEORIES[theory],
        reason=f"{words.REASONS[theory]}: " if claim.id in MAIN else "",
        expects=expected,
        against=curly(claim.against[theory]),
    )


def _chart(claim: Claim, result: ClaimResult, wall: bool, slim: bool) -> Markup:
    value, low, high = (known(n) for n in (result.estimate, result.ci_low, result.ci_high))
    reach = (value, low, high, result.baseline or 0, 2.5 * claim.smallest_effect)
    left, right = _ends(claim, words.SHORT if slim else words.BELIEVES)
    shown = Estimate(
        value=value,
        low=low,
        high=high,
        baseline=result.baseline,
        matters=claim.smallest_effect,
        left=left,
        right=right,
        unit=AXES[claim.id],
        span=span_of(reach, words.BOUNDS.get(claim.id, inf)),
        digits=UNITS[claim.id][1],
    )
    if slim and wall:
        return interval(shown, w=420, wall=True, slim=True)
    return interval(shown, w=1184 if wall else 328, wall=wall)


def _ends(claim: Claim, names: Mapping[str, str]) -> tuple[str, str]:
    """Who expects less, and who more; nobody may."""
    left, right = (
        " and ".join(names[theory] for theory, signs in claim.expects.items() if sign in signs)
        for sign in ("-", "+")
    )
    return left, right


def _key(result: ClaimResult) -> str:
    ends = [abs(end) for end in (result.ci_low, result.ci_high) if end is not None]
    return f"{words.KEY} {words.OFF_SCALE}" if inf in ends else words.KEY


def _numbers(claim: Claim, result: ClaimResult) -> Table:
    """All of the claim's numbers, for those who want them."""
    effects = {
        "estimate": result.estimate,
        "95 % interval, from": result.ci_low,
        "95 % interval, to": result.ci_high,
        "the payoffs alone": result.baseline,
        "too small to matter, up to": claim.smallest_effect,
    }
    rows = [(name, HIDDEN if n is None else amount(claim.id, n)) for name, n in effects.items()]
    chances = {
        "p": result.p,
        "p, adjusted for several claims": result.p_holm,
        "p against the payoffs alone": result.p_vs_baseline if result.testable else None,
        "smallest p that was possible": result.min_p,
    }
    rows += [(name, HIDDEN if p is None else p_words(p)) for name, p in chances.items()]
    caption = f"Claim {claim.id.removeprefix('C')} in numbers ({AXES[claim.id]})"
    return Table(caption, ("What", "number"), (*rows, ("groups", str(result.n_clusters))))


def _notes(tested: Tested, claim: Claim) -> Iterator[str]:
    if claim.id == "C2":
        yield words.MAY_EVEN
        yield words.CHECKED[tested.analysis.claim(LINK).verdict]
    if claim.id == LINK:
        yield words.LINK


def _source(claim: Claim) -> str:
    quoted = f", {claim.words}" if claim.words.startswith('"') else ""
    return curly(f"Source: {_kind(claim)}{quoted}. Confidence: {claim.confidence}.")


def _kind(claim: Claim) -> str:
    return "our operationalisation" if claim.ours else "the abstract"


def _small(matter: Matter, result: ClaimResult) -> str:
    """Groups, and what may be said of a difference between them."""
    groups = some(result.n_clusters, "group")
    if not result.testable:
        return f"{groups}."
    cause = words.SLOPE if result.claim in words.SLOPES else words.CAUSE[matter.compared]
    return f"{groups}. {cause}"


def _chance(result: ClaimResult) -> str:
    """p, small and last; empty where there is none."""
    if result.p is None:
        return ""
    if result.family == "check":
        return f"p\u00a0{p_words(result.p)}, not adjusted."
    held = HIDDEN if result.p_holm is None else p_words(result.p_holm)
    return f"p\u00a0{p_words(result.p)}; {held} after Holm’s rule."


def found(matter: Matter) -> Tested:
    """What was found; pages about it are there only where it is."""
    if matter.tested is None:
        raise TypeError("nothing was tested")
    return matter.tested


def known(value: float | None) -> float:
    """A number of a claim that could be tested."""
    if value is None:
        raise TypeError("a tested claim has all its numbers")
    return value


def curly(text: str) -> str:
    """Quotation marks and apostrophes as a printer sets them."""
    return re.sub(r'"([^"]*)"', r"“\1”", text).replace("'", "’")


def tied(text: str) -> str:
    """No line ends between a number and its sign."""
    return text.replace(" %", "\u00a0%").replace("p = ", "p\u00a0=\u00a0")
