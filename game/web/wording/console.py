"""What the instructor reads on the console: what to do now, buttons, states of a seat, dialogs."""

from collections.abc import Mapping

from game.core.vocabulary import Move, PrivateType, Stage, Stance

NOW: Mapping[str, str] = {  # what to do now, by phase; the stages of play stand below
    "empty": "Nobody is here yet. Put the projector on: students open {address} and type {code}.",
    "lobby": "{here}. When all have, deal the seats: {seating}.",
    "dealt": "They are reading their role cards. Two minutes are enough; then begin round 1.",
    "paused": "All clocks stand and nothing is lost. Go on when you are ready.",
    "closed": "Every group is through. Open the next stage when you are ready.",
    "held": (
        "Paused alone: {groups}. The class waits there; press “Let this group go on” on the page "
        "of a student’s seat."
    ),
    "between": "Every group is through. The next stage opens by itself.",
    "over": "The game is over. Put the first page of the debrief on the projector.",
    "debrief": "The projector shows page {place} of {count}: {title}.",
}
STAGE_NOW: Mapping[Stage, str] = {
    Stage.DISPATCH: "They read the news, and each ally says how likely its patron is to come.",
    Stage.CONSULTATION: "They talk. Listen for reasons on both sides, and prefer none aloud.",
    Stage.COMMITMENT: "Each patron divides its forces; the allies wait.",
    Stage.RESPONSE: "Allies decide, patrons seal their orders. All of it opens together.",
    Stage.CRISIS: "They read who is attacked at home, and who is helped.",
    Stage.RECKONING: "They read their points, and what the others did.",
}
MOVED: Mapping[Stage, str] = {  # said of a seat that has done what the stage asks
    Stage.DISPATCH: "answered",
    Stage.CONSULTATION: "done",
    Stage.COMMITMENT: "moved",
    Stage.RESPONSE: "sealed",
    Stage.CRISIS: "has read",
    Stage.RECKONING: "has read",
}
DEFAULTS: Mapping[Stage, str] = {  # what closing does for those who have not moved (rules 3)
    Stage.DISPATCH: "Their first answer stays empty.",
    Stage.CONSULTATION: "They lose the rest of the time to write; nothing else happens to them.",
    Stage.COMMITMENT: (
        "Their forces are divided as in the round before; in round 1 they hold, with 3 units at "
        "the war and 1 with each ally."
    ),
    Stage.RESPONSE: (
        "An ally does what it did last, silently and without units (in round 1 it stands); its "
        "belief stays empty. A patron comes where coming costs no more than its stake."
    ),
    Stage.CRISIS: "They have nothing to lose by it.",
    Stage.RECKONING: "They have nothing to lose by it.",
}
COUNTED_OUT = "Their rows are marked as time-outs and left out of the numbers."
NOT_FINAL: Mapping[str, str] = {  # until when it can be taken back
    "close": "It can be taken back until somebody has moved in the next stage.",
    "end": "It can be taken back until the debrief begins.",
}
TYPES: Mapping[PrivateType, str] = {  # short, for the view of beliefs and moves alone
    PrivateType.HIGH_CORE: "resolve high, allies first",
    PrivateType.HIGH_PERIPHERY: "resolve high, the war first",
    PrivateType.LOW_CORE: "resolve low, allies first",
    PrivateType.LOW_PERIPHERY: "resolve low, the war first",
}
MOVES: Mapping[Move, str] = {  # as short, and there alone
    Move.STAND: "stands",
    Move.BUILD_ARMS: "own arms",
    Move.ACCOMMODATE: "terms with the rival",
    Move.SEEK_PARTNER: "another protector",
}
STANCES: Mapping[Stance, str] = {
    Stance.ENDORSE: "endorses",
    Stance.SILENT: "silent",
    Stance.DISSOCIATE: "dissociates",
}
NOT_DONE: Mapping[str, str] = {  # why an order of the instructor changes nothing
    "deal": "Seats are dealt once, and only when somebody is here.",
    "begin": "Round 1 opens once, after the seats are dealt.",
    "close": "No stage is open, or the class is paused.",
    "extend": "A stage gets thirty seconds more once, while it is open.",
    "pause": "The class is paused already, or no game is in play.",
    "resume": "The class is not paused.",
    "end": "The game is over already.",
    "remove": "The game is over: nobody is taken off the list any more.",
    "undo": "Nothing to take back: somebody has moved since, or nobody had been missing.",
    "undeal": "A deal is undone before round 1 or not at all.",
    "reopen": "Only a game that was stopped goes on, and only until its debrief begins.",
    "elsewhere": "The class had gone a step further when this arrived. Nothing was done.",
}
SEEN: Mapping[str, str] = {  # when a student was last heard
    "here": "here",
    "minute": "seen a minute ago",
    "minutes": "seen {n} min ago",
    "hour": "seen over an hour ago",
    "never": "not seen yet",
    "restart": "not seen since the restart",
}
NUDGES: Mapping[str, str] = {  # how far a nudge has come
    "sent": "nudged, not seen yet",
    "reached": "nudged, and seen",
}
KEYS = (
    ("F", "full screen"),
    ("B", "blank"),
    ("J", "the code again"),
    ("?", "these keys"),
    ("← →", "another group; in the debrief, another page"),
)
EXPORTS = (
    ("export.zip", "The data", "tables, workbook, log; no names and no free text"),
    ("export.zip?texts=1", "The data with texts", "cables, words to all and reasons as well"),
    ("export.zip?research=1", "The data for research", "only those who agreed on their phones"),
    ("debrief", "The debrief on paper", "every page, to read or to print"),
)
READ_EXPORTS = (  # for a reviewer
    (
        "export.zip?research=1",
        "The data for research",
        "tables, workbook, log; only of those who agreed to research, no names and no free text",
    ),
    EXPORTS[-1],
)
FINGERPRINT = (
    "of the whole log, the same in all of these files; noted elsewhere, it shows later that "
    "nothing was changed:"
)
PASSWORD_REFUSED: Mapping[str, str] = {
    "wrong": "That is not the password.",
    "many": "Too many wrong passwords. Wait a minute, or use the link in the terminal.",
}
LOGIN = (
    "The console opens by the link that the server printed in its terminal when it started.",
    "It begins with http and holds the word “token”. Open it once in this browser; afterwards "
    "this address works too.",
    "Somebody who was given a link to one session opens that link first, in this browser.",
    "Students open {address} instead and type the code on the projector.",
)
