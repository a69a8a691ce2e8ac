"""The document of the invoice: fetched through the lane, drawn elsewhere, shown here."""

import re
import tempfile
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QDesktopServices, QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QWidget

from robexact_desktop.domain.answers import Document
from robexact_desktop.domain.errors import RobExactError
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.names import Kind
from robexact_desktop.services.workplace import Workplace
from robexact_desktop.texts import error_message
from robexact_desktop.ui.shell import Shell
from robexact_desktop.ui.theme import tokens
from robexact_desktop.ui.widgets.basics import PlainLabel, button, column_layout, icon_label, row_layout
from robexact_desktop.ui.words import language, words
from robexact_desktop.workers.lane import Failed, Job
from robexact_desktop.workers.paper import Drawing, PaperDesk

BEFORE_FETCH = 220
"""Milliseconds on one invoice before its document is asked: walking through the list fetches nothing."""
KEPT, KEPT_BYTES = 4, 24_000_000
"""Documents that are kept, and how much of them."""
ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
"""1.0 is the width of the pane."""


class Paper(StrEnum):
    """What is known of a document."""

    NONE = "none"
    WAITING = "waiting"
    THERE = "there"
    NO_FILE = "no_file"
    UNREADABLE = "unreadable"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Fetched:
    """`error` where the service did not give it: told here, beside the booking, and nowhere else."""

    key: str
    document: Document | None
    error: RobExactError | None = None
    stale: bool = False


