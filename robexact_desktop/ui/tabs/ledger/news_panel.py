"""What changed since a person last looked, in one line that adds up; below it what that hurts, each with its fix."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from robexact_desktop.domain.ledger_changes import Change, LedgerList
from robexact_desktop.services.ledger_changes import LedgerNews
from robexact_desktop.texts.formats import moment, time_of_day
from robexact_desktop.ui.tabs.ledger.columns import MARKS
from robexact_desktop.ui.widgets.basics import PlainLabel, button, column_layout, icon_label, notice, row_layout
from robexact_desktop.ui.words import words

SHOWN = 2
"""More notices than these would push the table out of sight; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Told:
    """A notice: what stops, what that does, the words of its button, and where it leads.

    `here`: it concerns the list on screen; one of another list takes a line only.
    """

    title: str
    sentence: str
    fix: str
    go: Callable[[], None]
    here: bool = True


class NewsPanel(QFrame):
    def __init__(self, on_seen: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("ledger_news")
        self._on_seen = on_seen
        self._layout = column_layout(self, spacing=0)
        self._inner: QWidget | None = None

    def show_news(self, news: LedgerNews, name: LedgerList, told: Sequence[Told]) -> None:
        """`name` is the list on screen: its changes are counted, those of others beside them."""
        if self._inner is not None:
            self._inner.hide()
            self._inner.deleteLater()
        self._inner = QWidget(self)
        layout = column_layout(self._inner, spacing=0)
        layout.addWidget(self._line(news, name))
        if told:
            layout.addWidget(self._notices(told))
        self._layout.addWidget(self._inner)

    def _line(self, news: LedgerNews, name: LedgerList) -> QWidget:
        line = QFrame()
        line.setObjectName("ledger_news_line")
        row = row_layout(line, margins=(16, 6, 12, 6), spacing=6)
        line.setFixedHeight(44)
        row.addWidget(PlainLabel(_when(news, name), strong=True, name="ledger_read_at"))
        counted = Counter(changed.change for (of_list, _), changed in news.changes.items() if of_list is name)
        for change in (Change.NEW, Change.RENAMED, Change.BLOCKED, Change.GONE):
            if counted[change]:
                row.addSpacing(12)
                icon, colour, _ = MARKS[change]
                row.addWidget(icon_label(icon, colour if colour != "text" else "link", 14, "window"))
                said = PlainLabel(words(f"ledger.count.{change}", count=counted[change]), name=f"ledger_{change}")
                row.addWidget(said)
        elsewhere = len(news.changes) - counted.total()
        if elsewhere or not counted:
            row.addSpacing(12)
            row.addWidget(PlainLabel(_beside(news, name, elsewhere), colour="text2", name="ledger_elsewhere"))
        row.addStretch(1)
        if counted:
            row.addWidget(button(words("ledger.seen"), "ledger_seen", self._on_seen, icon_name="check"))
        return line

    def _notices(self, told: Sequence[Told]) -> QWidget:
        area = QFrame()
        area.setObjectName("ledger_notices")
        layout = column_layout(area, margins=(16, 0, 16, 10), spacing=8)
        for number, one in enumerate(told[:SHOWN]):
            fix = button(one.fix, f"ledger_fix_{number}", one.go, icon_name="pencil")
            layout.addWidget(notice("warn", one.title, one.sentence, fix) if one.here else _line_of(one, fix))
        if (rest := len(told) - SHOWN) > 0:
            more = words("ledger.more_hurts_one") if rest == 1 else words("ledger.more_hurts", count=rest)
            layout.addWidget(PlainLabel(more, size="small", colour="warn", name="ledger_more"))
        return area


def _line_of(one: Told, fix: QPushButton) -> QFrame:
    frame = QFrame()
    frame.setObjectName("notice_warn")
    line = row_layout(frame, margins=(12, 4, 6, 4), spacing=10)
    line.addWidget(icon_label("state_blocked", "warn", 16, "warn_bg"))
    line.addWidget(PlainLabel(one.title, colour="warn", wrap=True), 1)
    line.addWidget(fix)
    return frame


def _when(news: LedgerNews, name: LedgerList) -> str:
    """Of the list on screen: one that could not be read keeps its older time."""
    if name not in news.read:
        return words("ledger.never_read")
    read, seen = news.read[name], news.seen.get(name)
    changed = any(of_list is name for of_list, _ in news.changes)
    if seen is None or not changed:
        return words("ledger.read_at", when=said_moment(read))
    return words("ledger.read_compared", when=said_moment(read), seen=said_moment(seen))


def _beside(news: LedgerNews, name: LedgerList, elsewhere: int) -> str:
    """What there is to say where this list has no changes, or others have some too."""
    if elsewhere:
        return words("ledger.elsewhere", count=elsewhere)
    if name in news.first:
        return words("ledger.first_reading")
    return words("ledger.nothing_changed") if name in news.seen else ""


def said_moment(when: dt.datetime) -> str:
    """`vandaag 08:44`, else with its date."""
    here = when.astimezone()
    if here.date() == dt.datetime.now(dt.UTC).astimezone().date():
        return words("ledger.today", time=time_of_day(when))
    return moment(when)
