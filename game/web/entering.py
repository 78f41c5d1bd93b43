"""Coming in by page or by program: the same steps, the same sentences."""

from collections import OrderedDict

from game.classroom.codes import foreign_signs, shown, tidy
from game.classroom.joining import come_back, join
from game.classroom.live import LiveSession
from game.classroom.roster import Entry, NameRefused
from game.web.site import Site
from game.web.wording import name_sentence

LONGEST_CODE = 40
ALL = "codes"  # they are counted together, of whichever class they might have been
TOO_MANY = "too_many_tries"
WAIT = "Too many wrong codes. Wait a minute."
AGAIN = "Somebody is trying many codes just now. Send yours once more."  # now with a mark
MOST_REMEMBERED = 2000  # forms of the door by which somebody came in


OVER = (
    "This class has ended. Ask your instructor for a new code; or come back to your seat with its "
    "return number, to read the debrief."
)


class EntryRefused(Exception):  # noqa: N818  an answer: which field, the code, the sentence
    """Nobody came in. `field` is code, name or number."""

    def __init__(self, field: str, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field
        self.code = code
        self.sentence = sentence


class Entrance:
    """The door: by code and name, or by code and return number."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._came: OrderedDict[tuple[str, str, str], Entry] = OrderedDict()

    def find(self, typed: str, device: str | None) -> LiveSession:
        """The session under a code as typed."""
        tries = self._site.limits.codes
        if tries.exhausted(ALL, device):
            self._site.turned_away.note("nobody", "the door", "", TOO_MANY)
            raise EntryRefused("code", TOO_MANY, WAIT if device else AGAIN)
        live = self._site.room.by_code(tidy(typed[:LONGEST_CODE]))
        if live is None:
            tries.failed(ALL, device)
            raise EntryRefused("code", "unknown_code", _unknown(typed))
        return live

    def find_open(self, typed: str, device: str | None) -> LiveSession:
        """The session under a code as typed, if it still takes new people."""
        live = self.find(typed, device)
        if live.state.ended:
            raise EntryRefused("code", "session_over", OVER)
        return live

    def enter(
        self, typed_code: str, typed_name: str, device: str | None, form: str = ""
    ) -> tuple[LiveSession, Entry]:
        """Take a place under a name; the same `form` again (a double tap) is the same place."""
        live = self.find_open(typed_code, device)
        key = (live.id, form[:LONGEST_CODE], typed_name)
        try:
            with live.lock:
                return live, self._again(live, key) or self._join(live, typed_name, key)
        except NameRefused as reason:
            raise EntryRefused("name", reason.code, name_sentence(reason)) from reason

    def _again(self, live: LiveSession, key: tuple[str, str, str]) -> Entry | None:
        """Who came in by this very form, unless taken off the list since."""
        entry = self._came.get(key)
        return entry if entry and entry.participant in live.state.participants else None

    def _join(self, live: LiveSession, name: str, key: tuple[str, str, str]) -> Entry:
        entry = join(self._site.room, live, name)
        if key[1]:
            self._came[key] = entry
            while len(self._came) > MOST_REMEMBERED:
                self._came.popitem(last=False)
        return entry

    def back(self, typed_code: str, number: str, device: str | None) -> tuple[LiveSession, Entry]:
        """Come back on another device, also when all is over: the debrief is read at home."""
        live, tries = self.find(typed_code, device), self._site.limits.numbers
        if tries.exhausted(live.id, device):
            self._site.turned_away.note(
                "nobody", "the way back", self._site.code_of(live.id), TOO_MANY
            )
            raise EntryRefused(
                "number", TOO_MANY, "Too many wrong numbers in this class. Wait a minute."
            )
        entry = come_back(self._site.room, live, number)
        if entry is None:
            tries.failed(live.id, device)
            raise EntryRefused(
                "number",
                "unknown_number",
                "Nobody in this class has that return number. It stands at the foot of “My seat”.",
            )
        return live, entry


def _unknown(typed: str) -> str:
    code = tidy(typed[:LONGEST_CODE])
    if not code:
        return "Type the code on the screen: six letters and figures."
    sentence = f"No class is open under {shown(code[:12])}."
    if foreign := foreign_signs(code[:12]):
        return f"{sentence} No code has {' or '.join(foreign)} in it: look again."
    return f"{sentence} Look again at the screen."
