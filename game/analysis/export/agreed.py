"""What README.txt says of the codes: how far coders agree, and what to mind before counting them.

Without the interval: its draws may come out otherwise under another version of the library, and
the text must not.
"""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import fill

from game.analysis.tables import Table
from game.analysis.wording.figures import some

HEAD = """\
How far coders agree
--------------------
"""
LINE = (
    "{book}: {coders} and {texts} coded by two or more; percent agreement {percent}, "
    "Krippendorff's alpha {alpha}."
)
WIDTH = 96
MORE = "python3 run.py reliability codes.csv says more, with the interval.\n\n"


def agreed(tables: Sequence[Table]) -> str:
    """A section for codes.csv; nothing where nobody has coded."""
    codes = next((one for one in tables if one.name == "codes" and one.rows), None)
    return HEAD + "".join(_sections(codes)) + MORE if codes else ""


def _sections(codes: Table) -> Iterator[str]:
    rows = [dict(zip(codes.columns, row, strict=True)) for row in codes.rows]
    for book in dict.fromkeys(row.get("codebook") for row in rows):  # older files name none
        under = [row for row in rows if row.get("codebook") == book]
        given = {(str(row["text_id"]), str(row["coder"])): str(row["code"]) for row in under}
        yield _said(str(book or "Codes"), given)


def _said(book: str, given: Mapping[tuple[str, str], str]) -> str:
    from game.analysis.reliability.reading import Codings, NoCodings
    from game.analysis.reliability.report import reliability

    try:
        found = reliability(Codings(given))
    except NoCodings as why:
        return fill(f"{book}: {why}", WIDTH) + "\n"
    said = LINE.format(
        book=book,
        coders=some(found.coders, "coder"),
        texts=some(found.pairable_units, "text"),
        percent=_figure(found.percent_agreement, 1),
        alpha=_figure(found.alpha, 3),
    )
    verdict = [f"By convention: {found.verdict}."] if found.verdict else []
    lines = [said, *verdict, *(f"! {warning}" for warning in found.warnings)]
    return "".join(fill(line, WIDTH) + "\n" for line in lines)


def _figure(value: float | None, digits: int) -> str:
    return "undefined" if value is None else f"{value:.{digits}f}"
