"""The mark of a device: handed out at the door, so that wrong tries are counted by device."""

from flask import Flask, Request, Response, request

from game.web.cookies import DEVICE_COOKIE
from game.web.site import Site
from game.web.tokens import MARK_SECONDS

DOORS = frozenset(  # where a code, a number or a password is typed or stands in the address
    {"pages.door", "pages.door_of", "pages.join", "pages.come_back", "wall.wall", "console.enter"}
)


def device_of(site: Site, asked: Request) -> str | None:
    """The mark of the device that asks, if we gave it one."""
    return site.tokens.read_device(site.cookies.get(asked, DEVICE_COOKIE))


def hand_out(app: Flask, site: Site) -> None:
    """Give a mark at every door to who has none, as long as there are any in this minute."""

    def mark(answer: Response) -> Response:
        unmarked = request.endpoint in DOORS and device_of(site, request) is None
        if unmarked and site.limits.may_mark():
            made = site.tokens.new_device()
            site.cookies.put(answer, request, DEVICE_COOKIE, made, MARK_SECONDS)
        return answer

    app.after_request(mark)
