"""What happened to an invoice: who, when, what was sent, what came back (product.md S15)."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QPushButton, QScrollArea, QWidget

from robexact_desktop.services.ports import AttemptRow, HistoryRow
from robexact_desktop.services.prepare_entries import Prepared
from robexact_desktop.texts import formats, sentence
from robexact_desktop.ui.preview.sent import Body
from robexact_desktop.ui.widgets.basics import PlainLabel, button, column_layout, row_layout
from robexact_desktop.ui.words import language, words


@dataclass(frozen=True, slots=True)
class Event:
    when: datetime
    who: str
    what: str
    more: str = ""


def events(changes: Sequence[HistoryRow], attempts: Sequence[AttemptRow]) -> list[Event]:
    """The latest first."""
    found = [*map(_of_change, changes), *map(_of_attempt, attempts)]
    return sorted(found, key=lambda event: event.when, reverse=True)


def _of_change(row: HistoryRow) -> Event:
    detail = row.detail
    known = row.what in ("set_by_hand", "cleared_by_hand")
    what = words(f"preview.history.{row.what}") if known else row.what
    if "field" not in detail:
        return Event(row.when, row.who, what)
    line = detail.get("line")
    at = words("preview.history.line", line=int(str(line)) + 1) if isinstance(line, int) and line >= 0 else ""
    field, value = detail["field"], detail.get("value", "")
    told = f"{sentence(f'by_hand.{field}', language())} {value}"
    said = words("preview.hand.rule", rule=str(detail["rule_value"])) if detail.get("rule_value") else ""
    return Event(row.when, row.who, what, " · ".join(part for part in (at, told, said) if part))


def _of_attempt(row: AttemptRow) -> Event:
    what = words(f"preview.history.{row.event}", what=sentence(f"operation.{row.kind}", language()))
    return Event(row.when, "", what, row.message)


def body_text(body: Body) -> str:
    """The body as it was posted, name by name."""
    return json.dumps(body, indent=2, ensure_ascii=False, default=_plain)


def _plain(value: Any) -> str:
    return str(value)


class HistoryPage(QScrollArea):
    """Built when it is looked at: a selection that only passes by reads no history."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("history_page")
        self.setAccessibleName(words("preview.tab.history"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def show_history(self, found: Sequence[Event], prepared: Prepared, body: Body | None) -> None:
        page = QWidget()
        page.setObjectName("history_rows")
        layout = column_layout(page, margins=(16, 12, 16, 16), spacing=10)
        for place, event in enumerate(found):
            layout.addWidget(_event_row(event, place))
        if not found:
            layout.addWidget(
                PlainLabel(words("preview.history.nothing"), colour="text2", wrap=True, name="history_empty")
            )
        if body is not None:
            for widget in _sent(prepared, body):
                side = Qt.AlignmentFlag.AlignLeft if isinstance(widget, QPushButton) else Qt.AlignmentFlag(0)
                layout.addWidget(widget, 0, side)
        layout.addStretch(1)
        self.setWidget(page)


def _event_row(event: Event, place: int) -> QWidget:
    row = QWidget()
    layout = row_layout(row, spacing=12)
    when = PlainLabel(formats.moment(event.when), size="small", colour="text2", name=f"history_when_{place}")
    when.setFixedWidth(108)
    layout.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
    told = column_layout(spacing=1)
    told.addWidget(PlainLabel(event.what, wrap=True, name=f"history_what_{place}"))
    for text in (event.more, event.who):
        if text:
            told.addWidget(PlainLabel(text, size="small", colour="text2", wrap=True))
    layout.addLayout(told, 1)
    return row


def _sent(prepared: Prepared, body: Body) -> Iterator[QWidget]:
    operation = prepared.operation
    yield PlainLabel(words("preview.history.sent"), strong=True)
    shown = QPlainTextEdit(body_text(body))
    shown.setObjectName("history_body")
    shown.setAccessibleName(words("preview.history.sent"))
    shown.setReadOnly(True)
    shown.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    shown.setFixedHeight(220)
    yield shown
    yield button(words("preview.history.copy"), "history_copy", lambda: _copy(shown), icon_name="copy")
    if operation is not None and operation.remote_id:
        yield PlainLabel(words("preview.history.came_back"), strong=True)
        number = str(operation.remote_number or "-")
        told = words("preview.history.answer", number=number, id=operation.remote_id)
        label = PlainLabel(told, wrap=True, name="history_answer")
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        yield label


def _copy(shown: QPlainTextEdit) -> None:
    shown.selectAll()
    shown.copy()
