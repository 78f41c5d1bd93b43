"""What a student does: chosen from the JSON view alone, the same for the same seed."""

from random import Random

from tests.live.stranger import Json

Step = tuple[str, Json]
WARNINGS = ("escalate", "not_escalate", "no_garrison")


def plan(view: Json, seed: str) -> list[Step]:
    """The commands that answer what is asked now, in order."""
    public = view["public"]
    dice = Random(f"{seed}/{view['seat']}/{public['round']}/{view['task']}")
    making = TASKS.get(view["task"])
    return making(view, dice) if making else []


def believe(view: Json, dice: Random) -> list[Step]:
    """A belief; now and then a second thought."""
    thoughts = [dice.randint(0, 100) for _ in range(dice.choice((1, 1, 2)))]
    return [("state_belief", {"belief": thought}) for thought in thoughts]


def talk(view: Json, dice: Random) -> list[Step]:
    """A cable to whom one may write, something in writing, a communiqué; then ready."""
    steps = [cable(to, dice) for to, left in view["cables_left"] if left]
    if steps and dice.random() < 0.7:
        steps.append(("put_in_writing", {"to": steps[0][1]["to"], **written(view, dice)}))
    if dice.random() < 0.5:
        steps.append(("publish_communique", {"text": f"Our word is {dice.randint(1, 99)}."}))
    return [*steps, ("declare_ready", {})]


def cable(to: str, dice: Random) -> Step:
    """A short message."""
    return "send_cable", {"to": to, "text": f"={dice.randint(1, 99)} days, “we” hope — or so"}


def written(view: Json, dice: Random) -> Json:
    """A request or a pledge of each kind the page lists for the role."""
    now = view["public"]["round"]
    patron: list[Json] = [
        {"code": "ask_units", "units": dice.randint(1, 2)}, {"code": "ask_endorse"},
        {"code": "ask_no_dissent"}, {"code": "ask_stand"},
        {"code": "promise_garrison", "units": 1}, {"code": "promise_to_come"},
        {"code": "promise_restraint"}, {"code": "promise_firmness"},
        {"code": "announce_drawdown", "round": now + dice.randint(0, 2)},
        {"code": "promise_consult"},
    ]  # fmt: skip
    ally: list[Json] = [
        {"code": "ask_garrison", "units": dice.randint(1, 2)}, {"code": "ask_consult"},
        {"code": "ask_to_come"}, {"code": "ask_restraint"}, {"code": "ask_firmness"},
        {"code": "promise_units", "units": 1}, {"code": "promise_endorse"},
        {"code": "promise_stand"},
        {"code": "warn_elsewhere", "condition": dice.choice(WARNINGS)},
    ]  # fmt: skip
    chosen = dice.choice(patron if view["seat"] == "P" else ally)
    return {"public": dice.random() < 0.5, **chosen}


def commit(view: Json, dice: Random) -> list[Step]:
    """A posture, units within its band, garrisons as long as the pool lasts."""
    mine = view["patron"]
    offer = dice.choice(mine["offers"])
    theatre = dice.randint(offer["least"], offer["most"])
    left, garrisons = mine["pool"] - theatre, {}
    for ally in view["public"]["allies"]:
        garrisons[ally["seat"]] = dice.randint(0, min(mine["garrison_max"], left))
        left -= garrisons[ally["seat"]]
    args = {"posture": offer["posture"], "theatre": theatre, "garrisons": garrisons}
    return [("commit_forces", args)]


def appraise(view: Json, dice: Random) -> list[Step]:
    """Would, could, and the belief."""
    would, could = dice.randint(0, 100), dice.randint(0, 100)
    return [("state_appraisal", {"would": would, "could": could, "belief": would * could // 100})]


def respond(view: Json, dice: Random) -> list[Step]:
    """One of the moves on the list, as often to stand as not."""
    moves = [choice["move"] for choice in view["ally"]["choices"]]
    args = {
        "move": dice.choice([*moves, "stand", "stand"]),
        "stance": dice.choice(("endorse", "silent", "dissociate")),
        "units": dice.randint(0, view["ally"]["units"]),
        "voice": dice.random() < 0.3,
        "reason": dice.choice(("", "It looks far away.", "=They came, “twice”.")),
    }
    return [("seal_response", args)]


def order(view: Json, dice: Random) -> list[Step]:
    """Come where it costs no more than staying away; or not."""
    orders = {
        row["seat"]: (row["cost"] <= row["stake"]) is (dice.random() < 0.8)
        for row in view["patron"]["defences"]
    }
    return [("seal_orders", {"orders": orders})]


def go_on(view: Json, dice: Random) -> list[Step]:
    """Nothing but to read."""
    return [("declare_ready", {})] if "declare_ready" in view["may"] else []


TASKS = {
    "belief": believe,
    "talk": talk,
    "commit": commit,
    "appraise": appraise,
    "respond": respond,
    "orders": order,
    "crisis": go_on,
    "reckoning": go_on,
}
