"""What the tables must say, from the diary alone."""

from tests.live.thirteen.diary import Deed, Diary, Turn
from tests.live.zipped import Row


def ally_row(diary: Diary, turn: Turn, leaver: str) -> Row:
    """An ally's turn: what was said and done, by whom."""
    response = diary.last(turn, "seal_response")
    before, after = diary.last(turn, "state_belief"), diary.last(turn, "state_appraisal")
    return {
        **mover(diary, turn, response, leaver),
        "belief_before": said(before, "belief"),
        "belief_before_source": stated_by(diary, turn, before),
        "would": said(after, "would"),
        "could": said(after, "could"),
        "belief_after": said(after, "belief"),
        "belief_after_source": stated_by(diary, turn, after),
        "move": said(response, "move"),
        "stance": said(response, "stance"),
        "contribution": said(response, "units"),
    }


def patron_row(diary: Diary, turn: Turn, leaver: str) -> Row:
    """A patron's turn."""
    division, orders = diary.last(turn, "commit_forces"), diary.last(turn, "seal_orders")
    return {
        **mover(diary, turn, division, leaver),
        "orders_source": diary.source(turn, orders),
        "posture": said(division, "posture"),
        "theatre_units": said(division, "theatre"),
    }


def mover(diary: Diary, turn: Turn, deed: Deed | None, leaver: str) -> Row:
    """Who moved, and what was done about the seat by hand."""
    group, number, seat = turn
    source, holders = diary.source(turn, deed), diary.holders(turn)
    return {
        "move_source": source,
        "player": diary.player(turn, deed),
        "holders": "+".join(holders),
        "bot": bit(turn in diary.bots),
        "timed_out": bit(source == "timeout"),
        "reopened": diary.reopened.get((group, number), ""),
        "extra_time": str(diary.percent(turn)),
        "placed": bit((group, seat) in diary.placed),
        "consent": "" if not holders else bit(leaver not in holders),
    }


def said(deed: Deed | None, name: str) -> str:
    """An argument as a cell; empty where nothing was sent."""
    return "" if deed is None else str(deed.message["args"][name])


def stated_by(diary: Diary, turn: Turn, deed: Deed | None) -> str:
    """Whose belief it is; the clock believes nothing."""
    if deed is None and turn not in diary.bots:
        return ""
    return diary.source(turn, deed)


def bit(value: bool) -> str:
    """As the tables have it."""
    return str(int(value))


def known(row: Row, expected: Row, turn: Turn, diary: Diary) -> Row:
    """Of the expected cells, those that the diary can know: not what bots and rules chose."""
    unknown = turn in diary.bots | diary.timeouts
    chosen = {key for key, cell in expected.items() if cell == "" and unknown}
    kept = chosen - {"player", "holders", "reopened", "consent", "belief_after_source"}
    assert all(row[key] or turn in diary.timeouts for key in kept), (turn, row)
    return {key: cell for key, cell in expected.items() if key not in kept}
