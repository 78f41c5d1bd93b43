"""A zip that comes with a form: larger than other requests may be, and read no further."""

from flask import request
from werkzeug.exceptions import RequestEntityTooLarge

from game.analysis.export import unpacking

FORM_BYTES = 64 * 1024  # of a form around its file
TOO_LARGE, NOTHING = "too_large", "nothing"


class NotSent(Exception):  # noqa: N818  an answer
    """There is no file to be read; the message says why: TOO_LARGE or NOTHING."""

    @property
    def status(self) -> int:
        """The answer's."""
        return 413 if str(self) == TOO_LARGE else 400


def zip_of_form(field: str = "file") -> bytes:
    """The bytes of the form's file.

    Raises:
        NotSent: it is too large, or none was chosen.
    """
    request.max_content_length = unpacking.MOST_PACKED + FORM_BYTES
    if (request.content_length or 0) > request.max_content_length:  # nothing of it is stored first
        raise NotSent(TOO_LARGE)
    try:
        file = request.files.get(field)
    except RequestEntityTooLarge as fault:
        raise NotSent(TOO_LARGE) from fault
    data = file.read() if file else b""
    if not data:
        raise NotSent(NOTHING)
    return data
