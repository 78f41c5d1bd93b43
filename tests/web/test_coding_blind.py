"""What a coder may not know changes no byte of the queue, and no packet.

Two classes that have nothing in common but the words their students wrote: other designs, arms,
postures, rounds, seats, moves, and other codes of the other coder. One coder codes both through the
real server, answer by answer, and cannot tell them apart.
"""

from dataclasses import replace
from itertools import count
from random import Random
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.analysis.codeable import codeable
from game.analysis.sessionlog import GroupLog, SessionLog
from game.classroom.coding import drawing, opening
from game.classroom.coding.codebook import DEFAULT
from game.classroom.coding.coders import begin, close
from game.classroom.coding.giving import give_all
from game.classroom.coding.keeping import KINDS, editions
from game.classroom.coding.opening import keep_codebook
from game.classroom.coding.settling import settle
from game.classroom.links import Link, Role
from game.core.events import CableSent, CommuniquePublished, ResponseSealed
from game.core.vocabulary import SessionId
from game.log import tables
from game.log.store import Store
from game.log.writers import Direct
from game.web.app import create_app
from game.web.coding.codings import desk_of
from game.web.cookies import LINK_COOKIE
from game.web.review.volumes import Volume
from tests.strategies import wild_play, wild_seeds

pytestmark = pytest.mark.noninterference

SESSION, CODER = SessionId("S1"), "kcoder"
WORDS = ("We stand.", "Same as last time.", "Same as last time.", "<b>€</b>\n=1+1", "It is far.")
TEXTS = {"reasons": ResponseSealed, "messages": (CableSent, CommuniquePublished)}
MOST = 12


class World:
    """A server on whose shelf one class stands, with one coder's link."""

    def __init__(self):
        self.served = create_app(Direct(Store("sqlite://")), "http://localhost")
        self.site = self.served.site
        self.site.shelf.volume = lambda _: self.volume
        self.site.shelf.log = lambda _: self.log
        self.site.links._links[CODER] = Link(CODER, SESSION, Role.CODER, "ann", "x", 1)

    def holds(self, log, kind, rng):
        """This class from now on; another coder has coded it, and something was settled."""
        self.kind, self.log = kind, log
        scenario = log.scenario
        self.volume = Volume(
            SESSION, f"Class {rng.random()}", "ABC", rng.randint(0, 9), scenario.title,
            scenario.id, "D1", "hawks", rng.randint(2, 60), (1, 2), over=True, simulated=False,
        )  # fmt: skip
        self.site.texts.forget(SESSION)
        store = self.site.room.writer.store
        for table in (tables.codebooks, tables.coders, tables.codes, tables.settled):
            store.transact([lambda c, t=table: c.execute(t.delete())])
        desk = desk_of(self.site.room, SESSION, kind)
        keep_codebook(desk, DEFAULT, 5, 2)
        begin(desk, 1, "kother", f"bo {rng.random()}", blind=rng.random() < 0.5)
        texts = self.site.texts.of(SESSION, kind)
        coded = [one for one in texts if rng.random() < 0.7]
        give_all(desk, 1, "kother", {one: rng.choice(DEFAULT.words) for one in coded})
        if coded:
            settle(desk, editions(desk)[0], coded[0], rng.choice(DEFAULT.words), "bo")
        if rng.random() < 0.5:
            close(desk, 1, "kother")

    def coded(self):
        """All that one coder is sent, from the door to the end, going back now and then."""
        client, seen = self.served.app.test_client(), []
        mark = self.site.tokens.for_link(CODER)
        client.set_cookie(LINK_COOKIE + SESSION, mark)
        at = f"/console/{SESSION}/coding"

        def asks(method, path, **data):
            answer = client.open(path, method=method, data=data or None)
            headers = [item for item in answer.headers if item[0] != "Date"]
            seen.append((answer.status_code, headers, answer.get_data(as_text=True)))
            return answer.get_data(as_text=True)

        asks("GET", f"{at}/queue")
        asks("POST", f"{at}/{self.kind}/begin")
        for step in range(3 * MOST):
            page = asks("GET", f"{at}/{self.kind}/queue")
            if 'name="text"' not in page:
                if 'id="close"' not in page:
                    break
                asks("POST", f"{at}/{self.kind}/close", version="1")
                continue
            token = page.split('name="text" value="')[1].split('"')[0]
            code = DEFAULT.words[int(token, 16) % 5] if step % 4 else ""
            sent = {"version": "1", "text": token, "code": code, "memo": "m" * (step % 3)}
            asks("POST", f"{at}/{self.kind}/queue", _js="1", **sent)
            asks("GET", f"{at}/{self.kind}/queue?at={1 + step % 5}")
        for path in ("", "/reasons/differences", "/reasons/codes.csv", "/reasons/texts.csv"):
            asks("GET", at + path)
        return seen


