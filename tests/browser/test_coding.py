"""Two people code the same reasons at once, by keys and on a phone; one loses the network."""

import csv
import io
import zipfile
from collections import Counter
from contextlib import contextmanager

import krippendorff
import numpy as np
import pytest
from playwright.sync_api import expect

from game.analysis.export import read_csv
from game.analysis.reliability.reading import read_codings
from game.analysis.reliability.report import reliability
from game.classroom.links import Role
from tests.browsers import DESKTOP, PHONE
from tests.live.served import Served
from tools.term import Term

pytestmark = [pytest.mark.browser, pytest.mark.live]

CODES = ("resolve", "overstretch", "priorities", "payoff", "other")


class Coder:
    """Somebody with a link of their own; `pressed` is what they meant to give."""

    def __init__(self, browser, served, secret, errs, **settings):
        self.context = browser.new_context(base_url=served.url, **settings)
        self.page = self.context.new_page()
        self.errs, self.pressed = errs, []
        self.page.goto(secret)
        self.page.get_by_role("button", name="Begin").click()
        expect(self.page.locator("#coding")).to_be_visible()

    def chooses(self):
        """The code of the text that is shown."""
        words = self.page.locator("#text").inner_text()
        number = len(words) + (len(self.pressed) % self.errs == 0)
        return words, CODES[number % 5]

    def codes(self, *, click=False):
        """One text; the page goes on when it is kept."""
        words, code = self.chooses()
        before = self.page.locator("h1").inner_text()
        if click:
            self.page.locator(f".coding__code[value={code}]").dblclick()
        else:
            self.page.keyboard.press(str(CODES.index(code) + 1))
        expect(self.page.locator("h1")).not_to_have_text(before)
        self.pressed.append((words, code))


@contextmanager
def coding(folder, browser, students, shared):
    """A class that has ended, its coding open, and the links of two coders."""
    term = Term(folder)
    chosen = {"title": "Hawks", "seed": "x", "group_size": 3, "cut": "short"}
    live = term.add("the-straits", students, chosen, 0)
    term.store.close()
    served = Served(folder).start()
    console = served.console()
    form = {"shared": str(shared), "parts": "2"}
    for number, code in enumerate(CODES, 1):
        form |= {f"code.{number}": code, f"meaning.{number}": "x"}
    base = f"/console/{live.id}"
    console.post(f"{base}/coding/reasons/codebook", **form)
    secrets = []
    for label in ("ann", "bo"):
        page = console.post(f"{base}/links", role=Role.CODER, label=label).text
        secrets.append("/open/" + page.partition('class="secret">')[2].partition("<")[0][-32:])
    ann = Coder(browser, served, secrets[0], 4, viewport=DESKTOP)
    bo = Coder(browser, served, secrets[1], 3, viewport=PHONE, has_touch=True)
    try:
        yield console, base, ann, bo
    finally:
        for one in (ann, bo):
            one.context.close()
        console.close()
        served.close()


def loses_the_network(coder):
    """In the middle of it: what was given stays on the page, and goes when the line is back."""
    words, code = coder.chooses()
    before = coder.page.locator("h1").inner_text()
    coder.context.set_offline(True)
    coder.page.keyboard.press(str(CODES.index(code) + 1))
    expect(coder.page.locator("[data-said]")).to_contain_text(f"“{code}” is not kept yet")
    coder.page.keyboard.press("z")  # does nothing meanwhile
    expect(coder.page.locator("h1")).to_have_text(before)
    coder.context.set_offline(False)
    expect(coder.page.locator("h1")).not_to_have_text(before)
    coder.pressed.append((words, code))


def to_the_end(ann, bo, shared):
    """In turn, so that both are at it at once; then both say that these are their codes."""
    for number in range(shared):
        if number == shared // 2:
            loses_the_network(bo)
        else:
            bo.codes(click=number % 3 == 0)
        ann.codes()
    for one in (ann, bo):
        one.page.locator("#close").click()
        expect(one.page.locator("#close")).to_have_count(0)


def exported(console, base):
    """codes.csv as it is in the zip, and the words of each text."""
    with zipfile.ZipFile(io.BytesIO(console.get(f"{base}/export.zip?texts=1").content)) as file:
        codes, texts = file.read("codes.csv"), file.read("rationales.csv")
    return codes, {row["text_id"]: row["text"] for row in read_csv(texts)}


def assert_nothing_lost(codes, words, *coders):
    """Every code as it was pressed, and no other; agreement is the package's."""
    rows = list(csv.DictReader(io.StringIO(codes.decode())))
    for coder, name in zip(coders, ("ann", "bo"), strict=True):
        kept = Counter((words[r["text_id"]], r["code"]) for r in rows if r["coder"] == name)
        assert kept == Counter(coder.pressed)
    ids = sorted({row["text_id"] for row in rows})
    given = {(row["coder"], row["text_id"]): CODES.index(row["code"]) for row in rows}
    table = np.array([[given.get((name, one), np.nan) for one in ids] for name in ("ann", "bo")])
    alpha = krippendorff.alpha(reliability_data=table, level_of_measurement="nominal")
    assert reliability(read_codings(codes.decode())).alpha == pytest.approx(alpha)
    return f"{alpha:.3f}"


def test_two_code_at_once_and_one_loses_the_network(tmp_path, browser):
    """Eight texts each, in two browsers; going back, and a memo by its key."""
    with coding(tmp_path, browser, 6, 8) as (console, base, ann, bo):
        to_the_end(ann, bo, 8)
        codes, words = exported(console, base)
        alpha = assert_nothing_lost(codes, words, ann, bo)
        assert f">{alpha}<" in console.get(f"{base}/coding").text
        page = ann.page  # the texts that are hers alone can still be changed
        page.keyboard.press("m")
        page.keyboard.type("1 of a kind")
        page.keyboard.press("Escape")
        page.keyboard.press("0")
        expect(page.locator("h1")).to_contain_text("Text 10")
        page.keyboard.press("z")
        expect(page.locator("#leave-open")).to_have_attribute("aria-pressed", "true")
        expect(page.locator("#memo")).to_have_value("1 of a kind")
        page.reload()
        expect(page.locator("h1")).to_contain_text("Text 9")


@pytest.mark.slow
def test_two_code_a_hundred_reasons(tmp_path, browser):
    """Nothing of it is lost."""
    with coding(tmp_path, browser, 27, 100) as (console, base, ann, bo):
        to_the_end(ann, bo, 100)
        assert_nothing_lost(*exported(console, base), ann, bo)
