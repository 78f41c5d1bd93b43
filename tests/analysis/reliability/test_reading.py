"""Codes as spreadsheets and people write them."""

import pytest

from game.analysis.reliability.reading import NoCodings, read_codings

GIVEN = {("t1", "ann"): "payoff", ("t1", "bo"): "resolve"}


@pytest.mark.parametrize(
    "text",
    [
        "unit,coder,code\nt1,ann,payoff\nt1,bo,resolve\n",
        "unit,coder,code\r\n\r\nt1,ann,payoff\r\nt1,bo,resolve",
        "\n Code ; CODER ; Unit \n payoff ; ann ; t1 \n;;\nresolve;bo;t1",
        "text_id\tcoder\tcode\tcoded_at\tblind\nt1\tann\tpayoff\t\t1\nt1\tbo\tresolve\t\t1\n",
        'text_id,coder,code,note\nt1,"ann",payoff,"a, b"\nt1,bo,resolve\n',
        "unit,coder,code\nt1,ann,payoff\nt1,bo,resolve\nt2,ann,\nt3,bo\n",
    ],
)
def test_columns_in_any_order_with_any_separator_and_gaps(text):
    assert read_codings(text).given == GIVEN
    assert read_codings(text).notes == ()


def test_the_last_of_two_rows_counts_and_is_said():
    found = read_codings(
        "unit,coder,code\nt1,ann,other\nt1,bo,resolve\nt1,ann,payoff\nt2,bo,other\nt2,bo,\n"
    )
    assert found.given == GIVEN
    assert found.notes == (
        "2 rows give a coder and a text a second time (first in line 4). The last counts.",
    )


def test_rows_of_nobody_are_left_out_and_said():
    found = read_codings("unit,coder,code\nt1,ann,payoff\nt1,,other\nt1,bo,resolve\n,bo,other\n")
    assert found.given == GIVEN
    assert found.notes == ("2 rows without a unit or a coder were left out (first in line 3).",)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "no codes in it"),
        ("unit,coder,code\n", "no codes in it"),
        ("unit,coder,code\nt1,ann,\n", "no codes in it"),
        ("text,who,code\n1,2,3\n", "No column is called “unit”. .* “text”, “who”, “code”"),
        ("unit,code\n1,2\n", "No column is called “coder”"),
        ('unit,coder,code\nt1,ann,"pay"off\n', "line 2"),
    ],
)
def test_what_is_no_list_of_codes_is_told(text, sentence):
    with pytest.raises(NoCodings, match=sentence):
        read_codings(text)