@pytest.fixture(scope="module")
def worlds():
    """Two servers for all examples."""
    return World(), World()


def a_class(scripts):
    """The log of a class of these groups, with another title, date and consent."""
    first = scripts[0].log[0]
    return SessionLog(
        session=SESSION, teacher="T1", created_at=1, assigned_at=1, scenario=scripts[0].scenario,
        scenario_text="", claims_text="", group_size=len(first.seats), completed=True,
        simulated=first.simulated, consent=MappingProxyType({}),
        groups=tuple(GroupLog(one.log[0].group, tuple(one.log)) for one in scripts),
    )  # fmt: skip


def writing(log, kind, words, rng):
    """The same class; what was written are these words, in any order, and nothing else counts."""
    marked = _reworded(log, kind, lambda number: f"#{number}")
    counted = [text[1:] for text in codeable(marked)[kind].values()]
    if words is None:
        return len(counted)
    chosen = dict(zip(rng.sample(counted, len(words)), rng.sample(words, len(words)), strict=True))
    return _reworded(log, kind, lambda number: chosen.get(str(number), ""))


def _reworded(log, kind, said):
    number, groups = 0, []
    for group in log.groups:
        events = []
        for event in group.events:
            if isinstance(event, TEXTS[kind]):
                number += 1
                field = "reason" if kind == "reasons" else "text"
                event = replace(event, **{field: said(number)})
            events.append(event)
        groups.append(replace(group, events=tuple(events)))
    return replace(log, groups=tuple(groups))


@settings(max_examples=25)
@given(wild_seeds, wild_seeds, st.sampled_from(KINDS), st.randoms(use_true_random=False))
def test_a_coder_cannot_tell_two_classes_apart_by_anything_but_their_words(
    worlds, one, other, kind, rng
):
    """From the door to the last text; and what is denied is denied alike."""
    scripts = a_play(one, kind), a_play(other, kind)
    first, second = seen_in(worlds, scripts, kind, words_of(scripts, kind, rng), rng)

    assert first == second
    assert [status for status, _, _ in first[-4:]] == [403] * 4
    assert any("<blockquote" in page for _, _, page in first)


def a_play(seed, kind):
    """The first wild play from this seed on in which students wrote something that counted."""
    plays = (wild_play(number) for number in count(seed))
    return next(one for one in plays if writing(a_class([one]), kind, None, Random(seed)))


def words_of(scripts, kind, rng):
    """As many as both classes have room for."""
    room = min(MOST, *(writing(a_class([one]), kind, None, rng) for one in scripts))
    return [rng.choice(WORDS) for _ in range(room)]


def seen_in(worlds, scripts, kind, words, rng):
    """What the coder is sent in either world; both classes wrote the same words."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening.secrets, "token_hex", lambda size: "ab" * size)
        for world, script in zip(worlds, scripts, strict=True):
            world.holds(writing(a_class([script]), kind, words, rng), kind, rng)
    return [world.coded() for world in worlds]


def test_the_test_can_fail(worlds, monkeypatch):
    """A token that is made of a text's id is noticed."""

    def telling(seed, texts):
        return {text_id: drawing._drawn(seed, text_id)[:20] for text_id in texts}

    monkeypatch.setattr("game.classroom.coding.deck.tokens", telling)
    scripts = a_play(1, "messages"), a_play(1000, "messages")
    first, second = seen_in(worlds, scripts, "messages", ["We stand."], Random(1))
    assert first != second


def test_order_and_tokens_come_from_words_alone():
    """Whatever the ids are, and however many texts say the same."""
    words = [*WORDS, *WORDS]
    seen = set()
    for seed in range(5):
        ids = Random(seed).sample([f"S{n}-G{n}-R1-A1" for n in range(50)], len(words))
        made = drawing.tokens("seed", dict(zip(ids, words, strict=True)))
        seen.add(frozenset(made.values()))
        assert len(set(made.values())) == len(words)
    assert len(seen) == 1
