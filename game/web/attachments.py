"""An answer that the browser saves as a file."""

from flask import Response, make_response


def attachment(name: str, kind: str, data: bytes) -> Response:
    """The file under this name; `kind` is its media type."""
    headers = {"Content-Type": kind, "Content-Disposition": f'attachment; filename="{name}"'}
    return make_response(data, headers)
