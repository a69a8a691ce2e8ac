"""The answer to a GET: rows filtered, ordered, cut into pages that lead on by __next."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from robexact_desktop.demo.exact.endpoints import Endpoint
from robexact_desktop.demo.exact.errors import QUERY_SYNTAX, bad_request
from robexact_desktop.demo.exact.query import Query
from robexact_desktop.demo.exact.shapes import PADDED, entity, key_text, lines_endpoint, padded_row
from robexact_desktop.demo.rows import Row

LinesOf = Callable[[Row], list[Row]]


def answer_list(
    query: Query,
    args: Mapping[str, str],
    endpoint: Endpoint,
    rows: list[Row],
    base_url: str,
    lines_of: LinesOf,
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


def _with_lines(shown: Row, row: Row, query: Query, endpoint: Endpoint, base_url: str, lines_of: LinesOf) -> Row:
    lines = lines_endpoint(endpoint)
    if query.expanded is None or lines is None:
        return shown
    name = next(item.name for item in endpoint.properties.values() if item.type == "Collection")
    return shown | {name: {"results": [entity(line, lines, base_url, query.expanded) for line in lines_of(row)]}}


def answer_entity(query: Query, endpoint: Endpoint, row: Row, base_url: str, lines_of: LinesOf) -> dict[str, Any]:
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
