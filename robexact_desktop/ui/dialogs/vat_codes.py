"""The table of Exact's VAT codes in the pencil of a tariff."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from robexact_desktop.domain.booking import Books
from robexact_desktop.domain.ledger import VATCode
from robexact_desktop.domain.names import Kind
from robexact_desktop.domain.vat_boxes import boxes
from robexact_desktop.services.map_vat import why_unusable
from robexact_desktop.services.ports import VatTariff
from robexact_desktop.services.workplace import Workplace
from robexact_desktop.ui.models.listed_rows import ListedRows, ListView
from robexact_desktop.ui.models.natural import natural
from robexact_desktop.ui.models.windowed import Align, Column, WindowedModel
from robexact_desktop.ui.tabs.vat_columns import boxes_shown, rate
from robexact_desktop.ui.widgets.delegate import Mark, RowDelegate
from robexact_desktop.ui.widgets.table import Table
from robexact_desktop.ui.words import words

USABLE = "usable"
PLAIN_TYPES, PLAIN_SIDES = "BEIN", "BSP"


class CodeUse:
    """For one side of the books: whether a code can be chosen, and which other tariffs have it already."""

    def __init__(self, work: Workplace, books: Books, side: Kind, besides: str) -> None:
        self.side = side
        mapping = books.settings.vat.sales if side is Kind.SALES else books.settings.vat.purchase
        names = {row.id: row.name for row in work.stores.master.all(VatTariff)}
        self._others: defaultdict[str, list[str]] = defaultdict(list)
        for tariff, code in mapping.items():
            if tariff != besides and tariff in names:
                self._others[code].append(names[tariff])

    def is_usable(self, code: VATCode) -> bool:
        return not why_unusable(code, self.side)

    def said(self, code: VATCode) -> str:
        if reason := why_unusable(code, self.side):
            return words(f"vat_pencil.{reason}")
        others = self._others.get(code.code, [])
        if len(others) > 1:
            return words("vat_pencil.also_many", count=len(others))
        return words("vat_pencil.also", tariff=others[0]) if others else ""

    def mark(self, code: VATCode) -> Mark | None:
        if not self.is_usable(code):
            return Mark("ban", self.said(code), "text3")
        return Mark("info", self.said(code), "text2", shape="link") if code.code in self._others else None

    def ink(self, code: VATCode) -> str:
        return "text" if self.is_usable(code) else "text3"

    def quiet_ink(self, code: VATCode) -> str:
        return "text2" if self.is_usable(code) else "text3"


class VatCodeTable(Table):
    def __init__(self, codes: tuple[VATCode, ...], use: CodeUse, country: str, title: str, parent: QWidget) -> None:
        self._use = use
        self._listed = ListedRows[VATCode](
            key=lambda code: code.code,
            search=lambda code: f"{code.code} {code.description} {rate(code.percentage)}",
            sort_keys=_sort_keys(),
            groups={USABLE: use.is_usable},
        )
        self._listed.fill(codes)
        self._codes = WindowedModel[ListView, VATCode](self._listed, _columns(use, country), ListView("code"), parent)
        quiet = dict.fromkeys(("type", "direction", "boxes"), use.quiet_ink)
        strong = dict.fromkeys(("code", "description", "percentage"), use.ink)
        delegate = RowDelegate(parent, {"why": use.mark}, inks={**quiet, **strong})
        super().__init__(self._codes, delegate, "vat_pencil_table", parent)
        self.setAccessibleName(title)
        self.sort_requested.connect(self._on_sort)

    def chosen(self) -> VATCode | None:
        number = self.current_id()
        return self._listed.rows([number]).get(number) if number is not None else None

    def go_to_code(self, code: str) -> None:
        number = self._listed.number_of(code)
        if number is not None:
            self.go_to(number)

    def show_view(self, view: ListView) -> None:
        """What is searched and filtered; the order stays the one that was chosen."""
        before = self._codes.view
        self._codes.show(ListView(before.sort_by, before.descending, view.group, view.text))
        self._codes.reload()

    def mark_hit(self) -> None:
        """What Enter takes: the row she is at while it is still there, else the first that can be used."""
        if (present := self.chosen()) is not None and self._use.is_usable(present):
            return
        found = self._listed.rows(list(self._codes.ids_between(0, self._codes.rowCount())))
        if (number := next((n for n, code in found.items() if self._use.is_usable(code)), None)) is not None:
            self.go_to(number)

    def _on_sort(self, key: str, descending: bool) -> None:
        before = self._codes.view
        self._codes.show(ListView(key, descending, before.group, before.text))
        self._codes.reload()
        self.show_order()


def _columns(use: CodeUse, country: str) -> list[Column[VATCode]]:
    return [
        Column("code", words("vat_pencil.code"), lambda code: code.code, 70, strong=True, whole=True),
        Column("description", words("vat_pencil.description"), lambda code: code.description),
        Column("percentage", words("vat.rate"), lambda code: rate(code.percentage), 76, Align.RIGHT),
        Column("type", words("vat_pencil.type"), _type, 132),
        Column("direction", words("vat_pencil.direction"), _direction, 96),
        Column("boxes", words("vat_pencil.boxes"), lambda code: boxes_shown(boxes(code, use.side, country)), 96),
        Column("why", "", use.said, 216, sorts=False),
    ]


def _type(code: VATCode) -> str:
    """A type that Exact adds one day is shown as it is."""
    return words(f"vat_type.{code.type}") if code.type in PLAIN_TYPES else code.type


def _direction(code: VATCode) -> str:
    return words(f"vat_side.{code.direction}") if code.direction in PLAIN_SIDES else code.direction


def _sort_keys() -> dict[str, Callable[[VATCode], Any]]:
    return {
        "code": lambda code: natural(code.code),
        "description": lambda code: code.description.casefold(),
        "percentage": lambda code: (code.percentage, natural(code.code)),
        "type": lambda code: (_type(code), natural(code.code)),
        "direction": lambda code: (_direction(code), natural(code.code)),
    }
