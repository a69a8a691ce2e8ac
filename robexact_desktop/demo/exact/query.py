"""Lists: $select, $filter, $orderby, $top, $skip, $expand, $inlinecount, and paging by __next."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from robexact_desktop.demo.exact.endpoints import Endpoint
from robexact_desktop.demo.exact.errors import (
    FILTER_FIELDS,
    FILTER_UNSUPPORTED,
    QUERY_SYNTAX,
    SELECT_NEEDED,
    bad_request,
)
from robexact_desktop.demo.exact.filters import Filter, parse_filter, parse_literals
from robexact_desktop.demo.exact.shapes import PADDED, entity, key_text, lines_endpoint, padded_row
from robexact_desktop.demo.rows import Row

OPTIONS: Final = {
    "$expand", "$filter", "$format", "$inlinecount", "$orderby", "$select", "$skip", "$skiptoken", "$top",
}  # fmt: skip

ACCOUNT_FILTERS: Final = (
    "Accountant,AccountManager,AddressLine1,AddressLine2,AddressLine3,Blocked,BRIN,BSN,ChamberOfCommerce,City,"
    "Classification1,Classification2,Classification3,Classification4,Classification5,Classification6,"
    "Classification7,Classification8,Classification,Code,CodeAtSupplier,Country,Created,Email,EndDate,Fax,ID,"
    "InvoiceAccount,IsAccountant,IsReseller,IsSales,IsSupplier,MainContact,Modified,Name,Parent,Phone,Postcode,"
    "PriceList,Reseller,RSIN,SearchCode,StartDate,Status,Type,VATNumber"
)
"""A list of crm/Accounts needs a filter on one of these (picqer #591); sync/CRM/Accounts lists them all."""

MANDATORY_FILTER: Final = (
    "This endpoint has mandatory filtering applied. A GET request for this endpoint must have a $filter parameter "
    "with one of the following fields in the url:{}."
)

ONLY_FILTERS: Final = {
    "bulk/Cashflow/Payments": "Account Document EndDate EntryDate EntryID GLAccount ID InvoiceDate InvoiceNumber "
    "Source Status TransactionID TransactionType",
    "bulk/Cashflow/Receivables": "Account Document EndDate EntryDate EntryID GLAccount ID InvoiceDate InvoiceNumber "
    "Source Status TransactionID TransactionType",
    "read/financial/JournalStatusList": "",
    "read/financial/PayablesList": "AccountId AccountCode EntryNumber YourRef",
    "read/financial/ReceivablesList": "AccountId AccountCode EntryNumber YourRef",
}
"""What these may be filtered on (facts 4.12). For JournalStatusList nothing was found, so nothing is accepted."""


@dataclass(frozen=True)
class Query:
    select: list[str] | None
    expanded: list[str] | None
    """Fields of the lines, where they are expanded."""
    filter: Filter | None
    order: list[tuple[str, bool]]
    top: int | None
    skip: int
    after: tuple[Any, ...] | None
    counted: bool


def read_query(args: Mapping[str, str], endpoint: Endpoint, is_list: bool) -> Query:
    for name in args:
        if name not in OPTIONS:
            raise bad_request(QUERY_SYNTAX)
    if args.get("$format", "json") != "json" or args.get("$inlinecount", "none") not in ("none", "allpages"):
        raise bad_request(QUERY_SYNTAX)
    top = _number(args, "$top")
    if is_list and not args.get("$select") and top != 1:
        raise bad_request(SELECT_NEEDED)
    select, expanded = _read_select(args, endpoint)
    return Query(
        select=select,
        expanded=expanded,
        filter=_read_filter(args.get("$filter"), endpoint, is_list),
        order=_read_order(args.get("$orderby"), endpoint),
        top=top,
        skip=_read_skip(args, endpoint),
        after=parse_literals(args["$skiptoken"]) if "$skiptoken" in args else None,
        counted=args.get("$inlinecount") == "allpages",
    )


def _number(args: Mapping[str, str], name: str) -> int | None:
    if name not in args:
        return None
    if not args[name].isdigit():
        raise bad_request(QUERY_SYNTAX)
    return int(args[name])


def _read_skip(args: Mapping[str, str], endpoint: Endpoint) -> int:
    if "$skip" in args and endpoint.is_feed:
        raise bad_request("The $skip parameter is not supported for this resource")  # the rule is known, not its words
    return _number(args, "$skip") or 0


def _read_select(args: Mapping[str, str], endpoint: Endpoint) -> tuple[list[str] | None, list[str] | None]:
    """`$select=..,SalesEntryLines/ID&$expand=SalesEntryLines` shows lines (official example)."""
    collections = {name for name, item in endpoint.properties.items() if item.type == "Collection"}
    wanted = [name.strip() for name in args["$select"].split(",")] if args.get("$select") else None
    expand = args.get("$expand")
    lines = lines_endpoint(endpoint)
    if expand is not None and (expand not in collections or lines is None):
        raise bad_request(QUERY_SYNTAX)
    own, of_lines = [], []
    for name in wanted or []:
        head, slash, tail = name.partition("/")
        if head not in endpoint.properties or (slash and (head != expand or not lines or tail not in lines.properties)):
            raise bad_request(QUERY_SYNTAX)
        own.append(head)
        if slash:
            of_lines.append(tail)
    if expand is None or lines is None or (wanted is not None and expand not in own):
        return (list(dict.fromkeys(own)) if wanted else None), None
    return (list(dict.fromkeys(own)) if wanted else None), of_lines or list(lines.properties)


def _read_filter(text: str | None, endpoint: Endpoint, is_list: bool) -> Filter | None:
    if text is None:
        if is_list and endpoint.path == "crm/Accounts":
            raise bad_request(MANDATORY_FILTER.format(ACCOUNT_FILTERS))
        return None
    read = parse_filter(text, endpoint)
    if endpoint.path.startswith("sync/"):
        if not read.only or read.only[:2] != ("Timestamp", "gt") or read.fields != {"Timestamp"}:
            raise bad_request(FILTER_UNSUPPORTED)
    elif endpoint.path in ONLY_FILTERS:
        if barred := read.fields - set(ONLY_FILTERS[endpoint.path].split()):
            raise bad_request(FILTER_FIELDS.format(", ".join(sorted(barred))))
    elif endpoint.path == "crm/Accounts" and is_list and not read.fields & set(ACCOUNT_FILTERS.split(",")):
        raise bad_request(MANDATORY_FILTER.format(ACCOUNT_FILTERS))
    return read


def _read_order(text: str | None, endpoint: Endpoint) -> list[tuple[str, bool]]:
    order = []
    for part in (text or "").split(",") if text else []:
        name, _, direction = part.strip().partition(" ")
        known = endpoint.properties.get(name)
        if known is None or known.type == "Collection" or direction not in ("", "asc", "desc"):
            raise bad_request(QUERY_SYNTAX)
        order.append((name, direction == "desc"))
    return order


def answer_list(
    query: Query,
    args: Mapping[str, str],
    endpoint: Endpoint,
    rows: list[Row],
    base_url: str,
    lines_of: Callable[[Row], list[Row]],
) -> dict[str, Any]:
    found = _ordered(_filtered(rows, query, endpoint), query, endpoint)
    count = len(found)
    found = found[query.skip :] if query.after is None else _after(found, query, endpoint)
    size = min(endpoint.page_size, endpoint.page_size if query.top is None else query.top)
    page = found[:size]
    results = [
        _with_lines(entity(row, endpoint, base_url, query.select), row, query, endpoint, base_url, lines_of)
        for row in page
    ]
    if query.top is not None and not query.counted:
        return {"d": results}  # the shape changes with $top (facts section 3)
    answer: dict[str, Any] = {"results": results}
    if query.counted:
        answer["__count"] = str(count)
    if query.top is None and len(page) == endpoint.page_size:
        # also after the last full page: an extra empty one follows (facts section 3)
        answer["__next"] = _next_url(args, endpoint, base_url, page[-1])
    return {"d": answer}


def _with_lines(
    shown: Row, row: Row, query: Query, endpoint: Endpoint, base_url: str, lines_of: Callable[[Row], list[Row]]
) -> Row:
    lines = lines_endpoint(endpoint)
    if query.expanded is None or lines is None:
        return shown
    name = next(item.name for item in endpoint.properties.values() if item.type == "Collection")
    return shown | {name: {"results": [entity(line, lines, base_url, query.expanded) for line in lines_of(row)]}}


def answer_entity(
    query: Query, endpoint: Endpoint, row: Row, base_url: str, lines_of: Callable[[Row], list[Row]]
) -> dict[str, Any]:
    return {"d": _with_lines(entity(row, endpoint, base_url, query.select), row, query, endpoint, base_url, lines_of)}


def _filtered(rows: list[Row], query: Query, endpoint: Endpoint) -> list[Row]:
    if query.filter is None:
        return rows
    test = query.filter.test
    if query.filter.fields & (PADDED.keys() | {"Code", "AccountCode"}):
        return [row for row in rows if test(padded_row(row, endpoint))]
    return [row for row in rows if test(row)]


def _key(row: Row, endpoint: Endpoint) -> tuple[Any, ...]:
    return tuple(row[item.name] for item in endpoint.keys)


def _ordered(rows: list[Row], query: Query, endpoint: Endpoint) -> list[Row]:
    found = sorted(rows, key=lambda row: _key(row, endpoint))
    for name, descending in reversed(query.order):
        kind = endpoint.properties[name].type
        found.sort(key=lambda row: _sort_key(row.get(name), kind), reverse=descending)
    return found


def _sort_key(value: Any, kind: str) -> tuple[bool, Any]:
    return value is not None, (float(value) if kind == "Double" else value) if value is not None else 0


def _after(rows: list[Row], query: Query, endpoint: Endpoint) -> list[Row]:
    """The rows behind the skip token: by key, so that a row that changes its place meanwhile stops nothing."""
    assert query.after is not None
    if len(query.after) != len(endpoint.keys):
        raise bad_request(QUERY_SYNTAX)
    if not query.order:
        return [row for row in rows if _key(row, endpoint) > query.after]
    at = next((at for at, row in enumerate(rows) if _key(row, endpoint) == query.after), len(rows))
    return rows[at + 1 :]


def _next_url(args: Mapping[str, str], endpoint: Endpoint, base_url: str, last: Row) -> str:
    kept = {name: value for name, value in args.items() if name not in ("$skiptoken", "$skip", "$top")}
    return f"{base_url}/{endpoint.path}?{urlencode(kept | {'$skiptoken': key_text(last, endpoint)})}"
