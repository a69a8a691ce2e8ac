"""The report of a send as an Excel file: each invoice, what came of it, both amounts and why."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from robexact_desktop.texts import formats
from robexact_desktop.ui.marks import outcome_mark
from robexact_desktop.ui.sending.results import ResultRow
from robexact_desktop.ui.words import language, words
from robexact_desktop.wording import message_of

TITLES = (
    *(f"column.{name}" for name in ("number", "state", "kind", "date", "relation", "currency")),
    *(f"column.{name}" for name in ("in_robaws", "in_exact", "difference", "marked")),
    "result.column.entry",
    "result.column.message",
)


def report_titles() -> list[str]:
    return [words(title) for title in TITLES]


def report_rows(rows: Sequence[ResultRow]) -> list[tuple[str | Decimal, ...]]:
    """Amounts as figures; all else as text, Exact's own words included, so that nothing is read as a formula."""
    return [_cells(row) for row in rows]


def _cells(row: ResultRow) -> tuple[str | Decimal, ...]:
    invoice, outcome = row.now or row.before, row.outcome
    return (
        row.number,
        outcome_mark(outcome).word,
        words(f"kind.{row.kind}"),
        formats.day(invoice.date),
        row.relation_name,
        row.currency,
        row.in_robaws,
        "" if row.in_exact is None else row.in_exact,
        "" if row.difference is None else row.difference,
        words("yes" if row.marked else "no"),
        str(outcome.entry_number or "") if outcome else "",
        message_of(outcome, language()) if outcome else words("result.not_taken"),
    )


def with_ending(name: str) -> Path:
    path = Path(name)
    return path if path.suffix.casefold() == ".xlsx" else path.with_name(f"{path.name}.xlsx")


def ask_where(parent: QWidget, chosen: Callable[[str], None]) -> None:
    """The dialog goes with its answer; the window lives meanwhile."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(parent, words("result.save"), documents, "Excel (*.xlsx)")
    dialog.setObjectName("save_report")
    dialog.setAccessibleName(words("result.save"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.selectFile(words("result.save_name"))
    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
