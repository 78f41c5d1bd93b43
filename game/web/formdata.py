"""A posted form as a command's message: names nested by dots, the envelope behind underscores."""

from collections.abc import Mapping
from typing import Any

from werkzeug.datastructures import MultiDict

from game.web.render import RefusedForm

Fields = MultiDict[str, str]


def message_of(command: str, fields: Fields) -> dict[str, Any]:
    """`{"who", "id", "name", "round", "stage", "args"}` of a form posted to /play/COMMAND."""
    who = fields.get("_who")  # whose page it was: another may have joined in this browser since
    return {
        **({"who": who} if who else {}),
        "id": fields.get("_id") or None,
        "name": command,
        "round": fields.get("_round", ""),
        "stage": fields.get("_stage", ""),
        "args": nested(fields),
    }


def nested(fields: Fields) -> dict[str, Any]:
    """`garrisons.A1=2` as `{"garrisons": {"A1": "2"}}`; empty fields and the envelope left out."""
    args: dict[str, Any] = {}
    for name, value in fields.items():
        if name.startswith("_") or value == "":
            continue
        outer, _, inner = name.partition(".")
        if not inner:
            args[outer] = value
        else:
            within = args.setdefault(outer, {})
            if isinstance(within, dict):
                within[inner] = value
    return args


def refused_form(command: str, fields: Fields, said: Mapping[str, object]) -> RefusedForm:
    """The form again, with why it was not taken, and everything as it was typed."""
    typed = tuple((name, value) for name, value in fields.items() if not name.startswith("_"))
    return RefusedForm(command, str(said["sentence"]), typed, str(said.get("field", "")))
