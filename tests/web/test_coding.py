"""Coding through the real server: queue, versions, agreement, what is settled, files, erasing."""

import io
import json

import krippendorff
import numpy as np
import pytest
from click.testing import CliRunner

from game.classroom.coding.keeping import editions
from game.classroom.erasing import ALL, erase
from game.classroom.links import Role
from game.cli.reliability import command
from game.log import tables
from game.web.coding.codings import desk_of
from tests.web.auditing import soup_of
from tests.web.coding_class import CODES, TOKEN, CodedClass, Coder, rows


@pytest.fixture
def room(tmp_path):
    """Three groups of three that have played to the end."""
    return CodedClass(tmp_path)


def by_sign(number):
    """A coder who sees a code in a text's length, and errs with some."""
    return lambda words: CODES[(len(words) + (len(words) % number == 0)) % 5]


def both(room, **opened):
    """Two coders who have coded all that both read."""
    room.opens(**opened)
    ann, bo = room.coder("ann"), room.coder("bo")
    for coder, number in ((ann, 7), (bo, 3)):
        coder.codes_all(by_sign(number))
    return ann, bo


def test_agreement_is_that_of_the_exported_file(room, tmp_path):
    """The page, `run.py reliability` on codes.csv, and the package say the same."""
    ann, bo = both(room, shared=20)
    for coder in (ann, bo):
        coder.closes()
        coder.codes_all()
    exported = room.zipped()["codes"]
    assert exported == room.instructor.get(f"{room.at}/reasons/codes.csv").data
    file = tmp_path / "codes.csv"
    file.write_bytes(exported)
    said = json.loads(CliRunner().invoke(command, [str(file), "--json"]).output)

    read = rows(exported)
    names, ids = ("ann", "bo"), sorted({row["text_id"] for row in read})
    given = {(row["coder"], row["text_id"]): CODES.index(row["code"]) for row in read}
    table = np.array([[given.get((name, one), np.nan) for one in ids] for name in names])
    alpha = krippendorff.alpha(reliability_data=table, level_of_measurement="nominal")

    assert said["alpha"] == pytest.approx(alpha)
    assert said["pairable_units"] == 20
    assert len(ids) == len(room.texts())  # what not both read was shared out
    page = soup_of(room.page())
    assert page.select_one(".coding-run__alpha").text == f"{alpha:.3f}"
    assert f"{said['alpha_low']:.3f} to {said['alpha_high']:.3f}" in page.text
    assert said["verdict"] in page.text
    assert all(warning in page.text for warning in said["warnings"])
    assert {row["blind"] for row in read} == {"1"}
    assert {row["codebook"] for row in read} == {"reasons-1"}
    assert {row["text_id"] for row in rows(room.zipped()["rationales"])} == set(ids)


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
        f"{ann.at}/queue", data={"version": "1", "text": token, "code": "other", "_js": "1"}
    )
    assert changed.status_code == 409
    assert "you have said that these are your codes" in changed.text.lower()
    before, after = rows(first), rows(room.zipped()["codes"])
    assert [{**row, "settled": ""} for row in after] == before
    assert {row["settled"] for row in after if row["text_id"] == sent["text"]} == {"payoff"}
    assert room.site.room.writer.store.count("settled") == 2


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
    room.coder("bo").codes("other")
    room.opens(shared=3)
    assert "version 2" in room.page()


def test_what_is_sent_twice_counts_once_and_going_back_changes_it(room):
    """Double taps, reloads, the back button and a second tab are harmless."""
    room.opens()
    ann = room.coder("ann")
    page = ann.page()
    for _ in range(3):
        ann.codes("payoff", page, memo="why not")
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
    hasty = ann.client.post(f"{ann.at}/queue", data=sent)
    assert hasty.status_code == 409
    assert "too quickly" in hasty.text
    assert room.site.room.writer.store.count("codes") == 2


def test_nobody_codes_under_a_codebook_that_has_changed(room):
    room.opens()
    ann = room.coder("ann")
    page = ann.page()
    ann.codes("payoff", page)
    room.opens(strong="says so", weak="says so")
    late = ann.codes("payoff", page)
    assert late.headers["Location"] == f"{room.at}/queue"  # to begin again
    ann.client.post(f"{ann.at}/begin")
    assert "was not kept" in ann.codes("payoff", page).text
    assert {row["codebook"] for row in rows(room.zipped()["codes"])} == {"reasons-1"}


