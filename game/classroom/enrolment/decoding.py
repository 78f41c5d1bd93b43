"""The bytes of a file as text: UTF-8, UTF-16 with its mark, or else the Windows code page."""

import codecs

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
WINDOWS = (
    "The file is not UTF-8. It was read as Windows-1252: look whether the accents are right; if "
    "not, save it as “CSV UTF-8”."
)
WORKBOOK = "This is a workbook, not a CSV file. In the spreadsheet, save the sheet as “CSV UTF-8”."
NO_TEXT = "This file is no text. Save the list as “CSV UTF-8” and choose that file."


class NoText(Exception):  # noqa: N818  an answer, with its sentence
    """The file cannot be read as text at all."""


def decoded(file: bytes) -> tuple[str, tuple[str, ...]]:
    """The text, and what to say of how it was read.

    Raises:
        NoText: with the sentence to show.
    """
    if file.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise NoText(WORKBOOK)
    if file.startswith(UTF_16):
        return _tried(file, "utf-16"), ()
    try:
        text, notes = file.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        return _tried(file, "cp1252"), (WINDOWS,)
    if "\0" in text:
        raise NoText(NO_TEXT)
    return text, notes


def _tried(file: bytes, encoding: str) -> str:
    try:
        text = file.decode(encoding)
    except UnicodeDecodeError as fault:
        raise NoText(NO_TEXT) from fault
    if "\0" in text:
        raise NoText(NO_TEXT)
    return text
