"""CSV that any reader takes apart again, and that no spreadsheet runs."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.analysis.export.delimited import csv_bytes, guarded, read_csv, unguarded
from game.analysis.tables import Table

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
RISKY = st.builds("{}{}".format, st.sampled_from("=+-@'\t\r\n\"', "), TEXTS)


def a_table(*cells: object) -> Table:
    """One column, one row per cell, and a number beside each."""
    return Table("trial", ("text", "number"), tuple((cell, 1) for cell in cells))


@given(st.lists(TEXTS | RISKY, max_size=8))
def test_texts_come_back_as_typed(texts):
    back = read_csv(csv_bytes(a_table(*texts)))
    assert [row["text"] for row in back] == texts
    assert all(row["number"] == "1" for row in back)


@given(TEXTS | RISKY)
def test_no_text_begins_like_a_formula(text):
    file = io.StringIO(csv_bytes(a_table(text)).decode(), newline="")
    _, row = csv.reader(file, strict=True)
    assert not row[0].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert unguarded(row[0]) == text


@pytest.mark.parametrize("text", ["=1+1", "+49 221", "-", "@SUM(A1)", "\tx", "\rx", "'quoted'"])
def test_what_is_guarded(text):
    assert guarded(text) == "'" + text
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "a=b", "A1=1;A2=0", "don't", " =1", "’tis"])
def test_what_is_not(text):
    assert guarded(text) == text


def test_numbers_are_left_alone():
    table = Table("trial", ("a", "b", "c"), ((-1.5, -3, None),))
    assert csv_bytes(table) == b"a,b,c\n-1.5,-3,\n"


def test_quoting_is_that_of_rfc_4180_with_lf():
    written = csv_bytes(a_table('say "no"', "a,b", "one\ntwo", "plain", " edge "))
    assert written == (b'text,number\n"say ""no""",1\n"a,b",1\n"one\ntwo",1\nplain,1\n" edge ",1\n')


def test_a_table_without_rows_has_its_header():
    assert csv_bytes(Table("trial", ("a", "b"), ())) == b"a,b\n"
