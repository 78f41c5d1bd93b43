"""A command and its event in the same words: what was sent, and what is in the log."""

import json

from tests.live.stranger import Json

KINDS = {
    "state_belief": "BeliefStated",
    "send_cable": "CableSent",
    "publish_communique": "CommuniquePublished",
    "put_in_writing": "PutInWriting",
    "declare_ready": "ReadyDeclared",
    "commit_forces": "ForcesCommitted",
    "state_appraisal": "AppraisalStated",
    "seal_response": "ResponseSealed",
    "seal_orders": "OrdersSealed",
}


def said(message: Json) -> tuple[str, str]:
    """A command as the log should have it."""
    args = dict(message["args"])
    if message["name"] == "put_in_writing":
        asked = {"units": 0, "round": 0, "condition": None}
        asked |= {key: args.pop(key) for key in (*asked, "code") if key in args}
        args["asked"] = asked
    return KINDS[message["name"]], json.dumps(args, sort_keys=True)


def written(body: Json) -> str:
    """An event's own words: without who and when, seats with their values as an object."""
    own = {key: value for key, value in body.items() if key not in ("at", "by", "seat", "source")}
    for key in ("garrisons", "orders"):
        if key in own:
            own[key] = dict(own[key])
    return json.dumps(own, sort_keys=True)