def test_codes_made_elsewhere_come_back_by_token_or_id(room):
    """A model is a coder of its own, named as it is; what does not fit is told, and not kept."""
    room.opens(shared=6)
    elsewhere = rows(room.instructor.get(f"{room.at}/reasons/texts.csv").data)
    assert {row["text"] for row in elsewhere} == set(room.texts().values())
    assert not {row["text_id"] for row in elsewhere} & set(room.texts())
    head = "text_id,coder,code\n"
    wrong = f"{elsewhere[0]['text_id']},gpt,brave\nS1-G9-R1-A1,gpt,other\n"
    refused = room.instructor.post(f"{room.at}/reasons/bring", data={"pasted": head + wrong})
    assert refused.status_code == 409
    assert "“brave” is no code" in refused.text
    assert "“S1-G9-R1-A1” is no text" in refused.text
    assert room.site.room.writer.store.count("codes") == 0

    by_token = "".join(f"{row['text_id']},model-7b,Other\n" for row in elsewhere)
    by_id = "".join(f"{one},cleo,payoff\n" for one in room.texts())
    sent = {"pasted": head + by_token + by_id, "blind": "1"}
    assert room.instructor.post(f"{room.at}/reasons/bring", data=sent).status_code == 303
    read = rows(room.zipped()["codes"])
    assert {(row["coder"], row["code"]) for row in read} == {
        ("model-7b", "other"), ("cleo", "payoff"),
    }  # fmt: skip
    assert len(read) == 2 * len(room.texts())
    again = room.instructor.post(f"{room.at}/reasons/bring", data=sent)
    assert "codes here already" in again.text
    page = soup_of(room.page())
    out = next(form for form in page.select("form") if "Take the file out" in form.text)
    room.instructor.post(out["action"], data={f["name"]: f["value"] for f in out.select("input")})
    assert len({row["coder"] for row in rows(room.zipped()["codes"])}) == 1


def test_who_could_look_is_not_blind_and_is_told_so(room):
    """And nobody is known by a student's name."""
    room.opens()
    student = next(iter(room.site.room.roster(room.live.id).values())).name
    reviewer, named = room.coder("Rev", Role.REVIEWER), room.coder(student)
    for coder in (reviewer, named):
        coder.codes("other")
    read = rows(room.zipped()["codes"])
    assert {(row["coder"], row["blind"]) for row in read} == {("Rev", "0"), ("coder-1", "1")}
    assert "not blind" in room.page("/queue", reviewer.client)
    assert "not blind" not in room.page("/queue", named.client)
    assert room.live.state.created.title not in room.page("/queue", named.client)


def test_without_consent_codes_stay_in_the_instructors_own_file(room):
    room.opens(shared=100)
    room.coder("ann").codes_all()
    own, research = (rows(room.zipped(research=flag)["codes"]) for flag in (False, True))
    left = rows(room.zipped(research=True)["rationales"])
    assert 0 < len(research) < len(own)
    assert {row["text_id"] for row in research} == {row["text_id"] for row in left}


def test_messages_are_coded_apart_from_reasons(tmp_path):
    """With a codebook, coders and codes of their own; the file tells them apart."""
    room = CodedClass(tmp_path, cut="full")
    form = {"code.1": "threat", "meaning.1": "x", "code.2": "promise", "meaning.2": "y"}
    room.opens()
    room.instructor.post(f"{room.at}/messages/codebook", data=form | {"shared": "9", "parts": "1"})
    ann = room.coder("ann")
    ann.codes("other")
    ann.at = f"{room.at}/messages"
    ann.client.post(f"{ann.at}/begin")
    ann.codes_all(lambda _: "threat")
    read = rows(room.zipped()["codes"])
    assert {(row["codebook"], row["code"]) for row in read} == {
        ("messages-1", "threat"), ("reasons-1", "other"),
    }  # fmt: skip
    assert {row["text_id"] for row in read if row["code"] == "threat"} <= set(
        room.texts("messages")
    )
    research = room.zipped(research=True)
    left = {row["text_id"] for name in ("rationales", "messages") for row in rows(research[name])}
    assert rows(research["codes"]) == [row for row in read if row["text_id"] in left]


def test_an_imported_session_is_coded_here_and_shows_what_came_with_it(room, tmp_path):
    """Codes of elsewhere stay codes of elsewhere; removed, nothing is left."""
    ann, _ = both(room)
    ann.closes()
    data = room.instructor.get(f"/console/{room.live.id}/export.zip?texts=1").data
    there = CodedClass(tmp_path / "other", 3)
    look = there.instructor.post("/console/library/import", data={"file": (io.BytesIO(data), "x")})
    there.instructor.post(look.headers["Location"], data={"title": "Theirs"})
    there.at = room.at
    page = soup_of(there.page())
    assert "Codes that came with the file, under the codebook reasons-1" in page.text
    assert page.select_one(".coding-run__alpha").text == (
        soup_of(room.page()).select_one(".coding-run__alpha").text
    )
    there.opens()
    coder = Coder(there, there.instructor)
    coder.codes("other")
    assert {row["coder"] for row in rows(there.instructor.get(f"{coder.at}/codes.csv").data)} == {
        "instructor"
    }
    assert there.site.texts.of(room.live.id, "reasons") == room.texts()
    there.instructor.post(f"/console/library/{room.live.id}/remove")
    assert there.site.texts.of(room.live.id, "reasons") == {}
    assert there.site.room.writer.store.count("codes") == 0


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
