"""A row as an answer shows it: what `include` names is expanded, the rest stays a scalar id; amounts are numbers."""

import json
from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from robexact_desktop.demo.robaws.resources import Link, Resource
from robexact_desktop.demo.robaws.state import RobawsState
from robexact_desktop.demo.rows import Row

AMOUNTS = frozenset(
    {"price", "quantity", "discount", "percentage", "paidTotal", "creditedTotal"}
    | {"totalExclVat", "totalInclVat", "totalVatExcl", "totalVatIncl"}
)
CENT = Decimal("0.01")
UNIT = Decimal("0.0001")  # a net unit price keeps four decimals: 3 pieces for 10.00 do not fit in cents


def shown(row: Row, resource: Resource, includes: frozenset[str], state: RobawsState) -> Row:
    """Unknown includes are ignored; "lineItems.vatTariff" shows only where "lineItems" is included too."""
    visible = {key: value for key, value in row.items() if key not in resource.nested}
    for name, links in resource.nested.items():
        if name in includes:
            below = frozenset(path.partition(".")[2] for path in includes if path.startswith(f"{name}."))
            visible[name] = [_linked(line, links, below, state) for line in _list(row, name)]
    return _linked(visible, resource.links, includes, state)


def dumped(value: Any) -> bytes:
    """An amount is a JSON number with the digits of its text: the shortest form of the double is that text again."""
    return json.dumps(_with_numbers(value), ensure_ascii=False).encode()


def _linked(row: Row, links: Mapping[str, Link], includes: Iterable[str], state: RobawsState) -> Row:
    expanded = dict(row)
    for name, link in links.items():
        if name in includes and (target := state.get(link.resource, str(row.get(link.scalar)))):
            expanded[name] = {key: target[key] for key in link.keys if key in target} if link.keys else dict(target)
    return expanded


def _list(row: Row, name: str) -> list[Row]:
    if name == "adjustedLineItems" and name not in row:
        return [adjusted(line) for line in row.get("lineItems") or ()]
    return list(row.get(name) or ())


def adjusted(line: Row) -> Row:
    """The line net of its discount, which is not told any more."""
    net = {key: value for key, value in line.items() if key != "discount"}
    discount = Decimal(line.get("discount") or 0)
    if discount and line.get("price") is not None:
        price = Decimal(line["price"]) * (100 - discount) / 100
        net["price"] = str(price.quantize(UNIT, ROUND_HALF_UP).normalize())
        # The total decides: the rounded unit price times the quantity may be cents off.
        total = Decimal(line["quantity"]) * price
        net.setdefault("totalExclVat", str(total.quantize(CENT, ROUND_HALF_UP)))
    return net


def _with_numbers(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: _number(item) if key in AMOUNTS and item is not None else _with_numbers(item)
            for key, item in value.items()
        }
    return [_with_numbers(item) for item in value] if isinstance(value, list) else value


def _number(amount: Any) -> Any:
    number = Decimal(str(amount))
    return int(number) if number == number.to_integral_value() else float(number)
