"""Before anything leaves: from where to where, what will be booked, what else happens, what stays behind and why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from robexact_desktop.domain.ledger import Division
from robexact_desktop.domain.money import total
from robexact_desktop.services.send_summary import Booked, SendSummary
from robexact_desktop.ui.dialogs.send_notes import notes_of
from robexact_desktop.ui.formats import amount, count
from robexact_desktop.ui.shell import Shell
from robexact_desktop.ui.widgets.basics import PlainLabel, column_layout, icon_label, row_layout
from robexact_desktop.ui.widgets.figures import FigureTable
from robexact_desktop.ui.widgets.veil import VeilDialog
from robexact_desktop.ui.words import language, words

WIDTH, HEIGHT = 980, 640
BESIDE = 284
COUNTRIES = ("BE", "NL")
PERIODS_NAMED = 3


@dataclass(frozen=True, slots=True)
class Route:
    """Whose books."""

    environment: str
    country: str
    division: str


def route_of(shell: Shell) -> Route:
    settings = shell.reading.settings
    code = settings.exact.division
    names = {row.code: row.name for row in shell.reading.work.stores.master.all(Division)}
    named = " · ".join(filter(None, (str(code or ""), names.get(code or 0, ""))))
    return Route(settings.environment, settings.exact.country, named)


class SendConfirm(VeilDialog):
    """`on_send` is called once, by the blue button or Ctrl+Enter; everything else closes it and nothing has left."""

    def __init__(self, window: QWidget, route: Route, summary: SendSummary, on_send: Callable[[], None]) -> None:
        going = len(summary.going)
        title = words("confirm.title_one" if going == 1 else "confirm.title", count=count(going))
        super().__init__(window, "send_confirm", title, WIDTH, HEIGHT)
        self._on_send = on_send
        self.body.addWidget(_route(route, summary))
        columns = row_layout(spacing=28)
        columns.addLayout(_booked(summary), 1)
        columns.addWidget(_beside(summary))
        held = QWidget()
        held.setObjectName("send_confirm_page")
        inside = column_layout(held)
        inside.addLayout(columns)
        inside.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("send_confirm_scroll")
        scroll.setAccessibleName(title)
        scroll.setWidget(held)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(scroll, 1)
        self.consequence.setText(cost_of(summary))
        self.add_button(f"{words('confirm.cancel')}   Esc", "send_confirm_cancel", self.close_dialog)
        label = words("confirm.send_one" if going == 1 else "confirm.send", count=count(going))
        send = self.add_button(f"{label}   Ctrl+Enter", "send_confirm_send", self._send, primary=True, icon_name="send")
        send.setEnabled(going > 0)

    def _send(self) -> None:
        self.close_dialog()
        self._on_send()


def cost_of(summary: SendSummary) -> str:
    """`Ongeveer 59 oproepen, 1 minuut. Daarna nog 4.529 van 5.000 vandaag.`"""
    key = "confirm.cost_one" if summary.minutes == 1 else "confirm.cost"
    said = words(key, calls=count(summary.calls), minutes=summary.minutes)
    if summary.remaining is None or summary.limit is None:
        return said
    left = count(max(summary.remaining - summary.calls, 0))
    return f"{said} {words('confirm.calls_left', left=left, limit=count(summary.limit))}"


def _route(route: Route, summary: SendSummary) -> QFrame:
    frame = QFrame()
    frame.setObjectName("route")
    layout = row_layout(frame, margins=(14, 8, 16, 8), spacing=16)
    layout.addLayout(_fact(words("confirm.from"), route.environment))
    layout.addWidget(icon_label("arrow_right", "text2", 16, "raised"))
    key = f"confirm.to_{route.country.lower()}" if route.country in COUNTRIES else "confirm.to"
    layout.addLayout(_fact(words(key), route.division))
    layout.addStretch(1)
    layout.addLayout(_fact(words("confirm.periods" if len(summary.periods) > 1 else "confirm.period"), _open(summary)))
    return frame


def _open(summary: SendSummary) -> str:
    """Invoices of a closed period are never among those that go."""
    named = [f"{period.year}-{period.period:02}" for period in summary.periods]
    if len(named) > PERIODS_NAMED:
        return words("confirm.period_span", first=named[0], last=named[-1], count=len(named))
    return words("confirm.period_open", periods=", ".join(named)) if named else "-"


def _fact(title: str, value: str) -> QVBoxLayout:
    layout = column_layout(spacing=1)
    layout.addWidget(PlainLabel(title, size="caption", colour="text2"))
    layout.addWidget(PlainLabel(value, strong=True))
    return layout


# what is booked


def _booked(summary: SendSummary) -> QVBoxLayout:
    layout = column_layout(spacing=8)
    layout.addWidget(PlainLabel(words("confirm.what"), strong=True))
    for rows in _sides(summary.journals):
        layout.addWidget(_journals(rows))
    layout.addSpacing(8)
    layout.addWidget(PlainLabel(words("confirm.per_code"), strong=True))
    for rows in _sides(summary.vat):
        layout.addWidget(_codes(rows))
    layout.addStretch(1)
    return layout


def _sides(rows: Sequence[Booked]) -> list[list[Booked]]:
    """Sales and purchases, and currencies, each in a table of their own: they are never added to one another."""
    keys = list(dict.fromkeys((row.kind, row.currency) for row in rows))
    return [[row for row in rows if (row.kind, row.currency) == key] for key in keys]


def _journals(rows: Sequence[Booked]) -> FigureTable:
    first = rows[0]
    title = words(f"confirm.journal_{first.kind}")
    incl = f"{words('column.incl')}, {first.currency}"
    titles = (title, words("confirm.invoices"), words("column.excl"), words("column.vat"), incl)
    table = FigureTable(words("confirm.what"), titles, right=(1, 2, 3, 4), strong=(4,))
    for row in rows:
        name = f"{row.code} {row.name}".strip()
        shared = any(other.code == row.code and other.credit != row.credit for other in rows)
        name = words("confirm.of_credit_notes", name=name) if row.credit and shared else name
        table.add_row((name, count(row.count), *map(_shown, (row.excl, row.vat, row.incl))))
    if len(rows) > 1:
        excl, vat = total(row.excl for row in rows), total(row.vat for row in rows)
        number = count(sum(row.count for row in rows))
        table.add_total((words("confirm.together"), number, *map(_shown, (excl, vat, excl + vat))))
    return table


def _codes(rows: Sequence[Booked]) -> FigureTable:
    first = rows[0]
    titles = (words(f"confirm.code_{first.kind}"), words("confirm.base"), f"{words('column.vat')}, {first.currency}")
    table = FigureTable(words("confirm.per_code"), titles, right=(1, 2), strong=(2,))
    for row in rows:
        name = f"{row.code} · {row.name}" if row.name else row.code
        name = words("confirm.of_credit_note", name=name) if row.credit else name
        table.add_row((name, _shown(row.excl), _shown(row.vat)))
    if len(rows) > 1:
        base, vat = total(row.excl for row in rows), total(row.vat for row in rows)
        table.add_total((words("confirm.together"), _shown(base), _shown(vat)))
    return table


def _shown(value: Decimal) -> str:
    return amount(value, language())


# what else happens


def _beside(summary: SendSummary) -> QWidget:
    held = QWidget()
    held.setFixedWidth(BESIDE)
    layout = column_layout(held, spacing=8)
    for title, notes in notes_of(summary):
        layout.addWidget(PlainLabel(title, strong=True))
        for note in notes:
            line = row_layout(spacing=10)
            line.addWidget(icon_label(note.icon, note.colour), 0, Qt.AlignmentFlag.AlignTop)
            texts = column_layout(spacing=1)
            texts.addWidget(PlainLabel(note.title, wrap=True))
            if note.detail:
                texts.addWidget(PlainLabel(note.detail, size="small", colour="text2", wrap=True))
            line.addLayout(texts, 1)
            layout.addLayout(line)
        layout.addSpacing(8)
    layout.addStretch(1)
    return held
