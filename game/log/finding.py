"""Events of a few kinds out of many streams, without reading the rest."""

from collections.abc import Mapping, Sequence

from sqlalchemy import and_, or_, select

from game.log import tables
from game.log.store import Row, Store

MOST_AT_ONCE = 200  # streams in one question: databases bound how much may be asked


def rows_of_kinds(store: Store, after: Mapping[str, int], kinds: Sequence[str]) -> list[Row]:
    """The rows of these kinds: of each stream those after a position, in their order."""
    t, found, places = tables.events.c, list[Row](), sorted(after.items())
    with store.engine.connect() as connection:
        for start in range(0, len(places), MOST_AT_ONCE):
            some = places[start : start + MOST_AT_ONCE]
            asked = (and_(t.stream == stream, t.position > position) for stream, position in some)
            query = (
                select(tables.events)
                .where(or_(*asked), t.kind.in_(kinds))
                .order_by(t.stream, t.position)
            )
            found += [Row(*row) for row in connection.execute(query)]
    return found
