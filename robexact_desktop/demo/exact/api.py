"""/api/v1: one call to one resource, from its address to its answer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from werkzeug.wrappers import Request, Response

from robexact_desktop.demo.exact import creation, lists, query, shapes, views
from robexact_desktop.demo.exact.endpoints import ENDPOINTS, ENTRIES_OF, LINES_OF, VERBS, Endpoint
from robexact_desktop.demo.exact.errors import NOT_FOUND, UNREADABLE_BODY, Refused, bad_request
from robexact_desktop.demo.exact.literals import parse_literals
from robexact_desktop.demo.exact.sides import SIDES
from robexact_desktop.demo.exact.state import USER_ID
from robexact_desktop.demo.exact.values import parse_json
from robexact_desktop.demo.rows import Row

if TYPE_CHECKING:
    from robexact_desktop.demo.exact.state import ExactState

_PATH: Final = re.compile(
    r"/api/v1/(?P<division>\d+|current)/(?P<resource>[\w/]+?)(?:\((?P<key>[^()]*)\))?(?:/(?P<inner>\w+))?"
)
ME: Final = "current/Me"


@dataclass(frozen=True)
class Target:
    """What an address names. `inner` is a collection of an entity: SalesEntries(guid'..')/SalesEntryLines."""

    division: int
    endpoint: Endpoint
    key: str | None
    inner: str | None


def split_path(path: str) -> tuple[int, str, str | None, str | None]:
    """(division, 0 for current/Me; resource; key; inner); refused when no resource is named."""
    found = _PATH.fullmatch(path)
    if not found:
        raise Refused(404, NOT_FOUND.format(path.rsplit("/", 1)[-1]))
    if found["division"] == "current":
        return 0, f"current/{found['resource']}", found["key"], found["inner"]
    resource, inner = found["resource"], found["inner"]
    if found["key"] is None and inner:
        resource, inner = f"{resource}/{inner}", None
    return int(found["division"]), resource, found["key"], inner


def find_target(division: int, resource: str, key: str | None, inner: str | None, method: str) -> Target:
    endpoint = ENDPOINTS.get(resource)
    if endpoint is None or (division == 0) != (resource == ME):
        raise Refused(404, NOT_FOUND.format(resource))
    if inner is not None and (resource not in LINES_OF or inner != SIDES[resource].lines_field):
        raise Refused(404, NOT_FOUND.format(inner))
    verb = VERBS.get(method)
    needs_key = method in ("PUT", "DELETE")
    if verb is None or verb not in endpoint.methods or needs_key != (key is not None and method != "GET"):
        raise Refused(405, f"The method '{method}' is not allowed for this resource")
    return Target(division, endpoint, key, inner)


class Api:
    def __init__(self, state: "ExactState", user: str, email: str, country: str) -> None:
        self._state = state
        self._user = user
        self._email = email
        self._country = country

    def answer(self, request: Request, target: Target, granted: list[int]) -> Response:
        base_url = f"{request.host_url}api/v1/{target.division or 'current'}"
        if request.method == "GET":
            with self._state.transaction():
                return self._get(request, target, granted, base_url.replace("/current", "/"))
        if request.method == "POST":
            return self._post(request, target, base_url)
        if request.method == "PUT":
            return self._put(request, target)
        with self._state.transaction():
            creation.remove(self._state, target.division, target.endpoint.path, self._row(target))
        return Response(status=204)

    def _get(self, request: Request, target: Target, granted: list[int], base_url: str) -> Response:
        args = _arguments(request)
        endpoint = target.endpoint
        if target.inner is not None:
            return self._inner_list(args, target, base_url)
        asked = query.read_query(args, endpoint, is_list=target.key is None)
        if target.key is not None:
            row = self._row(target, granted)
            shown = self._shown(row, endpoint, base_url)
            return _json(lists.answer_entity(asked, endpoint, shown, base_url, self._lines(target)))
        rows = [self._shown(row, endpoint, base_url) for row in self._rows(target, granted)]
        return _json(lists.answer_list(asked, args, endpoint, rows, base_url, self._lines(target)))

    def _inner_list(self, args: Mapping[str, str], target: Target, base_url: str) -> Response:
        lines = ENDPOINTS[LINES_OF[target.endpoint.path]]
        asked = query.read_query(args, lines, is_list=True)
        rows = self._lines(target)(self._row(target))
        return _json(lists.answer_list(asked, args, lines, rows, base_url, lambda _: []))

    def _post(self, request: Request, target: Target, base_url: str) -> Response:
        row = self._state.post(target.division, target.endpoint.path, _body(request))
        shown = shapes.entity(self._shown(row, target.endpoint, base_url), target.endpoint, base_url)
        return _json({"d": shown}, 201, {"Location": shown["__metadata"]["uri"]})

    def _put(self, request: Request, target: Target) -> Response:
        body = _body(request)
        with self._state.transaction():
            creation.change(self._state, target.division, target.endpoint.path, self._row(target), body)
        return Response(status=204)

    def _rows(self, target: Target, granted: list[int]) -> list[Row]:
        if target.endpoint.path == ME:
            # the division last open, whether it was granted or not (picqer #470)
            current = next((row["Code"] for row in self._state.divisions()), 0)
            return [views.me(self._state, USER_ID, self._user, self._email, self._country, current)]
        return views.rows_of(self._state, target.division, target.endpoint, granted)

    def _row(self, target: Target, granted: list[int] | None = None) -> Row:
        wanted = parse_literals(target.key or "")
        names = [item.name for item in target.endpoint.keys]
        if any(item.type == "Guid" for item in target.endpoint.keys) and not (target.key or "").startswith("guid'"):
            raise bad_request(f"Unrecognized 'Edm.Guid' literal '{target.key}' in '{target.key}'.")
        direct = self._state.get(target.division, target.endpoint.path, str(wanted[0])) if len(wanted) == 1 else None
        held = [direct] if direct else self._rows(target, granted or [target.division])
        for row in held:
            if tuple(row.get(name) for name in names) == wanted:
                return row
        raise Refused(404, NOT_FOUND.format(f"{target.endpoint.path}({target.key})"))

    def _shown(self, row: Row, endpoint: Endpoint, base_url: str) -> Row:
        """An attachment's address is on this host; `&Download=1` gives the file as it came (facts 4.10)."""
        if endpoint.base != "documents/DocumentAttachments":
            return row
        host, _, division = base_url.partition("/api/v1/")
        return row | {"Url": f"{host}/docs/SysAttachment.aspx?ID={row['ID']}&_Division_={division}"}

    def _lines(self, target: Target) -> Any:
        lines = LINES_OF.get(target.endpoint.path)

        def of_entry(entry: Row) -> list[Row]:
            found = self._state.find(target.division, lines or "", "EntryID", entry["EntryID"])
            return sorted(found, key=lambda line: int(line["LineNumber"]))

        return of_entry


def _arguments(request: Request) -> dict[str, str]:
    if len(request.args) != len(list(request.args.items(multi=True))):
        raise bad_request("Error in query syntax.")
    return request.args.to_dict()


def _body(request: Request) -> Mapping[str, Any]:
    if request.mimetype != "application/json":
        raise Refused(415, "Unsupported Media Type")
    try:
        body = parse_json(request.get_data())
    except (ValueError, RecursionError) as mistake:
        raise bad_request(UNREADABLE_BODY) from mistake
    if not isinstance(body, Mapping):
        raise bad_request(UNREADABLE_BODY)
    return body


def _json(answer: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    return Response(shapes.dumped(answer), status=status, mimetype="application/json", headers=headers)


def is_booking(method: str, resource: str) -> bool:
    return method == "POST" and (resource in LINES_OF or resource in ENTRIES_OF)
