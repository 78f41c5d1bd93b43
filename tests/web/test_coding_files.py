"""What coding gives away and takes in: codes.csv, agreement, codes of elsewhere, imports."""

import io
import json

import krippendorff
import numpy as np
import pytest
from click.testing import CliRunner

from game.classroom.links import Role
from game.cli.reliability import command
from tests.web.auditing import soup_of
from tests.web.coding_class import CODES, CodedClass, Coder, both, rows


@pytest.fixture
def room(tmp_path):
    """Three groups of three that have played to the end."""
    return CodedClass(tmp_path)


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
    about = " ".join(room.zipped()["README"].decode().split())
    assert f"Krippendorff's alpha {alpha:.3f}. By convention: {said['verdict']}." in about
    assert all(warning in about for warning in said["warnings"])
    assert {row["blind"] for row in read} == {"1"}
    assert {row["codebook"] for row in read} == {"reasons-1"}
    meant = rows(room.instructor.get(f"{room.at}/reasons/codebook.csv").data)
    assert [(row["codebook"], row["code"]) for row in meant] == [("reasons-1", c) for c in CODES]
    assert {row["text_id"] for row in rows(room.zipped()["rationales"])} == set(ids)


def test_codes_made_elsewhere_come_back_by_token_or_id(room):
    """A model is a coder of its own, named as it is; what does not fit is told, and not kept."""
    room.opens(shared=6)
    elsewhere = rows(room.instructor.get(f"{room.at}/reasons/texts.csv?all=1").data)
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
    differ = soup_of(room.page("/reasons/differences")).select(".coding-differ__one")
    assert len(differ) == len(room.texts())  # no code of a file changes
    again = room.instructor.post(f"{room.at}/reasons/bring", data=sent)
    assert "codes here already" in again.text
    crowd = "".join(f"{one},coder {n},payoff\n" for n, one in enumerate([*room.texts()] * 9))
    crowd = room.instructor.post(f"{room.at}/reasons/bring", data={"pasted": head + crowd})
    assert "more than can be compared" in crowd.text
    page = soup_of(room.page())
    out = next(form for form in page.select("form") if form["action"].endswith("/coder"))
    room.instructor.post(out["action"], data={f["name"]: f["value"] for f in out.select("input")})
    assert len({row["coder"] for row in rows(room.zipped()["codes"])}) == 1


def test_without_consent_codes_stay_in_the_instructors_own_file(room):
    ann, bo = both(room, shared=100)
    reviewer = room.coder("Rev", Role.REVIEWER, begun=False).client
    assert reviewer.get(f"{room.at}/reasons/codes.csv").status_code == 409
    assert rows(room.zipped(client=reviewer)["codes"]) == []  # they may code as well
    for coder in (ann, bo):
        coder.closes()
    assert rows(room.zipped(client=reviewer)["codes"])
    own, research = (rows(room.zipped(research=flag)["codes"]) for flag in (False, True))
    left = rows(room.zipped(research=True)["rationales"])
    assert rows(reviewer.get(f"{room.at}/reasons/codes.csv").data) == research
    assert 0 < len(research) < len(own)
    assert {row["text_id"] for row in research} == {row["text_id"] for row in left}
    leaves = rows(room.instructor.get(f"{room.at}/reasons/texts.csv").data)
    assert {room.deck().ids[row["text_id"]] for row in leaves} == {
        row["text_id"] for row in research
    }


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
