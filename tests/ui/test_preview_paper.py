"""Pages of documents: one thread, capped pixels, and only the newest wish."""

import io
from collections.abc import Iterator

import pytest
from fpdf import FPDF
from PIL import Image
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from robexact_desktop.domain.answers import Document
from robexact_desktop.ui.preview.document import safe_name
from robexact_desktop.workers.paper import MOST_PIXELS, Drawing, PaperDesk

pytestmark = pytest.mark.screen


def pdf(pages: int = 1, size: tuple[float, float] = (595, 842)) -> Document:
    made = FPDF(unit="pt", format=size)
    made.set_font("helvetica", size=20)
    for number in range(pages):
        made.add_page()
        made.text(20, 40, f"Pagina {number + 1}")
    return Document("20260870.pdf", "application/pdf", bytes(made.output()))


def jpeg(width: int, height: int) -> Document:
    content = io.BytesIO()
    Image.new("RGB", (width, height), "white").save(content, "JPEG")
    return Document("foto.jpg", "image/jpeg", content.getvalue())


@pytest.fixture
def desk(qapp: QCoreApplication) -> Iterator[PaperDesk]:
    made = PaperDesk(qapp)
    yield made
    made.close()


def drawn(qtbot: QtBot, desk: PaperDesk, document: Document, page: int = 0, width: int = 400) -> Drawing:
    with qtbot.waitSignal(desk.drawn) as told:
        desk.draw(document, page, width)
    drawing = told.args[0]
    assert isinstance(drawing, Drawing)
    return drawing


def test_a_page_is_as_wide_as_asked(qtbot: QtBot, desk: PaperDesk) -> None:
    drawing = drawn(qtbot, desk, pdf(pages=3), page=2)
    assert drawing.image is not None
    assert (drawing.pages, drawing.page) == (3, 2)
    assert abs(drawing.image.width() - 400) <= 1


def test_a_poster_is_drawn_within_the_cap(qtbot: QtBot, desk: PaperDesk) -> None:
    image = drawn(qtbot, desk, pdf(size=(6000, 8000)), width=30_000).image
    assert image is not None
    assert image.width() * image.height() <= MOST_PIXELS * 1.01


def test_a_photograph_is_shown_too_and_read_small(qtbot: QtBot, desk: PaperDesk) -> None:
    image = drawn(qtbot, desk, jpeg(3000, 2000)).image
    assert image is not None
    assert (image.width(), image.height()) == (400, 267)


@pytest.mark.parametrize("content", [b"%PDF-1.7 cut off", b"%PDF", b""])
def test_what_cannot_be_read_is_told(qtbot: QtBot, desk: PaperDesk, content: bytes) -> None:
    assert drawn(qtbot, desk, Document("x.pdf", "application/pdf", content)).image is None


def test_only_the_newest_wish_is_told(qtbot: QtBot, desk: PaperDesk) -> None:
    told: list[Drawing] = []
    desk.drawn.connect(told.append)
    for number in range(12):
        desk.draw(pdf(), 0, 200 + number)
    qtbot.waitUntil(lambda: bool(told))
    assert [drawing.image.width() for drawing in told if drawing.image] == [211]


@pytest.mark.usefixtures("qapp")
def test_closing_waits_for_the_page_at_hand() -> None:
    desk = PaperDesk()
    desk.draw(pdf(pages=2), 1, 2000)
    desk.close()


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("20260870.pdf", "20260870.pdf"),
        ("../../etc/x.exe", "etc-x-exe.pdf"),
        ("", "document.pdf"),
        ("a\u202efdp.exe.pdf", "a-fdp-exe.pdf"),
        ("con:" + "x" * 300, "con-" + "x" * 76 + ".pdf"),
    ],
)
def test_the_file_that_another_program_opens_has_a_harmless_name(name: str, safe: str) -> None:
    assert safe_name(Document(name, "application/pdf", b"")) == safe
