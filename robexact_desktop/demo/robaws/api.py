"""What is behind each path: a collection, a row, a file; and in what one tenant's Robaws differs from the next."""

from dataclasses import dataclass, field

from werkzeug.wrappers import Request, Response

from robexact_desktop.demo.robaws.documents import Files, place_of
from robexact_desktop.demo.robaws.errors import Refused
from robexact_desktop.demo.robaws.listing import filtered, ordered, page_of
from robexact_desktop.demo.robaws.resources import RESOURCES, Resource
from robexact_desktop.demo.robaws.shown import dumped, shown
from robexact_desktop.demo.robaws.state import RobawsState
from robexact_desktop.demo.robaws.writing import MERGE_PATCH, created, extra_fields, read_object, writable
from robexact_desktop.demo.rows import Row

BASE = "/api/v2"
JSON = "application/json"
READS = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass
class Tenant:
    """May be changed while the server runs: rights come and go."""

    forbidden_modules: set[str] = field(default_factory=set)
    """Resources that the role of the API user lacks (403)."""
    read_only_modules: set[str] = field(default_factory=set)
    """Resources that it may read and not write (403 on PATCH and POST)."""
    ignored_keys: set[str] = field(default_factory=set)
    """Keys that a PATCH takes and forgets, beside those that no Robaws knows."""
    absent_keys: set[str] = field(default_factory=set)
    """Keys that this tenant's rows do not have: neither shown nor kept."""
    ignored_filters: set[str] = field(default_factory=set)
    refused_filters: set[str] = field(default_factory=set)
    """Filters that answer 400: some collections do so to `updatedFrom`."""
    is_blocked: bool = False
    """The account is blocked for a while: 401 also with the right password."""
    strict_keys: bool = False
    """Unknown keys are refused in place of forgotten."""
    has_projects: bool = True
    """Without the module neither projects nor activities exist (404)."""
    has_download: bool = True
    """`/documents/{id}/download` exists beside the bare path."""
    sees_confidential: bool = True
    storage_url: str = ""
    """Another host that keeps the files; empty: this one."""


class Api:
    def __init__(self, state: RobawsState, tenant: Tenant) -> None:
        self.state = state
        self.tenant = tenant
        self.files = Files(state)

    def parts(self, method: str, path: str) -> list[str]:
        """The path below the base, where it exists and the role may go there."""
        parts = path.removeprefix(BASE).strip("/").split("/")
        if not path.startswith(f"{BASE}/") or (parts[0] in {"projects", "activities"} and not self.tenant.has_projects):
            raise Refused(404)
        is_read = method in READS
        if parts[0] in self.tenant.forbidden_modules or (not is_read and parts[0] in self.tenant.read_only_modules):
            raise Refused(403)
        return parts

    def routed(self, request: Request, parts: list[str]) -> Response:
        if parts[0] == "documents":
            return self._document(request, parts[1:])
        resource = RESOURCES.get(parts[0])
        if resource is None:
            raise Refused(404)
        if len(parts) == 1:
            return self._collection(request, resource)
        row = self._row(resource, parts[1])
        if len(parts) == 2:
            return self._one(request, resource, row)
        if parts[0] == "sales-invoices" and parts[2:] == ["pdf"]:
            _only(request, "GET", "HEAD")
            return self.files.sales_invoice(row)
        raise Refused(404)

    def _collection(self, request: Request, resource: Resource) -> Response:
        if request.method == "POST" and resource.required:
            body = read_object(request, JSON)
            row = self.state.put(resource.name, **created(body, resource, self.state, strict=self.tenant.strict_keys))
            return Response(dumped(row), 201, content_type=JSON)
        _only(request, "GET", "HEAD")
        if refused := self.tenant.refused_filters & request.args.keys():
            raise Refused(400, f"Unknown parameter '{min(refused)}'")
        rows = filtered(self._rows(resource), resource, request.args, self.tenant.ignored_filters)
        page, envelope = page_of(ordered(rows, request.args.get("sort", "")), request.args)
        includes = _includes(request)
        items = [self._shown(row, resource, includes) for row in page]
        return Response(dumped({"items": items, **envelope}), content_type=JSON)

    def _one(self, request: Request, resource: Resource, row: Row) -> Response:
        if request.method == "PATCH" and resource.writable:
            if row.get("lockedAt"):
                raise Refused(400, "The document is locked")
            body = read_object(request, MERGE_PATCH)
            if change := writable(
                body, resource, self.tenant.ignored_keys | self.tenant.absent_keys, strict=self.tenant.strict_keys
            ):
                change |= extra_fields(change, row)
                self.state.patch(resource.name, row["id"], **change)
            return Response(status=204)
        _only(request, "GET", "HEAD")
        return Response(dumped(self._shown(row, resource, _includes(request))), content_type=JSON)

    def _shown(self, row: Row, resource: Resource, includes: frozenset[str]) -> Row:
        visible = shown(row, resource, includes, self.state)
        return {key: value for key, value in visible.items() if key not in self.tenant.absent_keys}

    def _document(self, request: Request, parts: list[str]) -> Response:
        _only(request, "GET", "HEAD")
        document = self.state.get("documents", parts[0]) if parts else None
        if document is None or parts[1:] not in ([], ["download"] if self.tenant.has_download else []):
            raise Refused(404)
        # The defect seen in the field: the login page, by way of a redirect, in place of a 401.
        place = "/login" if document.get("kind") == "login_page" else place_of(document, self.tenant.storage_url)
        return Response(status=302, headers={"Location": place})

    def _rows(self, resource: Resource) -> list[Row]:
        rows = self.state.all(resource.name)
        return rows if self.tenant.sees_confidential else [row for row in rows if not row.get("confidential")]

    def _row(self, resource: Resource, key: str) -> Row:
        row = self.state.get(resource.name, key)
        if row is None or (row.get("confidential") and not self.tenant.sees_confidential):
            raise Refused(404, f"{resource.name}/{key} does not exist")
        return row


def _only(request: Request, *methods: str) -> None:
    if request.method not in methods:
        raise Refused(405, f"Request method '{request.method}' not supported", {"Allow": ", ".join(methods)})


def _includes(request: Request) -> frozenset[str]:
    return frozenset(part.strip() for part in request.args.get("include", "").split(",") if part.strip())