class PageView(QWidget):
    """One page on its ground; drawn larger or smaller than it came while the sharp one is on its way."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("document_page")
        self._pixmap: QPixmap | None = None
        self._size = QSize(0, 0)

    def show_image(self, image: QImage | None, width: int) -> None:
        self._pixmap = QPixmap.fromImage(image) if image is not None else None
        height = round(width * image.height() / max(image.width(), 1)) if image is not None else 0
        self._size = QSize(width, height)
        self.setFixedSize(width + 24, height + 24)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - one page
        t = tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(t.sunken))
        if self._pixmap is None:
            return
        place = QRect(12, 12, self._size.width(), self._size.height())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, self._pixmap)
        painter.setPen(QColor(t.line2))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))


class DocumentView(QFrame):
    """`told` brings what is known of the document, for the fact beside the booking."""

    told = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("document_view")
        self._shell = shell
        self._desk = PaperDesk(self)
        self._desk.drawn.connect(self._on_drawn)
        self._job: Job | None = None
        shell.failed.connect(self._on_failed)
        self._invoice: Invoice | None = None
        self._key = ""
        self._document: Document | None = None
        self._state = Paper.NONE
        self._page, self._pages, self._zoom = 0, 0, ZOOMS.index(1.0)
        self._kept: OrderedDict[str, Document | None] = OrderedDict()
        self._pause = _timer(self, BEFORE_FETCH, self._fetch)
        self._redraw = _timer(self, 120, self._draw)
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        layout = column_layout(self, spacing=0)
        layout.addWidget(self._bar())
        self._words = PlainLabel("", colour="text2", wrap=True, name="document_words")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setMargin(16)
        self._again = button(words("preview.document.again"), "document_again", self._fetch)
        self._again.hide()
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("document_scroll")
        self._scroll.setAccessibleName(words("preview.fact.document"))
        self._view = PageView(self._scroll)
        self._scroll.setWidget(self._view)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._words)
        layout.addWidget(self._again, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._scroll, 1)
        self._filler = QWidget(self)
        layout.addWidget(self._filler, 1)
        self._show_state(Paper.NONE)

    def _bar(self) -> QWidget:
        bar = QFrame(self)
        bar.setObjectName("document_bar")
        bar.setFixedHeight(38)
        layout = row_layout(bar, margins=(16, 4, 8, 4), spacing=2)
        layout.addWidget(icon_label("document", "text2", 16))
        layout.addSpacing(6)
        self._name = PlainLabel("", strong=True, name="document_name")
        layout.addWidget(self._name)
        layout.addSpacing(6)
        self._back = _flat("chevron_left", "document_back", self._on_back)
        self._count = PlainLabel("", colour="text2", name="document_count")
        self._forth = _flat("chevron_right", "document_forth", self._on_forth)
        for widget in (self._back, self._count, self._forth):
            layout.addWidget(widget)
        layout.addStretch(1)
        self._smaller = _flat("minus", "document_smaller", self._on_smaller)
        self._width = button(words("preview.document.width"), "document_width", self._on_width, kind="flat")
        self._larger = _flat("plus", "document_larger", self._on_larger)
        self._open = _flat("open", "document_open", self._on_open)
        self._tools = (self._smaller, self._width, self._larger, self._open)
        for tool in self._tools:
            layout.addWidget(tool)
        return bar

    # which document

    def show_document(self, invoice: Invoice | None) -> None:
        """Of this invoice; the one that is shown already stays."""
        key = "" if invoice is None else f"{invoice.id} {invoice.document} {invoice.updated_at}"
        self._invoice = invoice
        if key == self._key:
            return
        self._key, self._document, self._page, self._pages = key, None, 0, 0
        self._desk.forget()
        self._pause.stop()
        if invoice is None or (invoice.document is None and invoice.kind is Kind.PURCHASE):
            self._show_state(Paper.NONE)
        elif key in self._kept:
            self._kept.move_to_end(key)
            self._take(self._kept[key])
        else:
            self._show_state(Paper.WAITING)
            self._pause.start()

    def _fetch(self) -> None:
        invoice, key = self._invoice, self._key
        if invoice is None:
            return
        self._show_state(Paper.WAITING)

        def run(work: Workplace) -> Fetched:
            if key != self._key:  # another invoice is shown by now; reading a str is safe from any thread
                return Fetched(key, None, stale=True)
            try:
                return Fetched(key, work.robaws.document(invoice))
            except RobExactError as error:
                return Fetched(key, None, error)

        self._job = self._shell.do(words("preview.job.document"), run, urgent=True, then=self._on_fetched)

    def _on_failed(self, failed: Failed) -> None:
        """Before anything could be asked: not signed in, no key, another copy at work."""
        if failed.job is self._job:
            self._show_state(Paper.FAILED, error_message(failed.error, language()))

    def _on_fetched(self, result: object) -> None:
        if not isinstance(result, Fetched) or result.stale:
            return
        if result.error is None:
            self._keep(result.key, result.document)
        if result.key != self._key:
            return
        if result.error is not None:
            self._show_state(Paper.FAILED, error_message(result.error, language()))
        else:
            self._take(result.document)

    def _keep(self, key: str, document: Document | None) -> None:
        self._kept[key] = document
        while len(self._kept) > KEPT or (len(self._kept) > 1 and self._kept_bytes() > KEPT_BYTES):
            self._kept.popitem(last=False)

    def _kept_bytes(self) -> int:
        return sum(len(document.content) for document in self._kept.values() if document)

    def _take(self, document: Document | None) -> None:
        self._document = document
        if document is None:
            self._show_state(Paper.NO_FILE)
            return
        self._show_state(Paper.THERE)
        self._draw()

    # drawing

    def _page_width(self) -> int:
        room = self._scroll.width() - 24 - self._scroll.verticalScrollBar().sizeHint().width()
        return max(round(room * ZOOMS[self._zoom]), 80)

    def _draw(self) -> None:
        if self._document is not None and self.isVisible():
            self._desk.draw(self._document, self._page, round(self._page_width() * self.devicePixelRatioF()))

    def _on_drawn(self, drawing: Drawing) -> None:
        if drawing.image is None:
            self._show_state(Paper.UNREADABLE)
            return
        self._pages = drawing.pages
        self._view.show_image(drawing.image, self._page_width())
        self._show_count()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._redraw.start()

    # what is shown

    @property
    def is_settled(self) -> bool:
        """Whether what is shown stays so: a page that is drawn, or the words for why there is none."""
        drawn = bool(self._pages) or not self.isVisible()
        return self._state is not Paper.WAITING and (self._state is not Paper.THERE or drawn)

    def _show_state(self, state: Paper, told: str = "") -> None:
        self._state = state
        there = state is Paper.THERE
        self._words.setText("" if there else told or words(f"preview.document.{state}"))
        self._words.setVisible(not there)
        self._again.setVisible(state in (Paper.FAILED, Paper.NO_FILE))
        self._scroll.setVisible(there)
        self._filler.setVisible(not there)
        if not there or self._document is None:
            self._view.show_image(None, 0)
        document = self._document
        self._name.setText(document.name if document else words("preview.fact.document"))
        for tool in self._tools:
            tool.setEnabled(there or (tool is self._open and document is not None))
        self._show_count()
        self.told.emit(_known(document) if document else words(f"preview.document.short.{state}"))

    def _show_count(self) -> None:
        self._count.setText(f"{self._page + 1} / {self._pages}" if self._pages else "")
        for tool, usable in ((self._back, self._page > 0), (self._forth, self._page + 1 < self._pages)):
            tool.setVisible(self._pages > 1)
            tool.setEnabled(usable)

    # what a person does

    def _on_back(self) -> None:
        self._turn(self._page - 1)

    def _on_forth(self) -> None:
        self._turn(self._page + 1)

    def _turn(self, page: int) -> None:
        self._page = max(0, min(page, self._pages - 1))
        self._show_count()
        self._scroll.verticalScrollBar().setValue(0)
        self._draw()

    def _on_smaller(self) -> None:
        self._set_zoom(self._zoom - 1)

    def _on_larger(self) -> None:
        self._set_zoom(self._zoom + 1)

    def _on_width(self) -> None:
        self._set_zoom(ZOOMS.index(1.0))

    def _set_zoom(self, zoom: int) -> None:
        self._zoom = max(0, min(zoom, len(ZOOMS) - 1))
        self._width.setText(
            words("preview.document.width")
            if ZOOMS[self._zoom] == 1.0
            else f"{ZOOMS[self._zoom]:.0%}".replace("%", " %")
        )
        self._draw()

    def _on_open(self) -> None:
        """In the system's own viewer, from a file that goes when the program does."""
        if self._document is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.written(self._document))))

    def written(self, document: Document) -> Path:
        """The document as a file under a name that no system takes for anything else."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="robexact-", ignore_cleanup_errors=True)
        path = Path(self._folder.name) / safe_name(document)
        path.write_bytes(document.content)
        return path

    def close_down(self) -> None:
        """With the window: the thread ends, the files go."""
        self._pause.stop()
        self._redraw.stop()
        self._desk.close()
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None


def safe_name(document: Document) -> str:
    """Letters, figures, dot and hyphen, with the ending of what it is."""
    suffix = ".pdf" if document.media_type == "application/pdf" else ".jpg"
    stem = re.sub(r"[^\w-]+", "-", document.name.removesuffix(suffix)).strip("-_")[:80]
    return f"{stem or 'document'}{suffix}"


def _known(document: Document) -> str:
    kind = "pdf" if document.media_type == "application/pdf" else "jpg"
    return f"{kind}, {max(round(len(document.content) / 1000), 1)} kB"


def _flat(icon_name: str, name: str, act: Callable[[], object]) -> QPushButton:
    made = button(
        "", name, act, icon_name=icon_name, kind="flat", accessible=words(f"preview.{name.replace('_', '.')}")
    )
    made.setToolTip(words(f"preview.{name.replace('_', '.')}"))
    return made


def _timer(parent: QWidget, milliseconds: int, act: Callable[[], object]) -> QTimer:
    made = QTimer(parent)
    made.setSingleShot(True)
    made.setInterval(milliseconds)
    made.timeout.connect(act)
    return made
