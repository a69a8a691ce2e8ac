"""The columns of the tab Btw: for each side the code, its boxes and its pencil; their marks, colours and order."""

from collections.abc import Callable, Mapping
from typing import Any

from robexact_desktop.domain.ledger import VATCode
from robexact_desktop.domain.names import Kind
from robexact_desktop.services.map_vat import UNMAPPED, MappedSide, MappedTariff
from robexact_desktop.ui.models.natural import natural
from robexact_desktop.ui.models.windowed import Align, Column
from robexact_desktop.ui.widgets.delegate import Mark
from robexact_desktop.ui.words import words

OF_PURCHASES = ("purchase", "boxes_purchase", "pencil_purchase")


def vat_columns() -> list[Column[MappedTariff]]:
    return [
        Column("name", words("vat.tariff"), lambda row: row.name),
        Column("percentage", words("vat.rate"), lambda row: rate(row.percentage), 80, Align.RIGHT),
        *_of_side(Kind.SALES),
        *_of_side(Kind.PURCHASE),
        Column("waiting", words("vat.waiting"), lambda row: str(row.waiting or ""), 76, Align.RIGHT),
    ]


def _of_side(side: Kind) -> list[Column[MappedTariff]]:
    name = side.value
    return [
        Column(name, words(f"vat.{name}_code"), lambda row: side_shown(row.of(side)), 290),
        Column(f"boxes_{name}", words("vat.boxes"), lambda row: boxes_shown(row.of(side).boxes), 92, whole=True),
        Column(f"pencil_{name}", "", lambda _: words("action.pencil"), 44, sorts=False),
    ]


def code_shown(code: VATCode) -> str:
    return f"{code.code} · {code.description}"


def boxes_shown(boxes: tuple[str, ...]) -> str:
    return ", ".join(boxes)


def rate(percentage: object) -> str:
    return f"{percentage} %".replace(".", ",")


def side_shown(side: MappedSide) -> str:
    """The code, and what is wrong with it."""
    if side.why == UNMAPPED:
        return words("vat.not_mapped")
    if side.why or side.code is None:
        return words(f"vat.{side.why}", code=side.name)
    return code_shown(side.code)


def searched(row: MappedTariff) -> str:
    return " ".join((row.name, rate(row.percentage), side_shown(row.sales), side_shown(row.purchase)))


def sort_keys() -> dict[str, Callable[[MappedTariff], Any]]:
    return {
        "asks": lambda row: (not row.asks, not (row.sales.why or row.purchase.why), natural(row.name)),
        "name": lambda row: natural(row.name),
        "percentage": lambda row: (float(row.percentage or 0), natural(row.name)),
        "sales": lambda row: (not row.sales.why, natural(side_shown(row.sales))),
        "purchase": lambda row: (not row.purchase.why, natural(side_shown(row.purchase))),
        "boxes_sales": lambda row: row.sales.boxes,
        "boxes_purchase": lambda row: row.purchase.boxes,
        "waiting": lambda row: row.waiting,
    }


def marks() -> Mapping[str, Callable[[Any], Mark | None]]:
    return {
        "sales": lambda row: _mark(row.sales),
        "purchase": lambda row: _mark(row.purchase),
        "pencil_sales": lambda row: Mark("pencil", "", "link"),  # noqa: ARG005 - each row has one
        "pencil_purchase": lambda row: Mark("pencil", "", "link"),  # noqa: ARG005 - each row has one
    }


def inks() -> Mapping[str, Callable[[Any], str]]:
    quiet = ("boxes_sales", "boxes_purchase")
    return dict.fromkeys(quiet, lambda row: "text2")  # noqa: ARG005 - the same for each row


def _mark(side: MappedSide) -> Mark:
    """Filled where invoices wait for it; a code that cannot be booked is never ticked, whether one waits or not."""
    if not side.why:
        return Mark("check", side_shown(side), "text", shape="ok")
    icon = "state_blocked" if side.why == UNMAPPED else "ban"
    if side.asks:
        return Mark(icon, side_shown(side), "warn", "warn_bg")
    if side.why == UNMAPPED:
        return Mark("state_warning", side_shown(side), "text2")
    return Mark(icon, side_shown(side), "warn")
