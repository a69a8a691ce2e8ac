"""The pencil of a project: all cost centers (or units) of Exact, searchable; those that have ended stay, with the
reason."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from robexact_desktop.domain.changes import Changed
from robexact_desktop.domain.ledger import CostCenter
from robexact_desktop.services.map_costs import (
    Dimension,
    MappedProject,
    Match,
    map_cost,
    standing_costs,
    why_unusable,
)
from robexact_desktop.services.workplace import Workplace
from robexact_desktop.texts.formats import day
from robexact_desktop.ui.models.listed_rows import ListedRows, ListView
from robexact_desktop.ui.models.natural import natural
from robexact_desktop.ui.models.windowed import Column, WindowedModel
from robexact_desktop.ui.shell import Shell
from robexact_desktop.ui.widgets.basics import PlainLabel, SearchField
from robexact_desktop.ui.widgets.delegate import Mark, RowDelegate
from robexact_desktop.ui.widgets.table import Table
from robexact_desktop.ui.widgets.veil import VeilDialog
from robexact_desktop.ui.words import words


class CostPencil(VeilDialog):
    def __init__(self, window: QWidget, shell: Shell, dimension: Dimension, project: MappedProject) -> None:
        title = words(f"cost_pencil.title_{dimension}", project=project.project.name or project.project.code)
        super().__init__(window, "cost_pencil", title, 860, 600)
        self._shell = shell
        self._dimension = dimension
        self._project = project
        self._today = shell.reading.work.clock().date()
        self._costs = standing_costs(shell.reading.books(), dimension)
        number = words("cost_pencil.number", code=project.project.code)
        self.body.addWidget(PlainLabel(number, size="small", colour="text2", name="cost_pencil_number"))
        self._search = SearchField(words("cost_pencil.search"), "cost_pencil_search", self)
        self._search.setMinimumWidth(480)
        self._search.typed.connect(self._on_typed)
        self._search.returnPressed.connect(self._use)
        self.body.addWidget(self._search)
        self._make_table(title)
        self._count = PlainLabel(size="small", colour="text2", name="cost_pencil_count")
        self.body.addWidget(self._count)
        self._make_buttons()
        self._on_typed("")
        self._show_present()

    def _make_table(self, title: str) -> None:
        self._rows = ListedRows[CostCenter](
            key=lambda cost: cost.code,
            search=lambda cost: f"{cost.code} {cost.description}",
            sort_keys={
                "code": lambda cost: natural(cost.code),
                "description": lambda cost: cost.description.casefold(),
            },
            groups={},
        )
        self._rows.fill(tuple(self._costs.values()))
        columns: list[Column[CostCenter]] = [
            Column("code", words("vat_pencil.code"), lambda cost: cost.code, 110, strong=True, whole=True),
            Column("description", words("vat_pencil.description"), lambda cost: cost.description),
            Column("end", words("ledger.column.end"), _end, 110, sorts=False, whole=True),
            Column("why", "", lambda cost: why_unusable(cost, self._today), 230, sorts=False),
        ]
        self._model = WindowedModel[ListView, CostCenter](self._rows, columns, ListView("code"), self)
        self._table = Table(self._model, RowDelegate(self, {"why": self._why}), "cost_pencil_table", self)
        self._table.setAccessibleName(title)
        self._table.current_changed.connect(self._on_current)
        self._table.sort_requested.connect(self._on_sort)
        self._table.opened.connect(self._on_opened)
        self.body.addWidget(self._table, 1)

    def _make_buttons(self) -> None:
        own = self.add_button(words("cost_pencil.own"), "cost_pencil_own", self._take_away, icon_name="unlink")
        own.setEnabled(self._project.match is Match.BY_HAND)
        self.add_button(words("vat_pencil.cancel"), "cost_pencil_cancel", self.close_dialog)
        self._button = self.add_button(words("vat_pencil.use"), "cost_pencil_use", self._use, primary=True)
        waiting = self._project.waiting
        if waiting:
            key = "cost_pencil.consequence_one" if waiting == 1 else "cost_pencil.consequence"
            self.consequence.setText(words(key, count=waiting))

    def open_dialog(self) -> None:
        super().open_dialog()
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_present(self) -> None:
        number = self._rows.number_of(self._project.cost.code) if self._project.cost else None
        if number is not None:
            self._table.go_to(number)
        self._on_current(number)

    def _on_typed(self, text: str) -> None:
        self._show(ListView(self._model.view.sort_by, self._model.view.descending, text=text))

    def _on_sort(self, key: str, descending: bool) -> None:
        self._show(ListView(key, descending, text=self._model.view.text))
        self._table.show_order()

    def _show(self, view: ListView) -> None:
        self._model.show(view)
        self._model.reload()
        shown = self._model.rowCount()
        self._count.setText(words("vat_pencil.count", shown=shown, total=len(self._costs)))
        if view.text.strip():
            self._mark_hit()

    def _mark_hit(self) -> None:
        """What Enter takes: the row she is at while it is still there, else the first that can be used."""
        if (present := self._chosen()) is not None and not why_unusable(present, self._today):
            return
        found = self._rows.rows(list(self._model.ids_between(0, self._model.rowCount())))
        usable = (number for number, cost in found.items() if not why_unusable(cost, self._today))
        if (number := next(usable, None)) is not None:
            self._table.go_to(number)

    def _on_current(self, _: object) -> None:
        cost = self._chosen()
        self._button.setEnabled(cost is not None and not why_unusable(cost, self._today))
        self._button.setText(words("vat_pencil.use_code", code=cost.code) if cost else words("vat_pencil.use"))

    def _on_opened(self, _: int) -> None:
        self._use()

    def _chosen(self) -> CostCenter | None:
        number = self._table.current_id()
        return self._rows.rows([number]).get(number) if number is not None else None

    def _use(self) -> None:
        cost = self._chosen()
        if cost is not None and not why_unusable(cost, self._today):
            self._map(cost.code)

    def _take_away(self) -> None:
        self._map(None)

    def _map(self, code: str | None) -> None:
        dimension, project = self._dimension, self._project.project.id

        def run(work: Workplace) -> None:
            map_cost(work, dimension, project, code)

        changes = Changed.MAPPINGS | Changed.INVOICES
        self._shell.do(words("job.map_cost"), run, changes=changes, urgent=True)
        self.close_dialog()

    def _why(self, cost: CostCenter) -> Mark | None:
        reason = why_unusable(cost, self._today)
        return Mark("ban", words(f"cost_pencil.{reason}"), "text2") if reason else None


def _end(cost: CostCenter) -> str:
    return day(cost.end_date) if cost.end_date else ""
