"""YAML 1.2 and no more: what stays text, what is shared, what is refused."""

import pytest

from game.authoring import load_text
from game.authoring.reading.nodes import resolved
from tests.authoring.samples import VALID, changed, loaded, sentences


@pytest.mark.parametrize(
    "word", ["NO", "on", "off", "yes", "12:30", "1914-08-01", "1_000", "=", "<<"]
)
def test_words_other_readers_twist_stay_text(word):
    """Norway's code is no “no”, and a time of day is no number."""
    assert loaded(("headline: Rain", f"headline: {word}")).scenario.dispatches[2].headline == word


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("true", True),
        ("False", False),
        ("~", None),
        ("", None),
        ("1914", 1914),
        ("-0.5", -0.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("0x1F", 31),
        ("0o17", 15),
        ("007", 7),
        (".inf", ".inf"),
        ("1e999", "1e999"),
        ("1" * 5000, "1" * 5000),
        ("+", "+"),
    ],
)
def test_the_core_schema(word, meaning):
    """Numbers, true, false and nothing; a number beyond all sense is text."""
    assert resolved(word) == meaning
    assert type(resolved(word)) is type(meaning)


def test_quotes_make_text_of_anything():
    """A quoted year is text."""
    assert loaded(("Autumn, first year", '"1914"')).scenario.dispatches[2].dateline == "1914"


def test_an_alias_stands_for_what_it_names():
    """Two allies may share their labels."""
    assert "moves: *moves" in VALID
    belmar, arven = load_text(VALID, "valid.yaml").scenario.allies
    assert belmar.moves == arven.moves


def test_an_alias_inside_itself_is_refused():
    """A list that holds itself has no end."""
    read = load_text("a: &a [*a]\n", "x.yaml")

    assert "nothing" not in read.problems[0].sentence
    assert read.problems[0].line == 1
    assert read.scenario is None


def test_a_chain_of_aliases_cannot_get_deeper_than_the_file():
    """Depth is counted through aliases too."""
    chain = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 300))

    assert any("levels deep" in sentence for sentence in sentences(load_text(chain, "x.yaml")))


def test_tags_do_nothing():
    """No tag builds anything; !!str is the one that is understood."""
    attack = loaded(("headline: Rain", "headline: !!python/object/apply:os.system [ls]"))
    assert attack.scenario is None
    assert "begins with !" in attack.problems[0].sentence
    assert loaded(("headline: Rain", "headline: !!str 1914")).playable


def test_templates_are_only_text():
    """What looks like a template reaches nobody as one."""
    read = loaded(("headline: Rain", "headline: '{{ 7 * 7 }} {% raw %}'"))

    assert read.scenario.dispatches[2].headline == "{{ 7 * 7 }} {% raw %}"


def test_an_empty_key_is_an_absent_key():
    """`record:` with nothing behind it is no fault."""
    text = changed(
        ("questions:\n  - What would you need to see to believe a promise?\n", "questions:\n")
    )

    assert load_text(text, "valid.yaml").playable


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029", "\ufeff", "\x00", "\x1b", "\ud800"])
def test_invisible_characters_are_shown_where_they_are(sign):
    """They come with copied text; a line separator does not shift the lines behind it."""
    read = loaded(("headline: Rain", f"headline: Ra{sign}in"), ("headline: Snow", "headline: 1"))

    assert [(problem.line, problem.column) for problem in read.problems] == [(71, 17), (76, 15)]
    assert f"U+{ord(sign):04X}" in read.problems[0].sentence
