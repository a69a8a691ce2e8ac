"""The columns of the result page."""

from collections.abc import Callable

from robexact_desktop.ui.formats import amount
from robexact_desktop.ui.marks import outcome_mark
from robexact_desktop.ui.models.windowed import Align, Column
from robexact_desktop.ui.sending.results import ResultRow
from robexact_desktop.ui.sending.run import Came
from robexact_desktop.ui.words import language, words


def result_columns() -> list[Column[ResultRow]]:
    return [
        Column("number", words("column.number"), lambda row: row.number, 92, sorts=False, whole=True),
        Column("state", words("column.state"), lambda row: outcome_mark(row.outcome).word, 264, sorts=False),
        Column("relation", words("column.relation"), lambda row: row.relation_name, sorts=False),
        Column("in_robaws", words("column.in_robaws"), _robaws, 104, Align.RIGHT, strong=True, sorts=False),
        Column("in_exact", words("column.in_exact"), _exact, 104, Align.RIGHT, strong=True, sorts=False),
        Column("difference", words("column.difference"), _difference, 84, Align.RIGHT, sorts=False),
        Column("marked", words("column.marked"), _marked, 92, sorts=False, yields=1),
    ]


INKS: dict[str, Callable[[ResultRow], str]] = {
    "difference": lambda row: "bad" if row.difference else "ok",
    "in_exact": lambda row: {Came.TO_DECIDE: "bad", Came.UNSURE: "unk"}.get(row.came, "text"),
    "marked": lambda row: "text" if row.marked else "text2",
}
"""Green only where it was read back and is nothing: without a reading the difference is empty."""


def _robaws(row: ResultRow) -> str:
    return _coded(row, amount(row.in_robaws, language()))


def _exact(row: ResultRow) -> str:
    if row.in_exact is not None:
        return _coded(row, amount(row.in_exact, language()))
    if row.came is Came.BOOKED:
        return words("not_read_back")
    return "?" if row.came is Came.UNSURE else "–"  # noqa: RUF001 - a dash: there is no booking


def _difference(row: ResultRow) -> str:
    return "" if row.difference is None else amount(row.difference, language())


def _marked(row: ResultRow) -> str:
    return words("yes" if row.marked else "no")


def _coded(row: ResultRow, shown: str) -> str:
    return shown if row.currency == "EUR" else f"{row.currency} {shown}"
