"""Requests and pledges with their labels: a table of their own, and lists within ally_rounds."""

from collections.abc import Iterator, Mapping

from game.analysis.codebook import Row
from game.analysis.history import History
from game.analysis.sessionlog import SessionLog
from game.analysis.tables.cells import bit, iso, word
from game.core.pledges import Code, Judged, Proposal, due_round
from game.core.state import GroupState, Round
from game.core.vocabulary import SeatId

UNTESTED = "untested"


def proposal_rows(log: SessionLog, followed: tuple[History, ...]) -> Iterator[Row]:
    """By group, round and the order in which they were put in writing."""
    for history in followed:
        state = history.state
        judged = _judged(state)
        for played in state.rounds:
            for item in sorted(played.proposals, key=lambda proposal: proposal.at):
                yield {
                    "session": state.opened.session,
                    "group": state.opened.group,
                    **_terms(item),
                    **_judgement(state, item, judged.get(item)),
                    "at": iso(item.at),
                    "simulated": bit(log.simulated or state.opened.simulated),
                }


def listed(state: GroupState, played: Round, seat: SeatId, *, requests: bool) -> str | None:
    """This ally's requests or pledges of the round, either way: `ask_units:1=met;...`."""
    judged = _judged(state)
    return (
        ";".join(
            _compact(item, _label(state, judged.get(item)))
            for item in played.proposals
            if item.ally == seat and item.asked.code.is_request is requests
        )
        or None
    )


def asked_for_forces(played: Round, seat: SeatId) -> bool:
    """Whether the ally put in writing that it wants forces in its own theatre (rules 9)."""
    return any(
        item.seat == seat and item.asked.code is Code.ASK_GARRISON for item in played.proposals
    )


def _judged(state: GroupState) -> Mapping[Proposal, Judged]:
    return {
        item.proposal: item
        for played in state.rounds
        if played.reckoning
        for item in played.reckoning.judged
    }


def _label(state: GroupState, judged: Judged | None) -> str | None:
    """As judged; what was never judged before the end is untested."""
    if judged:
        return judged.label
    return UNTESTED if state.ended else None


def _compact(item: Proposal, label: str | None) -> str:
    asked = item.asked
    details = (
        str(asked.units or ""),
        f"r{asked.round}" if asked.round else "",
        word(asked.condition) or "",
    )
    said = ":".join((asked.code.value, *(part for part in details if part)))
    return f"{said}={label}" if label else said


def _terms(item: Proposal) -> Row:
    asked = item.asked
    return {
        "round": item.made,
        "seat": item.seat,
        "to": item.to,
        "kind": "request" if asked.code.is_request else "pledge",
        "code": word(asked.code),
        "units": asked.units or None,
        "named_round": asked.round or None,
        "condition": word(asked.condition),
        "public": bit(item.public),
        "due_round": due_round(item),
    }


def _judgement(state: GroupState, item: Proposal, judged: Judged | None) -> Row:
    return {
        "label": _label(state, judged),
        "in_order": word(judged.in_order) if judged and state.ended else None,
    }
