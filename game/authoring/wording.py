"""Pydantic's findings in sentences for people who do not program."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from game.authoring.guesses import did_you_mean, listed, short
from game.authoring.reading.nodes import Items, Node, Scalar, Table, number_in

Context: TypeAlias = Mapping[str, Any]
Wording: TypeAlias = Callable[[Node | None, Context, str], str]


def sentence_for(kind: str, node: Node | None, context: Context, unit: str) -> str:
    """The sentence for a finding of this kind about this part of the file."""
    wording = WORDINGS.get(kind)
    if wording is None:
        return f"{read(node)} cannot stand here."
    return wording(node, context, unit)


def read(node: Node | None) -> str:
    """What the author wrote, as the reader understood it."""
    match node:
        case None:
            return "nothing"
        case Items():
            return "a list"
        case Table():
            return f"a key with a value (“{short(next(iter(node.entries), ''))}: …”)"
        case Scalar(value=None):
            return "nothing"
        case Scalar(value=bool()):
            return f"{node.text} (yes or no)"
        case Scalar(value=int() | float()):
            return f"the number {node.text}"
    return f"“{short(node.text)}”"


def _text(node: Node | None, _context: Context, _unit: str) -> str:
    said = f"Expected text, but found {read(node)}."
    if isinstance(node, Scalar) and node.value is not None:
        return f'{said} Put it in quotes: "{node.text}".'
    if isinstance(node, Table):
        return f"{said} Text that contains “: ” must be in quotes."
    return f"{said} Write a text here, or leave this out." if read(node) == "nothing" else said


def _number(whole: str) -> Wording:
    def wording(node: Node | None, _context: Context, unit: str) -> str:
        said = f"Expected a {whole}number{f' of {unit}' if unit else ''}, but found {read(node)}."
        return said + _nearest_number(node, whole, unit)

    return wording


def _nearest_number(node: Node | None, whole: str, unit: str) -> str:
    """A hint for 0,5 and 45s and "45", where the number is plain to see."""
    if not isinstance(node, Scalar):
        return ""
    if number_in(node.text) is not None:
        quoted = f" Write it without quotes: {node.text}."
        return quoted if not node.plain else " Write it without a point." if whole else ""
    if number_in(node.text.replace(",", ".")) is not None:
        return f" Write a point and no comma: {node.text.replace(',', '.')}."
    if unit and ":" in node.text:
        return f" Write it in {unit} alone."
    digits = node.text.rstrip(" abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ%.")
    return f" Write the number alone: {digits}." if number_in(digits) is not None else ""


def _choice(node: Node | None, context: Context, _unit: str) -> str:
    expected = str(context["expected"]).replace(" or ", ", ")
    options = [word.strip("'") for word in expected.split(", ")]
    if not isinstance(node, Scalar) or node.value is None:
        return f"Expected one of {listed(options)}, but found {read(node)}."
    if len(options) == 1:
        return f"Expected {options[0]}, but found {read(node)}."
    said = f"“{short(node.text)}” is not one of: {listed(options)}."
    return said + did_you_mean(node.text, options)


def _truth(node: Node | None, _context: Context, _unit: str) -> str:
    said = f"Expected true or false, but found {read(node)}."
    word = node.text.casefold() if isinstance(node, Scalar) else ""
    meant = {"yes": "true", "on": "true", "1": "true", "no": "false", "off": "false", "0": "false"}
    if word in ("true", "false"):
        return f"{said} Write it without quotes."
    return f"{said} Write {meant[word]}." if word in meant else said


def _list(node: Node | None, _context: Context, _unit: str) -> str:
    said = f"Expected a list, but found {read(node)}."
    if isinstance(node, Scalar) and node.value is not None:
        if node.text.startswith("-"):
            return f"{said} A space is needed behind each dash."
        return f"{said} Put it in square brackets: [{short(node.text)}]."
    return f"{said} Begin each entry on its own line with a dash."


def _table(node: Node | None, context: Context, _unit: str) -> str:
    said = f"Expected the keys {listed(context['keys'])} with values, but found {read(node)}."
    return f"{said} Leave out the dashes." if isinstance(node, Items) else said


def _bound(side: str, most: str, key: str) -> Wording:
    def wording(node: Node | None, context: Context, unit: str) -> str:
        limit = f"{context[key]:g}{f' {unit}' if unit else ''}"
        written = node.text if isinstance(node, Scalar) else "This"
        return f"{written} is too {side}; the {most} allowed is {limit}."

    return wording


def _too_long(node: Node | None, context: Context, _unit: str) -> str:
    length = len(node.text) if isinstance(node, Scalar) else 0
    return f"This text has {length} characters; at most {context['max_length']} fit here."


def _too_few(_node: Node | None, context: Context, _unit: str) -> str:
    least, found = context["min_length"], context["actual_length"]
    entries = "entry" if found == 1 else "entries"
    return f"This list has {found or 'no'} {entries}; it needs at least {least}."


def _too_many(_node: Node | None, context: Context, _unit: str) -> str:
    return f"This list has more than the {context['max_length']} entries that are allowed."


def _pattern(node: Node | None, _context: Context, _unit: str) -> str:
    return (
        f"{read(node)} cannot serve as a name here. Use letters, digits and hyphens only, "
        "beginning with a letter or digit."
    )


def _own(_node: Node | None, context: Context, _unit: str) -> str:
    return str(context["sentence"])


WORDINGS: Mapping[str, Wording] = {
    "string_type": _text,
    "string_too_short": lambda *_: "This text is empty. Write something here.",
    "string_too_long": _too_long,
    "string_pattern_mismatch": _pattern,
    "int_type": _number("whole "),
    "float_type": _number(""),
    "finite_number": _number(""),
    "bool_type": _truth,
    "literal_error": _choice,
    "list_type": _list,
    "dict_type": _table,
    "model_type": _table,
    "model_attributes_type": _table,
    "too_short": _too_few,
    "too_long": _too_many,
    "greater_than_equal": _bound("small", "least", "ge"),
    "less_than_equal": _bound("large", "most", "le"),
    "sentence": _own,
}
