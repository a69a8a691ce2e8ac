"""Pages of documents, drawn by pypdfium2 in one thread of its own: pdfium may be called from one thread only.

What is asked for is named by a number; a newer one makes the older stale, so that walking through invoices draws
only the last. Nothing here waits for the window, nor the window for this.
"""

import threading
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, QThread, Signal, Slot
from PySide6.QtGui import QImage, QImageReader

from robexact_desktop.domain.answers import Document

MOST_PIXELS = 8_000_000
"""Of one drawn page, 32 MB: a poster of two metres is drawn smaller and shown enlarged."""
LARGEST_SCALE = 8.0
"""A page of one point would otherwise be drawn in millions."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A page as it was asked for: `width` in pixels of the screen. `image` is None where the file cannot be read."""

    number: int
    page: int
    pages: int
    image: QImage | None


@dataclass(frozen=True, slots=True)
class Wish:
    number: int
    document: Document
    page: int
    width: int


class _Draftsman(QObject):
    """Lives in the thread; keeps the one document that was asked for last."""

    drawn = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._newest = 0
        self._open: Any = None
        self._of: Document | None = None

    def expect(self, number: int) -> None:
        """Called from the window: whatever is older need not be drawn."""
        with self._lock:
            self._newest = number

    @Slot(object)
    def draw(self, wish: Wish) -> None:
        with self._lock:
            if wish.number != self._newest:
                return
        try:
            pages, image = self._drawn(wish)
        except _UnreadableError:
            pages, image = 0, None
        self.drawn.emit(Drawing(wish.number, wish.page, pages, image))

    def _drawn(self, wish: Wish) -> tuple[int, QImage]:
        if wish.document.media_type != "application/pdf":
            return 1, _picture(wish.document.content, wish.width)
        import pypdfium2  # 60 ms that no start needs

        try:
            pdf = self._opened(wish.document)
            page = pdf[min(wish.page, len(pdf) - 1)]
            scale = _scale(page.get_width(), page.get_height(), wish.width)
            bitmap = page.render(scale=scale, prefer_bgrx=True)
            shown = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32).copy()
            bitmap.close()
            page.close()
            return len(pdf), shown
        except (pypdfium2.PdfiumError, IndexError, ValueError) as error:
            raise _UnreadableError from error

    def _opened(self, document: Document) -> Any:
        import pypdfium2

        if self._of is not document:
            self.put_away()
            self._open = pypdfium2.PdfDocument(document.content)
            self._of = document
        return self._open

    @Slot()
    def put_away(self) -> None:
        if self._open is not None:
            self._open.close()
        self._open = self._of = None


class _UnreadableError(Exception):
    """Damaged, locked with a password, or of no pages."""


def _scale(width: float, height: float, wanted: int) -> float:
    """Pixels a point, such that the page is as wide as wanted, within the cap."""
    scale = min(wanted / max(width, 1.0), LARGEST_SCALE)
    pixels = max(width, 1.0) * max(height, 1.0) * scale * scale
    return float(scale if pixels <= MOST_PIXELS else scale * (MOST_PIXELS / pixels) ** 0.5)


def _picture(content: bytes, width: int) -> QImage:
    """A photograph of an invoice, read at the size in which it is shown: a camera's 48 million pixels never whole."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and size.width() * size.height() > 0:
        scale = min(_scale(size.width(), size.height(), width), 1.0)
        reader.setScaledSize(QSize(max(round(size.width() * scale), 1), max(round(size.height() * scale), 1)))
    image = reader.read()
    if image.isNull():
        raise _UnreadableError
    return image


class PaperDesk(QObject):
    """The handle on the main thread. `drawn` comes for the newest wish only."""

    drawn = Signal(object)  # Drawing
    _wished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._thread = QThread()
        self._thread.setObjectName("paper")
        self._draftsman = _Draftsman()
        self._draftsman.moveToThread(self._thread)
        self._wished.connect(self._draftsman.draw, Qt.ConnectionType.QueuedConnection)
        self._draftsman.drawn.connect(self._on_drawn, Qt.ConnectionType.QueuedConnection)
        self._thread.finished.connect(self._draftsman.put_away, Qt.ConnectionType.DirectConnection)

    def draw(self, document: Document, page: int, width: int) -> None:
        """`width` in pixels of the screen."""
        if not self._thread.isRunning():
            self._thread.start(QThread.Priority.LowPriority)
        self._wished.emit(Wish(self.forget(), document, page, width))

    def forget(self) -> int:
        """Nothing that was asked before is wanted any more."""
        self._number += 1
        self._draftsman.expect(self._number)
        return self._number

    def close(self) -> None:
        """After the page at hand. A running QThread that is destroyed aborts the process."""
        self.forget()
        self._thread.quit()
        self._thread.wait()

    @Slot(object)
    def _on_drawn(self, drawing: Drawing) -> None:
        if drawing.number == self._number:
            self.drawn.emit(drawing)
