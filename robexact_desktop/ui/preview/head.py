"""The head of the pane: which invoice, in which state, of whom, how much."""

from decimal import Decimal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from robexact_desktop.domain.money import ZERO
from robexact_desktop.domain.names import Kind
from robexact_desktop.domain.status import InvoiceState
from robexact_desktop.services.prepare_entries import Prepared
from robexact_desktop.texts import formats
from robexact_desktop.ui.formats import amount
from robexact_desktop.ui.icons import pixmap
from robexact_desktop.ui.marks import state_mark
from robexact_desktop.ui.theme import font, tokens
from robexact_desktop.ui.widgets.basics import PlainLabel, column_layout, row_layout
from robexact_desktop.ui.widgets.delegate import Mark
from robexact_desktop.ui.words import language, words


def mark_of(prepared: Prepared, *, by_hand: bool) -> Mark:
    """The state itself: what is wrong stands below, in words."""
    if prepared.state is not InvoiceState.READY:
        return state_mark(prepared.state)
    if prepared.problems:
        return Mark("state_warning", words("preview.ready_warning"), "warn")
    return Mark("state_ready", words("preview.ready_by_hand"), "text") if by_hand else state_mark(prepared.state)


class MarkLabel(QWidget):
    """A pill where it asks for an act, else shape and word."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._mark: Mark | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_mark(self, mark: Mark) -> None:
        self._mark = mark
        self.setAccessibleName(mark.word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        word = self._mark.word if self._mark else ""
        return QSize(QFontMetrics(font("small", QFont.Weight.DemiBold)).horizontalAdvance(word) + 36, 22)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the whole is small
        if self._mark is None:
            return
        t, mark = tokens(), self._mark
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if mark.filled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(getattr(t, mark.ground)))
            painter.drawRoundedRect(self.rect(), 5, 5)
        ground = getattr(t, mark.ground) if mark.filled else t.raised
        colour = getattr(t, mark.colour if mark.colour != "text" else "link")
        painter.drawPixmap(8, 4, pixmap(mark.icon, colour, ground, 14))
        painter.setFont(font("small", QFont.Weight.DemiBold))
        painter.setPen(QColor(getattr(t, mark.colour)))
        painter.drawText(QRect(27, 0, self.width() - 27, self.height()), Qt.AlignmentFlag.AlignVCenter, mark.word)


class Head(QFrame):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("preview_head")
        layout = column_layout(self, margins=(16, 8, 16, 8), spacing=3)
        upper, lower = row_layout(), row_layout(spacing=6)
        self._title = PlainLabel("", size="title", strong=True, name="preview_title")
        self._mark = MarkLabel("preview_mark")
        self._relation = PlainLabel("", name="preview_relation")
        self._relation.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._total = PlainLabel("", size="title", strong=True, name="preview_total")
        upper.addWidget(self._title, 1)
        upper.addWidget(self._mark)
        lower.addWidget(self._relation, 1)
        lower.addWidget(self._total)
        layout.addLayout(upper)
        layout.addLayout(lower)

    def show_invoice(self, prepared: Prepared, *, by_hand: bool) -> None:
        invoice = prepared.invoice
        number = invoice.number if invoice.kind is Kind.SALES else invoice.own_number or invoice.number
        shown = number or words("preview.draft")
        self._title.setText(words(f"preview.title.{invoice.kind}.{invoice.type}", number=shown))
        self._mark.show_mark(mark_of(prepared, by_hand=by_hand))
        theirs = invoice.number if invoice.kind is Kind.PURCHASE and invoice.number != number else ""
        told = " · ".join(part for part in (invoice.relation_name, theirs, formats.day(invoice.date)) if part)
        self._relation.setText(told)
        self._relation.setToolTip(_plain_tooltip(told))
        total: Decimal = invoice.sign * (invoice.total_incl or ZERO)
        self._total.setText(f"{amount(total, language())} {invoice.currency or 'EUR'}")


def _plain_tooltip(text: str) -> str:
    """Names come from elsewhere: a tooltip would read them as rich text."""
    return text.replace("&", "&amp;").replace("<", "&lt;")
