"""The page after a send: how many ended how, each with its reason, and what was read back to the cent."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSplitter, QWidget

from robexact_desktop.domain.errors import RobExactError, SignInNeededError
from robexact_desktop.texts import formats
from robexact_desktop.ui.formats import amount, count
from robexact_desktop.ui.icons import icon
from robexact_desktop.ui.marks import outcome_mark
from robexact_desktop.ui.models.listed_rows import ListedRows, ListView
from robexact_desktop.ui.models.windowed import WindowedModel
from robexact_desktop.ui.sending.detail import WIDTH, ResultDetail
from robexact_desktop.ui.sending.report import ask_where, report_rows, report_titles, with_ending
from robexact_desktop.ui.sending.result_columns import INKS, result_columns
from robexact_desktop.ui.sending.results import ORDER, ResultRow, booked_sums, result_rows
from robexact_desktop.ui.sending.run import Came, Ended
from robexact_desktop.ui.shell import Place, Shell, Tab
from robexact_desktop.ui.widgets.basics import PlainLabel, Segments, button, column_layout, icon_label, row_layout
from robexact_desktop.ui.widgets.delegate import Mark, RowDelegate
from robexact_desktop.ui.widgets.strip import Choice, Strip
from robexact_desktop.ui.widgets.table import Table
from robexact_desktop.ui.words import language, words
from robexact_desktop.wording import error_line

ALL = "all"
SHAPES = {
    Came.BOOKED: ("light_ok", "ok"),
    Came.UNSURE: ("state_unknown", "unk"),
    Came.REFUSED: ("state_refused", "bad"),
    Came.TO_DECIDE: ("state_conflict", "bad"),
    Came.LEFT: ("state_warning", "warn"),
}


class ResultPage(QFrame):
    closed = Signal()
    place_wanted = Signal(object)  # Place

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("result_page")
        self._shell = shell
        self._all: list[ResultRow] = []
        self._rows: ListedRows[ResultRow] = ListedRows(
            key=lambda row: row.invoice,
            search=lambda row: row.number,
            sort_keys={},
            groups={came.value: lambda row, came=came: row.came is came for came in Came},  # type: ignore[misc]
        )
        self._model = WindowedModel[ListView, ResultRow](self._rows, result_columns(), ListView(), self)
        marks: dict[str, Callable[[ResultRow], Mark | None]] = {"state": lambda row: outcome_mark(row.outcome)}
        self.table = Table(self._model, RowDelegate(self, marks, frozen="state", inks=INKS), "result_table", self)
        self.table.setAccessibleName(words("result.table"))
        self.detail = ResultDetail(shell, self)
        self._groups = Segments("result", [(k, words(f"result.{k}")) for k in (ALL, *Came)], ALL)
        self._title = PlainLabel(strong=True, name="result_title")
        self._done = button(words("result.done"), "result_done", self.closed.emit)
        self._strip = Strip("result_strip", self)
        self._summary = QFrame()
        self._summary.setObjectName("result_summary")
        self._summary_layout = row_layout(self._summary, margins=(16, 10, 16, 10), spacing=24)
        layout = column_layout(self, spacing=0)
        layout.addWidget(self._head())
        layout.addWidget(self._strip)
        layout.addWidget(self._summary)
        splitter = QSplitter()
        splitter.addWidget(self.table)
        splitter.addWidget(self.detail)
        splitter.setHandleWidth(1)
        splitter.setSizes([940, WIDTH])
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        layout.addWidget(splitter, 1)
        self._groups.chosen.connect(self._on_group)
        self.table.current_changed.connect(self._on_current)
        self.detail.place_wanted.connect(self.place_wanted.emit)
        self.detail.stepped.connect(self._on_step)

    def _head(self) -> QWidget:
        head = QFrame()
        head.setObjectName("commandrow")
        head.setFixedHeight(48)
        layout = row_layout(head, margins=(8, 6, 12, 6), spacing=8)
        back = button(words("tab.invoices"), "result_back", self.closed.emit, icon_name="chevron_left", kind="flat")
        for widget in (back, self._title):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._groups)
        layout.addWidget(self._done)
        return head

    def show_ended(self, ended: Ended) -> None:
        rows = result_rows(self._shell.reading.work, ended)
        self._rows.fill(rows)
        self._all = rows
        when = formats.moment(ended.began)
        self._title.setText(words("result.title", when=when, who=ended.who))
        counts = ended.counts()
        self._groups.show_count(ALL, count(len(rows)))
        for came, number in counts.items():
            shape, colour = SHAPES[came]
            self._groups.show_count(came.value, count(number))
            shown = number and came is not Came.BOOKED
            self._groups.show_icon(came.value, icon(shape, colour, "sunken") if shown else None)
        self._groups.show_only([ALL, *(came.value for came, number in counts.items() if number)])
        self._groups.choose(ALL)
        self._one_blue_button(all_booked=counts[Came.BOOKED] == len(rows))
        self._tell_stop(ended)
        self._summarise(rows, counts)
        if rows:
            self._model.reload()
            self.table.go_to(self._rows.number_of(rows[0].invoice) or 0)
        self.table.setFocus()

    def _one_blue_button(self, *, all_booked: bool) -> None:
        """Done, where nothing is left to mend; else the blue one stands beside the invoice that asks for it."""
        self._done.setProperty("primary", "true" if all_booked else "false")
        self._done.style().polish(self._done)

    def _tell_stop(self, ended: Ended) -> None:
        """The run ended before its last invoice: why, and what was not touched."""
        left = sum(name not in ended.outcomes for name in ended.chosen)
        if ended.stopped is not None:
            self._strip.show_told(
                "bad",
                words("result.stopped", left=left),
                error_line(ended.stopped, language()),
                *self._fixes(ended.stopped),
            )
        elif ended.interrupted:
            self._strip.show_told("warn", words("result.interrupted"), words("result.left_ready", left=left))
        else:
            self._strip.clear()

    def _fixes(self, stopped: RobExactError) -> tuple[Choice, ...]:
        """What a person does about it; a limit and a line that is down pass by themselves."""
        if not isinstance(stopped, SignInNeededError):
            return ()
        place = Place(Tab.SETTINGS, "connection")
        return (Choice(words("result.again"), "result_sign_in", lambda: self.place_wanted.emit(place), "user"),)

    def _summarise(self, rows: Sequence[ResultRow], counts: dict[Came, int]) -> None:
        while self._summary_layout.count():
            item = self._summary_layout.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        for came in reversed(ORDER):
            if counts[came]:
                shape, colour = SHAPES[came]
                self._summary_layout.addWidget(_card(shape, colour, counts[came], came, _below(came, rows)))
        self._summary_layout.addStretch(1)
        save = button(words("result.save"), "result_save", self._on_save, icon_name="export")
        self._summary_layout.addWidget(save)

    def _on_group(self, key: str) -> None:
        self._model.show(ListView(group="" if key == ALL else key))

    def _on_current(self, number: object) -> None:
        found = self._rows.rows([number]) if isinstance(number, int) else {}
        place = self._model.place_of(number) if isinstance(number, int) else None
        self.detail.show_row(next(iter(found.values()), None), place or 0, self._model.rowCount())

    def _on_step(self, step: int) -> None:
        current = self.table.current_id()
        place = None if current is None else self._model.place_of(current)
        if place is not None and 0 <= place + step < self._model.rowCount():
            self.table.go_to(self._model.id_at(place + step))

    def _on_save(self) -> None:
        ask_where(self, self._save_to)

    def _save_to(self, name: str) -> None:
        path, titles, cells = with_ending(name), report_titles(), report_rows(self._all)

        def told(failed: object) -> None:
            if failed:
                self._strip.show_told("bad", words("result.not_saved", file=path.name), str(failed))
            else:
                self._strip.show_told("ok", words("result.saved", count=count(len(cells))), str(path))

        self._shell.do(words("result.save"), lambda work: work.sheets(path, titles, cells), urgent=True, then=told)


def _below(came: Came, rows: Sequence[ResultRow]) -> str:
    """Under the count of the booked ones what they add up to and how it differs, per kind and currency."""
    if came is not Came.BOOKED:
        return words(f"result.below.{came}")
    told = []
    for of in booked_sums(rows):
        facts = {"kind": words(f"kind.{of.kind}"), "currency": of.currency}
        shown = {"total": amount(of.in_robaws, language()), "difference": amount(of.difference, language())}
        unread = words("result.unread", count=of.unread) if of.unread else ""
        told.append(" ".join(filter(None, (words("result.sum", **facts, **shown), unread))))
    return "; ".join(told)


def _card(shape: str, colour: str, number: int, came: Came, below: str) -> QWidget:
    held = QWidget()
    layout = row_layout(held, spacing=12)
    layout.addWidget(icon_label(shape, colour, 20, "raised"))
    texts = column_layout(spacing=0)
    upper = row_layout(spacing=8)
    upper.addWidget(PlainLabel(count(number), size="page", strong=True, name=f"result_count_{came}"))
    upper.addWidget(PlainLabel(words(f"result.word.{came}"), strong=True))
    upper.addStretch(1)
    texts.addLayout(upper)
    texts.addWidget(PlainLabel(below, size="small", colour="text2"))
    layout.addLayout(texts)
    return held
