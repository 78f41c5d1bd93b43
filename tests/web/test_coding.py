"""Coding through the real server: the queue, versions of the codebook, what is settled, erasing."""

import pytest

from game.classroom.coding import drawing
from game.classroom.coding.codebook import DEFAULT
from game.classroom.coding.keeping import Edition, Given, Work, editions
from game.classroom.coding.settling import differences
from game.classroom.erasing import ALL, erase
from game.classroom.links import Role
from game.log import tables
from game.web.coding.codings import desk_of
from tests.web.auditing import soup_of
from tests.web.coding_class import TOKEN, CodedClass, both, by_sign, rows

LEFT_OPEN = (
    ("t1", (("ann", "other"), ("bo", "payoff"), ("cy", ""))),
    ("t2", (("ann", "other"), ("bo", ""))),
)


@pytest.fixture
def room(tmp_path):
    """Three groups of three that have played to the end."""
    return CodedClass(tmp_path)


def test_first_codes_stay_and_what_is_settled_is_kept_apart(room):
    """Not before all have finished; afterwards no code that both gave changes any more."""
    ann, bo = both(room, shared=100)
    first = room.zipped()["codes"]
    token = TOKEN.findall(ann.page("?at=1"))[0]
    ann.closes()
    assert 'name="code"' not in room.page("/reasons/differences")
    text = next(iter(room.texts()))
    refused = room.instructor.post(f"{room.at}/reasons/differences", data={"text": text})
    assert refused.status_code == 409
    bo.closes()

    page = soup_of(room.page("/reasons/differences"))
    one = page.select_one(".coding-differ__one form")
    sent = {field["name"]: field["value"] for field in one.select("input")}
    room.instructor.post(one["action"], data=sent | {"code": "other"})
    room.instructor.post(one["action"], data=sent | {"code": "payoff"})

    changed = ann.client.post(
        f"{ann.at}/queue",
        data={"version": "1", "text": token, "code": "other", "_js": "1"},
        follow_redirects=True,
    )
    assert "you have said that these are your codes" in changed.text.lower()
    before, after = rows(first), rows(room.zipped()["codes"])
    assert [{**row, "settled": ""} for row in after] == before
    assert {row["settled"] for row in after if row["text_id"] == sent["text"]} == {"payoff"}
    assert room.site.room.writer.store.count("settled") == 2


def test_who_is_left_behind_goes_on_with_their_own(room):
    """What all code stays as it is, answered or not."""
    room.opens(shared=6)
    ann = room.coder("ann")
    ann.codes("other")
    behind = room.coder_form("Wait no longer")
    stale = room.instructor.post(f"{room.at}/reasons/coder", data=behind | {"version": "7"})
    assert stale.status_code == 409
    assert "Nothing was kept" in stale.text
    room.instructor.post(f"{room.at}/reasons/coder", data=behind)
    assert "Text 7" in ann.page()
    own = ann.codes_all()
    assert "That was all" in ann.page()
    assert room.site.room.writer.store.count("codes") == 1 + len(own)


def test_what_can_still_be_changed_is_not_shown_as_different(room):
    """With more coders than parts, two have the same texts as their own."""
    coders = both(room, shared=6, parts=1)
    for coder, number in zip(coders, (7, 3), strict=True):
        coder.closes()
        coder.codes_all(by_sign(number))
    deck = room.deck()
    read = rows(room.zipped()["codes"])
    given = {}
    for row in read:
        given.setdefault(row["text_id"], set()).add(row["code"])
    differ = {text for text, codes in given.items() if len(codes) > 1}
    assert differ - deck.shared
    page = soup_of(room.page("/reasons/differences"))
    assert {field["value"] for field in page.select("[name=text]")} == differ & deck.shared


def test_who_left_a_text_open_stands_beside_those_who_differ():
    """To leave open is no code: two of them do not differ by it."""
    given = [Given(coder, text, code, "", 1) for text, codes in LEFT_OPEN for coder, code in codes]
    work = Work(Edition(1, DEFAULT, 2, 1, "seed", 1), (), tuple(given))
    (found,) = differences(work, {"t1", "t2"})
    assert [one.code for one in found.given] == ["other", "payoff", ""]


def test_texts_are_dealt_once_and_not_at_each_request(room, monkeypatch):
    """And anew under another codebook."""
    room.opens(shared=6)
    ann = room.coder("ann")
    ann.codes("other")
    deck = room.deck()
    with monkeypatch.context() as patch:
        patch.setattr(drawing, "_drawn", None)
        assert "Text 2" in ann.page()
    room.opens(shared=0)
    assert room.deck() is not deck
    assert len(room.deck().shared) == 1  # of none, nobody could finish


def test_a_changed_codebook_begins_anew_and_forgets_nothing(room):
    """Codes given before stay under their version, in the same file."""
    ann, _ = both(room)
    assert "becomes version 2" in room.page("/reasons/codebook")
    room.opens(shared=4, strong="says so", weak="says so")
    ann.client.post(f"{ann.at}/begin")
    ann.codes_all(lambda _: "weak", version="2")
    read = rows(room.zipped()["codes"])
    assert {row["codebook"]: row["code"] for row in read if row["coder"] == "ann"}["reasons-2"] == (
        "weak"
    )
    assert sum(row["codebook"] == "reasons-1" for row in read) == 12
    assert sum(row["codebook"] == "reasons-2" for row in read) == 4


