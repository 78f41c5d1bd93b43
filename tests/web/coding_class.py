"""A class that has ended, on a server in this process, and people who code what it wrote."""

import csv
import io
import re
import zipfile

from game.classroom.coding.keeping import editions
from game.classroom.links import Role
from game.log.writers import Direct
from game.web.app import create_app
from game.web.coding.codings import desk_of
from game.web.cookies import CONSOLE_COOKIE, LINK_COOKIE
from tests.web.auditing import soup_of
from tools.term import Term

ZIPPED = ("codes.csv", "rationales.csv", "messages.csv", "README.txt")
CODES = ("resolve", "overstretch", "priorities", "payoff", "other")
TOKEN = re.compile(r'name="text" value="(\w+)"')


class CodedClass:
    """The server; `instructor` is a browser that has the console."""

    def __init__(self, folder, students=9, cut="short"):
        term = Term(folder)
        chosen = {"title": "Hawks", "seed": "x", "group_size": 3, "cut": cut}
        self.live = term.add("the-straits", students, chosen, 0)
        self.served = create_app(Direct(term.store), "http://localhost")
        self.site = self.served.site
        self.at = f"/console/{self.live.id}/coding"
        self.instructor = self.served.app.test_client()
        self.instructor.set_cookie(CONSOLE_COOKIE, self.site.tokens.for_console())

    def opens(self, shared=6, parts=2, **codes):
        """The instructor keeps the codebook; without `codes` the one that is shipped."""
        words = codes or dict.fromkeys(CODES, "said so")
        form = {"shared": shared, "parts": parts}
        for number, (code, meaning) in enumerate(words.items(), 1):
            form |= {f"code.{number}": code, f"meaning.{number}": meaning}
        return self.instructor.post(f"{self.at}/reasons/codebook", data=form)

    def coder(self, label, role=Role.CODER, **more):
        """Somebody with a link of their own, who has begun."""
        link, _ = self.site.links.make(self.live.id, role, label)
        client = self.served.app.test_client()
        client.set_cookie(LINK_COOKIE + self.live.id, self.site.tokens.for_link(link.id))
        return Coder(self, client, **more)

    def texts(self, kind="reasons"):
        """What there is to code."""
        return self.site.texts.of(self.live.id, kind)

    def deck(self, kind="reasons"):
        """The same as they are dealt under the newest codebook."""
        newest = editions(desk_of(self.site.room, self.live.id, kind))[-1]
        return self.site.texts.deck(self.live.id, kind, newest)

    def coder_form(self, summary):
        """What the first form of the overview with this heading sends."""
        found = (d.form for d in soup_of(self.page()).select("details") if summary in d.text)
        return {field["name"]: field["value"] for field in next(found).select("input")}

    def page(self, path="", client=None):
        """A page of the coding."""
        return (client or self.instructor).get(self.at + path).get_data(as_text=True)

    def zipped(self, research=False, client=None):
        """Some files of the export, as bytes."""
        query = "&research=1" * research + "&texts=1" * (client is None)
        data = (client or self.instructor).get(f"/console/{self.live.id}/export.zip?{query}").data
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return {name.split(".")[0]: file.read(name) for name in {*ZIPPED} & {*file.namelist()}}


class Coder:
    """A browser without scripts, in the queue of reasons."""

    def __init__(self, room, client, begun=True):
        self.room, self.client, self.at = room, client, f"{room.at}/reasons"
        if begun:
            client.post(f"{self.at}/begin")

    def page(self, query=""):
        """The queue as it stands."""
        return self.client.get(f"{self.at}/queue{query}").get_data(as_text=True)

    def codes(self, code, page="", **more):
        """The text that is shown gets this code."""
        (token,) = TOKEN.findall(page or self.page())
        sent = {"version": "1", "text": token, "code": code, "_js": "1", **more}
        return self.client.post(f"{self.at}/queue", data=sent)

    def codes_all(self, choose=lambda words: "other", version="1"):
        """Every text that is open now."""
        given = {}
        while 'name="text"' in (page := self.page()):
            (words,) = re.findall(r'dir="auto">([^<]+)</blockquote>', page)
            given[TOKEN.findall(page)[0]] = choose(words)
            assert self.codes(choose(words), page, version=version).status_code == 303
        return given

    def closes(self, version="1"):
        """These are my codes."""
        return self.client.post(f"{self.at}/close", data={"version": version})


def rows(file):
    """The rows of a CSV file."""
    return list(csv.DictReader(io.StringIO(file.decode())))


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
