"""The document of an invoice: one page, drawn when asked for, the same bytes each time.

Helvetica is one of the fonts that every reader brings, so nothing has to be embedded; it knows Latin-1 only.
"""

import io
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from robexact_desktop.demo.rows import Row

INK = (27, 29, 33)
BRICK = (194, 87, 26)
GREY = (96, 99, 105)
COLUMNS = (("Omschrijving", 96, "L"), ("Aantal", 20, "R"), ("Prijs", 24, "R"), ("Btw", 16, "R"), ("Totaal", 24, "R"))
MOST_LINES = 26  # one page; an invoice of the demo has at most twelve


def invoice_pdf(invoice: Row, lines: list[Row], sender: Row, receiver: Row) -> bytes:
    """Lines bring "rate", the text of their tariff, beside their own keys."""
    pdf = FPDF()
    pdf.set_creation_date(datetime.fromisoformat(invoice["date"]).replace(tzinfo=UTC))
    pdf.set_title(_plain(f"{_heading(invoice)} {_number(invoice)}"))
    pdf.set_auto_page_break(auto=False)
    pdf.add_page()
    _letterhead(pdf, invoice, sender)
    _facts(pdf, invoice, receiver)
    _table(pdf, lines[:MOST_LINES])
    _totals(pdf, invoice)
    return bytes(pdf.output())


def invoice_jpeg(invoice: Row, sender: Row) -> bytes:
    """A photograph of a paper receipt, as a foreman sends it."""
    from PIL import Image, ImageDraw  # fpdf2 brings it; not paid for where no photograph is asked

    image = Image.new("RGB", (420, 260), (244, 241, 234))
    text = ImageDraw.Draw(image)
    total = f"EUR {money(invoice['totalInclVat'])}"
    for row, words in enumerate((sender["name"], _number(invoice), invoice["date"], total)):
        text.text((30, 30 + 44 * row), _plain(words), fill=INK)
    file = io.BytesIO()
    image.save(file, "JPEG", quality=70)
    return file.getvalue()


def money(amount: Any) -> str:
    """1.234,56"""
    text = f"{Decimal(str(amount or 0)):,.2f}"
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")


def _letterhead(pdf: FPDF, invoice: Row, sender: Row) -> None:
    pdf.set_fill_color(*BRICK)
    pdf.rect(15, 15, 14, 14, style="F")
    pdf.set_text_color(255, 255, 255)
    pdf.set_font("Helvetica", "B", 12)
    pdf.set_xy(15, 15)
    pdf.cell(14, 14, _plain("".join(word[0] for word in sender["name"].split()[:2]).upper()), align="C")
    _block(pdf, 33, 15, [sender["name"], *_address(sender)])
    pdf.set_font("Helvetica", "B", 15)
    pdf.set_xy(110, 15)
    pdf.cell(85, 8, _heading(invoice), align="R", new_x=XPos.LEFT, new_y=YPos.NEXT)
    pdf.set_font("Helvetica", "", 11)
    pdf.cell(85, 6, _plain(_number(invoice)), align="R")


def _facts(pdf: FPDF, invoice: Row, receiver: Row) -> None:
    reference = invoice.get("paymentInstruction") or ""
    facts = [f"Datum  {invoice['date']}", f"Vervaldag  {invoice.get('expireDate') or ''}"]
    if len(reference) == 12:
        facts.append(f"Mededeling  +++{reference[:3]}/{reference[3:7]}/{reference[7:]}+++")
    _block(pdf, 15, 48, ["", *facts])
    _block(pdf, 115, 48, [receiver["name"], *_address(receiver)])


def _block(pdf: FPDF, x: float, y: float, texts: list[str]) -> None:
    pdf.set_xy(x, y)
    for row, text in enumerate(texts):
        pdf.set_font("Helvetica", "" if row else "B", 8 if row else 10)
        pdf.set_text_color(*(GREY if row else INK))
        pdf.cell(80, 4.4, _plain(text), new_x=XPos.LEFT, new_y=YPos.NEXT)


def _table(pdf: FPDF, lines: list[Row]) -> None:
    pdf.set_xy(15, 82)
    pdf.set_fill_color(236, 236, 231)
    _row(pdf, [title for title, _, _ in COLUMNS], bold=True)
    for line in lines:
        amounts = ["", "", "", ""] if line.get("type") == "TEXT" else _amounts(line)
        _row(pdf, [line["description"][:62], *amounts])


def _amounts(line: Row) -> list[str]:
    return [money(line["quantity"]), money(line["price"]), line["rate"], money(line["totalExclVat"])]


def _row(pdf: FPDF, texts: list[str], *, bold: bool = False) -> None:
    pdf.set_x(15)
    pdf.set_font("Helvetica", "B" if bold else "", 8)
    pdf.set_text_color(*INK)
    for (_, width, side), text in zip(COLUMNS, texts, strict=True):
        pdf.cell(width, 6, _plain(text), align=side, fill=bold)
    pdf.ln()


def _totals(pdf: FPDF, invoice: Row) -> None:
    net, total = (Decimal(str(invoice.get(key) or 0)) for key in ("totalExclVat", "totalInclVat"))
    currency = invoice.get("currency") or "EUR"
    pdf.ln(4)
    for title, amount in (("Totaal excl. btw", net), ("Btw", total - net), (f"Totaal {currency}", total)):
        pdf.set_x(125)
        pdf.set_font("Helvetica", "B" if amount is total else "", 9)
        pdf.cell(46, 6, title)
        pdf.cell(24, 6, money(amount), align="R", new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def _address(party: Row) -> list[str]:
    address = party.get("address") or {}
    place = f"{address.get('country') or ''} {address.get('postalCode') or ''} {address.get('city') or ''}".strip()
    return [address.get("addressLine1") or "", place, party.get("vatIdNumber") or ""]


def _heading(invoice: Row) -> str:
    return "CREDITNOTA" if invoice["type"] == "CREDIT_NOTE" else "FACTUUR"


def _number(invoice: Row) -> str:
    return str(invoice.get("invoiceNumber") or invoice.get("logicId") or "concept")


def _plain(text: str) -> str:
    return text.encode("latin-1", "replace").decode("latin-1")
