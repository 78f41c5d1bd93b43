"""An answer that the browser saves as a file."""

from flask import Response, make_response


def export_name(code: str, kind: str = "") -> str:
    """What a session's zip is called; `kind`: -texts, -research, or nothing."""
    return f"distant-war-{code}{kind}.zip"


def attachment(name: str, kind: str, data: bytes) -> Response:
    """The file under this name; `kind` is its media type."""
    headers = {"Content-Type": kind, "Content-Disposition": f'attachment; filename="{name}"'}
    return make_response(data, headers)
