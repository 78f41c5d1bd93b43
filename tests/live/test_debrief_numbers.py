"""Every number that the debrief shows, counted again from the zip alone."""

import re
from fractions import Fraction

import pytest
from bs4 import Tag

from tests.live import printed, recount, recount_claims, recount_own, recount_payoffs, recount_said
from tests.live.exactly import agrees, check
from tests.live.stranger import Json

pytestmark = pytest.mark.live
OWN = ("What you said, 0 to 100", "Your order cards")  # tables of the reader's own part


@pytest.fixture
def paper(session) -> Tag:
    """The debrief on paper."""
    return printed.text(session.paper)


@pytest.fixture
def lesson(paper) -> Tag:
    """The same without the appendix, which holds what `analyse --json` prints."""
    paper.select_one("#appendix").decompose()
    return paper


def test_every_table_on_paper(zipped, lesson):
    """All tables of the class are there, and every cell is right."""
    expected, found = recount.tables(zipped), printed.tables(lesson)
    assert sorted(key for key, _ in found) == sorted(expected)
    check(expected, found)


def test_every_table_on_the_wall(session, zipped):
    """The same on the projector; its pages together have every table."""
    expected, seen = recount.tables(zipped), set()
    for html in session.wall.values():
        for key, rows in printed.tables(printed.text(html)):
            seen.add(key)
            check({key: part_of(expected[key], rows)}, [(key, rows)])
    assert seen == expected.keys()


def part_of(wanted, rows):
    """The points of many groups stand on several pages of the wall."""
    heads = [row[0] for row in rows] if rows[0][0].startswith("Group") else ()
    return [row for row in wanted if row[0] in heads] or wanted


def test_every_table_on_the_phones(session, zipped):
    """The same on every phone, with the reader's own group named as such."""
    expected = recount.tables(zipped)
    for student in session.students:
        page = printed.text(student.debrief.replace(", yours", ""))
        found = [table for table in printed.tables(page) if table[0][0] not in OWN]
        assert sorted(key for key, _ in found) == sorted(expected)
        check(expected, found)


@pytest.mark.parametrize(
    ("section", "sentences"),
    [
        ("alignment", recount_said.hedged),
        ("patrons", recount_said.deeds),
        ("movers", recount_said.limits),
    ],
)
def test_every_sentence_with_numbers(session, zipped, section, sentences):
    """On paper, on the first phone and on the wall."""
    places = (session.paper, session.students[0].debrief, session.wall[section])
    for place in places:
        said = printed.words(printed.text(place))
        wanted = sentences(zipped)
        if place is session.wall[section] and section == "alignment":
            wanted = wanted[:1]  # the bars say the rest
        assert [line for line in wanted if not re.search(line, said)] == []


def test_every_verdict_and_limit(session, zipped):
    """On paper, on every phone and on the wall, as the command says them of the zip."""
    found = recount_claims.analysed(zipped.data)
    wall = " ".join(printed.words(printed.text(html)) for html in session.wall.values())
    phones = [printed.words(printed.text(student.debrief)) for student in session.students]
    for said in (printed.words(printed.text(session.paper)), wall, *phones):
        assert [line for line in recount_claims.sentences(found) if line not in said] == []
    payoffs = recount_payoffs.sentences(found, zipped)
    for said in (printed.words(printed.text(session.paper)), *phones):
        assert [line for line in payoffs if line not in said] == []
    limits = printed.words(printed.text(session.paper).find(id="limits"))
    assert [line for line in recount_claims.limits(found) if line not in limits] == []


# ------------------------------------------------------------------ the reader's own part


def test_every_reader_finds_the_own_numbers(session, zipped):
    """Points, beliefs, orders, cards and the forecast of every student, on the own phone."""
    for student in session.students:
        own = recount_own.own_of(zipped, student.participant)
        part = printed.text(student.debrief).find(id="you")
        assert isinstance(part, Tag)
        own_tables(own, part)
        own_accounts(own, student.view)
        own_sentences(own, printed.words(part))


def own_tables(own: recount_own.Own, part: Tag) -> None:
    """Without captions they are known by their heads."""
    found = {
        tuple(printed.words(head) for head in table.thead.find_all("th")): printed.cells_of(table)
        for table in part.find_all("table")
    }
    rows = found.pop(("Round", "Points", "Against par"))
    for row, cells in zip(rows, recount_own.rounds(own), strict=True):
        assert all(map(agrees, cells, row)), (row, cells)
    wanted = [recount_own.orders(own), recount_own.stated(own)] if own.ally else []
    wanted += [cards] if not own.ally and (cards := recount_own.cards(own)) else []
    assert [*found.values()] == wanted


def own_accounts(own: recount_own.Own, view: Json) -> None:
    """What a program was sent is what a person reads."""
    sent = [(a["number"], Fraction(a["points"]), Fraction(a["par"])) for a in view["accounts"]]
    assert sent == [
        (int(row["round"]), Fraction(row["payoff"]), Fraction(row["par"])) for row in own.rows
    ]
    assert Fraction(view["points"]) == own.totals[0]


def own_sentences(own: recount_own.Own, said: str) -> None:
    """The result, the belief among the class's, the forecast."""
    points, against = own.totals
    end, beyond = re.search(r"You end at (\S+) points?\. That is (\S+)", said).groups()
    assert printed.numbers(end) == [points]
    assert printed.numbers(beyond) == ([abs(against)] if against else [])
    for begins, numbers in recount_own.among(own) if own.ally else ():
        told = said[said.index(begins) + len(begins) :].split("When ")[0].split("Your forecast")[0]
        assert all(map(agrees, numbers, re.findall(r"\d+(?:\.\d+)?", told)))
        assert len(re.findall(r"\d+(?:\.\d+)?", told)) == len(numbers)
    if own.ally:
        assert [line for line in recount_own.forecast(own) if line not in said] == []
