"""The coding in words: the queue, the codebook, how far coders agree, and what is settled."""

from collections.abc import Mapping

KINDS: Mapping[str, str] = {"reasons": "Reasons", "messages": "Cables and communiqués"}
WHAT: Mapping[str, str] = {
    "reasons": "the sentence with which a student gave a reason for a response",
    "messages": "what students wrote to each other, in private and in public",
}
ONE: Mapping[str, tuple[str, str]] = {
    "reasons": ("reason", "reasons"),
    "messages": ("message", "messages"),
}

# the queue
HOW = (
    "You read one text after the other and give each the one code that fits best. Nothing else is "
    "shown, so that you find in a text what stands in it, and not what you expect.",
    "Code alone, and do not talk about texts with the other coders before all have finished.",
)
KEYS = (
    "Keys: the figure gives the code and goes on, 0 leaves a text open, Z goes back, M is a memo."
)
SHARED = "{shared} are read by every coder, and come first; {own} more are yours alone."
ALL_SHARED = "Every coder reads the same {shared}, each in another order."
SIGHTED = (
    "You could have looked at the game: your codes are kept as not blind. Make a link for a coder "
    "for whoever should read nothing but the texts."
)
NOTHING_OPEN = "There is nothing to code yet. The instructor opens the coding."
NO_TEXTS = "No student wrote anything of this kind."
SHARED_DONE = "These {count} have an answer"
CLOSING = (
    "All of them are read by every coder. Go back as often as you like. Once you say that these "
    "are your codes they stay as they are: how far coders agree is found from them."
)
ALL_DONE = "That was all"
DONE = "Every text of yours has an answer. Thank you."
STAYS = "Your code stays as it is: you have said that these are your codes."
REFUSED: Mapping[str, str] = {
    "changed": "The codebook has changed, and coding begins anew. What you coded is kept under the "
    "old one. This code was not kept.",
    "stranger": "The codebook has changed. This code was not kept: begin again.",
    "closed": "This code was not kept. You have said that these are your codes, so they stay.",
    "unknown": "There is no such code. Nothing was kept.",
    "hasty": "That came too quickly after the last code for a text to be read. It was not kept: "
    "code this one now.",
}
KEPT = "kept"
NOT_KEPT = (
    "No connection: “{code}” is not kept yet. It is sent again by itself; leave this page open. "
    "Everything before it is kept."
)
NOT_MOVED = "No connection: the page cannot go back just now. All your codes but this are kept."

# the overview
ABOUT = (
    "Two people at least sort the same texts, apart from each other and without seeing posture, "
    "treatment or what came after. Only where they agree is a count of the codes worth anything."
)
TEXTLESS = "This file came without texts: there is nothing to code in it."
CAME = "Codes that came with the file, under the codebook {book}."
NOT_OPEN = "Nobody can code them yet: open the coding with the codebook."
DEAL = (
    "{shared} of {all} are read by every coder, in an order of their own; the others are shared "
    "out among {parts}. At least 50, or a fifth if that is more, should be read by two."
)
DEAL_ALL = "Every coder reads all {all}, each in an order of their own."
OLD = "Codes given under version {version} of the codebook are kept; here are those of the newest."
NOBODY = "Nobody has begun."
NO_CODERS = "Make a link for each coder on the page of links: it opens the queue and nothing else."
LEFT_BEHIND = "The codes that were given to shared texts stay as they are, for good."
TAKEN_OUT = "This coder and all codes of the file go."
NO_AGREEMENT = "Agreement is found once two coders have coded the same text."
CHANGED = (
    "Meanwhile the codebook has changed, or somebody has begun to code under it. Nothing was kept: "
    "look at what is here now, and say it again."
)
IN_EXPORT = "Codes and texts are in the export of the session, too."
IN_EXPORT_LATER = "Codes are in the export of the session once all have finished."
FEW_TWICE = (
    "So far two coders have coded {twice} of the same texts; {least} at least should be coded by "
    "two before agreement says much."
)
NOT_BLIND = "Codes of coders who are not blind count here, too. In codes.csv, blind is 0 for them."
WAITING = (
    "What they differ on is shown when two coders or more, and all who have begun, have said that "
    "these are their codes. Until then nobody should talk about the texts."
)
NONE_DIFFER = "No two first codes differ."
APART = (
    "These are texts whose codes can no more change: those that every coder reads, and those whose "
    "codes all came in files. First codes stay as they were given, and agreement is that of the "
    "first codes. What you settle here is kept beside them, with who and when."
)

# the codebook
RULES = (
    "Codes exclude each other, and every text gets one. Empty lines are left out; the order is "
    "that of the keys 1 to 9."
)
NEW_VERSION = (
    "Somebody has coded under version {version}. What you keep now becomes version {next}: codes "
    "given so far stay under version {version} and are exported under it, and coding begins anew."
)
REPLACES = "Nobody has coded yet: what you keep now replaces what is here."

# codes from elsewhere
BRING = (
    "Somebody who codes elsewhere gets the texts as a file, in an order drawn anew, and gives back "
    "a CSV file with the columns text_id, coder and code. An empty code is a text left open. A "
    "language model is one coder, and is named as one."
)
AGREED = (
    "Texts of students who did not agree to research, and texts to them, are not in this file. "
    "Take everybody’s only if no text leaves your course with it."
)
FAULTS: Mapping[str, str] = {
    "text": "“{word}” is no text of this coding.",
    "code": "“{word}” is no code of the codebook.",
    "coder": "“{word}” codes here already. Call this coder by another name.",
    "many": "{word} coders are more than can be compared here. Is each line’s coder in its column?",
    "more": "… and {word} more like these.",
}
TOO_LARGE = "This file is larger than 2 MB. Bring one coder after the other."
NOTHING = "Choose a file, or paste its lines."
DONE_WORDS: Mapping[str, str] = {
    "kept": "The codebook is kept.",
    "brought": "The codes are kept.",
    "closed": "Nobody waits for this coder any more. The codes that were given stay.",
    "out": "The codes of this file are gone.",
    "settled": "Settled.",
}
