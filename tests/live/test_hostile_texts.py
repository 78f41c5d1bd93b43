"""Markup and formulas in every field that takes a text: on no page more than text, and in the data
to take home no formula."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator

import pytest
import requests
from openpyxl import load_workbook

from game.web.console_grades import SHAPES
from tests.live.faces import assert_strict
from tests.live.pupils import Seated, pupil
from tests.live.served import Console, Served

pytestmark = [pytest.mark.live, pytest.mark.hostile]

SCRIPT = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
ALIVE = re.compile(r"<script>|<img src=x|onerror=alert\(2\)>")
FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(1)", '=HYPERLINK("http://evil.example","x")')
NAMES = (SCRIPT, SCRIPT + "2", SCRIPT + "3", SCRIPT + "4")
QUOTED = SCRIPT.replace('"', '""')
LIST = f'student_id,name,email,section\n"=1+1","{QUOTED}",a@b.example,"@SUM(1)"\n'


@pytest.fixture(scope="module")
def console(shared: Served) -> Iterator[Console]:
    """The instructor's browser; nothing has broken at the end."""
    opened = shared.console()
    yield opened
    assert shared.errors() == ""
    opened.close()


@pytest.fixture(scope="module")
def nasty(shared: Served, console: Console) -> Iterator[Seated]:
    """A class whose every text is an attack: title, names, the list, the notes of links."""
    session = console.make(group_size="4", timers="", pace="instructor", title=SCRIPT)
    console.post(f"/console/{session.id}/links", role="reviewer", label=SCRIPT)
    console.post(f"/console/{session.id}/roster/keep", list=LIST)
    pupils = [pupil(shared.url, session.code, name) for name in NAMES]
    for one in pupils:
        one.connect()
    for action in ("deal", "begin"):
        assert session.order(action).status_code == 200
    seated = Seated(shared, session, pupils)
    seated.everybody_sees(lambda m: m["phase"] == "seated" and m["view"]["public"]["round"])
    yield seated
    for one in pupils:
        one.close()


def pages(seated: Seated, console: Console) -> dict[str, str]:
    """Every page of everybody, as it is now."""
    session, url = seated.session, seated.served.url
    base = f"/console/{session.id}"
    mine = ("", "?secrets=1", "/links", "/roster", "/confirm/end", "/confirm/close", "/debrief")
    found = {path: console.get(base + path) for path in mine}
    found["sessions"] = console.get("/console")
    found["wall"] = console.get(f"/wall/{session.code}")
    found["door"] = console.get(f"/join/{session.code}")
    for one in seated.pupils:
        for path in ("/play", "/debrief", "/join"):
            cookies = {"dw_seat": one.token}
            answer = requests.get(url + path, cookies=cookies, timeout=20)
            found[f"{path} of {one.participant}"] = answer
    for answer in found.values():
        assert_strict(answer)
    return {name: answer.text for name, answer in found.items() if answer.status_code == 200}


def assert_harmless(seen: dict[str, str], *escaped: str) -> None:
    """Nothing of it is alive; and it is there, as text, on the pages that show it."""
    assert ALIVE.search(SCRIPT)
    assert [name for name, page in seen.items() if ALIVE.search(page)] == []
    for name in escaped:
        assert "&lt;script&gt;alert(1)" in seen[name], name


def play_a_round(seated: Seated) -> None:
    """With a cable, words to all and a reason; the clock's part is played by the instructor."""
    session, patron, ally = seated.session, seated.at("P"), seated.at("A1")
    for stage in ("dispatch", "consultation", "commitment", "response", "crisis", "reckoning"):
        seated.everybody_sees(lambda m, s=stage: m["view"]["public"]["stage"] == s)
        if stage == "consultation":
            assert ally.moves("send_cable", to="P", text=SCRIPT) == {"ok": True}
            assert patron.moves("send_cable", to="A1", text=FORMULAS[4]) == {"ok": True}
            assert patron.moves("publish_communique", text=SCRIPT) == {"ok": True}
        if stage == "response":
            for number, seat in enumerate(("A1", "A2", "A3")):
                respond(seated, seat, (SCRIPT, *FORMULAS)[number])
        if stage != "reckoning":
            assert session.order("close").status_code == 200
            session.order("next")


def respond(seated: Seated, seat: str, reason: str) -> None:
    """An ally's appraisal and response with this reason."""
    one = seated.at(seat)
    assert one.moves("state_appraisal", would=50, could=50, belief=50) == {"ok": True}
    sealed = one.moves("seal_response", move="stand", stance="silent", reason=reason)
    assert sealed == {"ok": True}


def test_every_page_holds_it_as_text(nasty: Seated, console: Console) -> None:
    """In play, with texts in every field, and after the end; on the console, the wall, paper."""
    seen = pages(nasty, console)
    assert_harmless(seen, "", "/links", "/roster", "sessions", "wall")
    play_a_round(nasty)
    mine = f"/play of {nasty.at('A1').participant}"
    assert_harmless(pages(nasty, console), "", mine)
    assert nasty.session.order("end").status_code == 200
    nasty.everybody_sees(lambda m: m["view"]["public"]["over"])
    seen = pages(nasty, console)
    assert "/debrief" in seen
    assert f"/debrief of {nasty.at('A1').participant}" in seen
    assert_harmless(seen, "", "/debrief", f"/debrief of {nasty.at('A1').participant}")
    take_home(nasty)


def take_home(seated: Seated) -> None:
    """No cell of a table or of the workbook is a formula; the texts are all there."""
    with zipfile.ZipFile(io.BytesIO(seated.session.export("?texts=1"))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    texts = ""
    for name, file in files.items():
        if name.endswith(".csv"):
            for row in csv.reader(io.StringIO(file.decode(), newline="")):
                assert [cell for cell in row if runs(cell)] == [], name
                texts += "\n".join(row)
        if name.endswith(".xlsx"):
            cells = [c for sheet in load_workbook(io.BytesIO(file)) for r in sheet for c in r]
            assert [cell for cell in cells if cell.data_type == "f"] == []
            assert len(cells) > 100
    for text in (SCRIPT, FORMULAS[0], FORMULAS[1], FORMULAS[4]):
        assert text in texts
    everything = b"".join(files.values()).decode("utf-8", "ignore")
    assert NAMES[1] not in everything, "names stay on the server"


def runs(cell: str) -> bool:
    """Whether a spreadsheet would take the cell for a formula; a number is none."""
    return cell.startswith(("=", "+", "-", "@", "\t", "\r")) and not _is_number(cell)


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("shape", SHAPES)
def test_grades_hold_no_formula(nasty: Seated, console: Console, shape: str) -> None:
    """The list of who took part, which is made for spreadsheets."""
    base = f"/console/{nasty.session.id}"
    line = {"participant": nasty.pupils[0].participant, "line": "1"}
    console.post(f"{base}/roster/bind", **line)
    answer = console.post(f"{base}/roster/grades", shape=shape, most="10", title="=1+1")
    assert answer.status_code == 200, answer.text
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
    assert len(rows) > 1
    assert [cell for row in rows for cell in row if runs(cell)] == []
