"""A class in this process, and every packet that its seats are sent, kept as the hub sends them."""

import json
from collections import defaultdict
from dataclasses import replace

from game.classroom.codes import shown_number
from game.web.clients import SeatClient
from game.web.review.eyes import frame_of
from game.web.site import Visitor


class Packets:
    """Hears of every change, as the hub does, and sends every student two pages' worth: one reads
    regions, one JSON. All is kept by group, seat and the version of the seat's view."""

    def __init__(self, desk):
        self.room = desk.room
        self.views = defaultdict(set)  # JSON, as it went over the air
        self.pages = defaultdict(list)  # all regions as they stood then
        self.told = defaultdict(set)  # the positions at which the server told of news
        self.connects(desk)

    def connects(self, desk):
        """To the server; after it was started again everybody comes back."""
        self.site, self.clients = desk.served.site, {}
        self.site.room.listeners.append(self)
        for live in self.site.room.sessions():
            self.session_changed(live)

    def group_changed(self, live, _index):
        self.session_changed(live)

    def list_changed(self, live):
        """Nothing of it is a seat's."""

    def session_changed(self, live):
        for participant, (index, seat) in live.seats.items():
            group = live.groups[index]
            self.told[index + 1, seat].add(group.position)
            for phone in self._phones(live, participant):
                phone.look()

    def _phones(self, live, participant):
        if participant not in self.clients:
            entry = self.site.room.roster(live.id)[participant]
            visitor = Visitor(live, entry, self.site.nudges)
            self.clients[participant] = [Phone(self, visitor, form) for form in (True, False)]
        return self.clients[participant]

    def frame(self, volume, replay, holder):
        """What stood beside the view on this student's page. Nobody answered the box on research,
        raised a hand or was nudged, and no question was asked beside the game."""
        entry = self.site.room.roster(self.room.live.id)[holder]
        number = shown_number(entry.return_number)
        return replace(frame_of(volume, replay), return_number=number, still=False)


class Phone:
    """One connection: its packets are put together as the page does."""

    def __init__(self, packets, visitor, as_json):
        self.packets, self.visitor, self.json = packets, visitor, as_json
        self.client, self.regions = None, {}

    def look(self):
        """A packet, if there is one for it."""
        whole = self.client is None
        self.client = self.client or SeatClient("sid", self.visitor, lambda: 0, self.json)
        message = self.client.message(whole=whole) or {}
        if self.json:
            self._keep_view(message)
        elif message.get("page") == "moved":  # the page is fetched anew
            self.client, self.regions = None, {}
            self.look()
        else:
            self._keep_page(message)

    def _keep_view(self, message):
        if view := message.get("view"):
            where = message["group"], view["seat"], view["version"]
            self.packets.views[where].add(json.dumps(view))

    def _keep_page(self, message):
        """A version of which nothing stands on the page sends nothing: the page is right as it
        is."""
        self.regions = self.regions | message.get("regions", {})
        if self.client.place:
            group, seat = self.client.place
            kept = (self.visitor.entry.participant, self.regions)
            where = (group, seat, self.client.version - self.client.base)
            self.packets.pages[where].append(kept)
