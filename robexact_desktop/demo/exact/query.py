"""What a call asks for: $select, $filter, $orderby, $top, $skip, $expand, $inlinecount; and what is refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from robexact_desktop.demo.exact.endpoints import Endpoint
from robexact_desktop.demo.exact.errors import (
    FILTER_FIELDS,
    FILTER_UNSUPPORTED,
    QUERY_SYNTAX,
    SELECT_NEEDED,
    bad_request,
)
from robexact_desktop.demo.exact.filters import Filter, parse_filter
from robexact_desktop.demo.exact.literals import parse_literals
from robexact_desktop.demo.exact.shapes import lines_endpoint

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