def test_before_anybody_has_coded_a_change_is_no_new_version(room):
    room.opens()
    room.coder("ann")
    room.opens(shared=3)
    assert "version 1" in room.page()
    form = soup_of(room.page("/reasons/codebook")).select_one("form")
    seen = {field["name"]: field["value"] for field in form.select("input")}
    room.coder("bo").codes("other")
    stale = room.instructor.post(f"{room.at}/reasons/codebook", data=seen)
    assert stale.status_code == 409
    assert "Nothing was kept" in stale.text
    assert "version 1" in room.page()
    room.opens(shared=3)
    assert "version 2" in room.page()


def test_what_is_sent_twice_counts_once_and_going_back_changes_it(room):
    """Double taps, reloads, the back button and a second tab are harmless."""
    room.opens()
    ann = room.coder("ann")
    page = ann.page()
    for _ in range(3):
        ann.codes("payoff", page, memo="why\0 not")
    assert room.site.room.writer.store.count("codes") == 1
    assert "Text 2" in ann.page()
    back = soup_of(ann.page("?at=1"))
    assert back.select_one("[aria-pressed]")["value"] == "payoff"
    assert back.select_one("textarea").text.strip() == "why not"
    ann.codes("other", page)
    ann.codes("", ann.page())
    assert [row["code"] for row in rows(room.zipped()["codes"])] == ["other"]
    assert "Text 3" in ann.page()


def test_the_second_tap_of_two_codes_no_text_that_nobody_read(room):
    """Without scripts the second tap falls on the next page."""
    room.opens()
    ann = room.coder("ann")
    ann.codes("payoff")
    second = ann.codes("payoff", _js="")
    assert second.status_code == 303  # scripts tell taps apart by themselves
    (token,) = TOKEN.findall(ann.page())
    sent = {"version": "1", "text": token, "code": "payoff"}
    hasty = ann.client.post(f"{ann.at}/queue", data=sent, follow_redirects=True)
    assert "too quickly" in hasty.text
    assert room.site.room.writer.store.count("codes") == 2


def test_nobody_codes_under_a_codebook_that_has_changed(room):
    room.opens()
    ann = room.coder("ann")
    page = ann.page()
    ann.codes("payoff", page)
    room.opens(strong="says so", weak="says so")
    late = ann.codes("payoff", page)
    begins = ann.client.get(late.headers["Location"])
    assert begins.headers["Location"] == f"{room.at}/queue"
    ann.client.post(f"{ann.at}/begin")
    assert "was not kept" in ann.client.get(ann.codes("payoff", page).headers["Location"]).text
    assert {row["codebook"] for row in rows(room.zipped()["codes"])} == {"reasons-1"}


def test_who_could_look_is_not_blind_and_is_told_so(room):
    """And nobody is known by a student's name."""
    room.opens()
    student = next(iter(room.site.room.roster(room.live.id).values())).name
    reviewer, named = room.coder("Rev", Role.REVIEWER), room.coder(student)
    for coder in (reviewer, named, room.coder("REV")):
        coder.codes("other")
    read = rows(room.zipped()["codes"])
    assert {(row["coder"], row["blind"]) for row in read} == {
        ("Rev", "0"), ("coder-1", "1"), ("REV-2", "1"),
    }  # fmt: skip
    assert "not blind" in room.page("/queue", reviewer.client)
    assert "not blind" not in room.page("/queue", named.client)
    assert room.live.state.created.title not in room.page("/queue", named.client)


def test_a_new_version_draws_anew_which_texts_all_read(room):
    """Nobody is held against texts that were talked about."""
    room.opens()
    ann = room.coder("ann")
    ann.codes("other")
    room.opens()
    room.opens()
    seeds = [one.seed for one in editions(desk_of(room.site.room, room.live.id, "reasons"))]
    assert len(seeds) == len(set(seeds)) == 2


def test_an_erased_session_leaves_no_code(room):
    ann, _ = both(room)
    ann.closes()
    erase(room.site.room, room.live, ALL)
    store = room.site.room.writer.store
    left = [table.name for table in (tables.codebooks, tables.coders, tables.codes, tables.settled)]
    assert {name: store.count(name) for name in left} == dict.fromkeys(left, 0)
    assert room.site.texts.of(room.live.id, "reasons") == {}


@pytest.mark.parametrize(
    ("codes", "sentence"),
    [
        ({"one": "x"}, "needs 2 codes"),
        ({"one": "x", "ONE": "y"}, "stands there twice"),
        ({"=one": "x", "two": "y"}, "cannot be a code"),
        ({"one": "", "two": "y"}, "needs a line"),
    ],
)
def test_what_is_no_codebook_is_told(room, codes, sentence):
    answer = room.opens(**codes)
    assert answer.status_code == 409
    assert sentence in answer.text
    assert "nothing to code" in room.coder("ann", Role.CODER).client.get(f"{room.at}/queue").text
