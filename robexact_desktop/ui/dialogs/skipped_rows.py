"""The rows of a sheet that became no link, each with its reason: nothing of it is lost in a count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from robexact_desktop.domain.matching import Told
from robexact_desktop.domain.names import RelationId
from robexact_desktop.texts import sentence
from robexact_desktop.ui.formats import count
from robexact_desktop.ui.models.listed_rows import ListedRows, ListView
from robexact_desktop.ui.models.natural import natural
from robexact_desktop.ui.models.windowed import Column, WindowedModel
from robexact_desktop.ui.tabs.relations.shown import said
from robexact_desktop.ui.widgets.basics import PlainLabel
from robexact_desktop.ui.widgets.delegate import RowDelegate
from robexact_desktop.ui.widgets.table import Table
from robexact_desktop.ui.widgets.veil import VeilDialog
from robexact_desktop.ui.words import language, words


@dataclass(frozen=True, slots=True)
class SkippedRow:
    key: str
    row: int
    code: str
    relation: str
    why: str


class SkippedRows(VeilDialog):
    def __init__(self, window: QWidget, skipped: Sequence[Told], names: Mapping[RelationId, str]) -> None:
        many = len(skipped)
        title = said("skipped.title_one") if many == 1 else said("skipped.title", count=count(many))
        super().__init__(window, "skipped_rows", title, 860, 560)
        self.body.addWidget(PlainLabel(said("skipped.why"), size="small", colour="text2", wrap=True))
        self._rows = ListedRows[SkippedRow](
            key=lambda row: row.key,
            search=lambda row: row.code,
            sort_keys={
                "row": lambda row: row.row,
                "code": lambda row: natural(row.code),
                "relation": lambda row: natural(row.relation),
                "why": lambda row: (row.why, row.row),
            },
            groups={},
        )
        self._rows.fill([_shown(str(number), told, names) for number, told in enumerate(skipped)])
        self._model = WindowedModel[ListView, SkippedRow](self._rows, _columns(), ListView("row"), self)
        self._model.reload()
        self._table = Table(self._model, RowDelegate(self, inks={"why": _amber}), "skipped_table", self)
        self._table.setAccessibleName(title)
        self._table.sort_requested.connect(self._on_sort)
        self.body.addWidget(self._table, 1)
        self.add_button(words("close"), "skipped_close_button", self.close_dialog, primary=True)

    def open_dialog(self) -> None:
        super().open_dialog()
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_sort(self, key: str, descending: bool) -> None:
        self._model.show(ListView(key, descending))
        self._table.show_order()


def _columns() -> list[Column[SkippedRow]]:
    return [
        Column("row", said("skipped.row"), lambda row: str(row.row or ""), 76),
        Column("code", said("skipped.code"), lambda row: row.code, 120, strong=True, whole=True),
        Column("relation", said("skipped.relation"), lambda row: row.relation),
        Column("why", said("skipped.reason"), lambda row: row.why, 380),
    ]


def _amber(_: SkippedRow) -> str:
    return "warn"


def _shown(key: str, told: Told, names: Mapping[RelationId, str]) -> SkippedRow:
    """By the name of the relation where it is known, else by what the row says of it; row 0 is a code of Robaws."""
    relation = names.get(told.relation, "") if told.relation else ""
    why = sentence(f"candidate.{told.doubt}", language())
    return SkippedRow(key, told.row, told.code, relation or told.key, why[:1].upper() + why[1:])
